import { expect, test } from "vitest";
import { isTitleWord } from "./title-words.ts";

test.each([
  "Municipal",
  "Cooperation",
  "Technology",
  "Demonstration",
  "Engineering",
  "Researchers",
  "Enterprises",
])("%s is an ordinary word", (word) => {
  expect(isTitleWord(word.toLowerCase())).toBe(true);
});

test.each(["Weizmann", "Bundesnetzagentur", "Rothschild", "Stockholm", "Liechtenstein", "Leydesdorff"])(
  "%s is a name",
  (word) => {
    expect(isTitleWord(word.toLowerCase())).toBe(false);
  },
);
