/** A block that meets the end of a frame in → its parts that may stand there, and what each costs. */
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";
import { type Block, combinations, extent, footHeight, formsOf, onGrid, type Rows } from "./block.ts";
import type { Stack } from "./fragment.ts";
import { courseOf, stepAt } from "./in-step.ts";
import type { Lanes } from "./lanes.ts";

export interface FrameRules {
  readonly grid: Pt;
  readonly widows: number;
  readonly orphans: number;
  /** From one line of the text to the next, in the language whose lines are further apart. */
  readonly line: Pt;
}

export function frameRules({ grid, widows, orphans, styles }: Design, lanes: Lanes): FrameRules {
  const leadings = lanes.body.flat().map(({ language }) => styles.body[language].leading);
  return { grid, widows, orphans, line: Math.max(...leadings) };
}

/** Costs in squared lines of blank (rules: pages; chosen by eye). */
export const COST = {
  /** A line of blank: two short feet count about as one long one. */
  blank: 2,
  /** A paragraph parted. */
  split: 1,
  /** The languages of a pair are parted at different places: one at its start, one at its end. */
  apart: 12,
  /** They are parted behind the same sentence, which is worth a line and more of blank. */
  together: 3,
  /** A paragraph is parted from what it leads to: some six lines may rather stay blank. */
  led: 50,
  /** A table parted between rows: a quarter of a page may rather stay blank. */
  table: 150,
  /** Credits parted from what they end: two fifths of a page may rather stay blank. */
  closing: 300,
  /** The frame's last line ends with a hyphen: almost any other place is better. */
  hyphen: 60,
  /** A block that no frame holds. */
  tooTall: 1e6,
} as const;

/** A line by which columns side by side end apart. */
const UNLEVEL = 5;

/** Numbers of lines that are tried on each side, from the most that fit down. */
const HELD_BACK = 4;

/** Blank counts in lines of text, whatever stands above it. */
export function blankCost(blank: Pt, { line }: FrameRules): number {
  const lines = blank / line;
  return COST.blank * lines + lines ** 2;
}

/** Columns of one page that end apart are seen at once: almost rather both of them end short (chosen by eye). */
export function unlevelCost(apart: Pt, { line, grid }: FrameRules): number {
  const lines = Math.max(0, Math.abs(apart) - grid) / line;
  return UNLEVEL * lines + lines ** 2;
}

/** Lines of the body that a last frame holds at least, or it looks forgotten. */
const DECENT = 6;

/** A last frame with its foot that holds nothing else, or next to nothing, looks forgotten. */
export function lastCost(stack: Stack | null, { line }: FrameRules): number {
  if (!stack?.last.block.foot) return 0;
  const above = stack.above?.last;
  const missing = DECENT - (above ? (above.y + above.height) / line : 0);
  return missing > 0 ? 4 * missing ** 2 : 0;
}

/**
 * From which block on what stands behind one, such as credits, would look forgotten with the foot on a frame of its own:
 * lines of the block go over to keep it company.
 *
 * @returns Its index; the number of blocks where there is no foot.
 */
export function companyFrom(blocks: readonly Block[], { line }: FrameRules): number {
  if (!blocks.at(-1)?.foot) return blocks.length;
  let from = blocks.length - 1;
  for (let behind = 0; from > 0 && behind < DECENT * line; ) {
    from -= 1;
    behind += blocks[from]!.before + formsOf(blocks[from]!)[0]!.height;
  }
  return from;
}

/** A part of a block that ends a frame. */
interface Foot {
  /** Where it ends. */
  readonly rows: Rows;
  readonly height: Pt;
  /** Without that of what stands above. */
  readonly cost: number;
}

const NONE: readonly Foot[] = [];

/**
 * The parts of a block that fit above the frame's end, with at least the theme's lines on both sides.
 *
 * @param from Where the part begins.
 * @param y The same, from the frame's top.
 * @param height Of the frame.
 */
export function feetOf(whole: Block, from: Rows, y: Pt, height: Pt, rules: FrameRules): readonly Foot[] {
  if (!whole.splittable) return NONE;
  const room = height - y - 2 * whole.padding - whole.ascent - whole.descent;
  if (room < 0) return NONE;
  const found: Foot[] = [];
  const { strips } = whole;
  const choices = strips.map((strip, k) =>
    endings(strip.rows.length, from[k]!, rules, (rows) => extent(strip, from[k]!, rows) <= room + 1e-6),
  );
  const courses = strips.map(courseOf);
  for (const ends of combinations(choices)) {
    if (ends.every((rows, k) => rows === strips[k]!.rows.length)) continue;
    const tall = onGrid(footHeight(whole, from, ends), rules.grid);
    if (y + tall > height + 1e-6) continue;
    const { apart, together } = stepAt(courses, ends);
    let hyphens = 0;
    // Blank under one language alone is half of that under both, except where more of its text would fit.
    let uneven = 0;
    let heldBack = 0;
    for (let k = 0; k < ends.length; k++) {
      if (endsHyphened(whole, k, ends[k]!)) hyphens += 1;
      const blank = blankCost(room - extent(strips[k]!, from[k]!, ends[k]!), rules);
      uneven += blank;
      if (ends[k]! < choices[k]![0]!) heldBack = Math.max(heldBack, blank);
    }
    uneven = Math.max(heldBack, uneven / ends.length);
    const cost =
      uneven + COST.split + COST.apart * apart + COST.hyphen * hyphens - (together ? COST.together : 0);
    found.push({ rows: ends, height: tall, cost });
  }
  return found;
}

const endsHyphened = (whole: Block, strip: number, rows: number): boolean =>
  whole.strips[strip]!.rows[rows - 1]?.hyphened ?? false;

/**
 * Numbers of rows that a strip may have above a break: the most that fit and leave enough on both sides, and
 * a few less. A strip that is done stays done.
 */
function endings(
  count: number,
  from: number,
  rules: FrameRules,
  fits: (rows: number) => boolean,
): readonly number[] {
  if (from === count) return [count];
  const least = from + (from === 0 ? rules.orphans : 1);
  const found: number[] = [];
  // A text that ends above the break is whole; one that does not leaves enough for the next page.
  if (fits(count)) found.push(count);
  for (let rows = count - rules.widows; rows >= least && found.length < HELD_BACK; rows--)
    if (fits(rows)) found.push(rows);
  return found;
}
