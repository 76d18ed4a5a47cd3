import { expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import { type Breaks, breakParagraph } from "../lines/break-lines.ts";
import { lineRules } from "../lines/ranks.ts";
import { type PairText, pairForms } from "./level-pairs.ts";

const rules = lineRules(design("bilingual"));
const shape = { measure: 200, indent: 0, hanging: 0, align: "justify", balanced: false } as const;
const { paragraph: words } = breakParagraph(paragraph("even words", "en"), shape, rules);

/** So many lines, worse than at their best by so many demerits; the last but one is of this badness. */
const form = (lines: number, demerits = 0, worst = 0): Breaks => ({
  ends: Array.from({ length: lines }, (_, k) => k + 1),
  demerits,
  badness: Array.from({ length: lines }, (_, k) => (k === lines - 2 ? worst : 0)),
  overfull: [],
});

/** A text on lines of 12 pt. */
const text = (best: Breaks, shorter: Breaks | null, longer: Breaks | null): PairText => ({
  broken: { paragraph: words, rules, shape, best, shorter, longer },
  leading: 12,
});

const lines = (texts: readonly PairText[]) =>
  pairForms(texts, 4).map(({ breaks }) => breaks.map(({ ends }) => ends.length));

test("a text takes a line more where that brings it level with the other, and is set not much worse", () => {
  const ten = text(form(10), null, null);
  const [level] = pairForms([ten, text(form(9), null, form(10, 150_000))], 4);
  expect(level.breaks.map(({ ends }) => ends.length)).toEqual([10, 10]);
  expect(level.cost).toBeCloseTo(0.5, 9);
  // A line of blank is cheaper than that.
  expect(lines([ten, text(form(9), null, form(10, 450_000))])).toEqual([[10, 9]]);
});

test("no text takes a form in which any line is set ill", () => {
  const ten = text(form(10), null, null);
  expect(lines([ten, text(form(9), null, form(10, 150_000, 401))])).toEqual([[10, 9]]);
  expect(lines([ten, text(form(9), null, form(10, 150_000, 400))])).toEqual([[10, 10]]);
});

test("forms come cheapest first, one for each height", () => {
  const ten = text(form(10), form(9, 90_000), form(11, 600_000));
  expect(lines([ten, text(form(9), null, null)])).toEqual([
    [9, 9],
    [10, 9],
    [11, 9],
  ]);
});

test("a text alone has its best form first, without cost", () => {
  const best = form(10, 5_000);
  expect(pairForms([text(best, form(9, 90_000), null)], 4)[0]).toEqual({ breaks: [best], cost: 0 });
});

test("texts of which one is ragged have one form, and so have three", () => {
  const free = text(form(10), form(9), form(11));
  const ragged = { ...free, broken: { ...free.broken, shape: { ...shape, align: "left" as const } } };
  for (const texts of [
    [ragged, ragged],
    [ragged, free],
    [free, ragged],
    [free, free, free],
  ])
    expect(lines(texts)).toEqual([texts.map(() => 10)]);
});
