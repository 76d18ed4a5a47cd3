import { expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import { breakParagraph } from "../lines/break-lines.ts";
import { lineRules } from "../lines/ranks.ts";
import { pairForms } from "./level-pairs.ts";

const rules = lineRules(design("bilingual"));
const shape = { measure: 200, indent: 0, hanging: 0, align: "justify", balanced: false } as const;
const text = (words: number, leading: number) => {
  const typed = Array.from({ length: words }, (_, k) => ["of", "even", "words", "set"][k % 4]).join(" ");
  return { broken: breakParagraph(paragraph(typed, "en"), shape, rules), leading };
};

test("come cheapest first, one for each height", () => {
  const forms = pairForms([text(120, 12), text(90, 16)], 4);
  const heights = forms.map(({ breaks: [a, b] }) => Math.max(a!.ends.length * 12, b!.ends.length * 16));
  expect(new Set(heights).size).toBe(heights.length);
  const costs = forms.map(({ cost }) => cost);
  expect(costs).toEqual([...costs].sort((a, b) => a - b));
});

test("a text alone has its best form first, without cost", () => {
  const alone = text(120, 12);
  const [first] = pairForms([alone], 4);
  expect(first).toEqual({ breaks: [alone.broken.best], cost: 0 });
});

test("ragged texts have one form", () => {
  const { broken, leading } = text(120, 12);
  const ragged = { broken: { ...broken, shape: { ...broken.shape, align: "left" as const } }, leading };
  expect(pairForms([ragged, ragged], 4)).toHaveLength(1);
});
