import { describe, expect, test } from "vitest";
import { mm } from "../base/length.ts";
import { around, printMarks, type Sheet } from "./print-marks.ts";

const BLEED = mm(3);
const EDGE = around(BLEED);
const SHEET: Sheet = { width: 400, height: 600, bleed: BLEED, around: EDGE, fold: null };

type Line = readonly [x: number, y: number, toX: number, toY: number];

const linesOf = (sheet: Sheet): readonly Line[] =>
  [...printMarks(sheet, false, []).matchAll(/^(\S+) (\S+) m (\S+) (\S+) l S$/gm)].map(
    ([, ...places]) => places.map(Number) as unknown as Line,
  );

const [LEFT, RIGHT, BOTTOM, TOP] = [EDGE, EDGE + 400, EDGE, EDGE + 600];

describe("the marks around a sheet", () => {
  test("stand outside the bleed and on the paper", () => {
    for (const [x, y, toX, toY] of linesOf({ ...SHEET, fold: 200 })) {
      const isBeside = Math.max(x, toX) < LEFT - BLEED || Math.min(x, toX) > RIGHT + BLEED;
      const isAboveOrBelow = Math.max(y, toY) < BOTTOM - BLEED || Math.min(y, toY) > TOP + BLEED;
      expect(isBeside || isAboveOrBelow).toBe(true);
      for (const one of [x, toX]) expect(one > 0 && one < RIGHT + EDGE).toBe(true);
      for (const one of [y, toY]) expect(one > 0 && one < TOP + EDGE).toBe(true);
    }
  });

  test("show each edge of the trim at both of its ends", () => {
    const lines = linesOf(SHEET);
    const upright = (at: number) => lines.filter(([x, , toX]) => Math.abs(x - at) < 0.01 && x === toX);
    const level = (at: number) => lines.filter(([, y, , toY]) => Math.abs(y - at) < 0.01 && y === toY);
    expect([LEFT, RIGHT].map((x) => upright(x).length)).toEqual([2, 2]);
    expect([BOTTOM, TOP].map((y) => level(y).length)).toEqual([2, 2]);
  });

  test.each([
    ["in the middle of every side", null, 0],
    ["beside the fold, whose own marks stand in the middle", 200, mm(12)],
  ])("are crosses %s", (_, fold, aside) => {
    const lines = linesOf({ ...SHEET, fold });
    const middles = lines.map(([x, y, toX, toY]) => [(x + toX) / 2, (y + toY) / 2] as const);
    // A cross is two lines through one middle.
    const crosses = middles.filter(([x, y], k) =>
      middles.some(([atX, atY], other) => other > k && Math.hypot(x - atX, y - atY) < 0.02),
    );
    const off = BLEED + mm(1) + mm(2.5);
    const expected = [
      [LEFT - off, (BOTTOM + TOP) / 2],
      [RIGHT + off, (BOTTOM + TOP) / 2],
      [(LEFT + RIGHT) / 2 + aside, BOTTOM - off],
      [(LEFT + RIGHT) / 2 + aside, TOP + off],
    ];
    expect(crosses).toHaveLength(4);
    crosses.forEach(([x, y], k) => {
      expect(Math.hypot(x - expected[k]![0]!, y - expected[k]![1]!)).toBeLessThan(0.02);
    });
    for (const [x, y, toX, toY] of lines) expect(Math.hypot(toX - x, toY - y)).toBeCloseTo(mm(5), 1);
    // Without a fold it is the crosses that stand there.
    expect(lines.filter(([x, , toX]) => x === toX && Math.abs(x - LEFT - 200) < 0.01)).toHaveLength(2);
  });
});
