/** A paragraph of Word in → the runs of its lines, as they are shown once all changes are accepted. */
import { formulaText } from "./docx-formula.ts";
import { signOf } from "./docx-signs.ts";
import { type Styles, switchOf, wordValue } from "./docx-styles.ts";
import type { Left } from "./piece.ts";
import { linkTo, type Run } from "./typed-runs.ts";
import { childOf, childrenOf, type Element, elementsOf, ownText } from "./xml.ts";

/** Addresses that the links of a part go to, by their id. */
export type Links = ReadonlyMap<string, string>;

/** What Word keeps and does not show, and texts that are paragraphs of their own. */
export const SKIPPED: ReadonlySet<string> = new Set([
  "w:del",
  "w:moveFrom",
  "w:pPr",
  "w:rPr",
  "w:sdtPr",
  "w:p",
  "w:tbl",
]);

/** @returns Lines as Word breaks them, blank ones as well. */
export function linesOf(
  paragraph: Element,
  links: Links,
  styles: Styles,
  tell: (left: Left) => void,
): readonly (readonly Run[])[] {
  const reader = new RunReader(links, styles, tell);
  reader.collect(paragraph, null);
  const lines: Run[][] = [[]];
  for (const run of reader.runs)
    for (const [k, text] of run.text.split("\n").entries()) {
      if (k > 0) lines.push([]);
      if (text !== "" || run.note !== null) lines.at(-1)!.push({ ...run, text });
    }
  return lines;
}

const PLAIN: Run = { text: "", bold: false, emphasis: false, position: "", link: null, note: null };

/** A field stands between marks in the row of runs: its instruction, then what it shows. */
interface Field {
  instruction: string;
  link: string | null;
}

class RunReader {
  readonly runs: Run[] = [];
  readonly #links: Links;
  readonly #styles: Styles;
  readonly #tell: (left: Left) => void;
  readonly #fields: Field[] = [];

  constructor(links: Links, styles: Styles, tell: (left: Left) => void) {
    this.#links = links;
    this.#styles = styles;
    this.#tell = tell;
  }

  collect(element: Element, link: string | null): void {
    for (const child of element.children) {
      if (typeof child === "string" || SKIPPED.has(child.name)) continue;
      if (child.name === "w:r") this.#run(child, link);
      else if (child.name === "w:hyperlink") this.collect(child, this.#linkOf(child) ?? link);
      else if (child.name === "w:fldSimple")
        this.collect(child, linkOfField(child.attributes["w:instr"] ?? "") ?? link);
      else if (child.name === "m:oMath") this.#formula(child);
      else this.collect(child, link);
    }
  }

  #linkOf({ attributes }: Element): string | null {
    const to = this.#links.get(attributes["r:id"] ?? "");
    const anchor = attributes["w:anchor"];
    return to === undefined ? null : linkTo(anchor && !to.includes("#") ? `${to}#${anchor}` : to);
  }

  #formula(formula: Element): void {
    const text = formulaText(formula);
    if (text.trim() === "") return;
    this.runs.push({ ...PLAIN, text });
    this.#tell({ kind: "formula", text });
  }

  #run(run: Element, link: string | null): void {
    const style = childOf(run, "w:rPr");
    const raised = wordValue(style, "w:vertAlign");
    const styled = this.#styles.get(wordValue(style, "w:rStyle") ?? "");
    // 着重号, dots under the characters, is what the theme's emphasis stands for in Chinese.
    const isDotted = (wordValue(style, "w:em") ?? "none") !== "none";
    const mark: Run = {
      ...PLAIN,
      bold: switchOf(style, "w:b") ?? styled?.bold ?? false,
      emphasis: isDotted || (switchOf(style, "w:i") ?? styled?.emphasis ?? false),
      position: raised === "superscript" ? "^" : raised === "subscript" ? "~" : "",
      link: link ?? this.#fields.findLast((field) => field.link !== null)?.link ?? null,
    };
    const font = childOf(style, "w:rFonts")?.attributes["w:ascii"] ?? "";
    const isHidden = switchOf(style, "w:vanish") ?? false;
    for (const child of run.children) {
      if (typeof child === "string") continue;
      if (child.name === "w:fldChar") this.#field(child.attributes["w:fldCharType"] ?? "");
      else if (child.name === "w:instrText") {
        const field = this.#fields.at(-1);
        if (field) field.instruction += ownText(child);
      } else if (child.name === "w:ruby") this.#ruby(child, link);
      else {
        const note = noteOf(child);
        const text = charactersOf(child, font);
        if (isHidden && text.trim() !== "") this.#tell({ kind: "hidden", text });
        else if (note !== null) this.runs.push({ ...PLAIN, note });
        else if (text !== "") this.runs.push({ ...mark, text });
      }
    }
  }

  #field(type: string): void {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ instruction: "", link: null });
    else if (type === "end") this.#fields.pop();
    else if (type === "separate" && field) field.link = linkOfField(field.instruction);
  }

  /** What stands over a text, its pronunciation mostly, follows in brackets. */
  #ruby(ruby: Element, link: string | null): void {
    for (const base of childrenOf(ruby, "w:rubyBase")) this.collect(base, link);
    const over = childrenOf(ruby, "w:rt")
      .flatMap((rt) => elementsOf(rt, "w:t").map(ownText))
      .join("")
      .trim();
    if (over !== "") this.runs.push({ ...PLAIN, text: `（${over}）` });
  }
}

/** `HYPERLINK "https://…"`. */
const linkOfField = (instruction: string): string | null =>
  linkTo(/^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1] ?? "");

/** Endnotes are counted apart from footnotes, and begin with the same numbers. */
export const endnoteKey = (id: string): string => `e${id}`;

function noteOf({ name, attributes }: Element): string | null {
  const id = attributes["w:id"] ?? "";
  return name === "w:footnoteReference" ? id : name === "w:endnoteReference" ? endnoteKey(id) : null;
}

function charactersOf(child: Element, font: string): string {
  switch (child.name) {
    case "w:t":
      return ownText(child).replace(/[\uf000-\uf0ff]/g, (char) => signOf(char.charCodeAt(0), font));
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      // The end of a page or a column is no end of a line.
      return ["page", "column"].includes(child.attributes["w:type"] ?? "") ? "" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return signOf(
        Number.parseInt(child.attributes["w:char"] ?? "", 16),
        child.attributes["w:font"] ?? font,
      );
    default:
      return "";
  }
}
