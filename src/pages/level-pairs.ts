/** Paragraphs that stand side by side in → the forms that are worth a page's while: level, and not set ill. */
import type { Pt } from "../base/length.ts";
import type { Breaks, BrokenParagraph } from "../lines/break-lines.ts";
import { combinations, onGrid } from "./block.ts";

/** One of the texts of a pair. */
export interface PairText {
  readonly broken: BrokenParagraph;
  readonly leading: Pt;
}

/** Demerits that are worth a line of blank (chosen by eye, over the real issue). */
const DEMERITS_PER_LINE = 300_000;
/** Badness of the worst line that a form other than the best may have: word spaces reach the widest that reads. */
const WORST = 400;

/** A form of each text of a block. */
export interface PairForm {
  readonly breaks: readonly Breaks[];
  /** Blank beside and below the shorter text, in lines, and how much worse than at their best both are set. */
  readonly cost: number;
}

/**
 * Tries the forms of one line less and one more against each other. Of those of one height the cheapest stays.
 *
 * @returns Cheapest first.
 */
export function pairForms(texts: readonly PairText[], grid: Pt): readonly [PairForm, ...PairForm[]] {
  const best: PairForm = { breaks: texts.map(({ broken }) => broken.best), cost: 0 };
  if (texts.length > 2 || texts.some(({ broken }) => broken.shape.align !== "justify")) return [best];
  const line = Math.max(...texts.map(({ leading }) => leading));
  const byHeight = new Map<Pt, PairForm>();
  for (const breaks of combinations(texts.map(({ broken }) => formsOf(broken)))) {
    const heights = breaks.map(({ ends }, k) => ends.length * texts[k]!.leading);
    const height = onGrid(Math.max(...heights), grid);
    const blank = heights.reduce((sum, own) => sum + height - own, 0) / line;
    const worse = breaks.reduce((sum, { demerits }, k) => sum + demerits - best.breaks[k]!.demerits, 0);
    const cost = blank + worse / DEMERITS_PER_LINE;
    const known = byHeight.get(height);
    if (!known || cost < known.cost - 1e-9) byHeight.set(height, { breaks, cost });
  }
  const [first = best, ...others] = [...byHeight.values()].sort((a, b) => a.cost - b.cost);
  return [first, ...others];
}

/** The best form, and the others that set no line ill. */
function formsOf(broken: BrokenParagraph): readonly Breaks[] {
  const others = [broken.shorter, broken.longer].filter((form) => form !== null);
  return [broken.best, ...others.filter(({ badness }) => Math.max(...badness) <= WORST)];
}
