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
  /** Name of the destination that it leads to. */
  readonly name: string;
}

/** A place that links lead to, such as `2024-14/2`, the second article, or `2024-14/2.1`, its first heading. */
export interface Destination {
  readonly name: string;
  /** Page index from 0, and the top of what it points at. */
  readonly page: number;
  readonly y: Pt;
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
  /** In the order of the pages; names differ. */
  readonly destinations: readonly Destination[];
  /** PNG or JPEG files by key. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}
