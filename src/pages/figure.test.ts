import { expect, test } from "vitest";
import { press } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";

const ISSUE = `issue: 2025-01
overall: 1
date: 2025-01-01
articles:
  - title: { zh: 试, en: Test }
    body:
      - figure: { src: map.png, alt: { zh: 地图, en: A *small* map } }
`;

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
