/** A paragraph in → its best breaks, chosen over the whole of it, with those for one line less and one more. */
import type { Pt } from "../base/length.ts";
import type { Paragraph, Seam } from "../inline/paragraph.ts";
import { isHan, isLetter, isNumber } from "../script/char-class.ts";
import { KEPT_WHOLE, LAST_RESORT, RELIEF } from "../script/kinsoku.ts";
import { demeritsBehind, fitnessOf, LINE_ENDS, LOOSEST, ownDemerits, START } from "./demerits.ts";
import { type FitTables, fitTables } from "./fit-tables.ts";
import type { LineShape } from "./line.ts";
import {
  EXACT,
  givenByLetters,
  mayBeShort,
  naturalWidth,
  type Weight,
  weigh,
  weighSlack,
  weight,
} from "./line-fit.ts";
import { raggedBadness } from "./ragged.ts";
import type { LineRules } from "./ranks.ts";
import { Ways } from "./ways.ts";

/** Where a paragraph's lines end. */
export interface Breaks {
  /** For every line the index of the box behind its last; the last entry is the number of boxes. */
  readonly ends: readonly number[];
  readonly demerits: number;
  /** Of every line; 100 is one in which one rank is spent. */
  readonly badness: readonly number[];
  /** Lines that stand out over their measure. */
  readonly overfull: readonly Overfull[];
}

export interface Overfull {
  /** Its number from 0. */
  readonly line: number;
  readonly over: Pt;
}

/** What a line may stand out by rounding. */
const ROUNDING: Pt = 0.01;

export interface BrokenParagraph {
  readonly paragraph: Paragraph;
  readonly rules: LineRules;
  readonly shape: LineShape;
  readonly best: Breaks;
  /** The best with one line less or more than `best`; null where there is none. */
  readonly shorter: Breaks | null;
  readonly longer: Breaks | null;
}

/** What sets a line apart that stands over its measure, or is emptier than any rank can fill: more, the emptier. */
const BROKEN = 1e9;
/**
 * Loose lines of more badness are left out of the search; where the paragraph then costs as much as one such line or
 * more, they are let in, and so on.
 */
const MOST_BADNESS = [990, Math.sqrt(LOOSEST), Number.POSITIVE_INFINITY] as const;
/** What each line of a ragged text costs: it takes one more rather than a break or a last line that costs more. */
const RAGGED_LINE = 3e8;
/** What parting a date or a short name costs: a ragged text takes one line more rather. */
const PARTED = 4e8;
/** A last line that is too short (rules: two Han; in English five letters and 15 % of the measure). */
const SHORT_LAST = 2e8;
/** An English one that is a whole word, though a short one: a line before it that gapes is worse. */
const SHORT_WORD = 2e6;

export function breakParagraph(paragraph: Paragraph, shape: LineShape, rules: LineRules): BrokenParagraph {
  const tables = fitTables(paragraph, rules);
  if (paragraph.boxes.length === 0) {
    const none = { ends: [], demerits: 0, badness: [], overfull: [] };
    return { paragraph, rules, shape, best: none, shorter: null, longer: null };
  }
  let last: readonly number[] = [];
  for (const most of shape.align === "justify" ? MOST_BADNESS : MOST_BADNESS.slice(-1)) {
    last = search(tables, shape, most);
    if (last.some((way) => ways.demerits[way]! < most ** 2)) break;
  }
  const byLines = new Map<number, number>();
  for (const way of last) {
    const known = byLines.get(ways.lines[way]!);
    if (known === undefined || ways.demerits[way]! < ways.demerits[known]!)
      byLines.set(ways.lines[way]!, way);
  }
  const found = [...byLines.values()];
  const first = (a: number, b: number) => (ways.demerits[a]! <= ways.demerits[b]! ? a : b);
  const best = found.reduce(first);
  const alternative = (lines: number) => {
    const way = byLines.get(lines);
    return way !== undefined && ways.demerits[way]! < BROKEN ? breaksOf(way, tables, shape) : null;
  };
  return {
    paragraph,
    rules,
    shape,
    best: breaksOf(best, tables, shape),
    shorter: alternative(ways.lines[best]! - 1),
    longer: alternative(ways.lines[best]! + 1),
  };
}

