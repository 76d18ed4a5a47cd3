/** Paragraphs that stand side by side in → which form of each, so that they end level without setting ill. */
import type { Pt } from "../base/length.ts";
import { type Breaks, type BrokenParagraph, lineBadness } from "../lines/break-lines.ts";
import { onGrid } from "./block.ts";

/** One of the texts of a pair. */
export interface PairText {
  readonly broken: BrokenParagraph;
  readonly leading: Pt;
}

/** What a form may cost in demerits for a line of blank that it saves (chosen by eye, over the real issue). */
const DEMERITS_PER_LINE = 150_000;
/** Badness of the worst line that a form other than the best may have: word spaces just begin to move alone. */
const WORST = 160;

/**
 * Tries the forms of one line less and one more. What counts is the blank beside and below the shorter text,
 * in lines, and how much worse the form is set.
 *
 * @returns The form of each text, in their order.
 */
export function levelForms(texts: readonly PairText[], grid: Pt): readonly Breaks[] {
  const best = texts.map(({ broken }) => broken.best);
  if (texts.length !== 2 || texts.some(({ broken }) => broken.shape.align !== "justify")) return best;
  const [a, b] = texts as [PairText, PairText];
  const line = Math.max(a.leading, b.leading);
  let chosen = best;
  let least = Number.POSITIVE_INFINITY;
  for (const left of formsOf(a.broken))
    for (const right of formsOf(b.broken)) {
      const heights = [left.ends.length * a.leading, right.ends.length * b.leading] as const;
      const height = onGrid(Math.max(...heights), grid);
      const blank = (2 * height - heights[0] - heights[1]) / line;
      const worse = left.demerits - a.broken.best.demerits + right.demerits - b.broken.best.demerits;
      const cost = blank + worse / DEMERITS_PER_LINE;
      if (cost < least - 1e-9) {
        least = cost;
        chosen = [left, right];
      }
    }
  return chosen;
}

/** The best form, and the others that set no line ill. */
function formsOf(broken: BrokenParagraph): readonly Breaks[] {
  const others = [broken.shorter, broken.longer].filter((form) => form !== null);
  return [broken.best, ...others.filter((form) => Math.max(...lineBadness(broken, form)) <= WORST)];
}
