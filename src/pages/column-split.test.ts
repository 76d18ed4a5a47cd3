import { describe, expect, test } from "vitest";
import { press } from "../../test/press.ts";
import { LANGUAGES } from "../base/language.ts";
import { lineText } from "../lines/line.ts";
import type { Design } from "../model/design.ts";
import type { SplitCandidate } from "./column-split.ts";

const ZH = "国家自主创新示范区充分发挥先行先试的作用，培育新产业，打造新引擎。";
const EN =
  "These zones have taken the lead in commercialization and internationalization for straightforward industries. ";

const pair = (zh: number, en: number) => `{ zh: ${ZH.repeat(zh)}, en: ${JSON.stringify(EN.repeat(en))} }`;
const issueOf = (...blocks: readonly string[]) => `issue: 2025-07
overall: 20
date: 2025-07-07
articles:
  - title: { zh: 标题, en: A title }
    body:
${blocks.map((block) => `      - ${block}\n`).join("")}`;

const split = (issue: string, change?: (design: Design) => Design) =>
  press(issue, "bilingual", change).laid.split;

const BALANCED = issueOf(pair(3, 3), pair(4, 4), pair(2, 2));

describe("the width of the Chinese column", () => {
  test("is the least or the most that the theme allows where one language is much longer", () => {
    expect(split(issueOf(pair(2, 8)))[0]!.measure).toBe(14);
    expect(split(issueOf(pair(8, 2)))[0]!.measure).toBe(19);
  });

  test("is weighed for the widths that need about as little paper as the best, and no others", () => {
    const measures = split(issueOf(pair(2, 8))).map(({ measure }) => measure);
    expect(measures).not.toContain(19);
    expect(new Set(measures).size).toBe(measures.length);
  });

  test("costs the lines of its paper on both sides, what is blank twice more, and two for every line set ill", () => {
    const leading = press(BALANCED, "bilingual").design.styles.body.zh.leading;
    for (const { height, blank, ill, cost } of split(BALANCED)) {
      expect(height).toBeGreaterThan(0);
      expect(cost).toBeCloseTo((2 * height + 2 * blank) / leading + 2 * ill, 9);
    }
  });

  test("is, of those that cost about the same, nearest the middle of what the theme allows; dearer ones come behind", () => {
    for (const issue of [
      BALANCED,
      issueOf(pair(5, 4)),
      issueOf(pair(4, 5), pair(2, 2)),
      issueOf(pair(6, 6)),
    ]) {
      const found = split(issue);
      const bound = 1.02 * Math.min(...found.map(({ cost }) => cost));
      const alike = found.filter(({ cost }) => cost <= bound);
      const dearer = found.filter(({ cost }) => cost > bound);
      expect(found).toEqual([...alike, ...dearer]);
      const away = alike.map(({ measure }) => Math.abs(measure - 16.5));
      expect(away).toEqual([...away].sort((a, b) => a - b));
      expect(dearer.map(({ cost }) => cost)).toEqual(dearer.map(({ cost }) => cost).sort((a, b) => a - b));
    }
  });

  test("is the theme's own where it names one", () => {
    const fixed = (design: Design): Design => ({ ...design, layout: { ...design.layout, measure: 18 } });
    const { laid } = press(BALANCED, "bilingual", fixed);
    expect(laid.split).toEqual([]);
    const [zh] = laid.lanes.body[0]!;
    expect(zh!.measure).toBeCloseTo(18 * press(BALANCED, "bilingual").design.styles.body.zh.size, 9);
  });
});

describe("what the choice rests on", () => {
  const heights = (issue: string) =>
    new Map(split(issue).map(({ measure, height }) => [measure, height] as const));

  test.each([
    ["a paragraph", pair(6, 6), "body"],
    ["a quotation", `{ quote: ${pair(6, 6)} }`, "quote"],
    ["a list", `{ list: [ ${pair(6, 6)} ] }`, "list"],
  ] as const)(
    "%s is a text, as high as its lines on the page, with what is blank or ill set there",
    (_, block, style) => {
      const { laid, design } = press(issueOf(block), "bilingual");
      const baselines = { zh: new Set<number>(), en: new Set<number>() };
      let gaping = 0;
      for (const { line, baseline } of laid.pages.flatMap(({ pieces }) => pieces)) {
        const text = lineText(line)
          .trim()
          .replace(/[\u00ad-]$/, "");
        const language = LANGUAGES.find((one) => ({ zh: ZH, en: EN })[one].repeat(2).includes(text));
        if (!language || text.length < 2) continue;
        baselines[language].add(baseline);
        if (line.badness > 200) gaping += 1;
      }
      const heights = LANGUAGES.map(
        (language) => baselines[language].size * design.styles[style][language].leading,
      );
      const rows = Math.ceil(Math.max(...heights) / design.grid - 1e-6);
      const [{ height, blank, ill }] = laid.split as [SplitCandidate];
      expect(ill).toBe(gaping);
      expect(height).toBeCloseTo(rows * design.grid, 6);
      expect(blank).toBeCloseTo(2 * height - heights[0]! - heights[1]!, 6);
    },
  );

  test("texts without a partner, headings and tables are not", () => {
    const one = heights(BALANCED);
    const more = issueOf(pair(3, 3), `{ zh: ${ZH.repeat(9)} }`, pair(4, 4), pair(2, 2));
    expect(heights(more)).toEqual(one);
  });

  test("a long issue is known by 48 of its texts", () => {
    const [half, whole] = [48, 96].map((count) =>
      heights(
        issueOf(...Array.from({ length: count }, (_, k) => pair(1 + (Math.floor(k / (count / 48)) % 3), 2))),
      ),
    );
    expect(whole).toEqual(half);
  });
});
