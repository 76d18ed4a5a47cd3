import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { lineText } from "../lines/line.ts";

const START = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:\n`;

/** So much text, a paragraph that leads to a list, and the list. */
const issueOf = (count: number, leading: string) => {
  const text = `      - zh: ${"推进新质生产力发展。".repeat(6)}\n        en: ${"Expedite the development of new forces. ".repeat(4).trim()}\n`;
  const items = Array.from(
    { length: 4 },
    (_, k) => `          - { zh: 第 ${k} 类课题。, en: Class ${k}. }\n`,
  ).join("");
  return `${START}${text.repeat(count)}${leading}      - list:\n${items}${text.repeat(2)}`;
};

const COLON = "      - { zh: 机时分三类：, en: 'Beam time falls into three classes:' }\n";

/** The last line of every page but the last, in its lowest place. */
function feet(issue: string, edition: Edition, theme?: string): readonly string[] {
  const { laid, design } = press(issue, edition, undefined, theme);
  return laid.pages.slice(0, -1).flatMap(({ pieces }) => {
    const inside = pieces.filter(({ baseline }) => baseline < design.page.height - design.page.margin.bottom);
    const low = Math.max(...inside.map(({ baseline }) => baseline));
    return inside.filter(({ baseline }) => baseline > low - 1).map(({ line }) => lineText(line).trim());
  });
}

const COUNTS = Array.from({ length: 14 }, (_, k) => k + 2);

describe.each(["briefing", "briefing-stacked", "modern"])("theme %s", (theme) => {
  test.each(["bilingual", "zh", "en"] as const)(
    "a paragraph that ends with a colon stands on the page of the list it leads to, %s",
    (edition) => {
      for (const count of COUNTS)
        for (const line of feet(issueOf(count, COLON), edition, theme)) expect(line).not.toMatch(/[:：]$/);
    },
  );
});

test("an issue in one language of which the paragraph is in the other is set", () => {
  const leading = "      - { zh: 机时分三类： }\n";
  expect(() => feet(issueOf(3, leading), "en")).not.toThrow();
});
