/** A broken paragraph in → the lines that stand out over their measure. */
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { type Breaks, type BrokenParagraph, measureOf } from "./break-lines.ts";
import { fitTables } from "./fit-tables.ts";
import { weigh, weight } from "./line-fit.ts";
import type { LineRules } from "./ranks.ts";

interface Overfull {
  /** By its number from 0. */
  readonly line: number;
  readonly over: Pt;
}

interface Known {
  readonly boxes: Paragraph["boxes"];
  readonly rules: LineRules;
  readonly lines: readonly Overfull[];
}

const known = new WeakMap<Breaks, Known>();

/** Less than this is rounding. */
const LEAST: Pt = 0.01;

/** Of a paragraph's best form. */
export function overfull({ paragraph, rules, shape, best }: BrokenParagraph): readonly Overfull[] {
  const { boxes } = paragraph;
  const found = known.get(best);
  if (found?.boxes === boxes && found.rules === rules) return found.lines;
  const lines: Overfull[] = [];
  const weighed = weight();
  const tables = fitTables(paragraph, rules);
  let from = 0;
  best.ends.forEach((to, line) => {
    weigh(tables, from, to, measureOf(shape, from), true, weighed);
    if (weighed.over > LEAST) lines.push({ line, over: weighed.over });
    from = to;
  });
  known.set(best, { boxes, rules, lines });
  return lines;
}
