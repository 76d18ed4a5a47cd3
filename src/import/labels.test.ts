import { expect, test } from "vitest";
import { isCredit, labelReader } from "./labels.ts";

const read = labelReader([]);

test("who made an article is read in brackets, and behind “by” without a colon", () => {
  const labelled = (line: string) => read(line)?.map(({ label, value }) => [label, value]);
  expect(labelled("（整理：陈红光、赵程程）")).toEqual([["整理", "陈红光、赵程程"]]);
  expect(labelled("**（采访整理：陈红光）**")).toEqual([["采访整理", "陈红光"]]);
  expect(labelled("（整理：陈红光 审核：赵程程）")).toEqual([
    ["整理", "陈红光"],
    ["审核", "赵程程"],
  ]);
  for (const line of [
    "(Compiled by Chen Hongguang)",
    "Compiled by Chen Hongguang",
    "(Compiled by: Chen Hongguang)",
  ])
    expect(labelled(line)).toEqual([["Compiled by", "Chen Hongguang"]]);
  expect(labelled("(Interview compiled by Chen Hongguang)")).toEqual([
    ["Interview compiled by", "Chen Hongguang"],
  ]);
});

test("sentences that begin so, and brackets around something else, are no labelled lines", () => {
  for (const line of [
    "Compiled by the Ministry, the report is out.",
    "Written by experts in 2019",
    "(Led by Chen Hongguang)",
    "（整理：陈红光）整理了（资料）",
    "（见图1）",
  ])
    expect(read(line)).toBeNull();
});

test("a source may be that of a table, and says of no article who made it", () => {
  expect(["（整理：陈红光）", "Authors: Wang Xiaodong"].map(isCredit)).toEqual([true, true]);
  expect(["来源：统计局", "(Source: Bureau of Statistics)", "编辑：殷梦宇"].map(isCredit)).toEqual([
    false,
    false,
    false,
  ]);
});