function breaksOf(way: number, tables: FitTables, shape: LineShape): Breaks {
  const ends = new Array<number>(ways.lines[way]!);
  for (let at = way, line = ends.length; line > 0; at = ways.before[at]!) ends[--line] = ways.at[at]!;
  const weighed = weight();
  const overfull: Overfull[] = [];
  let from = 0;
  const badness = ends.map((to, line) => {
    weigh(tables, from, to, measureOf(shape, from), line === ends.length - 1, weighed);
    from = to;
    if (weighed.over > ROUNDING) overfull.push({ line, over: weighed.over });
    return weighed.badness;
  });
  return { ends, demerits: ways.demerits[way]!, badness, overfull };
}

/** The ways of the search at hand: written over by the next one. */
const ways = new Ways();

/** @param most Badness from which on loose lines are left out. @returns The ways to the paragraph's end. */
function search(tables: FitTables, shape: LineShape, most: number): readonly number[] {
  const { paragraph, ahead, behind, rules } = tables;
  const { boxes, seams, language } = paragraph;
  const { maxHyphenRun } = rules;
  const isRagged = shape.align !== "justify";
  const [firstMeasure, laterMeasure] = [measureOf(shape, 0), measureOf(shape, 1)];
  const count = boxes.length;
  const fit = weight();
  const given = most < Number.POSITIVE_INFINITY ? tables.givenUpTo(most) : null;
  const letsShort = most > MOST_BADNESS[0];
  const opening = endOf(START[language].fitness, false);
  ways.clear(count);
  ways.add(0, 0, opening, 0, 0, -1);
  /** Places `head`..`open` − 1 are those that a line may begin at, each by the first of the ways that lead there. */
  const { places } = ways;
  places[0] = 0;
  let [head, open] = [0, 1];
  for (let to = 1; to <= count; to++) {
    const seam = seams[to];
    const penalty = seam ? costOf(seam, isRagged) : Number.NEGATIVE_INFINITY;
    if (penalty === Number.POSITIVE_INFINITY) continue;
    const forced = penalty === Number.NEGATIVE_INFINITY;
    const parts = penalty >= KEPT_WHOLE && penalty < LAST_RESORT;
    const added = (isRagged ? RAGGED_LINE : 0) + (parts ? PARTED : 0);
    const hyphened = seam?.hyphened ?? false;
    // Of the ways to other places, which stay as they are while those to this one are added.
    const { count: first, at, end: ends, hyphens, demerits } = ways;
    const width = ahead[to]!;
    let kept = head;
    /** Of the line that was looked at last, which is the shortest. */
    let tooWide = false;
    for (let k = head; k < open; k++) {
      const from = places[k]!;
      const begin = at[from]!;
      const measure = begin === 0 ? firstMeasure : laterMeasure;
      fit.slack = measure - (width - behind[begin]!);
      const isLoose =
        given !== null &&
        !forced &&
        fit.slack > given[to]! - given[begin + 1]! + givenByLetters(tables, begin, to);
      if (isLoose && !(letsShort && given[to] === given[begin + 1] && mayBeShort(tables, begin, to, 0))) {
        places[kept++] = from;
        tooWide = false;
        if (begin === 0 || letsShort) continue;
        // What begins further on has more to fill, and less to fill it with.
        if (kept === k + 1) kept = open;
        else while (++k < open) places[kept++] = places[k]!;
        break;
      }
      weighLine(tables, shape, begin, to, forced, fit);
      tooWide = fit.over > 0;
      if (!tooWide || fit.over < boxes[to - 1]!.size) places[kept++] = from;
      else if (kept === head) {
        head = k + 1;
        kept = head;
      }
      if (tooWide) continue;
      const end = endOf(fitnessOf(fit, language), hyphened);
      const line = LINE_ENDS[end]!;
      const own = ownDemerits(fit.badness, parts ? penalty - KEPT_WHOLE : penalty);
      const extra =
        added +
        (fit.under > 0 ? BROKEN * (1 + fit.under / measure) : 0) +
        (to === count && begin > 0 ? lastLineCost(tables, begin, shape) : 0);
      // Ways to one place stand behind each other.
      for (let way = from; way < first && at[way] === begin; way++) {
        const run = hyphened ? hyphens[way]! + 1 : 0;
        // A word divided as a last resort would stand out over its column otherwise.
        if (run > maxHyphenRun && penalty < LAST_RESORT) continue;
        const joint = demeritsBehind(LINE_ENDS[ends[way]!]!, own, line, language, forced);
        ways.add(first, to, end, run, demerits[way]! + extra + joint, way);
      }
    }
    if (ways.count === first && tooWide) {
      // Nothing fits: the shortest line stands out over the measure, and is reported.
      const shortest = places[open - 1]!;
      for (let way = shortest; way < first && at[way] === at[shortest]; way++)
        ways.add(first, to, opening, 0, demerits[way]! + BROKEN, way);
    }
    open = forced ? 0 : kept;
    if (forced) head = 0;
    if (ways.count > first) {
      ways.keepWorthwhile(first);
      places[open++] = first;
    }
  }
  const last = places[open - 1]!;
  return Array.from({ length: ways.count - last }, (_, k) => last + k);
}

