/** A number as it was typed, with its 万 or million → between what it lies, for it may have been rounded. */

/** Between what a number lies, both ends among it. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * In digits: 1 850, 13,200, 4.2. One without groups begins with its first digit: from every digit on, a row of thousands
 * would be read to its end.
 */
export const NUMBER = String.raw`\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|(?<!\d)\d+(?:\.\d+)?`;

/** A number that may be the year of something. */
export const YEAR = /^(?:19|20)\d\d$/;

const SCALES: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** What a word of scale multiplies by; 1 where there is none. */
export const scaleOf = (word: string): number => SCALES[word.trim()] ?? 1;

/** An approximation is within so much of what it is said of. */
const NEARLY = 0.15;

/** The value of such digits. */
export const numberOf = (typed: string): number => Number(typed.replace(/[, \u00a0\u2009\u202f]/g, ""));

/** One of the last figure that was typed: 0.1 of 11.5. */
export const lastFigure = (typed: string): number => 10 ** -/(?:\.(\d+))?$/.exec(typed)![0].slice(1).length;

/**
 * @param scale What it is multiplied by; a whole number without any was counted, and not rounded.
 * @param isAbout Whether it is said to be near, above or below.
 */
export function boundsOf(typed: string, scale: number, isAbout: boolean): Bounds {
  const value = numberOf(typed);
  const isCounted = scale === 1 && !typed.includes(".");
  const slack = (isCounted ? 0 : lastFigure(typed) / 2) + (isAbout ? value * NEARLY : 0);
  return { low: (value - slack) * scale, high: (value + slack) * scale };
}

/** What it comes to without rounding. */
export const exactly = (typed: string, scale: number): number => numberOf(typed) * scale;
