import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";

const START = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:\n`;

/** What the cells of a table of two columns are, row by row: what headers head, and null for what is no header. */
function scopesOf(
  edition: Edition,
  rows: readonly string[],
  head = "[ { zh: 园区, en: Park }, { zh: 企业, en: Companies } ]",
) {
  const issue = `${START}      - table:\n          head: ${head}\n          rows:\n${rows.map((row) => `            - [ ${row} ]\n`).join("")}`;
  const { nodes } = press(issue, edition).drawn().structure;
  return nodes
    .filter(({ type }) => type === "Table")
    .map(({ children }) =>
      children.map((row) =>
        nodes[row]!.children.map((cell) => {
          const { type, scope } = nodes[cell]!;
          expect(type).toBe(scope === null ? "TD" : "TH");
          return scope;
        }),
      ),
    );
}

const HEAD = ["Column", "Column"];
const NAMED = [HEAD, ["Row", null], ["Row", null]];
const UNNAMED = [HEAD, [null, null], [null, null]];

describe("a first column of names heads its rows", () => {
  const PARKS = ["{ zh: 中关村, en: Zhongguancun }, 12", "{ zh: 张江, en: Zhangjiang }, 8"];

  test("in every edition", () => {
    expect(scopesOf("bilingual", PARKS)).toEqual([NAMED, NAMED]);
    expect(scopesOf("zh", PARKS)).toEqual([NAMED]);
    expect(scopesOf("en", PARKS)).toEqual([NAMED]);
  });

  test("under an empty corner too", () => {
    expect(scopesOf("en", PARKS, '[ "", { zh: 企业, en: Companies } ]')).toEqual([NAMED]);
  });

  test("that have digits and marks in them", () => {
    const rows = [
      "{ zh: 5G 通信网络联合实验中心, en: 5G Laboratory Network }, 3",
      '{ zh: 上药集团（2019）, en: "Shanghai Pharma Co., Ltd." }, 4',
    ];
    expect(scopesOf("bilingual", rows)).toEqual([NAMED, NAMED]);
  });
});

describe("a first column heads nothing", () => {
  test.each([
    ["of numbers", ["2023, 甲", "2024, 乙"]],
    ["of numbers of several kinds", ["12 万, 甲", "3 亿, 乙"]],
    ["with a number among names", ["甲, 丙", "2024, 丁"]],
    ["with a dash for what there is not", ["甲, 丙", "—, 丁"]],
    ["with an empty cell", ["甲, 丙", '"", 丁']],
    ["with one name twice", ["甲, 丙", "甲, 丁"]],
    ["of signs", ['"√", 丙', '"★", 丁']],
  ])("%s", (_, rows) => {
    expect(scopesOf("zh", rows)).toEqual([UNNAMED]);
    expect(scopesOf("bilingual", rows)).toEqual([UNNAMED, UNNAMED]);
  });

  test("of sentences, in that language", () => {
    const rows = [
      '{ zh: 为何要改革？, en: "It works. Nobody knows why." }, 甲',
      "{ zh: 改什么, en: What to reform }, 乙",
    ];
    expect(scopesOf("bilingual", rows)).toEqual([UNNAMED, UNNAMED]);
  });

  test("of texts longer than names are", () => {
    const long = (count: number) => [
      `{ zh: ${"长".repeat(count)}, en: ${"long".repeat(count * 0.75)} }, 甲`,
      "{ zh: 短, en: short }, 乙",
    ];
    expect(scopesOf("bilingual", long(20))).toEqual([NAMED, NAMED]);
    expect(scopesOf("bilingual", long(24))).toEqual([UNNAMED, UNNAMED]);
  });

  test("where it is the only one", () => {
    expect(scopesOf("zh", ["甲", "乙"], "[ { zh: 园区, en: Park } ]")).toEqual([
      [["Column"], [null], [null]],
    ]);
  });
});
