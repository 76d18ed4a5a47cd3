import { expect, test } from "vitest";
import { design } from "../../test/fixture.ts";
import { type Block, block, rowOf } from "./block.ts";
import { frameRules } from "./frame-feet.ts";
import { lanesOf } from "./lanes.ts";
import { columnsOf } from "./run-columns.ts";

const rules = frameRules(design("zh"), lanesOf(design("zh"), "zh", 0));
const { line } = rules;
const [ascent, descent] = [0.75 * line, 0.25 * line];

const strips = (count: number) => [
  { rows: Array.from({ length: count }, (_, k) => rowOf(k * line, [])), descent },
];

/** A paragraph that stays whole; in `others` lines at the cost of some of blank. */
const text = (count: number, others: readonly number[] = [], about: Partial<Block> = {}, cost = 1) => {
  const forms = [count, ...others].map((lines, k) => ({ strips: strips(lines), cost: k === 0 ? 0 : cost }));
  return block({ strips: strips(count), forms, ascent, descent, ...about });
};

/** Lines in each of two columns, by page. All heights are in lines. */
const set = (run: readonly Block[], height: number, foot = 0, top = 0) =>
  columnsOf(run, 2, { height: height * line, top: top * line, foot: foot * line }, rules).map((page) =>
    page.map((column) => column.reduce((sum, { from, to }) => sum + to[0]! - from[0]!, 0)),
  );

test("columns of a full page end level where a paragraph takes a line more", () => {
  const run = (last: Block) => [text(4), text(6), text(5), last, text(8), text(8), text(8)];
  expect(set(run(text(4)), 10)[0]).toEqual([10, 9]);
  expect(set(run(text(4, [5], {}, 4)), 10)[0]).toEqual([10, 10]);
});

test("both columns of a page rather end a line short than apart", () => {
  const run = [text(4), text(6, [5]), text(4), text(5), text(8), text(8), text(8)];
  expect(set(run, 10)[0]).toEqual([9, 9]);
});

test("columns of the last page end level where a paragraph takes a line more", () => {
  expect(set([text(3), text(3), text(3), text(2)], 20)).toEqual([[6, 5]]);
  expect(set([text(3), text(3), text(3), text(2, [3])], 20)).toEqual([[6, 6]]);
});

test("columns end level below a band where what comes next fits into none of them", () => {
  const picture = text(9, [], { splittable: false });
  expect(set([text(2), text(2), picture], 10, 0, 5)).toEqual([[2, 2], [9]]);
  expect(set([text(1), text(1), text(1), picture, text(4)], 10, 0, 5)[0]).toEqual([2, 1]);
  expect(set([text(2), text(2), text(5, [], { splittable: false }), text(9)], 10, 0, 5)[0]).toEqual([4, 5]);
});

const spaced = { before: line / 2, splittable: false };
const topOfLast = (run: readonly Block[]) =>
  columnsOf(run, 2, { height: 20 * line, top: 0, foot: 0 }, rules)[0]![1]!.at(-1)!.y / rules.grid;

test("spaces of the last page's shorter column grow where that makes it level, and not where it would not", () => {
  expect(topOfLast([text(4), text(4), text(4), text(3, [], spaced)])).toBeCloseTo(20, 9);
  expect(topOfLast([text(4), text(4), text(3), text(3, [], spaced)])).toBeCloseTo(14, 9);
});
