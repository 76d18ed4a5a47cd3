import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { press, REAL } from "./press.ts";

const FOLDER = join(ROOT, "test/data/texts");
const texts = readdirSync(FOLDER)
  .filter((name) => /^\d/.test(name))
  .map((name) => [name, readFileSync(join(FOLDER, name), "utf8")] as const);

/** Badness from which a line is ill set: its spaces are wider, or its marks tighter, than the eye passes over. */
const ILL = 1_000;

/** Texts of other kinds than the real issue: what holds for it holds for them. */
describe.each([...texts, ["the real issue", REAL] as const])("%s", (_, text) => {
  test.each(["bilingual", "zh", "en"] as const)("is set without a fault, %s", (edition) => {
    expect(press(text, edition).found).toEqual([]);
  });

  test.each(["bilingual", "en"] as const)(
    "has no hyphen at the end of a page or a last full line, %s",
    (edition) => {
      const lines = press(text, edition)
        .laid.pages.flatMap(({ pieces }, page) =>
          pieces.map(({ element, line, x }) => ({ element, line, x, page })),
        )
        .filter(({ element }) => element?.type === "P" && element.language === "en");
      lines.forEach(({ element, line, page, x }, k) => {
        const [next, afterNext] = [lines[k + 1], lines[k + 2]];
        if (next?.element !== element) return;
        const ends = next.page !== page || next.x !== x || afterNext?.element !== element;
        if (ends) expect(line.hyphened).toBe(false);
      });
    },
  );

  test.each(["bilingual", "zh", "en"] as const)(
    "has at most one line in fifty on its pages that is ill set, %s",
    (edition) => {
      const lines = press(text, edition).laid.pages.flatMap(({ pieces }) => pieces.map(({ line }) => line));
      expect(lines.length).toBeGreaterThan(20);
      expect(lines.filter(({ badness }) => badness > ILL).length / lines.length).toBeLessThan(0.02);
    },
  );
});
