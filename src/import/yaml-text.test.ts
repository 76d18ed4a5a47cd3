import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { inline, value } from "./yaml-text.ts";

/** Pieces of text that YAML makes something else of. */
const text = fc
  .array(
    fc.constantFrom(
      "国",
      "a",
      " ",
      ": ",
      ":",
      " #",
      "#",
      "- ",
      "-",
      "'",
      '"',
      "\\",
      "*",
      "&",
      "[",
      "]",
      "{",
      "}",
      ",",
      "|",
      ">",
      "%",
      "@",
      "`",
      "?",
      "!",
      "no",
      "12",
      "：",
      "---",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join("").trim())
  .filter((text) => text !== "");

test("what is written reads back as it was, in blocks and in braces", () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(parse(`a:${value(text, 0)}\n`, { schema: "failsafe" })).toEqual({ a: text });
      expect(parse(`- { zh: ${inline(text, true)}, en: x }\n`, { schema: "failsafe" })).toEqual([
        { zh: text, en: "x" },
      ]);
    }),
    { numRuns: 2000 },
  );
});

test("lines keep their breaks", () => {
  expect(parse(`  a:${value("一行：\n- 二行", 2)}\n  b: 1\n`)).toEqual({ a: "一行：\n- 二行", b: 1 });
});

test("quotes are those that leave the text most as it is", () => {
  expect(inline("Note: it's")).toBe('"Note: it\'s"');
  expect(inline('Note: "it\'s"')).toBe("'Note: \"it''s\"'");
  expect(inline("plain, with a comma")).toBe("plain, with a comma");
});
