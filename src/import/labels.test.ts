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

test.each([
  [
    "credit",
    "整理 采访整理 文字整理 作者 作者单位 工作单位 供稿 撰稿 撰写 执笔 编译 翻译 译者 摄影 审校 校对 审核 来源",
  ],
  ["editor", "编辑"],
  ["chief-editor", "责任编辑 责编"],
  ["editor-in-chief", "主编"],
  ["tel", "电话 联系电话"],
  ["fax", "传真"],
  ["email", "邮箱 联系邮箱 投稿邮箱 电子邮箱 电子邮件"],
  ["address", "地址 联系地址"],
  ["postcode", "邮编 邮政编码"],
  ["website", "网址 网站"],
  ["sponsor", "主办 主办单位"],
  ["permit", "准印证 准印证号"],
  ["printer", "印刷 印刷单位"],
  ["copies", "印数"],
  ["recipients", "发送 发送对象 抄送"],
])("labels of Chinese: %s", (role, labels) => {
  const words = labels.split(" ");
  expect(words.map((label) => read(`${label}：某某`)?.map((it) => [it.role, it.label, it.value]))).toEqual(
    words.map((label) => [[role, label, "某某"]]),
  );
});

test.each([
  [
    "credit",
    "Compiled by/Interview by/Author/Authors/Affiliation/Written by/Text by/Translator/Photos by/Source",
  ],
  ["editor", "Editor/Editors"],
  ["chief-editor", "Editor in Charge/Editor-in-Charge/Executive Editor/Managing Editor"],
  ["editor-in-chief", "Editor-in-Chief/Editor in Chief/Chief Editor"],
  ["tel", "Tel/Telephone/Phone"],
  ["fax", "Fax"],
  ["email", "E-mail/Email"],
  ["address", "Address/Add"],
  ["postcode", "Postcode/Postal code/Zip code/Zip"],
  ["website", "Website/Web"],
  ["sponsor", "Sponsor/Sponsored by/Organizer"],
  ["permit", "Permit/Printing permit"],
  ["printer", "Printed by/Printer"],
  ["copies", "Copies"],
  ["recipients", "Distributed to/Distribution"],
])("labels of English: %s", (role, labels) => {
  const words = labels.split("/");
  expect(
    words.map((label) => read(`${label}: Somebody`)?.map((it) => [it.role, it.label, it.value])),
  ).toEqual(words.map((label) => [[role, label, "Somebody"]]));
});

test("bold that begins and ends in a value stays, and one that began before it goes", () => {
  const value = (line: string) => read(line)?.[0]?.value;
  expect(value("作者：主笔**王晓东**、**李明**")).toBe("主笔**王晓东**、**李明**");
  expect(value("**作者：王晓东**")).toBe("王晓东");
  expect(value("作者：王晓东** **李明**")).toBe("王晓东 李明");
});
