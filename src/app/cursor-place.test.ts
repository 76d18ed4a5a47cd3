import { expect, test } from "vitest";
import { ISSUE, newsroom } from "../../test/newsroom.ts";
import { plainText } from "../model/inline.ts";
import { textPairs } from "../model/pairs.ts";
import { textAt } from "./cursor-place.ts";
import { Desk } from "./desk.ts";

const TEXT = ISSUE.replace(
  "    body:\n",
  `    body:
      # a note of the editor's
      - heading:
          zh: 一节
          en: A section
      - table:
          head: [ { zh: 甲, en: A }, { zh: 乙, en: B } ]
          rows: [ [ 同, { zh: 二, en: Two } ] ]
      - zh: |-
          第一行
          第二行
        en: Two lines
`,
);

/** The text at a line and column, by what its pair says in English; null where there is none. */
async function readAt() {
  const room = newsroom();
  room.write("content/2025-01.yaml", TEXT);
  const desk = new Desk(room.path("content"));
  const { issue } = await desk.sheet({ issue: "2025-01", edition: "bilingual", theme: null });
  const file = room.path("content/2025-01.yaml");
  return (line: number, column = 1): string | null => {
    const pair = textAt(issue!, file, TEXT, { line, column });
    return pair === null ? null : plainText(textPairs(issue!)[pair]!.en!);
  };
}

const lineOf = (typed: string): number => TEXT.split("\n").findIndex((line) => line.includes(typed)) + 1;

test("a line of either language is at its pair, wherever in it the cursor stands", async () => {
  const at = await readAt();
  for (const typed of ["zh: 一节", "en: A section"])
    for (const column of [1, 14, 99]) expect(at(lineOf(typed), column)).toBe("A section");
  expect(at(lineOf("zh: 第一段"))).toBe("The first paragraph.");
});

test("of several texts in a line it is the one at the cursor, or the next, or the last", async () => {
  const at = await readAt();
  const line = lineOf("head:");
  const typed = TEXT.split("\n")[line - 1]!;
  expect(at(line)).toBe("A");
  expect(at(line, typed.indexOf("en: A") + 5)).toBe("A");
  expect(at(line, typed.indexOf("zh: 乙") + 1)).toBe("B");
  expect(at(line, 99)).toBe("B");
  expect(at(lineOf("rows:"))).toBe("同");
});

test("a text of several lines is all of theirs", async () => {
  const at = await readAt();
  for (const typed of ["第一行", "第二行", "en: Two lines"]) expect(at(lineOf(typed))).toBe("Two lines");
});

test("keys, comments and lines behind the end are at no text", async () => {
  const at = await readAt();
  for (const typed of ["body:", "# a note", "- heading:", "overall"]) expect(at(lineOf(typed))).toBeNull();
  expect(at(999)).toBeNull();
});
