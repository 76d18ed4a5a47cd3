import { expect, test } from "vitest";
import { issueOfPair, proofOf } from "../../../test/proof-desk.ts";
import { enDoubledWord } from "./en-words.ts";
import { zhBrackets } from "./zh-pairs.ts";
import { zhRepeated } from "./zh-repeated.ts";

const told = (zh: string, en = "Some text.") =>
  proofOf(issueOfPair(zh, en), { rules: [zhRepeated, enDoubledWord, zhBrackets] }).map(
    ({ expected, message }) => expected?.zh ?? message.zh,
  );

test.each([
  ["企企业数量增长，经经济发展，示示范区建设，服服务企业。", "企", "经", "示", "服"],
  ["支持持企业发展，区域域协同，推动改革革创新。", "持", "域", "革"],
  ["科技技创新，完善政策策支持，改改革方案。", "技", "策", "改"],
  [
    "园区的发展的发展，改革的要求的要求，帮助环境环境理解，索引索引损坏。",
    "的发展",
    "的要求",
    "环境",
    "索引",
  ],
  ["国家家重视创新，国家家级高新区发展。", "家", "家"],
])("%s", (zh, ...right) => expect(told(zh)).toEqual(right));

test.each([
  "企业业务拓展，产业业态多样，发展展览，学习习惯，中国国家，科技技术，研究究竟，会议议程，支持持续增长。",
  "踏踏实实、扎扎实实、方方面面，常常、天天、人人，妈妈看看，研究研究，刚刚才，往往来自。",
  "国家家电补贴，国家家庭政策，国家家具标准，企业家家国情怀，国家家家户户。",
  "尼亚尼亚镇的居民，坦桑尼亚尼亚拉大学，巴拉巴拉河，塔威塔威省，努沃勒拉耶拉耶。",
  "参数是包含两项的列表的列表，我们的客户的客户，找不到这样的函数的函数定义，他的老师的老师。",
  "无法复制复制槽，谁来监管监管者，重新索引索引。",
  "同类类型，合规规则，列列表，图标标签，人才才是关键，专家家中，国家家庭，合并并输出。",
])("%s is right", (zh) => expect(told(zh)).toEqual([]));

test.each([
  ["The plan of the of the city.", "of the"],
  ["It is one of the one of the best.", "one of the"],
  ["They will be will be here.", "will be"],
])("%s", (en, right) => expect(told("文字。", en)).toEqual([right]));

test.each([
  "They tried again and again and again, year after year after year, bit by bit by bit, on and on and on.",
  "They had had that that was theirs; what it is is clear, and the more the more.",
  "From one to one, side by side by the sea, of the people, of the people.",
])("%s is right", (en) => expect(told("文字。", en)).toEqual([]));

test.each([
  ["读《“创新》”一书。", "《…》与“…”交叉，后开的先关"],
  ["有企业（“小巨人）”参加。", "（…）与“…”交叉，后开的先关"],
  ["出台“条例（试行”）。", "“…”与（…）交叉，后开的先关"],
])("%s", (zh, message) => expect(told(zh)).toEqual([message]));

test("quotation marks and brackets inside each other are right", () => {
  expect(told("《创新“条例”》和（见“附件”）、“《条例》（试行）”以及“他说：‘好（真好）’”。")).toEqual([]);
});
