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

describe("a sign that a face draws as wide as Han", () => {
  const widthOf = (text: string, sign: string, language: "zh" | "en") => {
    const { boxes } = paragraph(text, language);
    return boxes.find((box) => box.text.includes(sign))!.width / 10;
  };

  test.each(["≤", "≥", "≈", "≠"])("is smaller among Latin: P %s 5", (sign) => {
    expect(widthOf(`P ${sign} 5`, sign, "en")).toBeCloseTo(0.8, 9);
    expect(widthOf(`当 P ${sign} 5 时`, sign, "zh")).toBeCloseTo(0.8, 9);
  });

  test("stays as it is where the face draws it as Latin, and so does one that is none of these", () => {
    expect(widthOf("3 × 5", "×", "en")).toBeCloseTo(0.5, 9);
    expect(widthOf("A → B", "→", "en")).toBeCloseTo(1, 9);
  });

  test("has no blank around it inside a unit: kW·h", () => {
    expect(widthOf("per kW·h", "·", "en")).toBeCloseTo(1.85, 9);
    expect(widthOf("元/kW·h", "·", "zh")).toBeCloseTo(1.85, 9);
  });
});
