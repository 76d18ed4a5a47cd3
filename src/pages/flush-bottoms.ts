/** A frame's fragments in → the same, moved apart a little so that the last of them ends at the foot. */
import type { Pt } from "../base/length.ts";
import { footHeight, onGrid } from "./block.ts";
import type { Fragment } from "./fragment.ts";

/**
 * The space that is left goes, row by row, to the spaces between blocks, each growing by the same share and none by more
 * than itself. Paragraphs that follow each other without space stay together; what no space takes stays blank.
 *
 * @param height Of the frame, pt.
 */
export function flushBottom(frame: readonly Fragment[], height: Pt, grid: Pt): readonly Fragment[] {
  const rows = Math.floor((height - footOf(frame, grid)) / grid + 1e-6);
  if (rows <= 0) return frame;
  const spaces = frame.map(({ block }, k) =>
    k === 0 ? 0 : Math.max(frame[k - 1]!.block.after, block.before),
  );
  const grown = spaces.map(() => 0);
  const most = spaces.map((space) => onGrid(space, grid));
  for (let row = 0; row < rows; row++) {
    const k = leastGrown(spaces, grown, most, grid);
    if (k === -1) break;
    grown[k]! += grid;
  }
  let down = 0;
  return frame.map((fragment, k) => {
    down += grown[k]!;
    return down === 0 ? fragment : { ...fragment, y: fragment.y + down };
  });
}

/** The space that another row makes grow by the least share, the largest of several; -1 where none takes one. */
function leastGrown(spaces: readonly Pt[], grown: readonly Pt[], most: readonly Pt[], grid: Pt): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < spaces.length; k++) {
    if (grown[k]! + grid > most[k]! + 1e-6) continue;
    const share = (grown[k]! + grid) / spaces[k]!;
    if (share > least + 1e-9 || (share > least - 1e-9 && spaces[k]! <= spaces[found]!)) continue;
    found = k;
    least = share;
  }
  return found;
}

/** Where a frame's text ends, from its top; 0 for an empty one. */
export function footOf(frame: readonly Fragment[], grid: Pt): Pt {
  const last = frame.at(-1);
  return last ? last.y + onGrid(footHeight(last.block, last.from, last.to), grid) : 0;
}
