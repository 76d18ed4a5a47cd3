import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "./cell-lines.ts";
import { type ColumnCells, heightAt, lowWidths } from "./low-columns.ts";

/** A text of words as wide as that; a list is one word that may be parted. */
const cell = (...words: readonly (number | readonly number[])[]): Cell =>
  words.map((word) => {
    const widths = typeof word === "number" ? [word] : word;
    const stretch = (width: number) => ({ width, gap: 0, hangLeft: 0, hangRight: 0 });
    const whole = stretch(widths.reduce((sum, width) => sum + width, 0));
    return { stretches: widths.map(stretch), whole, isBroken: false };
  });

const column = (cells: readonly Cell[], floor: number): ColumnCells => {
  const wide = cells.map((units) => units.reduce((sum, { whole }) => sum + whole.width, 0));
  const natural = Math.max(...wide);
  return { cells, natural, floor: Math.min(floor, natural) };
};

const words = (count: number) => cell(...Array.from({ length: count }, () => 10));
const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

test("a date stays whole, and the column of words beside it gives way", () => {
  const dates = column([cell(40), cell([30, 20, 30]), cell([30, 20, 30])], 30);
  const texts = column([words(2), words(12), words(9)], 30);
  expect(lowWidths([texts, dates], 150)).toEqual([60, 80]);
});

test("a date is parted where the column of words would be many lines high", () => {
  const dates = column([cell(40), cell([40, 40])], 40);
  const texts = column([words(2), words(48)], 30);
  expect(lowWidths([texts, dates], 120)).toEqual([80, 40]);
});

test("a column takes no more than what makes the table lower", () => {
  const [short, long] = [column([cell(20), words(3)], 20), column([cell(20), words(12)], 20)];
  // Four lines of three words: the column of three words may be as low as four lines too.
  expect(lowWidths([short, long], 55)).toEqual([20, 30]);
});

/** Each column of a few rows, its texts of a few words or of many. */
const columns = fc.integer({ min: 1, max: 4 }).chain((rows) => {
  const word = fc.oneof(
    fc.constantFrom(10, 20, 30),
    fc.array(fc.constantFrom(10, 20), { minLength: 2, maxLength: 3 }),
  );
  const cells = fc.array(
    fc.array(word, { minLength: 1, maxLength: 8 }).map((found) => cell(...found)),
    { minLength: rows, maxLength: rows },
  );
  return fc.array(
    cells.map((found) => column(found, 30)),
    { minLength: 2, maxLength: 3 },
  );
});

/** @returns The least height, all widths of tens tried. */
function lowest(columns: readonly ColumnCells[], room: number, chosen: readonly number[] = []): number {
  const [next, ...rest] = columns.slice(chosen.length);
  if (!next) return heightAt(columns, chosen);
  const most = room - sum(chosen) - sum(rest.map(({ floor }) => floor));
  let least = Number.POSITIVE_INFINITY;
  for (let width = next.floor; width <= Math.min(most, next.natural); width += 10)
    least = Math.min(least, lowest(columns, room, [...chosen, width]));
  return least;
}

test("columns fit their room, and the table is as low as it can be, or nearly", () => {
  let [tables, exact] = [0, 0];
  fc.assert(
    fc.property(columns, fc.integer({ min: 0, max: 40 }), (some, spare) => {
      const room = sum(some.map(({ floor }) => floor)) + 10 * spare;
      const widths = lowWidths(some, room);
      expect(sum(widths)).toBeLessThanOrEqual(room + 1e-6);
      widths.forEach((width, k) => {
        expect(width).toBeGreaterThanOrEqual(some[k]!.floor - 1e-6);
      });
      const over = heightAt(some, widths) - lowest(some, room);
      expect(over).toBeGreaterThan(-1e-6);
      tables += 1;
      if (over < 1e-6) exact += 1;
    }),
    { seed: 1, numRuns: 150 },
  );
  expect(exact / tables).toBeGreaterThan(0.9);
});
