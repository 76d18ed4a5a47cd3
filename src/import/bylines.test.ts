import { expect, test } from "vitest";
import { bylineOf } from "./bylines.ts";
import { isCredit, labelReader } from "./labels.ts";

const read = labelReader([]);
const labelled = (line: string) => read(line)?.map(({ label, value }) => [label, value]) ?? null;

test.each([
  ["文/王晓东", [["文", "王晓东"]]],
  ["文 | 王晓东、李明", [["文", "王晓东、李明"]]],
  ["文：王 冰", [["文", "王 冰"]]],
  ["（文/王晓东）", [["文", "王晓东"]]],
  ["**文/王晓东**", [["文", "王晓东"]]],
  [
    "文／王晓东 图／新华社",
    [
      ["文", "王晓东"],
      ["图", "新华社"],
    ],
  ],
  ["文/图 王晓东", [["文/图", "王晓东"]]],
  ["撰文/约翰·史密斯", [["撰文", "约翰·史密斯"]]],
  ["文/王晓东（上海市科学学研究所）", [["文", "王晓东（上海市科学学研究所）"]]],
  ["本刊记者 王晓东 李明", [["本刊记者", "王晓东 李明"]]],
  ["单位：上海市科学学研究所", [["单位", "上海市科学学研究所"]]],
  ["作者单位：上海市科学学研究所", [["作者单位", "上海市科学学研究所"]]],
  ["By Wang Xiaodong", [["By", "Wang Xiaodong"]]],
  ["(by Wang Xiaodong and J. Smith)", [["by", "Wang Xiaodong and J. Smith"]]],
  [
    "By Wang Xiaodong, Institute for Science of Science",
    [["By", "Wang Xiaodong, Institute for Science of Science"]],
  ],
  ["文/王　冰", [["文", "王　冰"]]],
  ["本刊记者 陈 红 光、王 冰", [["本刊记者", "陈红光、王 冰"]]],
  ["整 理：陈 红 光（研究所）， 赵 程 程", [["整 理", "陈红光（研究所）， 赵程程"]]],
  ["Affiliation: Institute for Science", [["Affiliation", "Institute for Science"]]],
])("“%s” says who made an article", (line, made) => {
  expect(labelled(line)).toEqual(made);
  expect(isCredit(line)).toBe(true);
});

test.each([
  "文：谢谢您的介绍",
  "图：会场一角",
  "图/新华社",
  "文化/科技",
  "单位：万元",
  "本刊记者 王晓东报道说增长很快",
  "记者：您好",
  "By 2035, all firms will be green",
  "By contrast",
  "By Wang Xiaodong's count, it grew.",
  "作者 王",
])("“%s” does not", (line) => {
  expect(bylineOf(line)).toBeNull();
  expect(labelled(line)).toBeNull();
});
