import { describe, expect, test } from "vitest";
import { cffWidths, readCff } from "./cff.ts";

type Bytes = readonly number[];

/** An index of the format, its offsets of one byte. */
function index(items: readonly Bytes[]): number[] {
  if (items.length === 0) return [0, 0];
  const offsets = [1];
  for (const item of items) offsets.push(offsets.at(-1)! + item.length);
  return [0, items.length, 1, ...offsets, ...items.flat()];
}

/** A number of five bytes, so that places do not depend on values. */
const long = (value: number): number[] => [29, 0, 0, value >> 8, value & 0xff];
const entry = (operator: Bytes, ...operands: readonly number[]) => [...operands.flatMap(long), ...operator];
const small = (value: number) => value + 139;

const [MOVE, END, CALL, CALL_SHARED, RETURN] = [21, 14, 10, 29, 11];

/** @param place Where each part of the file begins, by its name. */
type Place = (name: string) => number;

/** Puts the parts of a file behind each other; places are known the second time. */
function laidOut(parts: (place: Place) => Readonly<Record<string, Bytes>>): Uint8Array {
  const places = new Map<string, number>();
  const bytes = () => {
    const out: number[] = [];
    for (const [name, part] of Object.entries(parts((key) => places.get(key) ?? 0))) {
      places.set(name, out.length);
      out.push(...part);
    }
    return out;
  };
  bytes();
  return Uint8Array.from(bytes());
}

const glyph = (width: number | null, ...rest: number[]) =>
  width === null
    ? [small(0), small(0), MOVE, ...rest, END]
    : [small(width), small(0), small(0), MOVE, ...rest, END];

describe("widths of a font keyed by CID", () => {
  const font = (selection: Bytes) =>
    laidOut((place) => ({
      head: [1, 0, 4, 1],
      names: index([[65]]),
      top: index([
        [
          ...entry([12, 30], 0, 0, 0),
          ...entry([15], place("charset")),
          ...entry([17], place("glyphs")),
          ...entry([12, 36], place("parts")),
          ...entry([12, 37], place("selection")),
        ],
      ]),
      strings: index([]),
      shared: index([[small(3), RETURN]]),
      charset: [0, 0, 10, 0, 20, 0, 30],
      glyphs: index([
        glyph(null),
        glyph(5),
        glyph(5),
        // Its width comes out of a subroutine of the font, its first operator out of one of the part.
        [small(-107), CALL_SHARED, small(-107), CALL, END],
      ]),
      parts: index([entry([18], 12, place("first")), entry([18], 18, place("second"))]),
      selection,
      first: [...entry([20], 500), ...entry([21], 100)],
      // What it calls stands right behind it.
      second: [...entry([20], 700), ...entry([21], 200), ...entry([19], 18)],
      own: index([[small(0), small(0), MOVE, RETURN]]),
    }));

  test.each([
    ["part by part", [0, 0, 0, 1, 1]],
    ["range by range", [3, 0, 2, 0, 0, 0, 0, 2, 1, 0, 4]],
  ])("are counted from what the glyph's part says, told %s", (_, selection) => {
    expect([...cffWidths(readCff(font(selection)))]).toEqual([
      [0, 500],
      [10, 105],
      [20, 205],
      [30, 203],
    ]);
  });
});

describe("a font that is not keyed by CID", () => {
  const font = (matrix: Bytes, ...code: number[]) =>
    laidOut((place) => ({
      head: [1, 0, 4, 1],
      names: index([[65]]),
      top: index([[...matrix, ...entry([17], place("glyphs")), ...entry([18], 12, place("private"))]]),
      strings: index([]),
      shared: index([]),
      glyphs: index([glyph(null), glyph(7), [...code]]),
      private: [...entry([20], 250), ...entry([21], 50)],
    }));

  test("has its glyphs by their places", () => {
    expect([...cffWidths(readCff(font([])))].slice(0, 2)).toEqual([
      [0, 250],
      [1, 57],
    ]);
  });

  test("may have another em", () => {
    // .0005
    const half = [30, 0xa0, 0x00, 0x5f];
    const matrix = [...half, 139, 139, ...half, 139, 139, 12, 7];
    expect(cffWidths(readCff(font(matrix))).get(0)).toBe(125);
  });

  test.each([
    ["hints of stems", [small(9), small(1), small(2), 1, END], 59],
    ["hints of stems and no width", [small(1), small(2), 18, END], 250],
    ["a mask", [small(9), small(1), small(2), 19, 0, END], 59],
    ["its end", [small(9), END], 59],
    ["its end, made of two others, and no width", [small(1), small(2), small(3), small(4), END], 250],
    ["a step along", [small(9), small(1), 22, END], 59],
    ["calls without end", [small(-107), CALL, END], 250],
  ])("says its width before %s", (_, code, expected) => {
    expect(cffWidths(readCff(font([], ...code))).get(2)).toBe(expected);
  });
});
