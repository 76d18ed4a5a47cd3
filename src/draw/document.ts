/** A whole document, drawn: what a writer needs to make a file of it, and nothing else. */
import type { Edition, Language, Pair } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { CalendarDate } from "../model/issue.ts";
import type { DrawnPage } from "./display-list.ts";
import type { StructTree } from "./struct-tree.ts";

/** A line of the outline (bookmarks). `level` counts from 1. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  /** Page index from 0, and the top of what it points at. */
  readonly page: number;
  readonly y: Pt;
  /** Name of the destination, as in `#2024-14/2`. */
  readonly name: string;
}

export interface DocumentInfo {
  /** In the edition's languages alone. */
  readonly title: Pair<string | null>;
  readonly authors: readonly string[];
  readonly publisher: Pair<string | null>;
  readonly publicationName: Pair<string | null>;
  readonly issueNumber: string;
  readonly date: CalendarDate;
  readonly edition: Edition;
  /** Language of the document as a whole; nodes in the other one say so. */
  readonly language: Language;
}

export interface DrawnDocument {
  readonly info: DocumentInfo;
  readonly pages: readonly DrawnPage[];
  readonly structure: StructTree;
  readonly outline: readonly OutlineEntry[];
  /** PNG or JPEG files by key. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}
