import { expect, test } from "vitest";
import { TextReader } from "./read-text.ts";
import { readTree } from "./yaml-tree.ts";

/** The codes of what is found in a text. */
function codesIn(text: string): readonly string[] {
  const { value } = readTree({ path: "a.yaml", text: `zh: ${JSON.stringify(text)}` });
  const reader = new TextReader();
  reader.languages(value!);
  return reader.found.map(({ code }) => code);
}

/** Every character that Unicode counts as an accent, a hundred apart. */
const accents = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => (code < 0xd800 || code > 0xdfff) && /\p{M}/u.test(String.fromCodePoint(code)))
  .filter((_, k) => k % 100 === 0)
  .map((code) => String.fromCodePoint(code));

test.each(accents)("a letter carries thirty %j, and no more", (accent) => {
  expect(codesIn(`文e${accent.repeat(30)}`)).toEqual([]);
  expect(codesIn(`文e${accent.repeat(31)}`)).toEqual(["stacked-accents"]);
});

test("characters that are no accents stand as often as they like", () => {
  expect(codesIn("—".repeat(40) + "あ".repeat(40) + "é".repeat(40) + "𠀀".repeat(40))).toEqual([]);
});
