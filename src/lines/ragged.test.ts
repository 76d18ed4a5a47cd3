import { describe, expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import { breakParagraph } from "./break-lines.ts";
import { lineRules } from "./ranks.ts";
import { textOfLine } from "./set-lines.ts";

const RULES = lineRules(design("bilingual"));

function linesOf(text: string, language: Language, measure: number, balanced: boolean): readonly string[] {
  const shape = { measure, indent: 0, hanging: 0, align: "left", balanced } as const;
  const broken = breakParagraph(paragraph(text, language), shape, RULES);
  return broken.best.ends.map((_, line) => textOfLine(broken, broken.best, line).trim());
}

describe("a line that keeps its spaces", () => {
  test.each([
    ["zh", 120, "新区机构的分布（截至明年一月）", ["新区机构的分布", "（截至明年一月）"]],
    ["en", 180, "Institutions of the zone (as of January)", ["Institutions of the zone", "(as of January)"]],
  ] as const)("ends in front of brackets that do not fit whole, %s", (language, measure, text, lines) => {
    expect(linesOf(text, language, measure, false)).toEqual(lines);
    expect(linesOf(text, language, measure, true)).toEqual(lines);
  });

  test("is as full as it can be behind brackets that are closed", () => {
    const text = "新（区）机构的分布（一）截至明年一月";
    expect(linesOf(text, "zh", 160, false)).toEqual(["新（区）机构的分布（一）截至明年", "一月"]);
  });

  test("ends inside brackets rather than take a line more", () => {
    const text = "Author: Chen Lan (College of Architecture and Planning)";
    expect(linesOf(text, "en", 170, false)).toEqual([
      "Author: Chen Lan (College of",
      "Architecture and Planning)",
    ]);
  });
});

describe("a line of a title", () => {
  test.each([
    [
      "en",
      160,
      "Doing the Sums: Rent, Tax and Spillover of Space",
      ["Doing the Sums:", "Rent, Tax and Spillover of Space"],
    ],
    ["zh", 130, "算一笔账：科创空间的租金、税收与外溢", ["算一笔账：", "科创空间的租金、税收与外溢"]],
  ] as const)(
    "ends behind the colon rather than behind a comma near its middle, %s",
    (language, measure, text, lines) => {
      expect(linesOf(text, language, measure, true)).toEqual(lines);
    },
  );

  test("ends behind the comma where the colon would leave it almost empty", () => {
    const text = "Overview: intensity exceeds it for the first time, and the share of firms goes on rising";
    expect(linesOf(text, "en", 330, true)[0]).toBe("Overview: intensity exceeds it for the first time,");
  });
});
