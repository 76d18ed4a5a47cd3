/** Ways to fill a frame in → those that are worth following into the next. */
import type { Pt } from "../base/length.ts";
import type { Block, Rows } from "./block.ts";
import type { Stack } from "./fragment.ts";

/** A way to have filled the frames up to a point between two rows of the run. */
export interface Way {
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
  /** Where the last of the frames ends, from its top. */
  readonly bottom: Pt;
}

/** Ways that are followed from frame to frame: their ends drift apart, and a long issue would drown in them. */
const MOST_WAYS = 16;

/** Ways to have filled the frames so far: the best to each point, as long as it is among the cheapest. */
export class Ends {
  readonly #blocks: number;
  readonly #grid: Pt | null;
  #ways = new Map<string, Way>();
  /** What costs as much or more is not followed. */
  #bound = Number.POSITIVE_INFINITY;
  /** The best that holds all of the run. */
  done: Way | null = null;

  /**
   * @param blocks How many the run has.
   * @param grid Where another frame stands beside these, which ends level with them: of their bottoms; null elsewhere.
   */
  constructor(blocks: number, grid: Pt | null) {
    this.#blocks = blocks;
    this.#grid = grid;
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
    const beside = this.#grid === null ? "" : `:${Math.round(way.bottom / this.#grid)}`;
    const key = `${way.block}:${way.own}:${way.rows.join(",")}${beside}`;
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
