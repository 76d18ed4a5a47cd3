import { expect, test } from "vitest";
import { isWorthAcross } from "./across-columns.ts";
import type { Placed } from "./fill-pages.ts";

const HEIGHT = 100;

/** A page whose text ends so far down; an imprint stands at its foot. */
const page = (end: number, foot = false): readonly Placed[] =>
  [{ y: 0, height: end, foot: false }, ...(foot ? [{ y: 90, height: 10, foot: true }] : [])].map(
    ({ y, height, foot }) => ({ fragment: { block: { foot }, height }, x: 0, y }) as unknown as Placed,
  );

test.each([
  ["of as many pages", [page(100), page(60, true)], [page(100), page(40, true)], true],
  [
    "of fewer pages, the last of them nearly empty",
    [page(100), page(10, true)],
    [page(100), page(100), page(40)],
    true,
  ],
  ["of more pages", [page(100), page(100), page(40, true)], [page(100), page(60, true)], false],
  ["whose last page is left to the imprint", [page(100), page(0, true)], [page(100), page(40, true)], false],
  ["whose last page is as empty as it was", [page(100), page(10, true)], [page(100), page(10, true)], true],
  [
    "one page of which ends far above its foot",
    [page(80), page(60, true)],
    [page(95), page(60, true)],
    false,
  ],
  [
    "one page of which ends a little above its foot",
    [page(91), page(60, true)],
    [page(100), page(60, true)],
    true,
  ],
  [
    "one page of which ends as far above its foot as it did",
    [page(80), page(60)],
    [page(80), page(50)],
    true,
  ],
] as const)("pages %s", (_, across, inColumn, isWorth) => {
  expect(isWorthAcross(across, inColumn, HEIGHT)).toBe(isWorth);
});
