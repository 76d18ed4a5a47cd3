/** A paragraph in → its best breaks, chosen over the whole of it, with those for one line less and one more. */
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { titleBreakCost } from "../script/title-break.ts";
import { demeritsOf, fitnessOf, LINE_ENDS, type LineEnd, LOOSEST, START } from "./demerits.ts";
import type { LineShape } from "./line.ts";
import {
  type FitTables,
  fitTables,
  type LineRules,
  naturalWidth,
  type Weight,
  weigh,
  weighSlack,
  weight,
} from "./line-fit.ts";

/** Where a paragraph's lines end. */
export interface Breaks {
  /** For every line the index of the box behind its last; the last entry is the number of boxes. */
  readonly ends: readonly number[];
  readonly demerits: number;
}

export interface BrokenParagraph {
  readonly paragraph: Paragraph;
  readonly rules: LineRules;
  readonly shape: LineShape;
  readonly best: Breaks;
  /** The best with one line less or more than `best`; null where there is none. */
  readonly shorter: Breaks | null;
  readonly longer: Breaks | null;
}

/** A way to have reached a break. Ways with the same line count, fitness and hyphens compete. */
interface Way {
  readonly at: number;
  readonly lines: number;
  readonly end: LineEnd;
  /** Lines running that end with a hyphen. */
  readonly hyphens: number;
  readonly demerits: number;
  readonly before: Way | null;
}

/** What sets a line apart that stands over its measure, or is emptier than any rank can fill. */
const BROKEN = 1e9;
/**
 * Lines emptier than this share of the measure are left out of the search; where the paragraph then costs as
 * much as one such line or more, they are let in, and so on.
 */
const EMPTIEST = [
  { share: 0.8, most: 1e6 },
  { share: 0.55, most: LOOSEST },
  { share: 0, most: Number.POSITIVE_INFINITY },
] as const;
/** Numbers of lines that are followed beside the best one, on either side. */
const NEIGHBOURS = 1;
/** Ways of one number of lines are told apart by four classes of fitness and eight counts of hyphens. */
const LINE_KEY = 32;
/** A last line that is too short (rules: two Han; five letters and 15 % of the measure). */
const SHORT_LAST = 2e8;

export function breakParagraph(paragraph: Paragraph, shape: LineShape, rules: LineRules): BrokenParagraph {
  const tables = fitTables(paragraph, rules);
  if (paragraph.boxes.length === 0) {
    const none = { ends: [], demerits: 0 };
    return { paragraph, rules, shape, best: none, shorter: null, longer: null };
  }
  let ends: readonly Way[] = [];
  for (const { share, most } of shape.align === "justify" ? EMPTIEST : EMPTIEST.slice(-1)) {
    ends = search(tables, shape, share);
    if (ends.some((way) => way.demerits < most)) break;
  }
  const byLines = new Map<number, Way>();
  for (const way of ends) {
    const known = byLines.get(way.lines);
    if (!known || way.demerits < known.demerits) byLines.set(way.lines, way);
  }
  const ways = [...byLines.values()];
  const first = (a: Way, b: Way) => (a.demerits <= b.demerits ? a : b);
  const fewest = (a: Way, b: Way) => (a.lines <= b.lines ? a : b);
  const sound = ways.filter((way) => way.demerits < BROKEN);
  const best =
    shape.align === "justify" ? ways.reduce(first) : (sound.length > 0 ? sound : ways).reduce(fewest);
  const alternative = (lines: number) => {
    const way = byLines.get(lines);
    return way && way.demerits < BROKEN ? breaksOf(way) : null;
  };
  return {
    paragraph,
    rules,
    shape,
    best: breaksOf(best),
    shorter: alternative(best.lines - 1),
    longer: alternative(best.lines + 1),
  };
}

function breaksOf(way: Way): Breaks {
  const ends: number[] = [];
  for (let at: Way | null = way; at?.before; at = at.before) ends.unshift(at.at);
  return { ends, demerits: way.demerits };
}

