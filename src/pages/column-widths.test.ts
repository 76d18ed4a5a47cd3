import fc from "fast-check";
import { expect, test } from "vitest";
import { type ColumnNeed, columnWidths } from "./column-widths.ts";

const need = (natural: number, decent = natural, least = decent, rows = natural): ColumnNeed => ({
  natural,
  rows,
  decent,
  least,
});

const needs = fc.array(
  fc
    .tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300))
    .map((widths) => widths.map((width) => width + 1).sort((a, b) => b - a))
    .map(([natural, rows, decent, least]) => need(natural!, decent, least, rows)),
  { minLength: 1, maxLength: 8 },
);

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

test("columns that fit grow alike", () => {
  expect(columnWidths([need(20), need(60)], 160)).toEqual([40, 120]);
});

test("columns wider than an even share give way alike, narrow ones not at all", () => {
  expect(columnWidths([need(20), need(100, 10), need(200, 10)], 200)).toEqual([20, 60, 120]);
});

test("heads are broken before the rows under them", () => {
  expect(columnWidths([need(40, 20), need(60, 20, 20, 20)], 80)).toEqual([40, 40]);
  expect(columnWidths([need(100, 30), need(60, 20, 20, 20), need(40, 20, 20, 20)], 180)).toEqual([
    100, 48, 32,
  ]);
});

test("a column of one long word keeps it, and the others give way for it", () => {
  const [year, word, rest] = columnWidths([need(20), need(60, 60), need(240, 10)], 140);
  expect([year, word, rest]).toEqual([20, 60, 60]);
});

test("narrow columns give way too before a word is overprinted", () => {
  expect(columnWidths([need(40, 20), need(100, 90)], 110)).toEqual([20, 90]);
});

test("what can be read goes before what is only parted nowhere", () => {
  expect(columnWidths([need(100, 30, 10), need(100, 30, 20)], 45)).toEqual([20, 25]);
});

test("where words have to be divided, as many columns as can keep theirs whole", () => {
  const columns = [need(100, 60, 40), need(100, 70, 30), need(100, 50, 45)];
  expect(columnWidths(columns, 150, true)).toEqual([60, 40, 50]);
  expect(columnWidths(columns, 130, true)).toEqual([40 + (10 * 20) / 60, 30 + (10 * 40) / 60, 50]);
  fc.assert(
    fc.property(needs, fc.integer({ min: 1, max: 900 }), (some, room) => {
      const [alike, words] = [columnWidths(some, room), columnWidths(some, room, true)];
      expect(sum(words)).toBeCloseTo(room, 6);
      const whole = (widths: readonly number[]) =>
        widths.filter((width, k) => width >= some[k]!.decent - 1e-6).length;
      expect(whole(words)).toBeGreaterThanOrEqual(whole(alike));
    }),
  );
});

test("columns fill the room, and none is less than its longest piece where all of these fit", () => {
  fc.assert(
    fc.property(needs, fc.integer({ min: 1, max: 900 }), (columns, room) => {
      const widths = columnWidths(columns, room);
      expect(sum(widths)).toBeCloseTo(room, 6);
      if (sum(columns.map(({ least }) => least)) <= room)
        widths.forEach((width, k) => {
          expect(width).toBeGreaterThanOrEqual(columns[k]!.least - 1e-6);
        });
      if (sum(columns.map(({ rows }) => rows)) <= room)
        widths.forEach((width, k) => {
          expect(width).toBeGreaterThanOrEqual(columns[k]!.rows - 1e-6);
        });
      if (sum(columns.map(({ decent }) => decent)) <= room)
        widths.forEach((width, k) => {
          expect(width).toBeGreaterThanOrEqual(columns[k]!.decent - 1e-6);
        });
    }),
  );
});
