/** Blocks in → parts of them in frames (pages or newspaper columns), chosen for the whole run at once. */
import type { Pt } from "../base/length.ts";
import {
  type Block,
  endOf,
  type Formed,
  formed,
  formsOf,
  onGrid,
  partHeight,
  type Rows,
  startOf,
} from "./block.ts";
import { type Fragment, fragmentsOf, type Stack } from "./fragment.ts";
import { blankCost, COST, companyFrom, type FrameRules, feetOf, lastCost } from "./frame-feet.ts";

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
 * @param tallest Height of a frame that is sure to come where the first ones are lower.
 * @returns Fragments by frame; null when `most` frames do not hold the run.
 */
export function breakFrames(
  blocks: readonly Block[],
  heightOf: (frame: number) => Pt,
  rules: FrameRules,
  most: number | null = null,
  tallest: Pt = heightOf(0),
): readonly (readonly Fragment[])[] | null {
  if (blocks.length === 0) return [];
  const first = startOf(blocks[0]!);
  let open: readonly Way[] = [
    { block: 0, rows: first, form: null, own: 0, cost: 0, before: null, stack: null },
  ];
  let done: Way | null = null;
  // Fewer frames win: a later end is looked for only while there is none.
  for (let frame = 0; !done && open.length > 0 && (most === null || frame < most); frame++) {
    const ends = new Ends(blocks.length);
    new Frame(blocks, heightOf(frame), tallest, rules, ends, most !== null).fill(open);
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
  worthwhile(): readonly Way[] {
    if (this.#ways.size > MOST_WAYS) this.#prune();
    return [...this.#ways.values()];
  }

  #prune(): void {
    const kept = [...this.#ways].sort(([, a], [, b]) => a.cost - b.cost).slice(0, MOST_WAYS);
    this.#ways = new Map(kept);
    this.#bound = kept.at(-1)![1].cost;
  }
}

/** A way that a frame goes on with. */
interface Start {
  readonly way: Way;
  /** Whether the frame may end somewhere behind it. */
  isFollowed: boolean;
  /** How far the frame is filled in front of the furthest block that holds it up. */
  held: Filled | null;
  /** That block. */
  block: number;
}

/** A frame that is filled down to a place between two blocks. */
interface Filled {
  readonly bottom: Pt;
  readonly stack: Stack | null;
  /** Of the way, and of the forms of the blocks since. */
  readonly cost: number;
  readonly start: Start;
}

/** A frame with all the ways to fill it from where the frames before it may end. */
class Frame {
  readonly #blocks: readonly Block[];
  readonly #height: Pt;
  readonly #tallest: Pt;
  readonly #rules: FrameRules;
  readonly #ends: Ends;
  readonly #isTrial: boolean;
  /** From this block on, parts of those that the frame holds may go over as well. */
  readonly #company: number;
  /** Behind the block at hand, by where that ends, in lines of the grid. */
  readonly #next = new Map<number, Filled>();

  /** @param isTrial Its height is one of several that are tried: what it does not hold is not forced into it. */
  constructor(
    blocks: readonly Block[],
    height: Pt,
    tallest: Pt,
    rules: FrameRules,
    ends: Ends,
    isTrial: boolean,
  ) {
    this.#blocks = blocks;
    this.#height = height;
    this.#tallest = tallest;
    this.#rules = rules;
    this.#ends = ends;
    this.#isTrial = isTrial;
    this.#company = companyFrom(blocks, rules);
  }

  /** Where two ways have come to the same place in front of the same block, the cheaper one is followed. */
  fill(open: readonly Way[]): void {
    const blocks = this.#blocks;
    const starts = open.map((way): Start => ({ way, isFollowed: false, held: null, block: way.block }));
    const places = open.map(({ block }) => block);
    const [first, last] = [Math.min(...places), Math.max(...places)];
    let filled: readonly Filled[] = [];
    for (let k = first; k < blocks.length && (k <= last || filled.length > 0); k++) {
      this.#next.clear();
      for (const above of filled) this.#put(above, k, formsOf(blocks[k]!));
      for (const start of starts) {
        const { block, form, rows, cost } = start.way;
        if (block !== k) continue;
        const forms = form ? [formed(form, 0, rows)] : formsOf(blocks[k]!);
        this.#put({ ...this.#top(k, forms[0]!), cost, start }, k, forms);
      }
      filled = [...this.#next.values()];
      for (const above of filled) this.#endBehind(k, above);
    }
    for (const start of starts) {
      if (start.isFollowed || !start.held) continue;
      // Another way may have come to the same place, and gone on from there.
      if (open.length > 1) this.fill([start.way]);
      else if (this.#isTrial) continue;
      else if (this.#canWait(start.way)) this.#ends.put(this.#empty(start.way));
      else this.#ends.put(this.#forced(start.way, start.block, start.held));
    }
  }

  /** What stands above the block that the frame begins with. @param least The block, in its cheapest form. */
  #top(index: number, least: Formed): Pick<Filled, "bottom" | "stack"> {
    const { grid } = this.#rules;
    let [bottom, after]: [Pt, Pt] = [0, 0];
    let stack: Stack | null = null;
    for (const block of least.whole.repeated) {
      const y = onGrid(bottom + (stack ? Math.max(after, block.before) : 0), grid);
      const [from, to] = [startOf(block), endOf(block)];
      const height = onGrid(partHeight(block, from, to), grid);
      stack = { last: { block, index, from, to, y, height }, above: stack };
      [bottom, after] = [y + height, block.after];
    }
    // What leaves no room for the block itself is not repeated: no page would ever hold both.
    const fits = this.#isTrial || bottom + onGrid(least.footHeight, grid) <= this.#height + 1e-6;
    return fits ? { bottom, stack } : { bottom: 0, stack: null };
  }

  /** Puts a block, or the first part of it, under what stands in the frame. */
  #put(above: Filled, index: number, forms: readonly Formed[]): void {
    const [next, ends, rules] = [this.#next, this.#ends, this.#rules];
    const { stack, start } = above;
    const height = this.#height + 1e-6;
    let isHeld = true;
    for (let n = 0; n < forms.length; n++) {
      const { whole, cost, start: from, end: to, height: tallest, footHeight: foot } = forms[n]!;
      const gap = stack === null ? 0 : Math.max(this.#blocks[index - 1]?.after ?? 0, whole.before);
      const y = onGrid(above.bottom + gap, rules.grid);
      const sum = above.cost + cost;
      const isOver = y + onGrid(foot, rules.grid) > height;
      if (isOver || index >= this.#company) {
        const own = start.way.form === whole ? start.way.own : n;
        for (const part of feetOf(whole, from, y, this.#height, rules)) {
          // What fits goes over in both languages or in none.
          if (!isOver && part.rows.some((rows, k) => rows === to[k])) continue;
          start.isFollowed = true;
          const all = sum + part.cost;
          if (!ends.isWorth(all)) continue;
          const last: Fragment = { block: whole, index, from, to: part.rows, y, height: part.height };
          const [rows, before, ended] = [part.rows, start.way, { last, above: stack }];
          ends.put({ block: index, rows, form: whole, own, cost: all, before, stack: ended });
        }
      }
      if (isOver) continue;
      isHeld = false;
      const tall = onGrid(tallest, rules.grid);
      const bottom = y + tall;
      const place = Math.round(bottom / rules.grid);
      const known = next.get(place);
      if (known && sum >= known.cost) continue;
      const last: Fragment = { block: whole, index, from, to, y, height: tall };
      next.set(place, { bottom, stack: { last, above: stack }, cost: sum, start });
    }
    if (!isHeld || (start.held && start.block === index)) return;
    start.held = above;
    start.block = index;
  }

  /** The frame, or the run, ends behind a block. */
  #endBehind(index: number, { bottom, stack, cost, start }: Filled): void {
    const next = this.#blocks[index + 1];
    const isLast = next === undefined;
    if (!isLast && this.#blocks[index]!.keepWithNext) return;
    const parted = next && next.repeated.length > 0 ? COST.table : 0;
    start.isFollowed = true;
    this.#ends.put(
      isLast
        ? this.#between(start.way, stack!, index + 1, cost + lastCost(stack, this.#rules))
        : this.#ending(start.way, stack!, index + 1, bottom, cost + parted),
    );
  }

  /** Whether a taller frame is to come that holds what this one does not. */
  #canWait(way: Way): boolean {
    const tallest = this.#tallest;
    if (this.#height > tallest - 1e-6) return false;
    const ends = new Ends(this.#blocks.length);
    new Frame(this.#blocks, tallest, tallest, this.#rules, ends, true).fill([way]);
    return ends.done !== null || ends.worthwhile().length > 0;
  }

  #empty(way: Way): Way {
    const blank = blankCost(this.#height, this.#rules);
    return { ...way, cost: way.cost + blank, before: way, stack: null };
  }

  /** What no frame holds stands out over the foot of one of its own. */
  #forced(way: Way, index: number, { bottom, stack, cost }: Filled): Way {
    if (stack) return this.#ending(way, stack, index, bottom, cost + COST.tooTall);
    const whole = way.form ?? this.#blocks[index]!;
    const [from, to] = [way.rows, endOf(whole)];
    const height = onGrid(partHeight(whole, from, to), this.#rules.grid);
    const last: Fragment = { block: whole, index, from, to, y: 0, height };
    return this.#ending(way, { last, above: null }, index + 1, this.#height, cost + COST.tooTall);
  }

  /** The frame ends in front of block `next`. */
  #ending(way: Way, stack: Stack, next: number, bottom: Pt, cost: number): Way {
    return this.#between(way, stack, next, cost + blankCost(this.#height - bottom, this.#rules));
  }

  #between(before: Way, stack: Stack, block: number, cost: number): Way {
    const after = this.#blocks[block];
    return { block, rows: after ? startOf(after) : [], form: null, own: 0, cost, before, stack };
  }
}
