import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { lineText } from "../lines/line.ts";

const START = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:\n`;
const TEXT = `      - zh: ${"推进新质生产力发展。".repeat(6)}\n        en: ${"Expedite the development of new forces. ".repeat(4).trim()}\n`;
const ANSWER = "      - { zh: 四年，它三月挂牌。, en: Four years. It opened in March. }\n";
const LAST = "      - { zh: 谢谢。, en: Thank you. }\n";
const HEADING = "      - heading: { zh: 钱从哪里来, en: Where the money comes from }\n";
const COUNTS = Array.from({ length: 14 }, (_, k) => k + 2);

/** The first and the last line of every column of text, language by language, the very last ones left out. */
function edges(body: string, edition: Edition, theme: string) {
  const { laid, design } = press(`${START}${body}`, edition, undefined, theme);
  const { page } = design;
  return laid.pages.slice(0, -1).flatMap(({ pieces }) => {
    const text = pieces.filter(
      ({ element, baseline }) => element !== null && baseline < page.height - page.margin.bottom,
    );
    return [
      text.filter(({ x }) => x < page.width / 2 - 40),
      text.filter(({ x }) => x >= page.width / 2 - 40),
    ].flatMap((side) => {
      const column = side.sort((a, b) => a.baseline - b.baseline).map(({ line }) => lineText(line).trim());
      return column.length > 0 ? [{ first: column[0]!, last: column.at(-1)! }] : [];
    });
  });
}

describe.each(["briefing", "modern"])("theme %s", (theme) => {
  test.each(["bilingual", "zh", "en"] as const)(
    "a heading stands at no foot with a single line below it, %s",
    (edition) => {
      const line = "      - { zh: 成立几年了？, en: How long? }\n";
      for (const count of COUNTS)
        for (const { last } of edges(
          TEXT.repeat(count) + HEADING + line + ANSWER + TEXT.repeat(2),
          edition,
          theme,
        ))
          expect(last).not.toMatch(/^(?:成立几年了？|How long\?)$/);
    },
  );
});

test("a single line that ends a section stands at no head above the next heading", () => {
  const next = `${HEADING}      - subheading: { zh: 头两年, en: The first two years }\n${TEXT.repeat(6)}`;
  for (const count of [0, 1, 2])
    for (let lines = 0; lines < 5; lines++) {
      const body = `${TEXT.repeat(count)}${ANSWER.repeat(lines)}${TEXT}${LAST}${next}`;
      for (const { first } of edges(body, "zh", "briefing-16k")) expect(first).not.toBe("谢谢。");
    }
});

test("a heading of which the whole section is one line is followed by the next at any foot", () => {
  const news = `      - heading: { zh: 消息, en: News }\n      - { zh: 一句话消息。, en: News of one line. }\n`;
  const found = COUNTS.flatMap((count) =>
    edges(TEXT.repeat(count) + news.repeat(3) + TEXT, "zh", "briefing"),
  );
  expect(found.map(({ last }) => last)).toContain("一句话消息。");
});
