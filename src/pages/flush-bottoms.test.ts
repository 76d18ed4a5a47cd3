import { expect, test } from "vitest";
import { type Block, block } from "./block.ts";
import { flushBottom } from "./flush-bottoms.ts";
import type { Fragment } from "./fragment.ts";

/** Blocks of 20 pt with these spaces above them, stacked from the top of a frame. */
function frame(...before: readonly number[]): readonly Fragment[] {
  let y = 0;
  return before.map((space, index) => {
    const made: Block = block({ strips: [], ascent: 0, descent: 0, leastHeight: 20, before: space });
    y += index === 0 ? 0 : space;
    const fragment = { block: made, index, from: [], to: [], y, height: 20 };
    y += 20;
    return fragment;
  });
}
const tops = (fragments: readonly Fragment[]) => fragments.map(({ y }) => y);

test("spaces grow up to their own size again", () => {
  expect(tops(flushBottom(frame(0, 10, 0, 5), 110, 5))).toEqual([0, 40, 60, 90]);
  expect(tops(flushBottom(frame(0, 10, 0, 5), 150, 5))).toEqual([0, 40, 60, 90]);
});

test("what does not fill them all is shared out by their size", () => {
  expect(tops(flushBottom(frame(0, 10, 0, 5), 101, 1))).toEqual([0, 34, 54, 81]);
});

test("a single row goes to the largest", () => {
  expect(tops(flushBottom(frame(0, 5, 10, 0), 96, 1))).toEqual([0, 25, 56, 76]);
});

test("of two spaces that would grow by the same share the larger grows", () => {
  expect(tops(flushBottom(frame(0, 10, 0, 5), 97, 1))).toEqual([0, 32, 52, 77]);
  expect(tops(flushBottom(frame(0, 5, 0, 10), 97, 1))).toEqual([0, 25, 45, 77]);
});

test("paragraphs without space between them stay together", () => {
  expect(tops(flushBottom(frame(0, 0, 0), 200, 5))).toEqual([0, 20, 40]);
});

test("the space behind a caption never grows", () => {
  const [text, caption, table] = frame(0, 10, 10);
  const tied = { ...caption!, block: { ...caption!.block, tied: true } };
  expect(tops(flushBottom([text!, tied, table!], 100, 5))).toEqual([0, 40, 70]);
});

test("the spaces inside a list grow together or not at all", () => {
  const list = frame(0, 5, 5, 5, 5).map((part, k) => ({
    ...part,
    block: { ...part.block, item: k > 0 },
  }));
  const height = (rows: number) => 120 + 5 * rows;
  expect(tops(flushBottom(list, height(2), 5))).toEqual([0, 30, 55, 80, 105]);
  expect(tops(flushBottom(list, height(4), 5))).toEqual([0, 30, 60, 90, 120]);
});

test("lists grow each for itself, wherever they stand", () => {
  const lists = frame(0, 5, 10, 5, 5, 10, 5, 5).map((part, k) => ({
    ...part,
    block: { ...part.block, item: k > 1 && k !== 5 },
  }));
  // Of six rows the larger spaces take four and the first small one the fifth; the sixth is too few for the first list.
  expect(tops(flushBottom(lists, 205 + 30, 5))).toEqual([0, 30, 70, 95, 120, 160, 190, 215]);
  expect(tops(flushBottom(lists, 205 + 45, 5))).toEqual([0, 30, 70, 100, 130, 170, 200, 230]);
});

test("a full frame stays as it is", () => {
  const full = frame(0, 10);
  expect(flushBottom(full, 50, 5)).toBe(full);
});
