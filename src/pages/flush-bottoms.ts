/** A frame's fragments in → the same, moved apart a little so that the last of them ends at the foot. */
import type { Pt } from "../base/length.ts";
import { footHeight, onGrid } from "./block.ts";
import type { Fragment } from "./fragment.ts";

/**
 * The space that is left goes, row by row, to the spaces between blocks: the largest first, none growing by more
 * than itself. Paragraphs that follow each other without space stay together; what no space takes stays blank.
 *
 * @param height Of the frame, pt.
 */
export function flushBottom(frame: readonly Fragment[], height: Pt, grid: Pt): readonly Fragment[] {
  let left = Math.floor((height - footOf(frame, grid)) / grid + 1e-6) * grid;
  if (left <= 0) return frame;
  const spaces = frame.map(({ block }, k) =>
    k === 0 ? 0 : Math.max(frame[k - 1]!.block.after, block.before),
  );
  const grown = spaces.map(() => 0);
  const bySize = spaces.map((_, k) => k).sort((a, b) => spaces[b]! - spaces[a]! || a - b);
  for (const k of bySize) {
    grown[k] = Math.min(left, onGrid(spaces[k]!, grid));
    left -= grown[k]!;
  }
  let down = 0;
  return frame.map((fragment, k) => {
    down += grown[k]!;
    return down === 0 ? fragment : { ...fragment, y: fragment.y + down };
  });
}

/** Where a frame's text ends, from its top; 0 for an empty one. */
export function footOf(frame: readonly Fragment[], grid: Pt): Pt {
  const last = frame.at(-1);
  return last ? last.y + onGrid(footHeight(last.block, last.from, last.to), grid) : 0;
}
