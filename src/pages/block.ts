/** What pages are made of: blocks of lines and ornaments that stack on the grid. Lengths in pt, y down. */
import type { Pt } from "../base/length.ts";
import { lineText, type SetLine } from "../lines/line.ts";
import type { ColourName } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { Source } from "../model/places.ts";

/** A line at its place across the block. */
export interface Piece {
  readonly line: SetLine;
  /** The same for lines of one design that look the same, known without setting them; its line's own if left out. */
  readonly likeness?: string | undefined;
  /** Left edge of the line's measure, from the left of the type area or newspaper column. */
  readonly x: Pt;
  /** What it is in the structure; null for running heads and folios, which are artifacts. */
  readonly element: Element | null;
  /** Where its passage was typed; null for text of the program's own. */
  readonly source: Source | null;
}

/** Pieces on one baseline, such as a list's mark and its text. */
export interface Row {
  /** From the first baseline of its strip. */
  readonly baseline: Pt;
  /**
   * Lines are set when they are asked for, anew each time: of the forms of a paragraph one alone reaches a page,
   * and the lines of a whole book would fill the memory.
   */
  readonly pieces: readonly Piece[];
  /** What a reader copies of it. */
  readonly text: string;
  /** Its last line ends inside a word. */
  readonly hyphened: boolean;
  /** Something on it is a link. */
  readonly linked: boolean;
}

/** A row of pieces that are set already. */
export const rowOf = (baseline: Pt, pieces: readonly Piece[]): Row => ({
  baseline,
  pieces,
  get text() {
    return pieces.map(({ line }) => lineText(line)).join("");
  },
  hyphened: pieces.at(-1)?.line.hyphened ?? false,
  linked: pieces.some(({ line }) => line.runs.some(({ link }) => link !== null)),
});

/** The same row, moved down. */
export const rowMoved = (row: Row, by: Pt): Row => ({
  baseline: row.baseline + by,
  get pieces() {
    return row.pieces;
  },
  get text() {
    return row.text;
  },
  hyphened: row.hyphened,
  linked: row.linked,
});

/** One column of a block: rows in reading order, baselines ascending from 0. */
export interface Strip {
  readonly rows: readonly Row[];
  /** From its last baseline to where what follows may begin. */
  readonly descent: Pt;
  /** Strips that have the same one have rows of the same text, in whatever build; left out where nothing tells. */
  readonly alike?: object;
}

/** A way to set a block: its texts may take a line less or more. */
export interface Form {
  readonly strips: readonly Strip[];
  /** What it costs, in lines of blank; the block's own strips are the cheapest form. */
  readonly cost: number;
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
  /** From the last baseline to the inner bottom at the foot of a page, where all strips end level. */
  readonly descent: Pt;
  /** All ways to set it, cheapest first; empty where there is one alone. */
  readonly forms: readonly Form[];
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
  /**
   * Leads to what stands behind it, as a colon does to a list and a heading with a single line below it to the next
   * ones: a page or column ends there where little else will do.
   */
  readonly leads: boolean;
  readonly splittable: boolean;
  /** Of a list: the spaces between its items stay alike. */
  readonly item: boolean;
  /** The space behind it never grows: a caption stays with its table, a picture with its caption. */
  readonly tied: boolean;
  /** Spans the newspaper columns. */
  readonly band: boolean;
  /** Stands at the foot of the last page. */
  readonly foot: boolean;
  /** Ends an article, as its credits do: at the head of a page it has lost what it belongs to. */
  readonly closing: boolean;
  /** What a page or column that begins with it repeats above it: the head of its table. Artifacts alone. */
  readonly repeated: readonly Block[];
}

/** The same block with other strips, in no other form. */
export const withStrips = (about: Block, strips: readonly Strip[]): Block => ({
  strips,
  ascent: about.ascent,
  descent: about.descent,
  forms: [],
  leastHeight: about.leastHeight,
  padding: about.padding,
  before: about.before,
  after: about.after,
  ornaments: about.ornaments,
  ground: about.ground,
  keepWithNext: about.keepWithNext,
  leads: about.leads,
  splittable: about.splittable,
  item: about.item,
  tied: about.tied,
  band: about.band,
  foot: about.foot,
  closing: about.closing,
  repeated: about.repeated,
});