/** What a break costs; inside a Latin word and an address more where lines are ragged. */
const costOf = ({ kind, cost }: Seam, isRagged: boolean): number =>
  isRagged && kind === "fixed" && cost >= RELIEF && cost < KEPT_WHOLE ? Math.max(cost, LAST_RESORT) : cost;

/** Index in `LINE_ENDS`. */
const endOf = (fitness: number, hyphened: boolean): number => 2 * fitness + (hyphened ? 1 : 0);

export const measureOf = (shape: LineShape, from: number): Pt =>
  shape.measure - (from === 0 ? shape.indent : shape.hanging);

/**
 * Ragged lines keep their spaces: a line's badness is the room it leaves.
 *
 * @param into With the line's slack.
 */
function weighLine(
  tables: FitTables,
  shape: LineShape,
  from: number,
  to: number,
  isLast: boolean,
  into: Weight,
): void {
  const isRagged = shape.align !== "justify";
  weighSlack(tables, from, to, isLast || isRagged, into, null);
  if (!isRagged) return;
  const room = into.slack;
  // A column of a table is as wide as its longest word: its sum is told to the last digit by nobody.
  into.over = room < -EXACT ? -room : 0;
  const share = room / measureOf(shape, from);
  into.badness = raggedBadness(tables.paragraph, from, to, {
    share,
    isLast,
    balanced: shape.balanced ?? false,
  });
}

/** Cost of a last line that begins at box `from`: almost nothing stands in it. */
export function lastLineCost(tables: FitTables, from: number, shape: LineShape): number {
  const { language, boxes, seams } = tables.paragraph;
  if (language === "zh" && shape.align === "justify") return holds(boxes, from, 2) ? 0 : SHORT_LAST;
  const width = naturalWidth(tables, from, boxes.length);
  // In cells and captions a sign in brackets may stand alone: 合同数 / （项）, 增长率 / （%）.
  if (language === "zh")
    return isBracketed(boxes, from) || (width >= 2 * boxes.at(-1)!.size - 1e-6 && holds(boxes, from, 1))
      ? 0
      : SHORT_LAST;
  let letters = 0;
  for (let k = from; k < boxes.length; k++) letters += boxes[k]!.text.length;
  if (letters < 5) return SHORT_LAST;
  if (width >= 0.15 * measureOf(shape, from)) return 0;
  return seams[from]!.hyphened ? SHORT_LAST : SHORT_WORD;
}

const isBracketed = (boxes: Paragraph["boxes"], from: number): boolean =>
  /^[（(]/.test(boxes[from]!.text) && /[）)]$/.test(boxes.at(-1)!.text);

/** Whether so many Han, or two letters or digits for each of them, stand in boxes `from` and on: marks do not count. */
function holds(boxes: Paragraph["boxes"], from: number, han: number): boolean {
  let held = 0;
  for (let k = from; k < boxes.length && held < han; k++)
    for (const char of boxes[k]!.text) held += isHan(char) ? 1 : isLetter(char) || isNumber(char) ? 0.5 : 0;
  return held >= han;
}
