import { describe, expect, test } from "vitest";
import { cffWidths, readCff } from "../read-pdf/cff.ts";
import { cidFont } from "./subset.ts";

const END = 14;
const BOX = [-200, -300, 1200, 40_000] as const;

/** Glyphs of so many bytes: the first says no width, each of the others 10 more than the normal one. */
const glyphs = (count: number, length: number) => [
  Uint8Array.of(END),
  ...Array.from({ length: count }, () => Uint8Array.from([149, ...Array(length - 2).fill(139), END])),
];

/** A font of three glyphs with gaps between their numbers. */
const font = (unitsPerEm: number) => cidFont(glyphs(3, 4), [1, 2, 7], 500, unitsPerEm, "Sample", BOX);

describe.each([16, 256, 1000, 1024, 2048, 16_384])("a font of %i units to an em", (unitsPerEm) => {
  test("says so, and has its widths in thousandths of an em", () => {
    const cff = readCff(font(unitsPerEm));
    expect(cff.unitsPerEm).toBe(unitsPerEm);
    const widths = cffWidths(cff);
    for (const [cid, units] of [
      [0, 500],
      [1, 510],
      [2, 510],
      [7, 510],
    ] as const)
      expect(widths.get(cid)).toBeCloseTo((units * 1000) / unitsPerEm, 9);
  });
});

test("the usual em needs no matrix", () => {
  expect(font(2048).length - font(1000).length).toBeGreaterThan(10);
});

test("glyphs stand under their numbers, in runs and alone, inside the box that was given", () => {
  const cff = readCff(font(1000));
  expect([...cff.glyphs.keys()]).toEqual([0, 1, 2, 7]);
  expect([...cff.glyphs.values()].map((glyph) => glyph.length)).toEqual([1, 4, 4, 4]);
  expect(cff.box).toEqual(BOX);
});

test.each([
  ["one byte", 2, 4],
  ["two bytes", 90, 10],
  ["three bytes", 300, 300],
])("glyphs are found where places take %s", (_, count, length) => {
  const cids = Array.from({ length: count }, (_, k) => k + 1);
  const { glyphs: found } = readCff(cidFont(glyphs(count, length), cids, 500, 1000, "Sample", BOX));
  expect(found.size).toBe(count + 1);
  for (const cid of cids) expect([found.get(cid)!.length, found.get(cid)!.at(-1)]).toEqual([length, END]);
});
