/** A number of pages in → the sheets that a saddle-stitched booklet is printed from. */

/** Two pages side by side by their index, -1 for a blank one. */
export type Spread = readonly [left: number, right: number];

/** Pages a folded sheet has. */
const FOLDED = 4;

/** Blank pages that make the pages fill whole sheets. */
export const blanksOf = (pages: number): number => (FOLDED - (pages % FOLDED)) % FOLDED;

/**
 * The outer side of the outermost sheet first: last page and first, second and last but one, and so on.
 * Blank pages stand behind the last one.
 */
export function saddleStitch(pages: number): readonly Spread[] {
  const total = pages + blanksOf(pages);
  const page = (index: number) => (index < pages ? index : -1);
  return Array.from({ length: total / 2 }, (_, k): Spread => {
    const outer = page(total - 1 - k);
    const inner = page(k);
    return k % 2 === 0 ? [outer, inner] : [inner, outer];
  });
}
