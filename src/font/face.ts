/** What a face gives: metrics, glyphs of a text, subsets. */
import type { Em } from "../base/length.ts";

/** A shaped glyph. All measures in em. */
export interface Glyph {
  readonly gid: number;
  readonly advance: Em;
  readonly dx: Em;
  /** Positive is up, as in fonts. */
  readonly dy: Em;
  /** The characters it stands for; "" for the later glyphs of a cluster. */
  readonly text: string;
}

/** What fonts need to know of a text to shape it. */
export interface Shaping {
  /** OpenType script and language, e.g. `hani`/`ZHS ` or `latn`/`dflt`. */
  readonly script: string;
  readonly language: string | null;
  /** Features beyond the font's defaults, e.g. `lnum`, `tnum`, `fwid`. */
  readonly features: readonly string[];
}

export interface FaceMetrics {
  readonly postscriptName: string;
  readonly familyName: string;
  /** em, positive up. */
  readonly ascent: Em;
  readonly descent: Em;
  readonly xHeight: Em;
  readonly capHeight: Em;
  readonly bbox: readonly [Em, Em, Em, Em];
  readonly italicAngle: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly fixedPitch: boolean;
}

/** One static TrueType face. */
export interface Face {
  readonly id: string;
  readonly metrics: FaceMetrics;
  has(codePoint: number): boolean;
  /** Shapes a word or a mark; the same call gives the same array (it is remembered). */
  shape(text: string, shaping: Shaping): readonly Glyph[];
  /** Advance of a glyph in the font, em, before any kerning. */
  advance(gid: number): Em;
  /**
   * A CFF font program with these glyphs only, in this order; CID 0 stays .notdef.
   *
   * @param gids Glyph ids without 0.
   * @param cids Rising numbers above 0: glyph `gids[i]` has CID `cids[i]` in the subset.
   * @param name PostScript name of the subset.
   * @param slack How far outlines may leave their drawing to take less room; 0 for as true as can be.
   */
  subset(gids: readonly number[], cids: readonly number[], name: string, slack: Em): Uint8Array;
}
