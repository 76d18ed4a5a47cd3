import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import { breakParagraph } from "../lines/break-lines.ts";
import { lineRules } from "../lines/ranks.ts";
import { cellOf, fillCell } from "./cell-lines.ts";

const fill = (text: string, language: Language, width: number) =>
  fillCell(cellOf(paragraph(text, language)), width);

describe("a cell in English", () => {
  test("runs over as many lines as its words take, each as long as its longest", () => {
    expect(fill("four of them", "en", 60)).toMatchObject({ lines: 1, parted: 0 });
    const { lines, widest } = fill("four of them", "en", 40);
    expect([lines, widest]).toEqual([2, fill("four of", "en", 100).widest]);
    expect(fill("four of them", "en", 20)).toMatchObject({ lines: 3, widest: 20 });
  });

  test("keeps a number with what it counts, and parts them only where both are wider than the column", () => {
    expect(fill("of 12 million", "en", 50)).toMatchObject({ lines: 2, parted: 0 });
    expect(fill("of 12 million", "en", 35)).toMatchObject({ lines: 2, parted: 1 });
  });

  test("begins a line where the editor broke it", () => {
    expect(fill("one\ntwo", "en", 500).lines).toBe(2);
  });
});

test("what is filled into a width takes no less, and no more lines than where it is narrower", () => {
  const texts = fc
    .array(fc.constantFrom("国家", "创新、", "（条）", "2024 年", "ESRF与"), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => `新${parts.join("")}`);
  fc.assert(
    fc.property(texts, fc.integer({ min: 40, max: 300 }), (text, width) => {
      const { lines, widest } = fill(text, "zh", width);
      expect(widest).toBeLessThanOrEqual(width + 1e-6);
      expect(fill(text, "zh", widest)).toEqual({ lines, widest, parted: fill(text, "zh", width).parted });
      expect(fill(text, "zh", width + 10).lines).toBeLessThanOrEqual(lines);
    }),
  );
});

test("a text is set in the lines that are counted", () => {
  const rules = lineRules(design("bilingual"));
  const texts = fc
    .array(fc.constantFrom("of", "the", "forum", "a", "labs,"), {
      minLength: 1,
      maxLength: 12,
    })
    .map((words) => `${words.join(" ")} zones`);
  fc.assert(
    fc.property(texts, fc.integer({ min: 60, max: 160 }), (text, measure) => {
      const shape = { measure, indent: 0, hanging: 0, align: "left", balanced: false } as const;
      const { ends } = breakParagraph(paragraph(text, "en"), shape, rules).best;
      expect(fill(text, "en", measure).lines).toBe(ends.length);
    }),
  );
});
