/** Blocks in → parts of them in frames (pages or newspaper columns), chosen for the whole run at once. */
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";
import {
  type Block,
  combinations,
  endOf,
  extent,
  footHeight,
  formed,
  formsOf,
  onGrid,
  partHeight,
  type Rows,
  startOf,
} from "./block.ts";
import { type Fragment, fragmentsOf, type Stack } from "./fragment.ts";
import { stepAt } from "./in-step.ts";

export interface FrameRules {
  readonly grid: Pt;
  readonly widows: number;
  readonly orphans: number;
}

export const frameRules = ({ grid, widows, orphans }: Design): FrameRules => ({ grid, widows, orphans });

/** A point between two rows of the run: where a frame may end and the next begin. */
interface Point {
  readonly block: number;
  readonly rows: Rows;
  /** The form in which a parted block was begun; null for a block that begins here. */
  readonly form: Block | null;
}

/** A way to have filled the frames up to a point. */
interface Way {
  readonly point: Point;
  readonly cost: number;
  readonly before: Way | null;
  readonly stack: Stack | null;
}

/** Costs in squared lines of blank (rules: pages; chosen by eye). */
const COST = {
  /** A line of blank: two short feet count about as one long one. */
  blank: 2,
  /** A paragraph parted. */
  split: 1,
  /** The languages of a pair are parted at different places: one at its start, one at its end. */
  apart: 12,
  /** They are parted behind the same sentence, which is worth a line and more of blank. */
  together: 3,
  /** The frame's last line ends with a hyphen: almost any other place is better. */
  hyphen: 60,
  /** A block that no frame holds. */
  tooTall: 1e6,
} as const;

/** Numbers of lines that are tried on each side, from the most that fit down. */
const HELD_BACK = 4;

/**
 * @param heightOf Height of a frame by its number from 0.
 * @param most Frames there are; null for as many as it takes.
 * @returns Fragments by frame; null when `most` frames do not hold the run.
 */
export function breakFrames(
  blocks: readonly Block[],
  heightOf: (frame: number) => Pt,
  rules: FrameRules,
  most: number | null = null,
): readonly (readonly Fragment[])[] | null {
  if (blocks.length === 0) return [];
  const first: Way = {
    point: { block: 0, rows: startOf(blocks[0]!), form: null },
    cost: 0,
    before: null,
    stack: null,
  };
  let open = new Map<string, Way>([["", first]]);
  let done: Way | null = null;
  for (let frame = 0; open.size > 0 && (most === null || frame < most); frame++) {
    const next = new Map<string, Way>();
    for (const way of open.values())
      for (const filled of fillings(blocks, way.point, heightOf(frame), rules)) {
        const { end: point, stack } = filled;
        const cost = way.cost + filled.cost;
        if (point.block >= blocks.length) {
          if (!done || cost < done.cost) done = { point, cost, before: way, stack };
          continue;
        }
        const key = keyOf(blocks, point);
        const known = next.get(key);
        if (!known || cost < known.cost) next.set(key, { point, cost, before: way, stack });
      }
    // Fewer frames win: a later end is looked for only while there is none.
    if (done) break;
    open = next.size <= MOST_WAYS ? next : cheapest(next);
  }
  if (!done) return null;
  const frames: (readonly Fragment[])[] = [];
  for (let way: Way = done; way.before; way = way.before) frames.push(fragmentsOf(way.stack));
  return frames.reverse();
}

/** Ways that are followed from frame to frame: their ends drift apart, and a long issue would drown in them. */
const MOST_WAYS = 16;

function cheapest(ways: ReadonlyMap<string, Way>): Map<string, Way> {
  return new Map([...ways].sort(([, a], [, b]) => a.cost - b.cost).slice(0, MOST_WAYS));
}

/** Forms of one block that leave the same rows for the next frame are told apart by all of their rows. */
function keyOf(blocks: readonly Block[], { block, rows, form }: Point): string {
  const own = form === null ? 0 : formsOf(blocks[block]!).findIndex(({ whole }) => whole === form);
  return `${block}:${own}:${rows.join(",")}`;
}

interface Filling {
  readonly stack: Stack;
  readonly end: Point;
  readonly cost: number;
}

/** A frame that is filled down to a place between two blocks. */
interface Filled {
  readonly bottom: Pt;
  readonly stack: Stack | null;
  /** Of the forms of its blocks. */
  readonly cost: number;
}

