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

test("a font has its name, and is of the collection whose numbers say nothing of characters", () => {
  const text = Buffer.from(font(1000)).toString("latin1");
  expect(text.slice(0, 15)).toContain("Sample");
  expect(text).toContain("AdobeIdentity");
  // 391, 392 and 0, and the operator ROS (Adobe Technical Note 5176, tables 3 and 10).
  expect(text).toContain("\xf8\x1b\xf8\x1c\x8b\x0c\x1e");
});

test("a run of numbers takes the room of one", () => {
  const size = (step: number) => {
    const cids = Array.from({ length: 50 }, (_, k) => step * k + 1);
    return cidFont(glyphs(50, 4), cids, 500, 1000, "Sample", BOX).length;
  };
  expect(size(2) - size(1)).toBe(49 * 4);
});

test("glyphs are found behind a list of numbers that is longer than two bytes can say", () => {
  const cids = Array.from({ length: 17_000 }, (_, k) => 2 * k + 1);
  const { glyphs: found } = readCff(cidFont(glyphs(17_000, 4), cids, 500, 1000, "Sample", BOX));
  expect([...found.keys()]).toEqual([0, ...cids]);
  expect(found.get(cids.at(-1)!)).toHaveLength(4);
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
