/** The body of a Word file, and other parts with paragraphs, in → pieces with their forms and numbers, notes, and what none of them holds. */
import type { Counted } from "./counted-lists.ts";
import { isMerged, spanOf, withoutSpare } from "./docx-cells.ts";
import { changesIn } from "./docx-changes.ts";
import { commentPlaces } from "./docx-comments.ts";
import { withoutDeletedEnds } from "./docx-joins.ts";
import { byLanguage, plainText, typedLines } from "./docx-lines.ts";
import type { PlacedDrawn } from "./docx-media.ts";
import { type Numbered, numberer } from "./docx-numbers.ts";
import { drawnIn } from "./docx-pictures.ts";
import { endnoteKey, type Links, linesOf, SKIPPED } from "./docx-runs.ts";
import { isCentred, levelOf, outlineOf, type Styles, stylesIn, wordValue } from "./docx-styles.ts";
import {
  beginning,
  type Form,
  type Left,
  literally,
  type Piece,
  piece,
  type Rows,
  tableOf,
  tidy,
} from "./piece.ts";
import { layoutOf } from "./tables.ts";
import { childOf, childrenOf, type Element, elementsOf } from "./xml.ts";

/** What it finds beside the pieces is gathered as parts are read, one after the other. */
export class DocxReader {
  readonly #styles: Styles;
  readonly #number: (id: string, level: number) => Numbered | null;
  /** What no piece holds. */
  readonly left: Left[] = [];
  /** Pictures of what was read so far. */
  readonly drawn: PlacedDrawn[] = [];
  /** Pieces that begin with their number in a list. */
  readonly counted = new Map<Piece, Counted>();
  /** Lines of those in the middle that have several. */
  readonly broken = new Map<Piece, readonly string[]>();
  /** Pieces that stood in text boxes. */
  readonly boxed = new Set<Piece>();
  /** Levels of headings, from 1. */
  readonly levels = new Map<Piece, number>();
  #at = 0;

  constructor(styles: Element | null, numbering: Element | null) {
    this.#styles = stylesIn(styles);
    this.#number = numberer(numbering);
  }

  pieces(parent: Element, links: Links): readonly Piece[] {
    return withoutDeletedEnds(parent.children).flatMap((child): readonly Piece[] => {
      if (typeof child === "string") return [];
      if (child.name === "w:p") return this.#paragraph(child, links);
      if (isContents(child)) return this.#leftOut("contents", this.pieces(child, links));
      if (child.name === "w:tbl") return this.#table(child, links);
      // Controls, tags and changes stand around paragraphs under many names.
      return SKIPPED.has(child.name) ? [] : this.pieces(child, links);
    });
  }

  /** @param kind Lines that only part notes from the text have a type of their own. */
  notes(kind: string, part: Element, links: Links): readonly (readonly [string, string])[] {
    return childrenOf(part, `w:${kind}`)
      .filter(({ attributes }) => (attributes["w:type"] ?? "normal") === "normal")
      .map((note) => {
        const id = note.attributes["w:id"] ?? "";
        return [kind === "endnote" ? endnoteKey(id) : id, this.#linesIn(note, links).join("\n")];
      });
  }

  /** Tells what a part says that goes into no issue. */
  leave(kind: Left["kind"], part: Element, links: Links, place = ""): void {
    const text = this.#textIn(part, links);
    if (text !== "") this.left.push({ kind, text: place === "" ? text : `${text} (“${place}”)` });
  }

  /** @param body What they may stand in. */
  leaveComments(part: Element, links: Links, body: Element | null): void {
    const places = body ? commentPlaces(body) : null;
    for (const comment of childrenOf(part, "w:comment"))
      this.leave("comment", comment, links, places?.get(comment.attributes["w:id"] ?? ""));
  }

  leaveChanges(part: Element): void {
    for (const text of changesIn(part)) this.left.push({ kind: "tracked", text });
  }

  #leftOut(kind: Left["kind"], pieces: readonly Piece[]): readonly [] {
    for (const { text } of pieces) this.left.push({ kind, text });
    return [];
  }

