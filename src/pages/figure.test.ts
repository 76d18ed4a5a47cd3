import { expect, test } from "vitest";
import { press } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import type { Design } from "../model/design.ts";

const ISSUE = `issue: 2025-01
overall: 1
date: 2025-01-01
articles:
  - title: { zh: 试, en: Test }
    body:
      - figure: { src: map.png, alt: { zh: 地图, en: A *small* map } }
`;

test("a picture that both languages look at is not crossed by the hairline between them", () => {
  const text = "      - { zh: 见图。, en: See the picture. }\n";
  const around = ISSUE.replace("    body:\n", `    body:\n${text}`) + text;
  const ruled = (design: Design): Design => ({ ...design, layout: { ...design.layout, columnRule: 0.5 } });
  const pictures = new Map([["map.png", { width: 60, height: 40 }]]);
  const [page] = press(around, "bilingual", ruled, "briefing", pictures).laid.pages;
  const { y, height } = page!.pictures[0]!;
  const hairlines = page!.rects.filter(({ width }) => width === 0.5);
  expect(hairlines).toHaveLength(2);
  expect(hairlines[0]!.y + hairlines[0]!.height).toBeLessThanOrEqual(y);
  expect(hairlines[1]!.y).toBeGreaterThanOrEqual(y + height);
});

test.each([
  ["bilingual", "zh", ["zh", "en"]],
  ["zh", "zh", ["zh"]],
  ["en", "en", ["en"]],
] as const)(
  "a picture tells what it shows in each language of its edition, %s",
  (edition: Edition, language, told) => {
    const pictures = new Map([["map.png", { width: 60, height: 40 }]]);
    const { nodes } = press(ISSUE, edition, undefined, "briefing", pictures).drawn().structure;
    const texts = { zh: "地图", en: "A small map" };
    const alt = told.map((one) => ({ language: one, text: texts[one] }));
    expect(nodes.find(({ type }) => type === "Figure")).toMatchObject({ language, alt });
  },
);
