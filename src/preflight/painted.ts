/** An opened PDF and one of its pages in → what the page paints, with what was in force, and what it paints with. */
import { BadPdf } from "../read-pdf/bad-pdf.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { contentOf, type PdfPage } from "../read-pdf/page-tree.ts";
import { Parser } from "../read-pdf/parse.ts";
import { Dict, Name, type Parsed, Pointer, Str, Word } from "../read-pdf/values.ts";
import { Means, propertiesOf, type Used } from "./means.ts";

/** Marked content that something stands in. */
export interface Mark {
  readonly tag: string;
  readonly mcid: number | null;
  /** Key, in the parent tree, of the page or form whose content it is in; null where that has none. */
  readonly parents: number | null;
  /** It says in words what it shows. */
  readonly hasWords: boolean;
}

/** Something painted, with what was in force. */
export interface Painted {
  readonly kind: "text" | "path" | "image";
  readonly marks: readonly Mark[];
  /** What names of fonts and colour spaces stand for. */
  readonly resources: Parsed;
  readonly font: Font;
  /** The bytes that text shows. */
  readonly shown: string;
  /** Text that is there to be found and copied alone, such as what was read from a picture of the page. */
  readonly isUnseen: boolean;
  /** Operator and operands that set the colour, such as `k` with four numbers; for `scn` the space's name first. */
  readonly colour: Colour;
  /** Black overprints. */
  readonly overprint: boolean;
  readonly blend: Blend;
  /** What an image is: its stream, or the dictionary of one that stands in the content. */
  readonly image: Parsed;
}

export interface Font {
  readonly value: Parsed;
  /** Number of its object; null where it stands in another. */
  readonly object: number | null;
}

/** How something is laid over what is there (ISO 32000-1, 11.6). */
export interface Blend {
  /** Names of blend modes, the first that a reader knows being meant. */
  readonly modes: readonly string[];
  /** Shares of opacity, for fills and strokes. */
  readonly fill: number;
  readonly stroke: number;
  readonly isMasked: boolean;
  /** Inside of a form that is laid on the page as a whole. */
  readonly isGrouped: boolean;
}

export interface Colour {
  readonly operator: string;
  readonly space: string;
  readonly values: readonly number[];
}

interface State {
  readonly isUnseen: boolean;
  readonly font: Font;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly overprint: boolean;
  readonly blend: Blend;
}

const BLACK: Colour = { operator: "g", space: "DeviceGray", values: [0] };
const PLAIN: Blend = { modes: ["Normal"], fill: 1, stroke: 1, isMasked: false, isGrouped: false };
const NO_FONT: Font = { value: null, object: null };
/** The rendering mode of text that is neither filled nor stroked (ISO 32000-1, 9.3.6). */
const UNSEEN = 3;
const FILLS = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES = new Set(["S", "s"]);
const SHOWS = new Set(["Tj", "TJ", "'", '"']);
const SPACES: Readonly<Record<string, string>> = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" };

/** Forms stand in forms no deeper than this in files that are well made. */
const DEEPEST_FORM = 12;

/** What all forms of a page come to at most, as often as each is drawn, bytes; one that is empty counts as some. */
const [MOST_CONTENT, LEAST_FORM] = [0x800_0000, 4096];

export interface Paint {
  /** Everything that a page paints, its forms included, in its order. */
  readonly items: readonly Painted[];
  /** What it paints with. */
  readonly used: Used;
}

export function paintOf(pdf: OpenPdf, page: PdfPage): Paint {
  const painter = new Painter(pdf);
  const state: State = {
    isUnseen: false,
    font: NO_FONT,
    fill: BLACK,
    stroke: BLACK,
    overprint: false,
    blend: PLAIN,
  };
  const parents = parentsOf(pdf, page.dict);
  const isBorrowing = pdf.get(page.dict, "Resources") === null;
  const body = { content: contentOf(pdf, page), resources: page.resources, isBorrowing, parents, depth: 0 };
  painter.run(body, state, []);
  return { items: painter.found, used: painter.means.used };
}

function parentsOf(pdf: OpenPdf, dict: Parsed): number | null {
  const key = pdf.get(dict, "StructParents");
  return typeof key === "number" ? key : null;
}

/** The content of a page or of a form. */
interface Body {
  readonly content: Uint8Array;
  readonly resources: Parsed;
  /** They are those of the page, or of the tree of pages, around. */
  readonly isBorrowing: boolean;
  readonly parents: number | null;
  readonly depth: number;
}

class Painter {
  readonly found: Painted[] = [];
  readonly means: Means;
  readonly #pdf: OpenPdf;
  /** What the forms drawn so far come to, bytes. */
  #drawn = 0;

  constructor(pdf: OpenPdf) {
    this.#pdf = pdf;
    this.means = new Means(pdf);
  }

