/** A page of newspaper columns that ends short in → the same, its bands and columns moved apart towards the foot. */
import type { Pt } from "../base/length.ts";
import { block, onGrid } from "./block.ts";
import type { Placed } from "./fill-pages.ts";
import { flushBottom } from "./flush-bottoms.ts";
import type { FrameRules } from "./frame-feet.ts";

/** A band, or the columns between two bands: its lines stay level. */
interface Step {
  readonly parts: Placed[];
  readonly isBand: boolean;
}

/**
 * Where the next title and its text did not fit, a page would end short with its own titles crowded: the space that is
 * left goes to the spaces around them, as on pages of one column. A page that ends less than a line short is full.
 *
 * @param height Of the page, pt.
 */
export function flushBands(
  page: readonly Placed[],
  height: Pt,
  { grid, line }: FrameRules,
): readonly Placed[] {
  const foot = Math.max(...page.map(bottomOf));
  if (height - onGrid(foot, grid) < line - 1e-6) return page;
  const steps = stepsOf(page);
  const frame = steps.map(({ parts }, index) => {
    const y = Math.min(...parts.map((part) => part.y));
    const tall = Math.max(...parts.map(bottomOf)) - y;
    const { before, item } = parts[0]!.fragment.block;
    const { after } = parts.at(-1)!.fragment.block;
    const whole = block({ strips: [], ascent: 0, descent: 0, leastHeight: tall, before, after, item });
    return { block: whole, index, from: [], to: [], y, height: tall };
  });
  return flushBottom(frame, height, grid).flatMap((moved, k) => {
    const down = moved.y - frame[k]!.y;
    const { parts } = steps[k]!;
    return down === 0 ? parts : parts.map((part) => ({ ...part, y: part.y + down }));
  });
}

const bottomOf = ({ fragment, y }: Placed): Pt => y + fragment.height;

function stepsOf(page: readonly Placed[]): readonly Step[] {
  const steps: Step[] = [];
  for (const part of page) {
    const { band } = part.fragment.block;
    const last = steps.at(-1);
    if (last && !band && !last.isBand) last.parts.push(part);
    else steps.push({ parts: [part], isBand: band });
  }
  return steps;
}
