import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { parityChoice } from "./parity-choice.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [parityChoice]).map(({ message }) => message.en);

test.each([
  ["9 月 9 日（星期一）开幕。", "It opens on Tuesday, September 9.", "星期一", "Tuesday"],
  ["周三 14:00 开放。", "It is open on Thursday at 14:00.", "周三", "Thursday"],
  ["一季度增长 5%。", "Growth was 5% in the second quarter.", "一季度", "second quarter"],
  ["王女士说，她很高兴。", "Ms. Wang said that he was glad.", "她", "he"],
  ["会议于下午举行。", "It was held in the morning.", "下午", "morning"],
  ["目录每季度更新一次。", "The list is updated once a year.", "每季度", "once a year"],
  ["出口增长 5%。", "Imports grew by 5%.", "出口", "Imports"],
  ["推动东部地区发展。", "Promote the development of the western region.", "东部", "western"],
  ["北京和上海发布了方案。", "Beijing and Shenzhen released plans.", "上海", "Shenzhen"],
  ["来自法国的专家。", "German experts came.", "法国", "German"],
])("%s: %s", (zh, en, ours, theirs) =>
  expect(told(zh, en)).toEqual([`Chinese says “${ours}”, English says “${theirs}”`]),
);

test.each([
  ["每周三次，一周五天。", "Three times a week, five days a week, but not on Monday."],
  ["周一至周五开放。", "It is open from Monday to Friday."],
  [
    "前三季度增长，其中第三季度最快。",
    "Growth in the first three quarters was fastest in the third quarter.",
  ],
  ["他说，她的团队很好。", "He said that her team was good."],
  ["其他人也来了，他们很高兴。", "She and the others came."],
  ["进口和出口都增长。", "Imports grew, and so did exports."],
  ["浙江西部的项目。", "A project in western Zhejiang."],
  ["下午 3 点开会。", "It meets at 3 p.m."],
  ["下午开会，上午报到。", "It meets in the afternoon, and registration is in the morning."],
  ["下午开会。", "The meeting is held after lunch; the morning is free, the afternoon is not."],
  ["目录每季度更新一次，为期一年。", "The list is updated every three months for a year."],
  ["每年更新两次。", "It is updated every six months."],
  ["每周一更新，每年 52 次。", "It is updated every Monday."],
  ["沪苏两地合作。", "Shanghai and Suzhou cooperate."],
  ["全市要主动作为。", "All of Shanghai should act."],
  ["法国投资 5 亿美元。", "France has invested US$500 million."],
  ["日本公司投资 5 亿美元。", "The Tokyo firm has invested US$500 million."],
])("%s: %s is the same", (zh, en) => expect(told(zh, en)).toEqual([]));
