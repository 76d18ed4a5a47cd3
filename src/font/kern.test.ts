import { expect, test } from "vitest";
import { canKern, kerner } from "./kern.ts";
import type { LayoutTable } from "./layout-table.ts";

/** A table that begins with a subtable of pairs. @param words Its 16-bit numbers. */
const table = (...words: readonly number[]): LayoutTable => {
  const view = new DataView(new ArrayBuffer(2 * words.length));
  words.forEach((word, k) => {
    view.setUint16(2 * k, word & 0xffff);
  });
  const none = () => {
    throw new Error("nobody asks for lookups by their index");
  };
  return { view, lookups: () => [], lookup: none };
};

const LOOKUP = { type: 2, subtables: [0] };
/** Fields of a value: place and width across, and the same upward, of which the width is none of horizontal text. */
const [X, Y, WIDER, HIGHER] = [1, 2, 4, 8] as const;

const shifts = (pairs: LayoutTable, gids: readonly number[], lookups = [LOOKUP]) =>
  kerner(pairs, lookups)(gids.map((gid) => ({ gid })))?.map(({ x, y, advance }) => [x, y, advance]) ?? null;

/** Glyph 5 before 7, 8 and 9: a set of pairs by the second glyph, with what its values hold. */
const listed = (first: number, second: number, ...sets: readonly (readonly number[])[]) =>
  table(...[1, 12, first, second, 1, 18, 1, 1, 5], sets.length, ...sets.flat());

test("pairs that are listed move their glyphs by the fields that they have, and no others", () => {
  const all = listed(
    X + Y + WIDER + HIGHER,
    X + WIDER,
    [7, 1, -2, 3, 90, -4, 5],
    [8, 6, 7, -8, 90, 9, -10],
    [9, 11, 12, 13, 90, 14, 15],
  );
  const still = [0, 0, 0];
  expect(shifts(all, [5, 7])).toEqual([
    [1, -2, 3],
    [-4, 0, 5],
  ]);
  expect(shifts(all, [5, 8])).toEqual([
    [6, 7, -8],
    [9, 0, -10],
  ]);
  expect(shifts(all, [5, 9])).toEqual([
    [11, 12, 13],
    [14, 0, 15],
  ]);
  expect([shifts(all, [5, 6]), shifts(all, [5, 10]), shifts(all, [7, 5]), shifts(all, [5])]).toEqual([
    ...Array(4).fill(null),
  ]);
  expect(shifts(all, [7, 5, 7])).toEqual([still, [1, -2, 3], [-4, 0, 5]]);
  expect(shifts(listed(WIDER, 0, [7, -30]), [5, 7])).toEqual([[0, 0, -30], still]);
  expect(shifts(listed(Y, 0, [7, -30]), [5, 7])).toEqual([[0, -30, 0], still]);
});

test("each first glyph has a list of its own", () => {
  const two = table(...[1, 14, WIDER, 0, 2, 22, 28, 1, 2, 5, 6], ...[1, 7, -10], ...[1, 7, -20]);
  expect([shifts(two, [5, 7])?.[0], shifts(two, [6, 7])?.[0]]).toEqual([
    [0, 0, -10],
    [0, 0, -20],
  ]);
});

test("what two neighbours do to the glyph between them adds up, and so do lookups", () => {
  const self = listed(X, X + WIDER, [5, 10, 1, -20]);
  expect(shifts(self, [5, 5, 5])).toEqual([
    [10, 0, 0],
    [11, 0, -20],
    [1, 0, -20],
  ]);
  expect(shifts(self, [5, 5], [LOOKUP, LOOKUP])).toEqual([
    [20, 0, 0],
    [2, 0, -40],
  ]);
});

test("pairs of classes move by the classes of both, those of no class as class 0", () => {
  // Coverage of 5 and 6; 6 is of class 1 before others, 9 of class 1 behind them.
  const classes = table(
    ...[2, 24, WIDER, 0, 32, 40, 2, 2],
    ...[-1, -2, -3, -4],
    ...[1, 2, 5, 6],
    ...[1, 6, 1, 1],
    ...[1, 9, 1, 1],
  );
  const advance = (...gids: readonly number[]) => shifts(classes, gids)?.[0]?.[2] ?? null;
  expect([advance(5, 8), advance(5, 9), advance(6, 8), advance(6, 9)]).toEqual([-1, -2, -3, -4]);
  expect(advance(7, 9)).toBeNull();
});

test("lookups of pairs alone are known", () => {
  expect(canKern([LOOKUP])).toBe(true);
  expect(canKern([LOOKUP, { type: 4, subtables: [] }])).toBe(false);
});