/** @returns The ways to the paragraph's end. */
function search(tables: FitTables, shape: LineShape, emptiest: number): readonly Way[] {
  const { boxes, seams, language } = tables.paragraph;
  const count = boxes.length;
  const fit = weight();
  const start: Way = { at: 0, lines: 0, end: START[language], hyphens: 0, demerits: 0, before: null };
  const active: { readonly at: number; readonly ways: readonly Way[] }[] = [{ at: 0, ways: [start] }];
  /** Ways to the place that is looked at, each with its key: there are never many. */
  const keys: number[] = [];
  const reached: Way[] = [];
  for (let to = 1; to <= count; to++) {
    const seam = seams[to];
    const penalty = seam ? seam.cost : Number.NEGATIVE_INFINITY;
    if (penalty === Number.POSITIVE_INFINITY) continue;
    const forced = penalty === Number.NEGATIVE_INFINITY;
    const hyphened = seam?.hyphened ?? false;
    keys.length = 0;
    reached.length = 0;
    let kept = 0;
    let tried: Way | null = null;
    for (let k = 0; k < active.length; k++) {
      const from = active[k]!;
      const measure = measureOf(shape, from.at);
      const natural = naturalWidth(tables, from.at, to);
      const isNear = forced || natural >= emptiest * measure;
      if (!isNear) {
        active[kept++] = from;
        if (from.at === 0) continue;
        // What begins further on is emptier still.
        if (kept === k + 1) kept = active.length;
        else while (++k < active.length) active[kept++] = active[k]!;
        break;
      }
      weighLine(tables, shape, from.at, to, measure, forced, natural, fit);
      const tooWide = fit.over > 0;
      if (!tooWide || fit.over < boxes[to - 1]!.size) active[kept++] = from;
      const last = from.ways[0]!;
      if (tooWide && (tried === null || last.at > tried.at)) tried = last;
      if (tooWide) continue;
      const end = LINE_ENDS[fitnessOf(fit, language)]![hyphened ? 1 : 0]!;
      const extra =
        (fit.under > 0 ? BROKEN : 0) +
        (to === count && from.at > 0 ? lastLineCost(tables, from.at, measure) : 0);
      for (const way of from.ways) {
        const hyphens = hyphened ? way.hyphens + 1 : 0;
        if (hyphens > tables.rules.maxHyphenRun) continue;
        const demerits =
          way.demerits + extra + demeritsOf(fit.badness, penalty, end, way.end, language, forced);
        const key = keyOf(way.lines + 1, end, hyphens);
        const known = keys.indexOf(key);
        if (known >= 0 && demerits >= reached[known]!.demerits) continue;
        const place = known < 0 ? keys.length : known;
        keys[place] = key;
        reached[place] = { at: to, lines: way.lines + 1, end, hyphens, demerits, before: way };
      }
    }
    if (reached.length === 0 && (kept === 0 || forced)) {
      // Nothing fits: the shortest line that was tried stands out over the measure, and is reported.
      const before = tried ?? active.at(-1)!.ways[0]!;
      const end = START[language];
      const lines = before.lines + 1;
      const demerits = before.demerits + BROKEN;
      reached.push({ at: to, lines, end, hyphens: 0, demerits, before });
    }
    active.length = forced ? 0 : kept;
    if (reached.length > 0) active.push({ at: to, ways: worthKeeping(reached) });
  }
  return active.at(-1)!.ways;
}

/** Ways of one key compete. */
const keyOf = (lines: number, { fitness }: LineEnd, hyphens: number): number =>
  lines * LINE_KEY + fitness * 8 + Math.min(hyphens, 7);

/**
 * Ways that differ in nothing but their number of lines cost the same from here on: the best of them leads
 * to the paragraph's best breaks, its neighbours to those with a line less or more. The others would make
 * the work grow with the square of the paragraph's length.
 */
function worthKeeping(reached: readonly Way[]): readonly Way[] {
  const first = reached[0]!.lines;
  if (reached.every(({ lines }) => lines === first)) return reached.slice();
  return reached.filter((way) => {
    const key = keyOf(0, way.end, way.hyphens);
    let rival: Way | null = null;
    for (const other of reached)
      if (keyOf(0, other.end, other.hyphens) === key && (!rival || other.demerits < rival.demerits))
        rival = other;
    return Math.abs(way.lines - rival!.lines) <= NEIGHBOURS;
  });
}

export const measureOf = (shape: LineShape, from: number): Pt =>
  shape.measure - (from === 0 ? shape.indent : shape.hanging);

/** Ragged lines keep their spaces: a line's badness is the room it leaves. */
function weighLine(
  tables: FitTables,
  shape: LineShape,
  from: number,
  to: number,
  measure: Pt,
  isLast: boolean,
  natural: Pt,
  into: Weight,
): void {
  const isRagged = shape.align !== "justify";
  weighSlack(tables, from, to, measure - natural, isLast || isRagged, into, null);
  if (!isRagged) return;
  const room = measure - natural;
  into.over = Math.max(0, -room);
  const counts = (!isLast || shape.balanced) && room > 0;
  const sense = shape.balanced && !isLast ? titleBreakCost(lastWord(tables.paragraph, to)) : 0;
  into.badness = (counts ? 100 * (room / measure) ** 2 : 0) + (room < 0 ? 0 : sense);
}

/** The Latin word before a break; "" before a Han. */
function lastWord({ boxes }: Paragraph, to: number): string {
  const box = boxes[to - 1]!;
  return box.latin ? box.text : "";
}

/** Cost of a last line that begins at box `from`: almost nothing stands in it. */
export function lastLineCost(tables: FitTables, from: number, measure: Pt): number {
  const { language, boxes } = tables.paragraph;
  const width = naturalWidth(tables, from, boxes.length);
  const size = boxes.at(-1)!.size;
  if (language === "zh") return width < 2 * size - 1e-6 ? SHORT_LAST : 0;
  let letters = 0;
  for (let k = from; k < boxes.length; k++) letters += boxes[k]!.text.length;
  return letters < 5 || width < 0.15 * measure ? SHORT_LAST : 0;
}

/** Badness of every line of one of a paragraph's forms; 100 is a line in which one rank is spent. */
export function lineBadness(broken: BrokenParagraph, { ends }: Breaks): readonly number[] {
  const { shape } = broken;
  const tables = fitTables(broken.paragraph, broken.rules);
  const found = weight();
  let from = 0;
  return ends.map((to, line) => {
    weigh(tables, from, to, measureOf(shape, from), line === ends.length - 1, found);
    from = to;
    return found.badness;
  });
}

/** How far a broken paragraph's lines stand out over their measure, by the line's number from 0. */
export function overfull(broken: BrokenParagraph): readonly { readonly line: number; readonly over: Pt }[] {
  const found: { line: number; over: Pt }[] = [];
  const weighed = weight();
  const tables = fitTables(broken.paragraph, broken.rules);
  let from = 0;
  broken.best.ends.forEach((to, line) => {
    weigh(tables, from, to, measureOf(broken.shape, from), true, weighed);
    if (weighed.over > 0.01) found.push({ line, over: weighed.over });
    from = to;
  });
  return found;
}