  /** @param around Marked content that the body is drawn in. */
  run(body: Body, from: State, around: readonly Mark[]): void {
    const pdf = this.#pdf;
    const { resources } = body;
    const parser = new Parser(body.content);
    let state = from;
    const saved: State[] = [];
    const marks: Mark[] = [...around];
    let operands: Parsed[] = [];
    const paint = (kind: Painted["kind"], colour: Colour, about: Partial<Painted> = {}) => {
      const { font, isUnseen, overprint, blend } = state;
      const known = {
        kind,
        marks: [...marks],
        resources,
        font,
        shown: "",
        isUnseen,
        colour,
        overprint,
        blend,
        image: null,
      };
      this.found.push({ ...known, ...about });
    };
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
      this.means.note(operator, operands, body, saved.length);
      if (operator === "q") saved.push(state);
      else if (operator === "Q") state = saved.pop() ?? state;
      else if (operator === "BDC" || operator === "BMC") marks.push(this.#mark(nameAt(0), operands[1], body));
      else if (operator === "EMC" && marks.length > around.length) marks.pop();
      else if (operator === "Tf") state = { ...state, font: this.#font(resources, nameAt(0)) };
      else if (operator === "Tr") state = { ...state, isUnseen: numbers()[0] === UNSEEN };
      else if (operator === "gs") state = this.#changed(state, resources, nameAt(0));
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
      else if (SHOWS.has(operator)) paint("text", state.fill, { shown: shownBy(operands) });
      else if (FILLS.has(operator)) paint("path", state.fill);
      else if (STROKES.has(operator)) paint("path", state.stroke);
      else if (operator === "ID") {
        const image = inlineImage(operands);
        this.means.used.images.add(image);
        paint("image", state.fill, { image });
        parser.skipInlineImage();
      } else if (operator === "Do") {
        const object = pdf.path(resources, "XObject", nameAt(0));
        if (pdf.name(object, "Subtype") === "Form") this.#form(object, body, state, marks);
        else paint("image", state.fill, { image: object });
      }
      operands = [];
    }
  }

  #form(form: Parsed, { resources, depth }: Body, state: State, marks: readonly Mark[]): void {
    const held = this.#pdf.get(form, "Resources");
    const own = held ?? resources;
    const content = this.#pdf.content(form);
    this.#drawn += Math.max(LEAST_FORM, content.length);
    if (depth >= DEEPEST_FORM || this.#drawn > MOST_CONTENT) throw new BadPdf("endless-forms");
    const parents = parentsOf(this.#pdf, form);
    const isGrouped = this.#pdf.path(form, "Group", "S") instanceof Name || state.blend.isGrouped;
    const inside = { ...state, blend: { ...state.blend, isGrouped } };
    this.run(
      { content, resources: own, isBorrowing: held === null, parents, depth: depth + 1 },
      inside,
      marks,
    );
  }

  #mark(tag: string, properties: Parsed | undefined, { resources, parents }: Body): Mark {
    const held = propertiesOf(this.#pdf, resources, properties);
    const mcid = this.#pdf.get(held, "MCID");
    const hasWords = this.#pdf.get(held, "ActualText") !== null;
    return { tag, mcid: typeof mcid === "number" ? mcid : null, parents, hasWords };
  }

  #font(resources: Parsed, name: string): Font {
    const fonts = this.#pdf.get(resources, "Font");
    const held = fonts instanceof Dict ? (fonts.entries.get(name) ?? null) : null;
    return { value: this.#pdf.value(held), object: held instanceof Pointer ? held.id : null };
  }

  /** What a dictionary of the state says; the rest stays as it was (ISO 32000-1, 8.4.5). */
  #changed(state: State, resources: Parsed, name: string): State {
    const pdf = this.#pdf;
    const said = pdf.path(resources, "ExtGState", name);
    const { blend } = state;
    // The key for strokes holds for both where it stands alone.
    const overprint = pdf.get(said, "op") ?? pdf.get(said, "OP") ?? state.overprint;
    const mask = pdf.get(said, "SMask");
    const modes = pdf.several(pdf.get(said, "BM")).flatMap((mode) => (mode instanceof Name ? mode.name : []));
    const share = (key: string, before: number) => {
      const value = pdf.get(said, key);
      return typeof value === "number" ? value : before;
    };
    return {
      ...state,
      overprint: overprint === true,
      blend: {
        ...blend,
        modes: modes.length > 0 ? modes : blend.modes,
        fill: share("ca", blend.fill),
        stroke: share("CA", blend.stroke),
        isMasked: mask === null ? blend.isMasked : mask instanceof Dict,
      },
    };
  }
}

/** @param operands Keys and values. */
function inlineImage(operands: readonly Parsed[]): Dict {
  const entries = new Map<string, Parsed>();
  for (let k = 0; k + 1 < operands.length; k += 2) {
    const key = operands[k]!;
    if (key instanceof Name) entries.set(key.name, operands[k + 1]!);
  }
  return new Dict(entries);
}

function shownBy(operands: readonly Parsed[]): string {
  const parts = operands.flatMap((value) => (Array.isArray(value) ? value : [value]) as readonly Parsed[]);
  return parts.map((part) => (part instanceof Str ? part.bytes : "")).join("");
}
