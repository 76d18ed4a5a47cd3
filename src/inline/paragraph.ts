/** A paragraph ready for lines: boxes that never break, and the seams between them. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { ColourName } from "../model/design.ts";

/** A glyph of a box. Alike ones of one face are one object, in whatever boxes they stand. */
export interface BoxGlyph {
  readonly gid: number;
  /** From the box's baseline, down, pt. */
  readonly y: Pt;
  /** Advance in the font at the box's size, pt. */
  readonly width: Pt;
  /** What a reader copies for it. */
  readonly text: string;
}

/**
 * Glyphs that stay together: a Han character, a mark without its blanks, a piece of a Latin word. Alike ones are
 * one object wherever they stand.
 */
export interface Box {
  readonly width: Pt;
  readonly face: string;
  readonly size: Pt;
  readonly colour: ColourName;
  readonly glyphs: readonly BoxGlyph[];
  /** Where each glyph stands, from the box's left end. */
  readonly origins: readonly Pt[];
  /** What a reader copies of it. */
  readonly text: string;
  readonly link: string | null;
  /** How far it may hang over the measure when it begins or ends a line, pt. */
  readonly hangLeft: Pt;
  readonly hangRight: Pt;
  /** Latin boxes take part in a line's horizontal scale; Han never does. */
  readonly latin: boolean;
  /** A dot of emphasis stands under it. */
  readonly dotted: boolean;
}

/**
 * What a seam is: `word` a word space, `mixed` the gap between Han and Latin, `bracket`, `pause` and
 * `stop` the blank of marks, `han` two characters that a line may part a little, `inner` a mark and what it
 * belongs to, before a comma or inside a bracket, `fixed` nothing that moves, `newline` a line break the editor typed.
 */
export type SeamKind =
  | "word"
  | "mixed"
  | "bracket"
  | "pause"
  | "stop"
  | "han"
  | "inner"
  | "fixed"
  | "newline";

/** A glyph that stands in a seam or at a line's end: a typed space, an inserted hyphen. */
export interface SeamGlyph extends BoxGlyph {
  readonly face: string;
  readonly size: Pt;
  readonly colour: ColourName;
}

/** Between two boxes. A line that breaks here loses the width and keeps `hyphen`. */
export interface Seam {
  readonly kind: SeamKind;
  /** Natural width, pt. */
  readonly width: Pt;
  /** The size its ems are counted in, pt. */
  readonly size: Pt;
  /** Cost of a break: 0 free, FORBIDDEN none, else a penalty. */
  readonly cost: number;
  /** A hyphen that a break here adds. */
  readonly hyphen: SeamGlyph | null;
  /** A break here ends the line with a hyphen, added or typed. */
  readonly hyphened: boolean;
  /** The typed space, kept so that the text comes out whole; its width never counts. */
  readonly space: SeamGlyph | null;
}

export type Indexes = Uint16Array | Int32Array;

/** @param most None is greater. @returns So many zeros, in two bytes each where that is enough. */
export const indexes = (count: number, most: number): Indexes =>
  most < 0x10000 ? new Uint16Array(count) : new Int32Array(count);

export interface Paragraph {
  readonly language: Language;
  readonly boxes: readonly Box[];
  /** The text of a box by its index, where boxes are made only when they are asked for. */
  readonly textOf?: (box: number) => string;
  /** Of each box, its first character and what stands behind its last, as indexes in the passage's text. */
  readonly starts: Indexes;
  readonly ends: Indexes;
  /** `seams[i]` stands before `boxes[i]`; `seams[0]` holds the blank of an opening mark and never breaks. */
  readonly seams: readonly Seam[];
  /** A space typed behind the last box: it takes no room, and keeps what a reader copies next apart. */
  readonly tail: SeamGlyph | null;
  /** Whether any box has a link. */
  readonly linked: boolean;
}
