/** Blocks in → parts of them in frames (pages or newspaper columns), chosen for the whole run at once. */
import type { Pt } from "../base/length.ts";
import { type Block, endOf, formed, formsOf, onGrid, partHeight, type Rows, startOf } from "./block.ts";
import { type Fragment, fragmentsOf, type Stack } from "./fragment.ts";
import { blankCost, COST, Feet, type FrameRules } from "./frame-feet.ts";

/** A way to have filled the frames up to a point between two rows of the run. */
interface Way {
  /** The block that the next frame begins with. */
  readonly block: number;
  /** The rows of it that stand in frames already. */
  readonly rows: Rows;
  /** The form in which a parted block was begun; null for one that begins here. */
  readonly form: Block | null;
  /** Its number among the block's. */
  readonly own: number;
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
  const first = startOf(blocks[0]!);
  let open: Iterable<Way> = [
    { block: 0, rows: first, form: null, own: 0, cost: 0, before: null, stack: null },
  ];
  let done: Way | null = null;
  // Fewer frames win: a later end is looked for only while there is none.
  for (let frame = 0; !done && (most === null || frame < most); frame++) {
    const ends = new Ends(blocks.length);
    const feet = new Feet(heightOf(frame), rules);
    let isOver = true;
    for (const way of open) {
      isOver = false;
      fill(blocks, way, feet, ends);
    }
    if (isOver) break;
    done = ends.done;
    open = ends.worthwhile();
  }
  if (!done) return null;
  const frames: (readonly Fragment[])[] = [];
  for (let way: Way = done; way.before; way = way.before) frames.push(fragmentsOf(way.stack));
  return frames.reverse();
}

/** Ways that are followed from frame to frame: their ends drift apart, and a long issue would drown in them. */
const MOST_WAYS = 16;

/** Ways to have filled the frames so far: the best to each point, as long as it is among the cheapest. */
class Ends {
  readonly #blocks: number;
  #ways = new Map<string, Way>();
  /** What costs as much or more is not followed. */
  #bound = Number.POSITIVE_INFINITY;
  /** The best that holds all of the run. */
  done: Way | null = null;

  /** @param blocks How many the run has. */
  constructor(blocks: number) {
    this.#blocks = blocks;
  }

  /** Whether a way that does not end the run is worth being made. */
  isWorth(cost: number): boolean {
    return cost < this.#bound;
  }

  put(way: Way): void {
    if (way.block >= this.#blocks) {
      if (!this.done || way.cost < this.done.cost) this.done = way;
      return;
    }
    if (!this.isWorth(way.cost)) return;
    // Forms of one block that leave the same rows for the next frame are told apart by all of their rows.
    const key = `${way.block}:${way.own}:${way.rows.join(",")}`;
    const known = this.#ways.get(key);
    if (!known || way.cost < known.cost) this.#ways.set(key, way);
    if (this.#ways.size >= 4 * MOST_WAYS) this.#prune();
  }

  /** @returns Few enough, the cheapest first where there were more. */
  worthwhile(): Iterable<Way> {
    if (this.#ways.size > MOST_WAYS) this.#prune();
    return this.#ways.values();
  }

  #prune(): void {
    const kept = [...this.#ways].sort(([, a], [, b]) => a.cost - b.cost).slice(0, MOST_WAYS);
    this.#ways = new Map(kept);
    this.#bound = kept.at(-1)![1].cost;
  }
}

/** A frame that is filled down to a place between two blocks. */
interface Filled {
  readonly bottom: Pt;
  readonly stack: Stack | null;
  /** Of the forms of its blocks. */
  readonly cost: number;
}

/** Every way worth looking at to fill one frame from the end of a way on. */
function fill(blocks: readonly Block[], way: Way, feet: Feet, ends: Ends): void {
  const { height, rules } = feet;
  let found = false;
  let filled: readonly Filled[] = [{ bottom: 0, stack: null, cost: way.cost }];
  for (let k = way.block; k < blocks.length; k++) {
    const parted = k === way.block ? way.form : null;
    const forms = parted ? [formed(parted, 0, way.rows)] : formsOf(blocks[k]!);
    const next = new Map<Pt, Filled>();
    for (const above of filled)
      for (let n = 0; n < forms.length; n++) {
        const { whole, cost, start, end, height: tallest, footHeight: foot } = forms[n]!;
        const gap = above.stack === null ? 0 : Math.max(blocks[k - 1]!.after, whole.before);
        const y = onGrid(above.bottom + gap, rules.grid);
        const sum = above.cost + cost;
        if (y + onGrid(foot, rules.grid) > height + 1e-6) {
          const parts = feet.at(whole, start, y);
          if (parts.length > 0) found = true;
          for (const { rows, height: tall, cost: own } of parts) {
            if (!ends.isWorth(sum + own)) continue;
            const last: Fragment = { block: whole, index: k, from: start, to: rows, y, height: tall };
            const stack: Stack = { last, above: above.stack };
            const number = parted ? way.own : n;
            ends.put({ block: k, rows, form: whole, own: number, cost: sum + own, before: way, stack });
          }
          continue;
        }
        const tall = onGrid(tallest, rules.grid);
        const bottom = y + tall;
        const known = next.get(bottom);
        if (known && sum >= known.cost) continue;
        const made: Fragment = { block: whole, index: k, from: start, to: end, y, height: tall };
        next.set(bottom, { bottom, stack: { last: made, above: above.stack }, cost: sum });
      }
    if (next.size === 0) {
      if (!found) ends.put(forced(blocks, k, filled[0]!, way, height, rules));
      return;
    }
    filled = [...next.values()];
    const isLast = k === blocks.length - 1;
    for (const { bottom, stack, cost } of filled)
      if (isLast) ends.put(between(blocks, way, stack!, k + 1, cost + lastCost(stack)));
      else if (!blocks[k]!.keepWithNext) {
        found = true;
        ends.put(ending(blocks, way, stack!, k + 1, bottom, height, cost));
      }
  }
}

/** What no frame holds stands out over the foot of one of its own. */
function forced(
  blocks: readonly Block[],
  index: number,
  { bottom, stack, cost }: Filled,
  way: Way,
  height: Pt,
  rules: FrameRules,
): Way {
  if (stack) return ending(blocks, way, stack, index, bottom, height, cost + COST.tooTall);
  const whole = way.form ?? blocks[index]!;
  const tall = onGrid(partHeight(whole, way.rows, endOf(whole)), rules.grid);
  const made: Fragment = { block: whole, index, from: way.rows, to: endOf(whole), y: 0, height: tall };
  return ending(blocks, way, { last: made, above: null }, index + 1, height, height, cost + COST.tooTall);
}

/** The frame ends in front of block `next`, `height - bottom` above its foot. */
const ending = (
  blocks: readonly Block[],
  way: Way,
  stack: Stack,
  next: number,
  bottom: Pt,
  height: Pt,
  cost: number,
): Way => between(blocks, way, stack, next, cost + blankCost(height - bottom, stack.last.block));

function between(blocks: readonly Block[], before: Way, stack: Stack, next: number, cost: number): Way {
  const after = blocks[next];
  const rows = after ? startOf(after) : [];
  return { block: next, rows, form: null, own: 0, cost, before, stack };
}

/** A last frame that holds nothing but its foot, or next to nothing, looks forgotten. */
function lastCost(stack: Stack | null): number {
  for (let at = stack; at; at = at.above) if (!at.last.block.foot) return 0;
  return 60;
}
