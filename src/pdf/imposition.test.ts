import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blanksOf, saddleStitch } from "./imposition.ts";

describe("a booklet for saddle stitching", () => {
  test("of eight pages: the outermost sheet first, its outer side before its inner one", () => {
    expect(saddleStitch(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });

  test("of five pages has three blank ones behind the last", () => {
    expect(blanksOf(5)).toBe(3);
    expect(saddleStitch(5)).toEqual([
      [-1, 0],
      [1, -1],
      [-1, 2],
      [3, 4],
    ]);
  });

  test("holds every page once, the first on the right of the first side, neighbours opposite each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
        const spreads = saddleStitch(pages);
        const all = spreads.flat().filter((page) => page >= 0);
        expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, k) => k));
        expect(spreads[0]![1]).toBe(0);
        const total = pages + blanksOf(pages);
        for (const [left, right] of spreads)
          if (left >= 0 && right >= 0) expect(left + right).toBe(total - 1);
      }),
    );
  });
});
