/** A frame's fragments in → the same, moved apart a little so that the last of them ends at the foot. */
import type { Pt } from "../base/length.ts";
import { footHeight, onGrid } from "./block.ts";
import type { Fragment } from "./fragment.ts";

/**
 * The space that is left goes, row by row, to the spaces between blocks, each growing by the same share and none by more
 * than itself; those inside a list grow together or not at all. Paragraphs that follow each other without space stay
 * together, and so does what is tied; what no space takes stays blank.
 *
 * @param height Of the frame, pt.
 */
export function flushBottom(frame: readonly Fragment[], height: Pt, grid: Pt): readonly Fragment[] {
  let rows = Math.floor((height - footOf(frame, grid)) / grid + 1e-6);
  if (rows <= 0) return frame;
  const spaces = spacesOf(frame);
  const grown = frame.map(() => 0);
  for (;;) {
    const next = leastGrown(spaces, rows, grid);
    if (!next) break;
    next.grown += grid;
    rows -= next.under.length;
    for (const k of next.under) grown[k]! += grid;
  }
  let down = 0;
  return frame.map((fragment, k) => {
    down += grown[k]!;
    return down === 0 ? fragment : { ...fragment, y: fragment.y + down };
  });
}

/** A space between blocks, or all of those inside a list. */
interface Space {
  readonly height: Pt;
  /** The fragments under it, by their indexes. */
  readonly under: number[];
  grown: Pt;
}

function spacesOf(frame: readonly Fragment[]): readonly Space[] {
  const spaces: Space[] = [];
  let inList = false;
  for (let k = 1; k < frame.length; k++) {
    const [above, below] = [frame[k - 1]!.block, frame[k]!.block];
    const height = above.tied ? 0 : Math.max(above.after, below.before);
    const isInList = above.item && below.item;
    const last = spaces.at(-1);
    if (isInList && inList && last?.height === height) last.under.push(k);
    else spaces.push({ height, under: [k], grown: 0 });
    inList = isInList;
  }
  return spaces;
}

/** The space that another row makes grow by the least share, the largest of several; null where none takes one. */
function leastGrown(spaces: readonly Space[], rows: number, grid: Pt): Space | null {
  let found: Space | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const space of spaces) {
    const grown = space.grown + grid;
    if (space.under.length > rows || grown > onGrid(space.height, grid) + 1e-6) continue;
    const share = grown / space.height;
    if (share > least + 1e-9 || (found && share > least - 1e-9 && space.height <= found.height)) continue;
    found = space;
    least = share;
  }
  return found;
}

/** Where a frame's text ends, from its top; 0 for an empty one. */
export function footOf(frame: readonly Fragment[], grid: Pt): Pt {
  const last = frame.at(-1);
  return last ? last.y + onGrid(footHeight(last.block, last.from, last.to), grid) : 0;
}
