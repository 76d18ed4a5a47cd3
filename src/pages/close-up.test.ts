import { expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { type Block, block, endOf, startOf } from "./block.ts";
import { closeUp } from "./close-up.ts";
import type { Filled } from "./fill-pages.ts";

const HEIGHT = 100;
const GRID = 5;

/** A block of no lines. */
const tall = (height: number, about: Partial<Block> = {}) =>
  block({ strips: [], ascent: 0, descent: 0, leastHeight: height, before: 20, after: 20, ...about });

/** One block under the other, on a new page where they are too tall. */
const fill = (blocks: readonly Block[]): Filled => {
  const pages: Filled[number][number][][] = [[]];
  let [y, after] = [0, 0];
  for (const [index, one] of blocks.entries()) {
    let top = y === 0 ? 0 : y + Math.max(after, one.before);
    if (top + one.leastHeight > HEIGHT) {
      pages.push([]);
      top = 0;
    }
    const fragment = {
      block: one,
      index,
      from: startOf(one),
      to: endOf(one),
      y: top,
      height: one.leastHeight,
    };
    pages.at(-1)!.push({ fragment, x: 0, y: top });
    [y, after] = [top + one.leastHeight, one.after];
  }
  return pages;
};

const close = (blocks: readonly Block[], gives = () => true) => closeUp(blocks, fill, gives, HEIGHT, GRID);

test("spaces give way where that saves a last page with next to nothing on it, and no more than it takes", () => {
  const blocks = [tall(30), tall(35), tall(5)];
  const pages = close(blocks);
  expect(pages.map((page) => page.map(({ y }) => y))).toEqual([[0, 45, 95]]);
  expect(pages[0]!.map(({ fragment }) => fragment.block)).toEqual(blocks);
  expect(pages[0]![0]!.fragment.block).toBe(blocks[0]);
});

test("no space gives way for a last page that holds enough, that stays, or where none may", () => {
  const places = (blocks: readonly Block[]) => fill(blocks).map((page) => page.map(({ y }) => y));
  for (const [blocks, gives] of [
    [[tall(30), tall(25), tall(25)], true],
    [[tall(45), tall(40), tall(20)], true],
    [[tall(30), tall(35), tall(5)], false],
    [[...Array.from({ length: 17 }, () => tall(80)), tall(30), tall(35), tall(5)], true],
  ] as const)
    expect(close(blocks, () => gives).map((page) => page.map(({ y }) => y))).toEqual(places(blocks));
});

test("spaces of sixteen pages give way, and of one more they do not: a page is little beside them", () => {
  const pages = (full: number) =>
    close([...Array.from({ length: full }, () => tall(80)), tall(30), tall(35), tall(5)]).length;
  expect([pages(14), pages(15)]).toEqual([15, 17]);
});

test("pages are not filled again where all that gives way could not save the last", () => {
  let times = 0;
  const counting = (blocks: readonly Block[]) => {
    times += 1;
    return fill(blocks);
  };
  const close = { before: 0, after: 0 };
  expect(closeUp([tall(95, close), tall(20, close)], counting, () => true, HEIGHT, GRID)).toHaveLength(2);
  expect(times).toBe(1);
});

test("what stands at the foot of a last page does not fill it", () => {
  expect(close([tall(30), tall(25), tall(25, { foot: true })])).toHaveLength(1);
});

test("the real issue in Chinese takes two pages of 210 × 285 mm", () => {
  expect(press(REAL, "zh", undefined, "briefing-a16k").laid.pages).toHaveLength(2);
});
