import { describe, expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";

const told = (zh: string, en: string) => proofOfSample({ zh, en }).map(({ rule }) => rule);

describe("right in both languages", () => {
  test.each([
    ["论坛于 2024年9月9日 星期一开幕。", "The forum opened on Monday, September 9, 2024."],
    ["主题为“共享创新 共塑未来：构建科技共同体”。", "The theme is “Sharing Innovation, Shaping the Future.”"],
    ["手机：13800138000。", "Mobile: 13800138000."],
    ["公司前 CEO 于 2019 年 3 月离职。", "The former CEO of the company left in March 2019."],
    ["美国前总统签署该法案。", "The former US President signed the act."],
    ["原《管理办法》同时废止。", "The former Administrative Measures are repealed at the same time."],
    ["原所长任组长。", "The former head of the institute led the group."],
    ["明暗互换：暗色变亮，反之亦然。", "Light and dark change: dark becomes light, and vice versa."],
    ["中国—阿拉伯国家博览会在银川闭幕。", "The China–Arab States Expo closed in Yinchuan."],
    ["园区由旧厂区改建而成。", "The park was built on a former factory site."],
    ["研发投入持续增长，人均更多。", "R&D spending keeps growing, and there is more per capita."],
    ["智能算力规模达到 100 EFLOPS。", "Intelligent computing power has reached 100 EFLOPS."],
    ["国务院总理主持召开会议。", "The premier presided over a meeting."],
    ["上海人工智能实验室成立。", "Shanghai Artificial Intelligence Laboratory was set up."],
    ["建设光电复合缆。", "Electro-optical cables are laid."],
    [
      "社区实行“一户一档”管理。书记说：“算不清账，就管不好家。”",
      "The community keeps a file for every household. The secretary said: “Without clear accounts, you cannot run a home.”",
    ],
  ])("%s", (zh, en) => expect(told(zh, en)).toEqual([]));
});

test("a dash between clauses is told behind a place as well", () =>
  expect(told("我们走遍了整个中国—为的是找到一个能说服所有人的答案。", "We went all over China.")).toContain(
    "zh-dash",
  ));

test("世界知识产权组织 may be called by its initials", () =>
  expect(told("世界知识产权组织的报告。", "A report of WIPO.")).not.toContain("standard-term"));

test.each([
  "“Is it real?” he asked.",
  "“It works!” the engineers shouted.",
  "It depends in part on the market; they rely in turn on us.",
  "It focuses in particular on chips, and the results to date are good.",
  "He participated on behalf of the ministry; they participate to learn.",
  "It differs with the season.",
  "For example, chips, drugs, etc., are made here.",
  "There are a number of equipment makers.",
])("%s is right", (en) => expect(told("中文。", en)).toEqual([]));

test.each([
  "It differs of the other.",
  "It will result to growth.",
  "They participated to the forum.",
  "It depends of the market, and we focus to chips.",
  "They received a number of equipment.",
  "They make goods such as chips, drugs, etc.",
])("%s is told", (en) => expect(told("中文。", en)).toContain("en-grammar"));

test.each([
  "第一、二、三产业协调发展，第一、第二产业占比下降。",
  "首先、其次、最后三步。",
  "要共建共享、及时响应，加强光伏、与会代表、或许可行的探索。",
  "1）加强领导；2）完善机制。",
  "公式中，x(t)表示时间。",
])("%s is right", (zh) =>
  expect(told(zh, "Some text here.").filter((rule) => rule.startsWith("zh-"))).toEqual([]),
);

test.each([
  ["共享创新 共塑未来。", "zh-space"],
  ["主题为“共享创新 共塑”。", "zh-space"],
  ["首先、要改革。", "zh-ordinal-mark"],
  ["光伏、和储能。", "zh-ordinal-mark"],
  ["（略）已废止）。", "zh-brackets"],
])("%s is told", (zh, rule) => expect(told(zh, "Some text here.")).toContain(rule));

test.each([
  "The findings were passed on to the ministry, and the firm stepped in to help.",
  "The vote was a unanimous one, and a unary sign is a sign.",
  "You may of course apply twice.",
  "An HTML-style name, an MBA-level course, a GDP-based goal, an mRNA vaccine and a progress bar.",
  "The group that the firm belongs to has grown, and what it was compared to is gone.",
  "One of these is the network; among those is a new law.",
  "The city has shifted its focus to quality, and more focus in 2024 went to people.",
  "The theme song of the games was composed by Tan Dun.",
])("right English: %s", (en) =>
  expect(
    proofOfSample({ zh: "中文。", en })
      .filter(({ rule }) => rule.startsWith("en-"))
      .map(({ rule, message }) => `${rule}: ${message.en}`),
  ).toEqual([]),
);

test.each([
  ["It is important to has a plan.", "en-grammar"],
  ["They focus in the quality of growth.", "en-grammar"],
  ["The council is composed by experts.", "en-grammar"],
  ["They may of gone.", "en-grammar"],
  ["These is the reason.", "en-grammar"],
])("and wrong: %s", (en, rule) =>
  expect(proofOfSample({ zh: "中文。", en }).map((finding) => finding.rule)).toContain(rule),
);
