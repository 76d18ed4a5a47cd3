/** Blocks in → parts of them in frames (pages or newspaper columns), chosen for the whole run at once. */
import type { Pt } from "../base/length.ts";
import { type Block, endOf, formed, formsOf, onGrid, partHeight, startOf } from "./block.ts";
import { type Fragment, fragmentsOf, type Stack } from "./fragment.ts";
import { blankCost, COST, Feet, type FrameRules, type Point, pointAt } from "./frame-feet.ts";

/** A way to have filled the frames up to a point. */
interface Way {
  readonly point: Point;
  readonly cost: number;
  readonly before: Way | null;
  readonly stack: Stack | null;
}

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
    point: pointAt(0, startOf(blocks[0]!), null, 0),
    cost: 0,
    before: null,
    stack: null,
  };
  let open = new Map<string, Way>([["", first]]);
  let done: Way | null = null;
  for (let frame = 0; open.size > 0 && (most === null || frame < most); frame++) {
    const next = new Map<string, Way>();
    const feet = new Feet(heightOf(frame), rules);
    for (const way of open.values())
      for (const filled of fillings(blocks, way.point, feet)) {
        const { end: point, stack } = filled;
        const cost = way.cost + filled.cost;
        if (point.block >= blocks.length) {
          if (!done || cost < done.cost) done = { point, cost, before: way, stack };
          continue;
        }
        const known = next.get(point.key);
        if (!known || cost < known.cost) next.set(point.key, { point, cost, before: way, stack });
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
function fillings(blocks: readonly Block[], from: Point, feet: Feet): readonly Filling[] {
  const { height, rules } = feet;
  const found: Filling[] = [];
  let filled: readonly Filled[] = [{ bottom: 0, stack: null, cost: 0 }];
  for (let k = from.block; k < blocks.length; k++) {
    const parted = k === from.block ? from.form : null;
    const forms = parted ? [formed(parted, 0, from.rows)] : formsOf(blocks[k]!);
    const next = new Map<Pt, Filled>();
    for (const above of filled)
      for (let n = 0; n < forms.length; n++) {
        const { whole, cost, start, end, height: tallest, footHeight: foot } = forms[n]!;
        const gap = above.stack === null ? 0 : Math.max(blocks[k - 1]!.after, whole.before);
        const y = onGrid(above.bottom + gap, rules.grid);
        const sum = above.cost + cost;
        if (y + onGrid(foot, rules.grid) > height + 1e-6) {
          for (const { last, end, cost: own } of feet.at(whole, k, parted ? from.own : n, start, y))
            found.push({ stack: { last, above: above.stack }, end, cost: own + sum });
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

const endOfRun = (blocks: readonly Block[]): Point => pointAt(blocks.length, [], null, 0);

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
    end: pointAt(next, after ? startOf(after) : [], null, 0),
    cost: blankCost(height - bottom, stack.last.block) + extra,
  };
}

/** A last frame that holds nothing but its foot, or next to nothing, looks forgotten. */
function lastCost(stack: Stack | null): number {
  for (let at = stack; at; at = at.above) if (!at.last.block.foot) return 0;
  return 60;
}
