import { expect, test } from "vitest";
import { issueOfPair, proofOf } from "../../../test/proof-desk.ts";
import { simplified } from "./traditional-table.ts";
import { zhTraditional } from "./zh-traditional.ts";

const found = (zh: string, en = "Some text.") => proofOf(issueOfPair(zh, en), { rules: [zhTraditional] });
const told = (zh: string, en?: string) => found(zh, en).map(({ expected }) => expected?.zh);

test.each([
  ["创新驱动後，发展成效明显。", "后"],
  ["园区裡的企业在平臺上發展。", "里", "台", "发"],
  ["这是國家高新区的經濟发展。", "国", "经济"],
  ["出台《国家創新条例》，提出“打造國际中心”。", "创", "国"],
  ["企业公佈了週报，遊客增多，眾多企業參与其间。", "布", "周", "游", "众", "业参"],
  ["経济形势与実践。", "经", "实"],
])("%s", (zh, ...right) => expect(told(zh)).toEqual(right));

test.each([
  "他题写了“天下為公”四个大字，收藏《臺灣通史》。",
  "“國”的繁体和“国”不同，这里的企業照录。",
  "著名学者瞭望乾坤，深感慰藉，覆盖全面，品牌昇腾，陶喆到会。",
  "另有繁體中文版和日本語版，宏碁也参加。",
  "台湾、后来、里面、干部、面条、皇后、云、松树、只有、系统、周末，一切如常。",
])("%s is right", (zh) => expect(told(zh)).toEqual([]));

test("persons and terms of the glossary keep their own writing", () => {
  expect(
    told("专家王國强指出，要推进改革。", "The expert Wang Guoqiang pointed out that reform goes on."),
  ).toEqual([]);
  expect(told("专家指出，国强要推進改革。")).toEqual(["进"]);
});

test("an issue that is written in traditional characters is left alone", () => {
  expect(told("我們推進自主創新，發展經濟，實現現代化，園區企業數量增長。")).toEqual([]);
});

test("what is written for a stretch is typed in its place", () => {
  expect(found("这是國家高新区。").map(({ fix }) => [fix?.was, fix?.text])).toEqual([["國", "国"]]);
});

test("a text that is traditional throughout is told as one, and made simplified but for its quotations", () => {
  const text = "上海科學技術委員會發布了《臺灣通史》的意見，強調國家實驗室的作用，並推動產業發展。";
  const issue = issueOfPair(
    "这里说的是我们国家创新体系的发展，时间过得很快，经济继续发展，专业园区多了。",
    "Text.",
  );
  const body = `      - zh: ${text}\n        en: Text.\n    credits:`;
  const slips = proofOf(issue.replace("    credits:", body), { rules: [zhTraditional] });
  expect(slips.map(({ message, fix }) => [message.zh, fix?.text])).toEqual([
    ["此处文字是繁体字", "学技术委员会发布了《臺灣通史》的意见，强调国家实验室的作用，并推动产业发"],
  ]);
});

test("no character stands for one that is itself replaced", () => {
  for (const [char, right] of simplified()) {
    expect(char).not.toBe(right);
    expect(simplified().has(right)).toBe(false);
  }
});