/** Every way worth looking at to fill one frame from a point on. */
function fillings(blocks: readonly Block[], from: Point, height: Pt, rules: FrameRules): readonly Filling[] {
  const found: Filling[] = [];
  let filled: readonly Filled[] = [{ bottom: 0, stack: null, cost: 0 }];
  for (let k = from.block; k < blocks.length; k++) {
    const parted = k === from.block ? from.form : null;
    const forms = parted ? [formed(parted, 0, from.rows)] : formsOf(blocks[k]!);
    const next = new Map<Pt, Filled>();
    for (const above of filled)
      for (const { whole, cost, start, end, height: tallest, footHeight: foot } of forms) {
        const gap = above.stack === null ? 0 : Math.max(blocks[k - 1]!.after, whole.before);
        const y = onGrid(above.bottom + gap, rules.grid);
        const sum = above.cost + cost;
        if (y + onGrid(foot, rules.grid) > height + 1e-6) {
          splits(whole, k, start, y, height, above.stack, sum, rules, found);
          continue;
        }
        const tall = onGrid(tallest, rules.grid);
        const made: Fragment = { block: whole, index: k, from: start, to: end, y, height: tall };
        const bottom = y + tall;
        const known = next.get(bottom);
        if (!known || sum < known.cost)
          next.set(bottom, { bottom, stack: { last: made, above: above.stack }, cost: sum });
      }
    if (next.size === 0) {
      if (found.length === 0) found.push(forced(blocks, k, filled[0]!, from, height, rules));
      return found;
    }
    filled = [...next.values()];
    const isLast = k === blocks.length - 1;
    for (const { bottom, stack, cost } of filled)
      if (isLast) found.push({ stack: stack!, end: endOfRun(blocks), cost: cost + lastCost(stack) });
      else if (!blocks[k]!.keepWithNext) found.push(ending(blocks, stack!, k + 1, bottom, height, cost));
  }
  return found;
}

const endOfRun = (blocks: readonly Block[]): Point => ({ block: blocks.length, rows: [], form: null });

/** What no frame holds stands out over the foot of one of its own. */
function forced(
  blocks: readonly Block[],
  index: number,
  { bottom, stack, cost }: Filled,
  from: Point,
  height: Pt,
  rules: FrameRules,
): Filling {
  if (stack) return ending(blocks, stack, index, bottom, height, cost + COST.tooTall);
  const whole = from.form ?? blocks[index]!;
  const tall = onGrid(partHeight(whole, from.rows, endOf(whole)), rules.grid);
  const made: Fragment = { block: whole, index, from: from.rows, to: endOf(whole), y: 0, height: tall };
  return ending(blocks, { last: made, above: null }, index + 1, height, height, COST.tooTall);
}

function ending(
  blocks: readonly Block[],
  stack: Stack,
  next: number,
  bottom: Pt,
  height: Pt,
  extra: number,
): Filling {
  const after = blocks[next];
  return {
    stack,
    end: { block: next, rows: after ? startOf(after) : [], form: null },
    cost: blankCost(height - bottom, stack.last.block) + extra,
  };
}

/** Blank counts in lines of the frame's own text. */
function blankCost(blank: Pt, last: Block): number {
  const line = last.ascent + last.descent || 1;
  const lines = blank / line;
  return COST.blank * lines + lines ** 2;
}

/** A last frame that holds nothing but its foot, or next to nothing, looks forgotten. */
function lastCost(stack: Stack | null): number {
  for (let at = stack; at; at = at.above) if (!at.last.block.foot) return 0;
  return 60;
}

/**
 * The parts of a block that fit above the frame's end, with at least the theme's lines on both sides.
 *
 * @param cost Of what stands above.
 * @param found The fillings are put behind its end.
 */
function splits(
  whole: Block,
  index: number,
  from: Rows,
  y: Pt,
  height: Pt,
  above: Stack | null,
  cost: number,
  rules: FrameRules,
  found: Filling[],
): void {
  if (!whole.splittable) return;
  const room = height - y - 2 * whole.padding - whole.ascent - whole.descent;
  if (room < 0) return;
  const { strips } = whole;
  const choices = strips.map((strip, k) =>
    endings(strip.rows.length, from[k]!, rules, (rows) => extent(strip, from[k]!, rows) <= room + 1e-6),
  );
  for (const ends of combinations(choices)) {
    if (ends.every((rows, k) => rows === strips[k]!.rows.length)) continue;
    const tall = onGrid(footHeight(whole, from, ends), rules.grid);
    if (y + tall > height + 1e-6) continue;
    const { apart, together } = stepAt(strips, ends);
    let hyphens = 0;
    // Blank under one language alone is half of that under both.
    let uneven = 0;
    for (let k = 0; k < ends.length; k++) {
      if (endsHyphened(whole, k, ends[k]!)) hyphens += 1;
      uneven += blankCost(room - extent(strips[k]!, from[k]!, ends[k]!), whole);
    }
    uneven /= ends.length;
    const own =
      uneven + COST.split + COST.apart * apart + COST.hyphen * hyphens - (together ? COST.together : 0);
    const last: Fragment = { block: whole, index, from, to: ends, y, height: tall };
    found.push({ stack: { last, above }, end: { block: index, rows: ends, form: whole }, cost: own + cost });
  }
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
