/** A stretch of a paragraph in → what it takes to make a line of it: how far each kind of space gives. */
import type { Em, Pt } from "../base/length.ts";
import type { Seam } from "../inline/paragraph.ts";
import { FORBIDDEN } from "../script/kinsoku.ts";
import type { FitTables } from "./fit-tables.ts";
import { type LineRules, SHRINK, SOFT_FLOOR, STRETCH } from "./ranks.ts";

/** Natural width of boxes `from`..`to` − 1 as a line. pt. */
export const naturalWidth = ({ ahead, behind }: FitTables, from: number, to: number): Pt =>
  ahead[to]! - behind[from]!;

/** What the letters of boxes `from`..`to` − 1 can give as a line. pt. */
export const givenByLetters = ({ lettersAhead, letters }: FitTables, from: number, to: number): Pt =>
  lettersAhead[to]! - letters[from]!;

/** Rounding that no eye sees; keeps plain Han lines, which fit exactly, from counting as adjusted. */
export const EXACT: Pt = 1e-7;

/** Badness of a line of nothing but a part of an address, which stays short: the more, the shorter (chosen by eye). */
const SHORT = { any: 1000, byEm: 500 } as const;
/** Ems by which such a line may stay short rather than that the one before it gapes. */
const MOST_SHORT: Em = 7.5;

/** Whether a line begins or ends inside a word, with no hyphen, and may stay short by so much. */
export function mayBeShort({ paragraph }: FitTables, from: number, to: number, by: Pt): boolean {
  const { boxes, seams } = paragraph;
  return by <= MOST_SHORT * boxes[to - 1]!.size && (isInWord(seams[from]!) || isInWord(seams[to]));
}

const isInWord = (seam: Seam | undefined): boolean =>
  seam !== undefined &&
  seam.kind === "fixed" &&
  seam.cost > 0 &&
  seam.cost !== FORBIDDEN &&
  !seam.hyphened &&
  seam.space === null;

/** What a line comes to, without what every rank gives: the search weighs thousands of lines and sets few. */
export interface Weight {
  /** What the measure has over the line's natural width. pt. */
  slack: Pt;
  /** 100 is a line in which one rank is spent. */
  badness: number;
  /** What no rank could take: the line stands out over the measure by it. pt. */
  over: Pt;
  /** What no rank could fill; 0 where a part of an address stays short. pt. */
  under: Pt;
  shrinks: boolean;
  /** How far the line squeezes its marks: 0 not at all, 1 so that the eye passes over it, 2 visibly, 3 hard. */
  squeeze: 0 | 1 | 2 | 3;
}

/** Ems that marks lose up to which a line is of one class with others; two classes apart they flicker. */
const SQUEEZES = [0.21, 0.3] as const;
const squeezeOf = (lost: Em): Weight["squeeze"] => (lost <= SQUEEZES[0] ? 1 : lost <= SQUEEZES[1] ? 2 : 3);

/** How a line meets its measure. */
export interface Fit extends Readonly<Weight> {
  /** What every rank gives, as a share of its capacity; the last rank of stretching may pass 1. */
  readonly shares: readonly number[];
}

export const weight = (): Weight => ({ slack: 0, badness: 0, over: 0, under: 0, shrinks: false, squeeze: 0 });

/**
 * Shares the difference between a line's natural width and the measure among the ranks, in their order.
 *
 * @param isLast The line keeps its natural width unless that is too much.
 * @param into Written over.
 * @param shares What every rank gives is put behind its end; null where nobody asks.
 */
export function weigh(
  tables: FitTables,
  from: number,
  to: number,
  measure: Pt,
  isLast: boolean,
  into: Weight,
  shares: number[] | null = null,
): void {
  into.slack = measure - naturalWidth(tables, from, to);
  weighSlack(tables, from, to, isLast, into, shares);
}

/** The same for a line whose slack stands in `into` already. */
export function weighSlack(
  tables: FitTables,
  from: number,
  to: number,
  isLast: boolean,
  into: Weight,
  shares: number[] | null,
): void {
  const { slack } = into;
  into.badness = 0;
  into.over = 0;
  into.under = 0;
  into.squeeze = 0;
  into.shrinks = slack < 0;
  if (Math.abs(slack) < EXACT || (isLast && slack > 0)) {
    into.shrinks = false;
    return;
  }
  const { shrinks } = into;
  const giving = shrinks ? tables.shrink : tables.stretch;
  let left = Math.abs(slack);
  let badness = 0;
  for (let k = 0; k < giving.length && left > EXACT; k++) {
    const { rank, index, sums, letters, endless } = giving[k]!;
    const room = (sums ? sums[to]! - sums[from + 1]! : 0) + (letters ? givenByLetters(tables, from, to) : 0);
    const share = room <= EXACT ? 0 : endless ? left / room : Math.min(1, left / room);
    if (shares) {
      pad(shares, index);
      shares.push(share);
    }
    left -= share * room;
    badness += 100 * rank.cost * share * share * share;
    if (share > 0 && rank.squeezesFrom !== undefined)
      into.squeeze = Math.max(
        into.squeeze,
        squeezeOf(rank.squeezesFrom + share * SOFT_FLOOR),
      ) as Weight["squeeze"];
  }
  if (shares && left > EXACT) pad(shares, (shrinks ? SHRINK : STRETCH).length);
  const unmet = left > EXACT ? left : 0;
  if (shrinks) into.over = unmet;
  else if (unmet > 0 && mayBeShort(tables, from, to, unmet))
    badness += SHORT.any + SHORT.byEm * (unmet / tables.paragraph.boxes[to - 1]!.size) ** 2;
  else into.under = unmet;
  into.badness = badness;
}

/** What no rank gives is told as nothing: for so many ranks in all. */
function pad(shares: number[], ranks: number): void {
  while (shares.length < ranks) shares.push(0);
}

/** How a line meets its measure, with what every rank gives. */
export function fitLine(tables: FitTables, from: number, to: number, measure: Pt, isLast: boolean): Fit {
  const shares: number[] = [];
  const found = weight();
  weigh(tables, from, to, measure, isLast, found, shares);
  const { slack, badness, over, under, shrinks, squeeze } = found;
  return { slack, badness, over, under, shrinks, squeeze, shares };
}

/** What a seam's width becomes in a line with this fit, pt. */
export function seamWidth(seam: Seam, { shrinks, shares }: Fit, rules: LineRules): Pt {
  const ranks = shrinks ? SHRINK : STRETCH;
  let width = seam.width;
  for (let k = 0; k < shares.length; k++)
    width += (shrinks ? -1 : 1) * shares[k]! * ranks[k]!.room(seam, rules);
  return width;
}

/** How a line's Latin letters change with this fit: their horizontal scale, and the space behind each in em. */
export function lettersOf(fit: Fit, rules: LineRules): { readonly scale: number; readonly tracking: Em } {
  const k = (fit.shrinks ? SHRINK : STRETCH).findIndex((rank) => rank.letters);
  const share = (fit.shrinks ? -1 : 1) * (fit.shares[k] ?? 0);
  return { scale: 1 + share * rules.scaleLimit, tracking: share * rules.trackLimit };
}
