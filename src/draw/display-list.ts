/** What stands on the pages: glyphs, rules, tints, pictures and links, each tied to the structure tree. */
import type { Pt } from "../base/length.ts";
import type { Colour } from "../model/design.ts";
import { placeAt, type Source } from "../model/places.ts";

/**
 * What a drawing means: the id of a node of the structure tree, or one of PDF's artifact types.
 * There is no third way, so nothing can be left untagged.
 */
export type Tag = number | "pagination" | "layout" | "background";

/** A glyph of a run. */
export interface RunGlyph {
  /** Glyph id in the face's file. */
  readonly gid: number;
  /** Origin, pt below the run's baseline. */
  readonly y: Pt;
  /** Width in the font, pt at the run's size and natural scale; what a reader program takes for the glyph's width. */
  readonly width: Pt;
  /** What a reader copies for it: "" for the later glyphs of a cluster, several letters for a ligature. */
  readonly text: string;
}

/** Glyphs of one face, size and colour on one baseline. Coordinates: top-left origin, y down, pt. */
export interface TextItem {
  readonly kind: "text";
  /** Face id of the font book. */
  readonly face: string;
  readonly size: Pt;
  /** Horizontal scale, 1 natural. */
  readonly scale: number;
  readonly colour: Colour;
  readonly x: Pt;
  readonly baseline: Pt;
  readonly glyphs: readonly RunGlyph[];
  /** Origin of each glyph, pt right of `x`. */
  readonly xs: readonly Pt[];
  readonly tag: Tag;
  /** Null for text of the program's own (folio, date). */
  readonly typed: TypedRange | null;
}

/** The part of a typed text that a run shows, unit by unit as its glyphs say; a hyphen that a line's end added is none of it. */
export interface TypedRange {
  /** Of the whole text. */
  readonly source: Source;
  /** Its units there; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** @returns The offset in its file at which unit `index` of a run was typed; null for what nobody typed. */
export const typedAt = ({ source, start, end }: TypedRange, index: number): number | null =>
  start + index < end ? placeAt(source.places, start + index) : null;

/** What a reader copies of a run. */
export const shownText = ({ glyphs }: Pick<TextItem, "glyphs">): string =>
  glyphs.map(({ text }) => text).join("");

/** Where a glyph of a run ends, pt right of the run's x. */
export const glyphEnd = ({ glyphs, xs, scale }: Pick<TextItem, "glyphs" | "xs" | "scale">, k: number): Pt =>
  xs[k]! + glyphs[k]!.width * scale;

export interface RectItem {
  readonly kind: "rect";
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly colour: Colour;
  readonly tag: Tag;
}

/** A filled circle, such as a dot of emphasis. */
export interface DotItem {
  readonly kind: "dot";
  /** Its centre. */
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
  readonly colour: Colour;
  readonly tag: Tag;
}

export interface ImageItem {
  readonly kind: "image";
  /** Key of the picture in the document's images. */
  readonly image: string;
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly tag: Tag;
}

/** The active area of a link; its text is drawn by text items with the same tag. */
export interface LinkItem {
  readonly kind: "link";
  /** An absolute URI, or `#` and the name of a destination in the document. */
  readonly uri: string;
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly tag: number;
  /** What a screen reader says of it. */
  readonly contents: string;
}

export type DrawItem = TextItem | RectItem | DotItem | ImageItem | LinkItem;

/** What is known of a page without drawing it. */
export interface Sketch {
  /** Pages that have the same, and the same places, look the same; what they show may belong to other nodes. */
  readonly likeness: string;
  /** Of every piece of text: its node by its place in `nodes` (−1 for none), its x and its baseline. */
  readonly places: Float64Array;
  /** The nodes of the structure that it shows, in an order in which alike pages have theirs. */
  readonly nodes: readonly number[];
  readonly images: readonly ImageItem[];
  readonly links: readonly LinkItem[];
}

export interface DrawnPage {
  readonly width: Pt;
  readonly height: Pt;
  /** In reading order; pairs Chinese first. */
  readonly items: readonly DrawItem[];
  /** Null, or left out, where nothing is known of the pages of other builds. */
  readonly sketch?: Sketch | null;
}
