import { expect, test } from "vitest";
import { type Inline, PLAIN } from "../model/inline.ts";
import { NOWHERE } from "../model/places.ts";
import { wholePlaces } from "./table-numbers.ts";

const span = { file: "", start: 0, end: 0 };
const cell = (text: string, raised = ""): Inline => ({
  language: "zh",
  runs: [
    { text, mark: PLAIN, places: NOWHERE },
    { text: raised, mark: { ...PLAIN, position: "superscript" }, places: NOWHERE },
  ],
  span,
});
const places = (...texts: readonly string[]) => wholePlaces(texts.map((text) => (text ? cell(text) : null)));

test("numbers are split in front of their decimal points", () => {
  expect(places("9", "1,234.5", "−0.25", "1 234")).toEqual([1, 5, 2, 4]);
});

test("signs, currencies and one unit belong to a number", () => {
  expect(places("0.5%", "100%", "+12.25%")).toEqual([1, 3, 3]);
  expect(places("¥9", "¥1,234.00")).toEqual([2, 6]);
  expect(places("3 万人", "12 万人")).toEqual([1, 2]);
});

test("a dash or nothing stands for no number, and ends where whole numbers end", () => {
  expect(places("9.5", "—", "", "n/a")).toEqual([1, 1, 0, 3]);
});

test("a reference behind a number is none of it", () => {
  expect(wholePlaces([cell("56", "a"), cell("9")])).toEqual([2, 1]);
});

test("words, ranges, dates, two units or no number at all are no column of numbers", () => {
  expect(places("9", "约十")).toBeNull();
  expect(places("1990–2000", "5")).toBeNull();
  expect(places("2024-09-09")).toBeNull();
  expect(places("5 km", "6 kg")).toBeNull();
  expect(places("—", "")).toBeNull();
  expect(places("5 of the largest provinces")).toBeNull();
});
