import { expect, test } from "vitest";
import { proofOf } from "../../../test/proof-desk.ts";
import { parityName } from "./parity-name.ts";

const FIRST = `issue: 2025-02
overall: 2
date: 2025-02-03
articles:
  - title: { zh: 标题, en: A Title }
    body:
      - zh: 规划司副司长吴家喜提出，要作示范。研究员吕薇指出，要衔接战略。
        en: Wu Jiaxi, Deputy Director, proposed a demonstration. Lü Wei, a researcher, spoke of strategies.
`;

const told = (zh: string, en: string) =>
  proofOf(`${FIRST}      - zh: ${JSON.stringify(zh)}\n        en: ${JSON.stringify(en)}\n`, {
    rules: [parityName],
  }).map(({ message }) => message.en);

test.each([
  ["开放是必由之路。吴家喜强调，要深化合作。", "Opening up is the only way.", "English does not name 吴家喜"],
  [
    "吕薇在总结时说，经验可贵。",
    "Experience is precious, and it should be kept.",
    "English does not name 吕薇",
  ],
  [
    "改革没有完成时。",
    "Reform is never finished. Wu Jiaxi called for more of it.",
    "Chinese does not name Wu Jiaxi",
  ],
  [
    "成都坚持自主创新。",
    "Lü Wei pointed out that strategies should be linked.",
    "Chinese does not name Lü Wei",
  ],
])("%s: %s", (zh, en, message) => expect(told(zh, en)).toEqual([`${message}; something may be left out`]));

test.each([
  ["吴家喜强调，要深化合作。", "Wu stressed that cooperation should be deepened."],
  ["吴家喜强调，要深化合作。", "He stressed that cooperation should be deepened."],
  ["吴家喜强调，要深化合作。", "The deputy director stressed that cooperation should be deepened."],
  ["吴家喜强调，要深化合作。", "Cooperation should be deepened, according to Mr. Woo."],
  ["吴家喜强调，要深化合作。", "Jiaxi Wu stressed that cooperation should be deepened."],
  ["吴家喜和吕薇说，要合作。", "Both speakers called for cooperation."],
  ["吕薇的报告收入文集。", "The report is part of the collection."],
  ["吴司长还强调了合作。", "Wu Jiaxi also stressed cooperation."],
  ["他还强调了合作。", "Wu Jiaxi also stressed cooperation."],
  ["两位专家的观点一致。", "Wu Jiaxi and Lü Wei hold the same view."],
  ["张威指出，要加强联动。", "Linkages should be strengthened."],
])("%s: %s is right", (zh, en) => expect(told(zh, en)).toEqual([]));
