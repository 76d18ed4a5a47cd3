import { expect, test } from "vitest";
import { press, REAL } from "./press.ts";
import { proofOf } from "./proof-desk.ts";

const found = proofOf(REAL);
const told = (rule: string) =>
  found.filter((finding) => finding.rule === rule).map(({ span }) => REAL.slice(span.start, span.end));

test("the real issue's slips are found where they stand", () => {
  expect(told("en-preposition")).toEqual(["in of"]);
  expect(told("zh-numeral")).toEqual(["十五来"]);
  expect(told("name-pinyin")).toEqual(["Lv Wei", "Wu Jiayi", "Wu Jiayi"]);
  expect(told("en-grammar")).toEqual([
    "wide-spread",
    "basic researches",
    "basic researches",
    "a series of support",
    "the approved China's",
    "put on records",
    "more than ten Hangzhou's",
    "give into fully play",
  ]);
  expect(told("counted-list").join()).toContain(
    "four basic research fields of mathematics, physics and chemistry",
  );
  expect(told("parity-rank")).toEqual(["Deputy "]);
  expect(told("term")).toEqual(["先行先试", "先行先试", "先行先试"]);
  expect(told("term-form")).toEqual(["national Independent innovation demonstration zones"]);
  expect(told("standard-term")).toEqual(["科技自立自强", "新型工业化", "法治化"]);
  expect(told("parity-bold")).toHaveLength(3);
  expect(told("bold-edge")).toEqual([",", ","]);
  expect(told("abbreviation")).toEqual(["自创区"]);
});

test("nothing else is said of it", () => {
  expect(found).toHaveLength(28);
});

test("吴家喜 is shown on both sides, with how the name reads", () => {
  const finding = found.find(
    ({ rule, span }) => rule === "name-pinyin" && REAL.startsWith("Wu Jiayi", span.start),
  )!;
  expect(finding.expected).toEqual({ zh: "Wu Jiaxi", en: "Wu Jiaxi" });
  expect(finding.related.map(({ start, end }) => REAL.slice(start, end))).toEqual(["吴家喜"]);
});

test("a name that an earlier issue has otherwise is told, with the place", () => {
  const earlier = `issue: 2024-13
overall: 13
date: 2024-09-02
articles:
  - title: { zh: 标题, en: A Title }
    body:
      - zh: 规划司副司长吴家喜提出，要作示范。
        en: Wu Jiaxi, Deputy Director of the Planning Department, proposed a demonstration.
    credits:
      - { label: { zh: 整理, en: Compiled by }, value: { zh: 王冰, en: Wang Bing } }
`;
  const [first] = proofOf(REAL, { earlier: [earlier] }).filter(
    ({ rule, related }) => rule === "name-pinyin" && related.length === 2,
  );
  const { start, end } = first!.related[1]!;
  expect(earlier.slice(start, end)).toBe("Wu Jiaxi");
});

test("the real issue is set in lines that proofreading has nothing to say of", () => {
  expect(press(REAL, "bilingual").found).toEqual([]);
});
