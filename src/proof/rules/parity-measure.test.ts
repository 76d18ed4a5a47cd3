import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { parityBound, parityUnit } from "./parity-measure.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [parityUnit, parityBound]).map(({ message }) => message.en);

test.each([
  ["全长 115 公里。", "It is 115 meters long.", "115 公里", "115 meters"],
  ["占地 32 公顷。", "It covers 32 square kilometers.", "32 公顷", "32 square kilometers"],
  ["投资 20 亿欧元。", "It cost US$2 billion.", "20 亿欧元", "US$2 billion"],
  ["投资 20 亿多元。", "It cost $2 billion.", "20 亿多元", "$2 billion"],
  ["减排 200 吨。", "Emissions fell by 200 kg.", "200 吨", "200 kg"],
  ["用了三年时间。", "It took three months.", "三年时间", "three months"],
  ["十四天内办结。", "It is done within 14 weeks.", "十四天内办结", "14 weeks"],
])("%s: %s has another unit", (zh, en, ours, theirs) =>
  expect(told(zh, en)).toEqual([`another unit: Chinese says “${ours}”, English says “${theirs}”`]),
);

test.each([
  ["比重提高 3 个百分点。", "The share rose by 3%."],
  ["产值增长 3%。", "Output rose by 3 percentage points."],
])("%s: %s is a percentage for points, or points for a percentage", (zh, en) => {
  expect(told(zh, en)).toEqual([expect.stringContaining("no percentage point")]);
});

test.each([
  ["超过 50 家企业。", "Fewer than 50 enterprises."],
  ["不少于 50 家。", "No more than 50."],
  ["近 20 亿元。", "Over 2 billion yuan."],
  ["50 家以上企业。", "Nearly 50 enterprises."],
  ["每次至少可借图书 10 册。", "Up to 10 volumes may be borrowed."],
  ["每次最多可借 10 册。", "At least 10 volumes may be borrowed."],
  ["不足 30%。", "More than 30%."],
])("%s: %s has another bound", (zh, en) => {
  expect(told(zh, en)).toEqual([expect.stringContaining("than")]);
});

test.each([
  ["出院后十四天内复诊。", "Return within two weeks of discharge."],
  ["提高 2.3 个百分点，增长 3%。", "It rose 2.3 percentage points and grew 3%."],
  ["由 72% 升至 95%，提高 23 个百分点。", "It rose from 72% to 95%, by 23 percentage points."],
  ["投资 20 亿元，其中 20 亿美元来自国外。", "Of 2 billion yuan, US$2 billion came from abroad."],
  ["新台币 500 万元。", "NT$5 million."],
  ["投资 12 亿港元。", "It cost $1.2 billion."],
  ["他六十岁退休，用了 15 个工作日。", "He retired at sixty; it took 15 working days."],
  ["周期 5 年，长 32.8 米。", "A five-year cycle, and 32.8 m long."],
  ["近三年增长很快。", "It has grown fast in over three years."],
  ["每次最多可借图书 10 册。", "Up to 10 volumes may be borrowed."],
  ["高达 80%，多达 50 家。", "Up to 80%, as many as 50."],
  ["不超过 50 家，不低于 70%。", "No more than 50, and no less than 70%."],
  ["并未超过 50 家。", "There were fewer than 50."],
  ["20 多亿元。", "More than 2 billion yuan."],
])("%s: %s is the same", (zh, en) => expect(told(zh, en)).toEqual([]));
