/** Blocks in frames → which rows of which block stand where. */
import type { Pt } from "../base/length.ts";
import type { Block, Rows } from "./block.ts";

/** A block, or the rows of it that stand in one frame. */
export interface Fragment {
  /** In the form that was chosen for it. */
  readonly block: Block;
  /** Index of the block in the run. */
  readonly index: number;
  readonly from: Rows;
  readonly to: Rows;
  /** Top of the part, from the frame's top. */
  readonly y: Pt;
  readonly height: Pt;
}

/** The fragments of a frame, from its last to its first: many fillings share their upper ones. */
export interface Stack {
  readonly last: Fragment;
  readonly above: Stack | null;
}

export function fragmentsOf(stack: Stack | null): readonly Fragment[] {
  const found: Fragment[] = [];
  for (let at = stack; at; at = at.above) found.push(at.last);
  return found.reverse();
}