/** Every key is named: the search for pages is fast where all blocks have one shape. */
export const block = (about: Pick<Block, "strips" | "ascent" | "descent"> & Partial<Block>): Block => ({
  strips: about.strips,
  ascent: about.ascent,
  descent: about.descent,
  forms: about.forms ?? [],
  leastHeight: about.leastHeight ?? 0,
  padding: about.padding ?? 0,
  before: about.before ?? 0,
  after: about.after ?? 0,
  ornaments: about.ornaments ?? [],
  ground: about.ground ?? null,
  keepWithNext: about.keepWithNext ?? false,
  leads: about.leads ?? false,
  splittable: about.splittable ?? false,
  item: about.item ?? false,
  tied: about.tied ?? false,
  band: about.band ?? false,
  foot: about.foot ?? false,
  closing: about.closing ?? false,
  repeated: about.repeated ?? [],
});

/** A block in one of its forms. */
export interface Formed {
  readonly whole: Block;
  readonly cost: number;
  readonly start: Rows;
  readonly end: Rows;
  /** Of the whole of it, see `partHeight` and `footHeight`. */
  readonly height: Pt;
  readonly footHeight: Pt;
}

/** @param start Where it begins; before its first rows if left out. */
export function formed(whole: Block, cost: number, start = startOf(whole)): Formed {
  const end = endOf(whole);
  const [height, foot] = [partHeight(whole, start, end), footHeight(whole, start, end)];
  return { whole, cost, start, end, height, footHeight: foot };
}

const forms = new WeakMap<Block, readonly Formed[]>();

/** @returns Cheapest first; the block itself where it has no choice. */
export function formsOf(whole: Block): readonly Formed[] {
  const known = forms.get(whole);
  if (known) return known;
  const made = whole.forms.map(({ strips, cost }) => formed(withStrips(whole, strips), cost));
  const all = made.length > 1 ? made : [formed(whole, 0)];
  forms.set(whole, all);
  return all;
}

/** How many rows of each strip stand before a point of a block. */
export type Rows = readonly number[];

export const startOf = (whole: Block): Rows => whole.strips.map(() => 0);
export const endOf = (whole: Block): Rows => whole.strips.map((strip) => strip.rows.length);

/** Height of the part of a strip between two counts of rows, baseline to baseline. */
export function extent(strip: Strip, from: number, to: number): Pt {
  return to > from ? strip.rows[to - 1]!.baseline - strip.rows[from]!.baseline : 0;
}

/** Height of a block's part, padding included, before it is rounded up to the grid. */
export const partHeight = (whole: Block, from: Rows, to: Rows): Pt => height(whole, from, to, null);

/** The same for a part that ends a page. */
export const footHeight = (whole: Block, from: Rows, to: Rows): Pt => height(whole, from, to, whole.descent);

/** @param descent Below the last baseline of every strip; null for each strip's own. */
function height(whole: Block, from: Rows, to: Rows, descent: Pt | null): Pt {
  const { strips } = whole;
  let below = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < strips.length; k++)
    below = Math.max(below, extent(strips[k]!, from[k]!, to[k]!) + (descent ?? strips[k]!.descent));
  const inner = strips.length === 0 ? 0 : whole.ascent + below;
  return Math.max(inner, whole.leastHeight) + 2 * whole.padding;
}

/** Up to the next multiple of the grid; what rounding errors left over counts as nothing. */
export const onGrid = (y: Pt, grid: Pt): Pt => Math.ceil(y / grid - 1e-6) * grid;

/** One of each list, in every way. */
export function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let count = 1;
  for (const list of lists) count *= list.length;
  const found = new Array<readonly T[]>(count);
  for (let n = 0; n < count; n++) {
    const one = new Array<T>(lists.length);
    // The last list turns fastest.
    let rest = n;
    for (let k = lists.length - 1; k >= 0; k--) {
      const list = lists[k]!;
      one[k] = list[rest % list.length]!;
      rest = Math.floor(rest / list.length);
    }
    found[n] = one;
  }
  return found;
}
