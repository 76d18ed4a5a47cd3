/** What pages are made of: blocks of lines and ornaments that stack on the grid. Lengths in pt, y down. */
import type { Pt } from "../base/length.ts";
import type { SetLine } from "../lines/line.ts";
import type { ColourName } from "../model/design.ts";
import type { Element } from "../model/element.ts";

/** A line at its place across the block. */
export interface Piece {
  readonly line: SetLine;
  /** Left edge of the line's measure, from the left of the type area or newspaper column. */
  readonly x: Pt;
  /** What it is in the structure; null for running heads and folios, which are artifacts. */
  readonly element: Element | null;
  /** The file its characters were typed in; null for text of the program's own. */
  readonly file: string | null;
}

/** Pieces on one baseline, such as a list's mark and its text. */
export interface Row {
  /** From the first baseline of its strip. */
  readonly baseline: Pt;
  readonly pieces: readonly Piece[];
}

/** One column of a block: rows in reading order, baselines ascending from 0. */
export interface Strip {
  readonly rows: readonly Row[];
}

/** An ornament, from the block's top left. */
export type Ornament =
  | {
      readonly kind: "rect";
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly colour: ColourName;
    }
  | {
      readonly kind: "picture";
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly src: string;
      readonly element: Element;
    };

/** A tint or hairlines around every part of a block that is split. */
export interface Ground {
  readonly frame: "tint" | "rules";
  readonly x: Pt;
  readonly width: Pt;
  readonly rule: Pt;
}

export interface Block {
  /** Side by side; their first baselines are level. */
  readonly strips: readonly Strip[];
  /** From the inner top to the first baseline. */
  readonly ascent: Pt;
  /** From the last baseline to the inner bottom. */
  readonly descent: Pt;
  /** Least inner height, for blocks that ornaments make taller than their lines. */
  readonly leastHeight: Pt;
  /** Between the inside and the block's edges, above and below. */
  readonly padding: Pt;
  readonly before: Pt;
  readonly after: Pt;
  readonly ornaments: readonly Ornament[];
  readonly ground: Ground | null;
  /** No page or column may end behind it. */
  readonly keepWithNext: boolean;
  readonly splittable: boolean;
  /** Spans the newspaper columns. */
  readonly band: boolean;
  /** Stands at the foot of the last page. */
  readonly foot: boolean;
}

const BARE: Omit<Block, "strips" | "ascent" | "descent"> = {
  leastHeight: 0,
  padding: 0,
  before: 0,
  after: 0,
  ornaments: [],
  ground: null,
  keepWithNext: false,
  splittable: false,
  band: false,
  foot: false,
};

export const block = (about: Pick<Block, "strips" | "ascent" | "descent"> & Partial<Block>): Block => ({
  ...BARE,
  ...about,
});

/** How many rows of each strip stand before a point of a block. */
export type Rows = readonly number[];

export const startOf = (whole: Block): Rows => whole.strips.map(() => 0);
export const endOf = (whole: Block): Rows => whole.strips.map((strip) => strip.rows.length);

/** Height of the part of a strip between two counts of rows, baseline to baseline. */
export function extent(strip: Strip, from: number, to: number): Pt {
  return to > from ? strip.rows[to - 1]!.baseline - strip.rows[from]!.baseline : 0;
}

/** Height of a block's part, padding included, before it is rounded up to the grid. */
export function partHeight(whole: Block, from: Rows, to: Rows): Pt {
  const tallest = Math.max(0, ...whole.strips.map((strip, k) => extent(strip, from[k]!, to[k]!)));
  const inner = whole.strips.length === 0 ? 0 : whole.ascent + tallest + whole.descent;
  return Math.max(inner, whole.leastHeight) + 2 * whole.padding;
}

/** Up to the next multiple of the grid; what rounding errors left over counts as nothing. */
export const onGrid = (y: Pt, grid: Pt): Pt => Math.ceil(y / grid - 1e-6) * grid;
