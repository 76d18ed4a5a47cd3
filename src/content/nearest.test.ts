import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["tilte", "title"],
  ["Credits", "credits"],
  ["headng", "heading"],
  ["figur", "figure"],
  ["banana", null],
  ["x", null],
])("%s → %s", (word, expected) => {
  expect(nearest(word, ["title", "credits", "heading", "figure", "zh", "en"])).toBe(expected);
});
