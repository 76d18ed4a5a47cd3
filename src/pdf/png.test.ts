import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chunk, png as pngFile } from "../../test/picture-files.ts";
import { shrunk } from "./picture.ts";
import { readPng, unpackPng } from "./png.ts";

/** A PNG of rows that are filtered already. */
const png = (
  width: number,
  height: number,
  bits: number,
  colourType: number,
  rows: readonly number[],
  ...parts: readonly Buffer[]
) => pngFile({ width, height, bits, colourType, rows: Uint8Array.from(rows), parts });

const unpacked = (bytes: Uint8Array) => unpackPng(readPng(bytes));

describe("a PNG's samples", () => {
  test("of one bit a pixel are black and white", () => {
    expect([...unpacked(png(3, 1, 1, 0, [0, 0b10100000])).colour]).toEqual([255, 0, 255]);
  });

  test("of a palette are its colours, and its transparent ones have no cover", () => {
    const palette = chunk("PLTE", Buffer.from([1, 2, 3, 4, 5, 6]));
    const clear = chunk("tRNS", Buffer.from([0]));
    const { colour, alpha } = unpacked(png(2, 1, 8, 3, [0, 1, 0], palette, clear));
    expect([...colour]).toEqual([4, 5, 6, 1, 2, 3]);
    expect([...alpha!]).toEqual([255, 0]);
  });

  test("have cover where the transparent colour is cut short: what follows it in the file is no part of it", () => {
    const short = chunk("tRNS", Buffer.from([0]));
    const [behind] = short.subarray(9);
    const row = png(1, 1, 8, 0, [0, behind!], short);
    expect(unpacked(row)).toMatchObject({ colour: Uint8Array.of(behind!), alpha: null });
    const whole = png(2, 1, 8, 0, [0, behind!, 7], chunk("tRNS", Buffer.from([0, behind!])));
    expect([...unpacked(whole).alpha!]).toEqual([0, 255]);
  });

  test("of sixteen bits keep their upper eight", () => {
    expect([...unpacked(png(1, 1, 16, 0, [0, 0x12, 0x34])).colour]).toEqual([0x12]);
  });

  test.each([
    ["left", 1, [1, 10, 5, 5], [10, 15, 20]],
    ["above", 2, [0, 1, 2, 3, 2, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
    ["mean", 3, [0, 4, 8, 12, 3, 1, 1, 1], [4, 8, 12, 3, 6, 10]],
    ["nearest", 4, [0, 1, 2, 3, 4, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
  ] as const)("filtered by their %s neighbour come back", (_, __, rows, colour) => {
    expect([...unpacked(png(3, rows.length / 4, 8, 0, [...rows])).colour]).toEqual(colour);
  });

  test("grey in three channels becomes one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 1, maxLength: 20 }), (values) => {
        const rows = [0, ...values.flatMap((value) => [value, value, value])];
        const samples = shrunk(unpacked(png(values.length, 1, 8, 2, rows)));
        expect([samples.channels, [...samples.colour]]).toEqual([1, values]);
      }),
    );
  });
});
