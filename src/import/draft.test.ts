import { expect, test } from "vitest";
import { parse } from "yaml";
import { draftOf } from "./draft.ts";
import { readPlain } from "./read-plain.ts";
import { remark, writeIssue } from "./write-issue.ts";

/** The issue's file that a manuscript in Markdown becomes. */
const written = (...paragraphs: readonly string[]) =>
  writeIssue(draftOf(readPlain(paragraphs.join("\n\n"), true), { names: ["刊"], imprint: [] }), "2025-01");
const bodyOf = (text: string) => parse(text, { schema: "failsafe" }).articles[0].body;

const HEAD = ["# 标题", "# Title"];
const OPENING = ["创新是引领发展的第一动力。", "Innovation is the primary driving force of development."];
const CLOSING = ["此后，各地继续加大投入。", "Since then the regions have gone on to invest."];
const pairOf = ([zh, en]: readonly string[]) => ({ zh, en });

test("a table of one language and a text of the other stand apart, each told of", () => {
  const table = "| 年份 | 投入 |\n|--|--|\n| 甲地 | 较高 |";
  const source = "Source: Ministry of Science and Technology, annual statistics.";
  const text = written(...HEAD, ...OPENING, table, source, ...CLOSING);
  expect(bodyOf(text)).toEqual([
    pairOf(OPENING),
    { table: { head: [{ zh: "年份" }, { zh: "投入" }], rows: [[{ zh: "甲地" }, { zh: "较高" }]] } },
    { en: source },
    pairOf(CLOSING),
  ]);
  expect(text.split(remark("alone"))).toHaveLength(3);
});

test("a quotation is no pair with a heading or an entry of a list", () => {
  const text = written(...HEAD, ...OPENING, "## 背景", "> A sentence that is quoted.", "- 甲", ...CLOSING);
  expect(bodyOf(text).slice(1, -1)).toEqual([
    { heading: { zh: "背景" } },
    { quote: { en: "A sentence that is quoted." } },
    { list: [{ zh: "甲" }] },
  ]);
});

test("of tables with other rows and columns every cell is kept, and the difference told", () => {
  const zh = "| 地区 | 投入 | 专利 |\n|--|--|--|\n| 甲地 | 较高 | 较多 |";
  const en = "| Region | Investment |\n|--|--|\n| A | higher |\n| B | lower |\n| C (new) | lowest |";
  const text = written(...HEAD, ...OPENING, zh, en, ...CLOSING);
  expect(bodyOf(text)[1].table).toEqual({
    head: [{ zh: "地区", en: "Region" }, { zh: "投入", en: "Investment" }, { zh: "专利" }],
    rows: [
      [{ zh: "甲地", en: "A" }, { zh: "较高", en: "higher" }, { zh: "较多" }],
      [{ en: "B" }, { en: "lower" }],
      [{ en: "C (new)" }, { en: "lowest" }],
    ],
  });
  expect(text).toContain(`${remark("rows")}\n      - table:`);
  expect(text).not.toContain(remark("joined"));
});
