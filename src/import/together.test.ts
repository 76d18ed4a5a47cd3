import { expect, test } from "vitest";
import { type Original, piece } from "./piece.ts";
import { together } from "./together.ts";

const original = (...texts: readonly string[]): Original => ({
  pieces: texts.map((text, k) => piece(text, "text", k + 1)),
  notes: new Map(),
  pictures: [],
  left: [],
});

test("numbers over the English stand before the Chinese, and no word of it does", () => {
  const made = together(original("第一段文字。"), original("12", "3", "Preface", "The first paragraph."));
  expect(made.pieces.map(({ text }) => text)).toEqual([
    "12",
    "3",
    "第一段文字。",
    "Preface",
    "The first paragraph.",
  ]);
});

test("the English stands further down than all of the Chinese", () => {
  const made = together(original("甲。", "乙。"), original("One."));
  expect(made.pieces.map(({ at }) => at)).toEqual([1, 2, 3]);
});
