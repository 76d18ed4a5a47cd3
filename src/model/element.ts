/** The logical structure of what is set: paragraphs, headings, lists, in reading order. */
import type { Language } from "../base/language.ts";

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that this program uses. */
export type StructType =
  | "Document"
  | "Part"
  | "Art"
  | "Sect"
  | "Div"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "BlockQuote"
  | "Figure"
  | "Caption"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Note"
  | "Reference"
  | "Link"
  | "Span"
  | "TOC"
  | "TOCI";

/** What a picture shows, in one language. */
export interface Description {
  readonly language: Language;
  readonly text: string;
}

/** A node of the structure. What is drawn names its element; elements are compared by identity. */
export interface Element {
  readonly type: StructType;
  /** Null where the parent's language holds. */
  readonly language: Language | null;
  /** Alternative text of a figure, in each language that its edition has; none for what is no figure. */
  readonly alt: readonly Description[];
  /** In reading order. Grows while blocks are set. */
  readonly children: Element[];
  /** Its line in the outline (bookmarks); null for none. */
  readonly outline: { readonly title: string; readonly level: number } | null;
  /** Name of the place where it begins, which links lead to; null for none. */
  readonly name: string | null;
  /** What a link that leads to it is called, unless the text that the link stands in has a title itself: an entry of the contents. */
  readonly title: string | null;
  /** Where a footnote is mentioned first, which its number leads back to; null for what is none. */
  readonly mention: { readonly name: string; readonly title: string } | null;
  /** How the items of a list are marked; null for what is no list. */
  readonly marks: "Decimal" | "Disc" | null;
  /** What a header cell heads; null for what is none. */
  readonly scope: "Column" | "Row" | null;
}

/** Makes an element and hangs it under its parent. */
export function element(
  type: StructType,
  parent: Element | null,
  about: Partial<Omit<Element, "type" | "children">> = {},
): Element {
  const made: Element = {
    type,
    language: about.language ?? null,
    alt: about.alt ?? [],
    children: [],
    outline: about.outline ?? null,
    name: about.name ?? null,
    title: about.title ?? null,
    mention: about.mention ?? null,
    marks: about.marks ?? null,
    scope: about.scope ?? null,
  };
  parent?.children.push(made);
  return made;
}
