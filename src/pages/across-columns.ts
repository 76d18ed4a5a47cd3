/** An issue set with its cramped tables in one newspaper column, and with them across both → whether the second is better. */
import type { Pt } from "../base/length.ts";
import { LEAST_FILLED, textHeight } from "./close-up.ts";
import type { Filled } from "./fill-pages.ts";

/** Of a page's height, what a table across the columns may leave blank above itself, where it begins the next page. */
const MOST_BLANK = 0.1;

/**
 * Whether the pages do not pay for it: there are no more of them, the last is no emptier than looks well, and none before
 * it ends far above its foot that did not.
 *
 * @param height Of a page.
 */
export function isWorthAcross(across: Filled, inColumn: Filled, height: Pt): boolean {
  if (across.length > inColumn.length) return false;
  const least = Math.min(LEAST_FILLED * height, textHeight(inColumn.at(-1)!));
  if (across.length === inColumn.length && textHeight(across.at(-1)!) < least) return false;
  return mostBlank(across, height) <= Math.max(MOST_BLANK * height, mostBlank(inColumn, height));
}

/** The highest blank at the foot of a page before the last. */
const mostBlank = (pages: Filled, height: Pt): Pt =>
  pages.slice(0, -1).reduce((most, page) => Math.max(most, height - textHeight(page)), 0);
