/** A broken paragraph in → how well each line of its forms is set, worked out once for a form. */
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { type Breaks, type BrokenParagraph, measureOf } from "./break-lines.ts";
import { fitTables } from "./fit-tables.ts";
import { type Weight, weigh, weight } from "./line-fit.ts";
import type { LineRules } from "./ranks.ts";

/** A figure for every line of a form. */
interface Figures {
  readonly boxes: Paragraph["boxes"];
  readonly rules: LineRules;
  readonly lines: readonly number[];
}

type Figure = (broken: BrokenParagraph, breaks: Breaks) => readonly number[];

/**
 * @param figure Taken from a line that was weighed.
 * @param asLast Whether a line is weighed as a last one, which need not be full.
 */
function figureOf(figure: (weighed: Weight) => number, asLast: (isLast: boolean) => boolean): Figure {
  const known = new WeakMap<Breaks, Figures>();
  return ({ paragraph, rules, shape }, breaks) => {
    const { boxes } = paragraph;
    const found = known.get(breaks);
    if (found?.boxes === boxes && found.rules === rules) return found.lines;
    const tables = fitTables(paragraph, rules);
    const weighed = weight();
    const { ends } = breaks;
    let from = 0;
    const lines = ends.map((to, line) => {
      weigh(tables, from, to, measureOf(shape, from), asLast(line === ends.length - 1), weighed);
      from = to;
      return figure(weighed);
    });
    known.set(breaks, { boxes, rules, lines });
    return lines;
  };
}

/** Badness of every line of one of a paragraph's forms; 100 is a line in which one rank is spent. */
export const lineBadness: Figure = figureOf(
  ({ badness }) => badness,
  (isLast) => isLast,
);

const overOf: Figure = figureOf(
  ({ over }) => over,
  () => true,
);

/** Less than this is rounding, pt. */
const OVER: Pt = 0.01;

/** How far a broken paragraph's lines stand out over their measure, by the line's number from 0. */
export const overfull = (broken: BrokenParagraph): readonly { readonly line: number; readonly over: Pt }[] =>
  overOf(broken, broken.best).flatMap((over, line) => (over > OVER ? [{ line, over }] : []));
