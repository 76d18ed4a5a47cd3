/** The font book and a way to read files in → faces, each opened when it is first asked for. */

import type { Diagnostic } from "../base/diagnostic.ts";
import { characterKey, MOST_CHARACTERS, Remembered } from "../base/remembered.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Face } from "./face.ts";
import type { FontSource } from "./font-source.ts";
import type { Shaper } from "./full-shaper.ts";
import type { GlyphKeeper } from "./glyph-programs.ts";
import { harmlesslyStale, inspectFont } from "./inspect-font.ts";
import { openFace } from "./open-face.ts";

/** A file beside fonts.yaml; null when there is none. */
export type ReadFont = (file: string) => FontSource | null;

/** The files that a book may name. */
export interface FontFiles {
  readonly read: ReadFont;
  /** Whether a file is not among the fonts: it is not read then. */
  readonly isOutside: (file: string) => boolean;
}

/** Signs that have no glyph of their own and never need one. */
const INVISIBLE = /^(?:[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff|[\u{e0100}-\u{e01ef}])$/u;

/** What keeps the glyphs of a file from one run to the next; null for nothing. */
export type KeeperOf = (source: FontSource) => GlyphKeeper | null;

interface Found {
  readonly face: Face;
  readonly missing: boolean;
}

export class FaceSet {
  readonly fallback: readonly string[];
  readonly #book: FontBook;
  readonly #read: ReadFont;
  readonly #shaper: Shaper;
  readonly #keeperOf: KeeperOf;
  readonly #open = new Map<string, Face>();
  /** By the wanted face. */
  readonly #found = new Map<string, Remembered<string | number, Found>>();

  constructor(book: FontBook, read: ReadFont, shaper: Shaper, keeperOf: KeeperOf = () => null) {
    this.fallback = book.fallback;
    this.#book = book;
    this.#read = read;
    this.#shaper = shaper;
    this.#keeperOf = keeperOf;
  }

  /** Throws where the book has no such face or its file is unusable: `faultsOf` is asked first. */
  face(id: string): Face {
    const known = this.#open.get(id);
    if (known) return known;
    const entry = this.#book.faces.get(id);
    const source = entry ? this.#read(entry.file) : null;
    if (!source) throw new Error(`no face ${id}`);
    const made = openFace(id, source, this.#shaper, this.#keeperOf(source));
    this.#open.set(id, made);
    return made;
  }

  /** The wanted face, or the first of the fallback order that has every character of `text`. */
  faceFor(text: string, wanted: string): Found {
    const texts = this.#found.get(wanted) ?? new Remembered<string | number, Found>(MOST_CHARACTERS);
    this.#found.set(wanted, texts);
    const key = characterKey(text);
    const known = texts.get(key);
    if (known) return known;
    const points = [...text].filter((char) => !INVISIBLE.test(char)).map((char) => char.codePointAt(0)!);
    const has = (face: Face) => points.every((point) => face.has(point));
    let found: Found | null = null;
    for (const id of [wanted, ...this.fallback]) {
      const face = this.face(id);
      if (has(face)) {
        found = { face, missing: false };
        break;
      }
    }
    found ??= { face: this.face(wanted), missing: true };
    return texts.add(key, found);
  }
}

/**
 * What is wrong with the files of a book, each with its place in fonts.yaml.
 *
 * @param isKnownSound Whether a file was looked through before, and nothing found.
 */
export function faultsOf(
  book: FontBook,
  { read, isOutside }: FontFiles,
  isKnownSound: (source: FontSource) => boolean = () => false,
): readonly Diagnostic[] {
  return [...book.faces.values()].flatMap(({ id, file, span }): Diagnostic[] => {
    const about = { severity: "error", span, face: id, file } as const;
    if (isOutside(file)) return [{ code: "font-refused", ...about, fault: "outside" }];
    const source = read(file);
    if (!source) return [{ code: "font-missing", ...about }];
    if (isKnownSound(source)) return [];
    const fault = inspectFont(source);
    if (fault) return [{ code: "font-refused", ...about, fault }];
    const tables = harmlesslyStale(source);
    return tables.length > 0 ? [{ code: "font-stale", ...about, severity: "warning", tables }] : [];
  });
}
