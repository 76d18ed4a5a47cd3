/** Issues of several articles in → their contents, and what stands between these and the first title. */
import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Design } from "../model/design.ts";

const HEAD = REAL.slice(0, REAL.indexOf("note:"));

const article = (zh: string, en: string) =>
  `  - title: { zh: "${zh}", en: "${en}" }\n    body:\n      - { zh: 正文。, en: Text. }\n`;

const ISSUE = `${HEAD}articles:\n${article("新型储能技术路线比较与产业化前景", "New Energy Storage: Technologies and Prospects")}${article("碳捕集利用与封存：从示范走向规模", "Carbon Capture, Utilization and Storage: From Demonstration to Scale")}`;

const linesOf = (edition: "bilingual" | "zh" | "en", theme: string, change?: (design: Design) => Design) =>
  press(ISSUE, edition, change, theme).laid.pages[0]!.pieces.map(({ line, baseline, element }) => ({
    text: lineText(line).trim(),
    size: line.runs[0]!.size,
    baseline,
    type: element?.type,
  }));

describe.each(["briefing", "briefing-16k", "modern"])("contents, theme %s", (theme) => {
  test.each(["zh", "en"] as const)("stand clear of a title without a series line, %s", (edition) => {
    const lines = linesOf(edition, theme);
    const listed = lines.filter(({ type }) => type === "TOCI").map(({ baseline }) => baseline);
    const title = lines.find(({ type }) => type === "H2")!;
    // Two lines of the text and more.
    expect(title.baseline - title.size - Math.max(...listed)).toBeGreaterThan(14);
  });

  test("have no last line that is a stump of its title", () => {
    const narrow = (design: Design): Design => ({ ...design, layout: { ...design.layout, measure: 17 } });
    const lines = linesOf("bilingual", theme, narrow).filter(({ type }) => type === "TOCI");
    const last = lines.filter(({ text }) => /前景$|规模$/.test(text));
    expect(last.length).toBe(2);
    for (const { text } of last) expect(text.length).toBeGreaterThan(4);
  });
});

test("a title takes a line more in narrow contents rather than part a word", () => {
  const title = "长三角一体化背景下生物医药、集成电路、人工智能三大先导产业协同创新研究";
  const issue = `${HEAD}articles:\n${article(title, "Collaborative Innovation")}${article("新型储能", "Storage")}`;
  const lines = press(issue, "bilingual", undefined, "modern").laid.pages[0]!.pieces.flatMap(
    ({ line, element }) => (element?.type === "TOCI" ? lineText(line).trim() : []),
  );
  for (const word of ["长三角", "一体化", "生物医药", "集成电路", "人工智能"])
    expect(lines.filter((line) => line.includes(word))).toHaveLength(1);
});

test("titles of several lines stand apart, titles of one line each do not", () => {
  /** From the last line of the first title to the first of the second, and between lines of one. */
  const steps = (edition: "bilingual" | "zh") => {
    const lines = linesOf(edition, "modern").filter(
      ({ type, text }) => type === "TOCI" && /\p{sc=Han}/u.test(text),
    );
    const second = lines.findIndex(({ text }) => text.startsWith("碳捕集"));
    return [lines[second]!.baseline - lines[second - 1]!.baseline, second] as const;
  };
  const leading = 17.2;
  const [oneLine, one] = steps("zh");
  const [several, more] = steps("bilingual");
  expect([one, more]).toEqual([1, 2]);
  expect(oneLine).toBeCloseTo(leading, 6);
  expect(several).toBeGreaterThan(leading + 4);
});
