/** Blocks in → parts of them in frames (pages or newspaper columns), chosen for the whole run at once. */
import type { Pt } from "../base/length.ts";
import { type Block, endOf, type Formed, formed, formsOf, onGrid, partHeight, startOf } from "./block.ts";
import { type Fragment, fragmentsOf, type Stack } from "./fragment.ts";
import { Ends, type Way } from "./frame-ends.ts";
import {
  blankCost,
  COST,
  companyFrom,
  type FrameRules,
  feetOf,
  lastCost,
  unlevelCost,
} from "./frame-feet.ts";

/** How frames follow each other. */
interface Frames {
  /** Frames there are; null for as many as it takes. */
  readonly most: number | null;
  /** Height of a frame that is sure to come where the first ones are lower. */
  readonly tallest: Pt;
  /** Frames side by side, which end level. */
  readonly columns: number;
  /** Whether the last frame ends level with the ones beside it as well. */
  readonly isLevelled: boolean;
}

/** Frames with the fragments in them, and what it costs to fill them so. */
interface FilledFrames {
  readonly frames: readonly (readonly Fragment[])[];
  readonly cost: number;
}

/**
 * @param heightOf Height of a frame by its number from 0.
 * @param about What is left out: as many frames as it takes, each alone on its page, and none to come that is taller.
 * @returns Fragments by frame; null when `most` frames do not hold the run.
 */
export const breakFrames = (
  blocks: readonly Block[],
  heightOf: (frame: number) => Pt,
  rules: FrameRules,
  about: Partial<Frames> = {},
): FilledFrames["frames"] | null => fillFrames(blocks, heightOf, rules, about)?.frames ?? null;

/** The same with their cost. */
export function fillFrames(
  blocks: readonly Block[],
  heightOf: (frame: number) => Pt,
  rules: FrameRules,
  { most = null, tallest = heightOf(0), columns = 1, isLevelled = false }: Partial<Frames>,
): FilledFrames | null {
  if (blocks.length === 0) return { frames: [], cost: 0 };
  const first = startOf(blocks[0]!);
  let open: readonly Way[] = [
    { block: 0, rows: first, form: null, own: 0, cost: 0, before: null, stack: null, bottom: 0 },
  ];
  let done: Way | null = null;
  // Fewer frames win: a later end is looked for only while there is none.
  for (let frame = 0; !done && open.length > 0 && (most === null || frame < most); frame++) {
    const place = { isBeside: frame % columns > 0, isFollowed: (frame + 1) % columns > 0, isLevelled };
    const ends = new Ends(blocks.length, place.isFollowed ? rules.grid : null);
    new Frame(blocks, heightOf(frame), tallest, rules, ends, most !== null, place).fill(open);
    done = ends.done;
    open = ends.worthwhile();
  }
  if (!done) return null;
  const frames: (readonly Fragment[])[] = [];
  for (let way: Way = done; way.before; way = way.before) frames.push(fragmentsOf(way.stack));
  return { frames: frames.reverse(), cost: done.cost };
}

/** Where a frame stands among those beside it. */
interface Place {
  /** Behind another one of its page, which it ends level with. */
  readonly isBeside: boolean;
  /** Before another one. */
  readonly isFollowed: boolean;
  /** See `Frames`. */
  readonly isLevelled: boolean;
}

const ALONE: Place = { isBeside: false, isFollowed: false, isLevelled: false };

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

/** More lines of the grid than any page has. */
const MOST_ROWS = 1e6;

/** A frame with all the ways to fill it from where the frames before it may end. */
class Frame {
  readonly #blocks: readonly Block[];
  readonly #height: Pt;
  readonly #tallest: Pt;
  readonly #rules: FrameRules;
  readonly #ends: Ends;
  readonly #isTrial: boolean;
  readonly #place: Place;
  /** From this block on, parts of those that the frame holds may go over as well. */
  readonly #company: number;
  /** Behind the block at hand, by where that ends, in lines of the grid, and where the frame beside it does. */
  readonly #next = new Map<number, Filled>();

  /** @param isTrial Its height is one of several that are tried: what it does not hold is not forced into it. */
  constructor(
    blocks: readonly Block[],
    height: Pt,
    tallest: Pt,
    rules: FrameRules,
    ends: Ends,
    isTrial: boolean,
    place: Place,
  ) {
    this.#blocks = blocks;
    this.#height = height;
    this.#tallest = tallest;
    this.#rules = rules;
    this.#ends = ends;
    this.#isTrial = isTrial;
    this.#place = place;
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
          const bottom = y + part.height;
          const all = sum + part.cost + this.#unlevel(start.way, bottom);
          if (!ends.isWorth(all)) continue;
          const last: Fragment = { block: whole, index, from, to: part.rows, y, height: part.height };
          const [rows, before, ended] = [part.rows, start.way, { last, above: stack }];
          ends.put({ block: index, rows, form: whole, own, cost: all, before, stack: ended, bottom });
        }
      }
      if (isOver) continue;
      isHeld = false;
      const tall = onGrid(tallest, rules.grid);
      const bottom = y + tall;
      const place = Math.round(bottom / rules.grid) + this.#besides(start.way);
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
    const { keepWithNext, leads } = this.#blocks[index]!;
    if (!isLast && keepWithNext) return;
    const tied = (next?.repeated.length ? COST.table : 0) + (leads ? COST.led : 0);
    const parted = tied + (this.#isLost(next) ? COST.closing : 0);
    start.isFollowed = true;
    const last =
      lastCost(stack, this.#rules) + (this.#place.isLevelled ? this.#unlevel(start.way, bottom) : 0);
    this.#ends.put(
      isLast
        ? this.#between(start.way, stack!, index + 1, bottom, cost + last)
        : this.#ending(start.way, stack!, index + 1, bottom, cost + parted),
    );
  }

  /** Whether the next frame would begin with what ends an article; columns that are filled to be levelled yet do not tell. */
  #isLost(next: Block | undefined): boolean {
    const { isFollowed, isLevelled } = this.#place;
    return (next?.closing ?? false) && (!isFollowed || isLevelled);
  }

  /** Whether a taller frame is to come that holds what this one does not. */
  #canWait(way: Way): boolean {
    const tallest = this.#tallest;
    if (this.#height > tallest - 1e-6) return false;
    const ends = new Ends(this.#blocks.length, null);
    new Frame(this.#blocks, tallest, tallest, this.#rules, ends, true, ALONE).fill([way]);
    return ends.done !== null || ends.worthwhile().length > 0;
  }

  #empty(way: Way): Way {
    const blank = blankCost(this.#height, this.#rules);
    return { ...way, cost: way.cost + blank, before: way, stack: null, bottom: 0 };
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
    const blank = blankCost(this.#height - bottom, this.#rules);
    return this.#between(way, stack, next, bottom, cost + blank + this.#unlevel(way, bottom));
  }

  #between(before: Way, stack: Stack, block: number, bottom: Pt, cost: number): Way {
    const after = this.#blocks[block];
    return { block, rows: after ? startOf(after) : [], form: null, own: 0, cost, before, stack, bottom };
  }

  /** What it costs to end at `bottom` beside the frame that a way ended with. */
  #unlevel(before: Way, bottom: Pt): number {
    return this.#place.isBeside ? unlevelCost(bottom - before.bottom, this.#rules) : 0;
  }

  /** Ways whose last frames end apart are told apart while a frame stands beside them. */
  #besides(way: Way): number {
    return this.#place.isBeside ? MOST_ROWS * Math.round(way.bottom / this.#rules.grid) : 0;
  }
}
