/** Titles with subtitles in → the lines that they stand in. */
import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";

const HEAD = REAL.slice(0, REAL.indexOf("note:"));

function titleOf(zh: string, theme: string): readonly string[] {
  const issue = `${HEAD}articles:\n  - title: { zh: ${JSON.stringify(zh)}, en: A Study }\n    body:\n      - { zh: 正文。, en: Text. }\n`;
  return press(issue, "zh", undefined, theme).laid.pages[0]!.pieces.flatMap(({ line, element }) =>
    element?.type === "H2" ? lineText(line).trim() : [],
  );
}

describe.each(["briefing", "briefing-16k", "modern"])("a subtitle, theme %s", (theme) => {
  test.each([
    "长三角生物医药产业协同创新的现状、瓶颈与对策——基于上海、苏州三地的比较",
    "推进新质生产力的发展路径——基于国家自主创新示范区的案例分析",
  ])("begins a line of its own in a title that one line does not hold: %s", (title) => {
    const lines = titleOf(title, theme);
    expect(lines.join("")).toBe(title);
    expect(lines.filter((line) => line.includes("——")).map((line) => line.indexOf("——"))).toEqual([0]);
  });

  test("stays in one that a line holds", () => {
    expect(titleOf("科学家精神——访谈录", theme)).toEqual(["科学家精神——访谈录"]);
  });

  test("stays where the editor has broken the title", () => {
    expect(titleOf("推进新质生产力的发展路径——基于案例\n的分析与国家自主创新示范区", theme)[0]).toContain(
      "径——基",
    );
  });
});

test.each(["briefing", "briefing-16k", "briefing-a16k", "briefing-stacked", "modern"])(
  "the title of the real issue stands on two lines in either language, theme %s",
  (theme) => {
    const { pieces } = press(REAL, "bilingual", undefined, theme).laid.pages[0]!;
    const titles = pieces.flatMap(({ line, element }) =>
      element?.type === "H2" ? lineText(line).trim() : [],
    );
    expect(titles).toEqual([
      "以自主创新示范区为载体",
      "推进新质生产力发展",
      "Taking Independent Innovation Demonstration Zones as the Carriers,",
      "Expedite the Development of New Quality Productive Forces",
    ]);
  },
);

test.each([
  ["面向高水平科技自立自强的大语言模型（LLM）布局的现状与政策建议", "briefing"],
  ["面向未来产业发展需要的大语言模型（LLM）产业化前景研究及其启示", "modern"],
])("no line begins with a short form in brackets: %s, theme %s", (title, theme) => {
  const lines = titleOf(title, theme);
  expect(lines.join("")).toBe(title);
  expect(lines.filter((line) => line.startsWith("（"))).toEqual([]);
});
