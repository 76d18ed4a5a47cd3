/** An opened PDF and one of its pages in → what the page paints, with what was in force. */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { contentOf, type PdfPage } from "../read-pdf/page-tree.ts";
import { Parser } from "../read-pdf/parse.ts";
import { Name, type Parsed, Str, Word } from "../read-pdf/values.ts";

/** Marked content that something stands in. */
export interface Mark {
  readonly tag: string;
  readonly mcid: number | null;
}

/** Something painted, with what was in force. */
export interface Painted {
  readonly kind: "text" | "path" | "image";
  readonly marks: readonly Mark[];
  /** Resource name of the font, and the bytes shown. */
  readonly font: string;
  readonly shown: string;
  /** Operator and operands that set the colour, such as `k` with four numbers; for `scn` the space's name first. */
  readonly colour: Colour;
  /** Black overprints. */
  readonly overprint: boolean;
  /** Resource name of an image or form. */
  readonly object: string;
}

export interface Colour {
  readonly operator: string;
  readonly space: string;
  readonly values: readonly number[];
}

interface State {
  readonly font: string;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly overprint: boolean;
}

const BLACK: Colour = { operator: "g", space: "DeviceGray", values: [0] };
const FILLS = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES = new Set(["S", "s"]);
const SPACES: Readonly<Record<string, string>> = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" };

/** Everything that a page paints, in its order. */
export function painted(pdf: OpenPdf, page: PdfPage): readonly Painted[] {
  const parser = new Parser(contentOf(pdf, page));
  const found: Painted[] = [];
  let state: State = { font: "", fill: BLACK, stroke: BLACK, overprint: false };
  const saved: State[] = [];
  const marks: Mark[] = [];
  let operands: Parsed[] = [];
  const paint = (kind: Painted["kind"], colour: Colour, about: Partial<Painted> = {}) =>
    found.push({
      kind,
      marks: [...marks],
      font: state.font,
      shown: "",
      colour,
      overprint: state.overprint,
      object: "",
      ...about,
    });
  const numbers = () => operands.filter((value): value is number => typeof value === "number");
  const nameAt = (k: number) => {
    const value = operands[k];
    return value instanceof Name ? value.name : "";
  };
  while (!parser.atEnd) {
    const value = parser.next();
    if (!(value instanceof Word)) {
      operands.push(value);
      continue;
    }
    const operator = value.word;
    if (operator === "q") saved.push(state);
    else if (operator === "Q") state = saved.pop() ?? state;
    else if (operator === "BDC" || operator === "BMC") marks.push(markOf(pdf, nameAt(0), operands[1]));
    else if (operator === "EMC") marks.pop();
    else if (operator === "Tf") state = { ...state, font: nameAt(0) };
    else if (operator === "gs") state = { ...state, overprint: overprints(pdf, page, nameAt(0)) };
    else if (SPACES[operator])
      state = { ...state, fill: { operator, space: SPACES[operator], values: numbers() } };
    else if (SPACES[operator.toLowerCase()])
      state = { ...state, stroke: { operator, space: SPACES[operator.toLowerCase()]!, values: numbers() } };
    else if (operator === "cs") state = { ...state, fill: { operator, space: nameAt(0), values: [] } };
    else if (operator === "CS") state = { ...state, stroke: { operator, space: nameAt(0), values: [] } };
    else if (operator === "sc" || operator === "scn")
      state = { ...state, fill: { ...state.fill, operator, values: numbers() } };
    else if (operator === "SC" || operator === "SCN")
      state = { ...state, stroke: { ...state.stroke, operator, values: numbers() } };
    else if (operator === "Tj" || operator === "TJ" || operator === "'")
      paint("text", state.fill, { shown: shownBy(operands) });
    else if (FILLS.has(operator)) paint("path", state.fill);
    else if (STROKES.has(operator)) paint("path", state.stroke);
    else if (operator === "Do") paint("image", state.fill, { object: nameAt(0) });
    operands = [];
  }
  return found;
}

function markOf(pdf: OpenPdf, tag: string, properties: Parsed | undefined): Mark {
  const mcid = pdf.get(properties, "MCID");
  return { tag, mcid: typeof mcid === "number" ? mcid : null };
}

const overprints = (pdf: OpenPdf, page: PdfPage, name: string): boolean =>
  pdf.path(page.resources, "ExtGState", name, "op") === true;

function shownBy(operands: readonly Parsed[]): string {
  const parts = operands.flatMap((value) => (Array.isArray(value) ? value : [value]) as readonly Parsed[]);
  return parts.map((part) => (part instanceof Str ? part.bytes : "")).join("");
}
