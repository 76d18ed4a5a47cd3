/** A line and its predecessor in → what it costs the paragraph (Knuth–Plass 1981 p. 1128; rules: lines). */
import type { Language } from "../base/language.ts";
import type { Weight } from "./line-fit.ts";

/** Two hyphens running, and a jump between tight and loose. */
const DOUBLE_HYPHEN = 10_000;
const JUMP = 10_000;
/** A hyphen on the last line but one: almost any other way is better. */
const LATE_HYPHEN = 500_000;
/** Chinese marks that differ in width from one line to the next: commas flicker. By classes of squeezing apart. */
const FLICKER = [0, 200, 60_000, 60_000];

/** English lines: 0 tight, 1 decent, 2 loose, 3 very loose. Chinese lines: how far marks are squeezed. */
export type Fitness = 0 | 1 | 2 | 3;

/** Two lines running whose marks have lost most of their blanks: a dark patch. */
const CRAMMED = 60_000;

/** A line however loose costs less than one that nothing can fill or that stands out over its measure. */
const WORST = 30_000;

/** What the loosest line costs at least. */
export const LOOSEST = WORST ** 2;

/** Badness at which a line stops being decent (The TeXbook p. 97). */
const DECENT = 12;
const LOOSE = 100;

export function fitnessOf({ badness, shrinks, squeeze }: Weight, language: Language): Fitness {
  if (language === "zh") return squeeze;
  if (badness <= DECENT) return 1;
  if (shrinks) return 0;
  return badness <= LOOSE ? 2 : 3;
}

export interface LineEnd {
  readonly fitness: Fitness;
  /** The line ends with a hyphen. */
  readonly hyphened: boolean;
}

/** Every end that a line can have: two to a fitness, without and with a hyphen. The search makes none of its own. */
export const LINE_ENDS: readonly LineEnd[] = ([0, 1, 2, 3] as const).flatMap((fitness) => [
  { fitness, hyphened: false },
  { fitness, hyphened: true },
]);

/** The class that the line before a paragraph's first counts as. */
export const START: Readonly<Record<Language, LineEnd>> = {
  zh: { fitness: 0, hyphened: false },
  en: { fitness: 1, hyphened: false },
};

/**
 * What a line costs whatever stands before it.
 *
 * @param penalty Cost of the break that ends the line; negative where it is forced.
 */
export function ownDemerits(badness: number, penalty: number): number {
  const sum = 10 + Math.min(badness, WORST) + Math.max(0, penalty);
  return sum * sum;
}

/**
 * The same with what it costs to stand behind that other line.
 *
 * @param own See `ownDemerits`.
 * @param ends The line is the paragraph's last, or ends where the editor broke it.
 */
export function demeritsBehind(
  before: LineEnd,
  own: number,
  line: LineEnd,
  language: Language,
  ends: boolean,
): number {
  let sum = own;
  if (line.hyphened && before.hyphened) sum += DOUBLE_HYPHEN;
  if (ends && before.hyphened) sum += LATE_HYPHEN;
  const jump = Math.abs(line.fitness - before.fitness);
  if (language === "en") sum += jump > 1 && !ends ? JUMP : 0;
  else sum += FLICKER[jump]! + (line.fitness === 3 && before.fitness === 3 ? CRAMMED : 0);
  return sum;
}
