import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { parityNumber, parityPercent } from "./parity-numbers.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [parityNumber, parityPercent]).map(
    ({ rule, message }) => `${rule}: ${message.en}`,
  );

const CHANGED = "numbers changed places: Chinese has";

test.each([
  [
    "上海占 71%，北京占 24%。",
    "Shanghai accounted for 24% and Beijing for 71%.",
    `parity-percent: ${CHANGED} 71%, 24% in this order, English 24%, 71%`,
  ],
  [
    "上海、北京、深圳分别增长 5%、6% 和 7%。",
    "Shanghai, Beijing and Shenzhen grew by 5%, 7% and 6%, respectively.",
    `parity-percent: ${CHANGED} 5%, 6%, 7% in this order, English 5%, 7%, 6%`,
  ],
  [
    "该指标 2022 年为 71%，2023 年为 24%。",
    "In 2022 it stood at 24%, in 2023 at 71%.",
    `parity-percent: ${CHANGED} 71%, 24% in this order, English 24%, 71%`,
  ],
  [
    "2024 年，出口增长 8%，进口增长 3%。",
    "In 2024, exports grew by 3% and imports by 8%.",
    `parity-percent: ${CHANGED} 8%, 3% in this order, English 3%, 8%`,
  ],
  [
    "其中浙江 23 家，江苏 41 家。",
    "Of them, Zhejiang had 41 and Jiangsu had 23.",
    `parity-number: ${CHANGED} 23, 41 in this order, English 41, 23`,
  ],
  [
    "GPT 的准确率为 71%，Qwen 为 74%。",
    "The accuracy of GPT is 74%, that of Qwen 71%.",
    `parity-percent: ${CHANGED} 71%, 74% in this order, English 74%, 71%`,
  ],
  [
    "一季度增长 5.3%，二季度增长 4.7%。",
    "In the first quarter it grew by 4.7%, in the second quarter by 5.3%.",
    `parity-percent: ${CHANGED} 5.3%, 4.7% in this order, English 4.7%, 5.3%`,
  ],
  [
    "工业增加值增长 5.8%，固定资产投资增长 3.2%。",
    "Industrial value added grew by 3.2%, and fixed-asset investment by 5.8%.",
    `parity-percent: ${CHANGED} 5.8%, 3.2% in this order, English 3.2%, 5.8%`,
  ],
])("%s %s", (zh, en, message) => expect(told(zh, en)).toEqual([message]));

test.each([
  ["上海占 71%，北京占 24%。", "Beijing accounted for 24% and Shanghai for 71%."],
  ["上海占 71%，北京占 24%。", "Shanghai accounted for 71% and Beijing for 24%."],
  ["71% 在上海，24% 在北京。", "Shanghai has 71% of them, Beijing 24%."],
  ["上海的甲类占 71%，乙类占 24%。", "Type B accounted for 24% in Shanghai and type A for 71%."],
  ["上海占 71%；北京占 24%。", "Beijing accounted for 24%; Shanghai for 71%."],
  ["比例由北京的 24% 到上海的 71%，上海最高。", "Shanghai, with 71%, leads; Beijing has 24%."],
  ["一季度增长 5.3%，二季度增长 4.7%。", "Growth was 4.7% in the second quarter after 5.3% in the first."],
  ["投资增长 5%，消费增长 3%。", "Consumption grew by 3%, and investment by 5%."],
  ["工业增长 5%，带动就业增长 3%。", "Employment grew by 3%, as industrial output rose by 5%."],
  ["上海 71%、北京 71%。", "Shanghai 71%, Beijing 71%."],
  ["上海从 24% 升至 71%，高于北京。", "Shanghai, ahead of Beijing, rose to 71% from 24%."],
])("a sentence that was turned round is none: %s %s", (zh, en) => expect(told(zh, en)).toEqual([]));

test.each([
  [
    "年末共有 36 家老店。全年接待游客 58 万人次，同比增长 8%。博物馆门票收入增长 3%。",
    "There were 36 old shops at the end of the year. Over the whole year 580,000 visitors came, up 3% on the year before. Takings of the museum grew by 8%.",
    `parity-percent: ${CHANGED} 8%, 3% in this order, English 3%, 8%`,
  ],
  [
    "社区新开了 12 家书店，覆盖老城全部街道，读者步行十分钟就能到达。其中 7 家通宵营业。",
    "The community opened 7 bookshops, which cover every street of the old town and can be reached on foot in ten minutes. Of these, 12 are open all night.",
    `parity-number: ${CHANGED} 12, 7 in this order, English 7, 12`,
  ],
  [
    "茶馆的常客增加了 15%，其中大多是住在附近、退休多年的老人。新客增加了 9%。",
    "Regular guests of the teahouse, most of them old people who live nearby and retired many years ago, increased by 9%. New ones increased by 15%.",
    `parity-percent: ${CHANGED} 15%, 9% in this order, English 9%, 15%`,
  ],
])("between two sentences: %s %s", (zh, en, message) => expect(told(zh, en)).toEqual([message]));

test.each([
  ["老客增加了 15%。新客增加了 9%。", "New guests increased by 9%. Regular ones increased by 15%."],
  [
    "茶馆的常客增加了 15%，其中大多是住在附近、退休多年的老人。新客增加了 9%。",
    "New guests increased by 9%. Regular guests of the teahouse, most of them old people who live nearby and retired many years ago, increased by 15%.",
  ],
  ["出口增长 8%，好于预期。进口增长 3%。", "Imports grew by 3%. Exports grew by 8%, better than expected."],
  [
    "茶馆的常客增加了 15%，其中大多是住在附近的老人。新客增加了 9%。还有人来吃饭。",
    "Regular guests, most of them old people who live nearby, increased by 15%. New ones increased by 9%, and some come to eat.",
  ],
])("sentences that were turned round are none: %s %s", (zh, en) => expect(told(zh, en)).toEqual([]));
