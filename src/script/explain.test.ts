import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import { british } from "./british.ts";
import { explain } from "./explain.ts";
import { hyphenate } from "./hyphenate.ts";
import type { Level } from "./kinsoku.ts";
import type { MarkStyle } from "./squeeze.ts";

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly expect: unknown;
  readonly lang?: string;
  readonly level?: Level;
  readonly style?: MarkStyle;
  readonly context?: string;
}

const { cases } = JSON.parse(readFileSync(join(ROOT, "test/data/cases.json"), "utf8")) as {
  cases: readonly Case[];
};

function explained(row: Case, text = row.input) {
  const language: Language = row.lang?.startsWith("en") ? "en" : "zh";
  const patterns = row.lang === "en-GB" ? british() : null;
  const divide = (word: string) =>
    hyphenate(word, { hyphenMinLeft: 2, hyphenMinRight: 3, hyphenMinWord: 5 }, patterns);
  return explain(text, language, row.level ?? "gb", row.style ?? "quanjiao", divide);
}

const of = (kind: string) =>
  cases.filter((row) => row.kind === kind).map((row) => [row.id, row.input, row] as const);

describe("the published cases, as they are explained", () => {
  test.each(of("break"))("%s %s", (_id, _input, row) => expect(explained(row).breaks).toBe(row.expect));
  test.each(of("autospace"))("%s %s", (_id, _input, row) => expect(explained(row).gaps).toBe(row.expect));
  test.each(of("quoteClass"))("%s %s", (_id, _input, row) => expect(explained(row).quotes).toBe(row.expect));
  test.each(of("lineEdge"))("%s %s", (_id, _input, row) => expect(explained(row).width).toBe(row.expect));
  test.each(of("hyphen"))("%s %s", (_id, _input, row) =>
    expect(explained(row).hyphens).toEqual([row.expect]),
  );
  test.each(of("class"))("%s %s", (_id, _input, row) =>
    expect(explained(row).chars[0]!.class).toBe(row.expect),
  );
  test.each(of("pairWidth"))("%s %s", (_id, _input, row) => {
    const { width } = explained(row, (row.context ?? "国…国").replace("…", row.input));
    expect(width! - 2).toBe(row.expect);
  });
});

test("months and millions are not divided, other words are", () => {
  const points = (word: string) => hyphenate(word, { hyphenMinLeft: 2, hyphenMinRight: 3, hyphenMinWord: 6 });
  expect(["October", "billion", "percent"].map(points)).toEqual([[], [], []]);
  expect(points("octopus")).not.toEqual([]);
});

test("no part of a divided word is without a vowel, in whatever letters", () => {
  const parts = (word: string) =>
    hyphenate(word, { hyphenMinLeft: 2, hyphenMinRight: 3, hyphenMinWord: 6 }).map((at) => word.slice(0, at));
  expect(["Tsinghua", "Tsingtao", "Öffnungen", "psychology"].map(parts)).toEqual([
    [],
    ["Tsing"],
    ["Öff", "Öffnun"],
    ["psy", "psychol"],
  ]);
});

test("what two marks share belongs to the first that has a blank there", () => {
  const { chars } = explained({ id: "", kind: "", input: "国：“国”。", expect: null });
  expect(chars.map(({ text, width }) => `${text}${width}`)).toEqual([
    "国1",
    "：1",
    "“0.5",
    "国1",
    "”0.5",
    "。0.5",
  ]);
});
