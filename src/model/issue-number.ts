/** Names of issues → which of them are a year and a number within it, which comes first, and names of their editions. */
import type { Edition } from "../base/language.ts";

/** `2024-14`. */
export const ISSUE_NUMBER = /^\d{4}-\d{1,3}$/;

/** Where the text of an issue's file says its number: what stands before it on its line, and the number. */
export const NUMBER_IN_FILE = /^(issue:\s*["']?)(\d{4}-\d{1,3})/m;

export const isNumbered = (name: string): boolean => ISSUE_NUMBER.test(name);

/** @param number Such as `2024-14`. */
export function yearAndNumber(number: string): { readonly year: number; readonly within: number } {
  const [year = Number.NaN, within = Number.NaN] = number.split("-").map(Number);
  return { year, within };
}

/** What files of an edition are called by: `2024-14` is the bilingual one, `2024-14.zh` the Chinese. */
export const editionName = (issue: string, edition: Edition): string =>
  edition === "bilingual" ? issue : `${issue}.${edition}`;

/** By year and number within it. @returns As `sort` wants it. */
export function byNumber(a: string, b: string): number {
  const [one, other] = [yearAndNumber(a), yearAndNumber(b)];
  return one.year - other.year || one.within - other.within;
}

/**
 * Figures that numbers within a year are written with: 2 where an issue is called 2025-09, 1 where one is called
 * 2025-9; the last that tells it says. Null where none does.
 *
 * @param numbers In their order.
 */
export function figuresIn(numbers: readonly string[]): number | null {
  const [, within = ""] = numbers.findLast((number) => /-(?:0\d+|\d)$/.test(number))?.split("-") ?? [];
  return within === "" ? null : within.length;
}
