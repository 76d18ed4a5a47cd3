/** What is set, passages of text, and what they are set with: the faces and the rules of a design. */
import type { Language } from "../base/language.ts";
import { perObject } from "../base/remembered.ts";
import type { Face } from "../font/face.ts";
import type { Design, TextStyle } from "../model/design.ts";
import type { FontBook, FontRole } from "../model/font-book.ts";
import { type Mark, placesIn, type Run } from "../model/inline.ts";
import { joinPlaces, type Source } from "../model/places.ts";

/** A character that no face has. */
export interface MissingGlyph {
  readonly char: string;
  /** The face that was asked first. */
  readonly face: string;
  /** Its index in the passage's text. */
  readonly index: number;
}

/** Faces by id, with the book's order of fallback. */
export interface Faces {
  face(id: string): Face;
  /** The wanted face, or the first of the fallback order that has the character. */
  faceFor(char: string, wanted: string): { readonly face: Face; readonly missing: boolean };
  readonly fallback: readonly string[];
}

export interface Setting {
  readonly design: Design;
  readonly book: FontBook;
  readonly faces: Faces;
  /** Words that display type never parts. */
  readonly terms: readonly string[];
}

/** Runs that share a style; a note's lead words are one part and the rest another. */
export interface Part {
  readonly runs: readonly Run[];
  readonly style: TextStyle;
}

/**
 * In `names` a typed space between two Han stands as one em (王 冰); elsewhere it is dropped. `credits` are names, each
 * of which stays on its line. `labels` are names too: captions, and the cells of a table. `divided` are labels in a
 * column that does not hold their words: all of these may be hyphenated, as a last resort. `display` is type whose lines
 * end with a phrase, as those of credits and labels do; `subtitled` is a title of several lines, whose subtitle (——……)
 * begins one of its own.
 */
export type PassageKind = "text" | "names" | "labels" | "divided" | "credits" | "display" | "subtitled";

export const isDisplay = (kind: PassageKind): boolean => kind === "display" || kind === "subtitled";

/** What a Chinese subtitle begins with. */
export const SUBTITLE = "——";

/** Whether the lines of a passage in Chinese end with a phrase. */
export const endsWithPhrases = (kind: PassageKind): boolean => kind !== "text" && kind !== "names";

export interface Passage {
  readonly language: Language;
  readonly parts: readonly Part[];
  /** Null for text of the program's own. */
  readonly file: string | null;
  readonly kind: PassageKind;
}

/** Where a passage was typed; null for text of the program's own. */
export const sourceOf: (passage: Passage) => Source | null = perObject(({ file, parts }) =>
  file === null ? null : { file, places: joinPlaces(parts.map(placesIn)) },
);

const NO_ROLE: FontRole = (() => {
  const none = { zh: "", en: "" };
  return { regular: none, bold: none, emphasis: none, boldEmphasis: none };
})();

/** The face id for a run: its role's regular, bold, emphasis or both, for Han or for Latin. */
export function faceOf(book: FontBook, style: TextStyle, mark: Mark, script: Language): string {
  const role = book.roles.get(style.font) ?? NO_ROLE;
  if (mark.bold) return (mark.emphasis ? role.boldEmphasis : role.bold)[script];
  return (mark.emphasis ? role.emphasis : role.regular)[script];
}