  #textIn(parent: Element, links: Links): string {
    return this.#linesIn(parent, links).join(" ");
  }

  /** A line for each paragraph. */
  #linesIn(parent: Element, links: Links): readonly string[] {
    return this.pieces(parent, links).map(({ text }) => text.replaceAll("\n", " "));
  }

  #paragraph(paragraph: Element, links: Links): readonly Piece[] {
    this.#at += 1;
    const at = this.#at;
    const boxes = this.#boxesAt(paragraph, links, at);
    this.drawn.push(...drawnIn(paragraph, links).map((drawn) => ({ ...drawn, at })));
    const style = childOf(paragraph, "w:pPr");
    const named = this.#styles.get(wordValue(style, "w:pStyle") ?? "");
    const styled = outlineOf(style) ?? named?.form ?? "text";
    const listed = childOf(style, "w:numPr") ?? named?.number ?? null;
    const number = this.#numberOf(listed);
    const { form, label, isCounted } = numberedForm(styled, number);
    const isEntry = form === "bullet";
    const lines = linesOf(paragraph, links, this.#styles, (left) => this.left.push(left)).filter(
      (line) => tidy(plainText(line)) !== "" || line.some(({ note }) => note !== null),
    );
    if (lines.length === 0) return boxes;
    const texts = form === "title" ? lines.map((line) => [line]) : byLanguage(lines);
    const typed = texts.map((lines, k) => (k === 0 ? label : "") + typedLines(lines));
    const parts = form === "title" ? [typed.join("\n")] : typed;
    const centred = isCentred(style) ?? named?.centred ?? false;
    const pieces = parts.map((text, k) => piece(text, k > 0 && isEntry ? "text" : form, at, centred));
    if (centred && form === "text")
      for (const [k, lines] of texts.entries())
        if (lines.length > 1)
          this.broken.set(
            pieces[k]!,
            lines.map((line) => typedLines([line])),
          );
    if (isEntry && Number(wordValue(listed, "w:ilvl") ?? 0) > 0)
      this.left.push({ kind: "levels", text: beginning(pieces[0]!.text) });
    const level = levelOf(style) ?? named?.level ?? 0;
    if (level > 0) for (const it of pieces) this.levels.set(it, level);
    if (number && isCounted) this.counted.set(pieces[0]!, { ...number, label });
    return [...boxes, ...(named?.isContents ? this.#leftOut("contents", pieces) : pieces)];
  }

  /** A text box hangs at a paragraph; what it holds stands before it, as do the letters of a drawn text. */
  #boxesAt(paragraph: Element, links: Links, at: number): readonly Piece[] {
    const boxes = elementsOf(paragraph, "w:txbxContent", "v:textpath").flatMap((box) =>
      box.name === "w:txbxContent"
        ? this.pieces(box, links)
        : [piece(tidy(literally(box.attributes.string ?? "")), "text", at)].filter(({ text }) => text !== ""),
    );
    for (const it of boxes) this.boxed.add(it);
    return boxes;
  }

  #numberOf(properties: Element | null): Numbered | null {
    const id = wordValue(properties, "w:numId");
    if (id === null || id === "0") return null;
    return this.#number(id, Number(wordValue(properties, "w:ilvl") ?? 0));
  }

  #table(table: Element, links: Links): readonly Piece[] {
    this.#at += 1;
    const at = this.#at;
    const before = this.drawn.length;
    const read = elementsOf(table, "w:tr").map((row) =>
      elementsOf(row, "w:tc").flatMap((cell): readonly (readonly Piece[] | null)[] => [
        this.pieces(cell, links),
        ...Array.from({ length: spanOf(cell) - 1 }, () => null),
      ]),
    );
    const cells = withoutSpare(read).filter((row) => row.some((cell) => cellText(cell) !== ""));
    if (cells.length === 0) return [];
    const rows = cells.map((row) => row.map(cellText));
    // Headings and lists in a layout keep their form, and pictures their place, which a cell has no room for.
    const isOwn = (it: Piece) => it.form !== "text" || this.counted.has(it);
    const isFormed = this.drawn.length > before || cells.flat(2).some(isOwn);
    const layout = layoutOf(rows);
    if (layout === null && isMerged(table, read)) this.left.push({ kind: "merged", text: beginningOf(rows) });
    if (!layout || !isFormed) return [tableOf(rows, at)];
    this.left.push(...layout.left);
    return cells.slice(layout.from).flatMap((row) => row.slice(layout.column).flat());
  }
}

/** What tells a table from others: its first texts. */
const beginningOf = (rows: Rows): string =>
  rows
    .flat()
    .filter((text) => text !== "")
    .slice(0, 3)
    .map((text) => beginning(text.replaceAll("\n", " ")))
    .join(", ");

const cellText = (cell: readonly Piece[]): string => cell.map(({ text }) => text).join("\n");

/** The table of contents that Word makes; its parts are named in English in every language. */
const isContents = (control: Element): boolean =>
  control.name === "w:sdt" &&
  elementsOf(control, "w:docPartGallery").some(
    ({ attributes }) => attributes["w:val"] === "Table of Contents",
  );

/** Numbers stand in the text, where lists are looked for. */
function numberedForm(
  styled: Form,
  number: Numbered | null,
): { readonly form: Form; readonly label: string; readonly isCounted: boolean } {
  if (!number) return { form: styled, label: "", isCounted: false };
  if (number.bullet) return { form: styled === "text" ? "bullet" : styled, label: "", isCounted: false };
  const gap = /\p{Script=Han}.*[、）)．]$/u.test(number.label) ? "" : " ";
  return { form: styled, label: `${number.label}${gap}`, isCounted: styled === "text" && !number.isText };
}
