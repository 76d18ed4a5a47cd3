import { describe, expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import { fitTables } from "../lines/fit-tables.ts";
import { naturalWidth } from "../lines/line-fit.ts";
import { lineRules } from "../lines/ranks.ts";
import type { ChineseRules } from "../model/design.ts";

/** Width in em of a text as a line of its own. */
function lineWidth(text: string, change: Partial<ChineseRules>): number {
  const of = design("bilingual", (same) => ({ ...same, zh: { ...same.zh, ...change } }));
  const set = paragraph(text, "zh", of);
  const tables = fitTables(set, lineRules(of));
  return naturalWidth(tables, 0, set.boxes.length) / 10;
}

describe("a mark at the end of a line", () => {
  test.each([
    ["takes half an em (GB/T 15834 §5.1.10)", {}, 2.5],
    ["takes its em where the theme says so", { lineEnd: "full" }, 3],
    ["hangs outside the measure where the theme lets it", { hanging: true }, 2],
  ] as const)("%s", (_, change, width) => expect(lineWidth("国国。", change)).toBeCloseTo(width, 9));

  test("brackets and question marks never hang", () => {
    expect(lineWidth("国国）", { hanging: true })).toBeCloseTo(2.5, 9);
    expect(lineWidth("国国？", { hanging: true })).toBeCloseTo(2.5, 9);
  });
});
