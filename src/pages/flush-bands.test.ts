import { expect, test } from "vitest";
import { type Block, block } from "./block.ts";
import type { Placed } from "./fill-pages.ts";
import { flushBands } from "./flush-bands.ts";

const RULES = { grid: 5, widows: 2, orphans: 2, line: 20 };

/** A block of 20 pt. */
const made = (about: Partial<Block>) =>
  block({ strips: [], ascent: 0, descent: 0, leastHeight: 20, ...about });

const at = (x: number, y: number, about: Partial<Block>, index = 0): Placed => {
  const fragment = { block: made(about), index, from: [], to: [], y, height: 20 };
  return { fragment, x, y };
};

/** A masthead, two titles, and two columns of two blocks below them. */
const PAGE = [
  at(0, 0, { band: true, after: 20 }),
  at(0, 40, { band: true, item: true }),
  at(0, 65, { band: true, item: true, before: 5, after: 10 }),
  at(0, 95, { before: 10 }),
  at(0, 120, { before: 5 }),
  at(100, 95, {}),
  at(100, 120, { before: 5 }),
];

const tops = (height: number) => flushBands(PAGE, height, RULES).map(({ y }) => y);

test("bands of a page that ends short move apart, the columns below them as one", () => {
  expect(tops(140 + 20)).toEqual([0, 55, 80, 115, 140, 115, 140]);
});

test("spaces grow by no more than themselves", () => {
  expect(tops(400)).toEqual([0, 60, 90, 130, 155, 130, 155]);
});

test("a page that ends less than a line short stays as it is", () => {
  expect(flushBands(PAGE, 159, RULES)).toBe(PAGE);
});
