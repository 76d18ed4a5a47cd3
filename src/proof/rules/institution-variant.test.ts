import { expect, test } from "vitest";
import { proofOf } from "../../../test/proof-desk.ts";
import { institutionVariant } from "./institution-variant.ts";
import { sampleIssue } from "./sample-issue.ts";

type Texts = readonly [string, string];

const issue = (...pairs: readonly Texts[]) =>
  sampleIssue("issue: 2025-02\noverall: 2\ndate: 2025-02-03", {
    body: pairs
      .map(([zh, en]) => `      - zh: ${JSON.stringify(zh)}\n        en: ${JSON.stringify(en)}\n`)
      .join(""),
  });

const told = (...pairs: readonly Texts[]) =>
  proofOf(issue(...pairs), { rules: [institutionVariant] }).map(({ message }) => message.en);

const LAB: Texts = [
  "上海人工智能实验室发布了新模型。",
  "The Shanghai Artificial Intelligence Laboratory released a new model.",
];
const CENTER: Texts = [
  "科技部与国务院发展研究中心举办会议。",
  "The Ministry of Science and Technology and the Development Research Center of the State Council held a meeting.",
];

test.each([
  [
    LAB,
    ["专家参观了上海人工智能实验室。", "Experts visited the Shanghai Machine Intelligence Lab."],
    "“上海人工智能实验室” is “Shanghai Artificial Intelligence Laboratory” elsewhere and “Shanghai Machine Intelligence Lab” here",
  ],
  [
    ["成立了长三角国家高新区联盟。", "The Yangtze River Delta National High-tech Zones Alliance was set up."],
    ["会上，长三角国家高新区联盟发言。", "The Yangtze Delta Union of National High-tech Zones spoke."],
    "“长三角国家高新区联盟” is “Yangtze River Delta National High-tech Zones Alliance” elsewhere and “Yangtze Delta Union of National High-tech Zones” here",
  ],
  [
    CENTER,
    [
      "报告来自国务院发展研究中心。",
      "The report is by the Former Head of the Planning Department of the Development Studies Center of the State Council.",
    ],
    "“国务院发展研究中心” is “Development Research Center of the State Council” elsewhere and “Development Studies Center of the State Council” here",
  ],
  [
    ["东湖创新论坛开幕。", "The Donghu Innovation Forum opened."],
    ["嘉宾出席东湖创新论坛。", "Guests attended the Donghu Innovative Forum."],
    "“东湖创新论坛” is “Donghu Innovation Forum” elsewhere and “Donghu Innovative Forum” here",
  ],
  [
    ["国家发展改革委员会发布通知。", "The National Development and Reform Commission issued a notice."],
    ["国家发展改革委员会批复。", "The National Development and Reform Committee gave its consent."],
    "“国家发展改革委员会” is “National Development and Reform Commission” elsewhere and “National Development and Reform Committee” here",
  ],
  [
    ["国家发展改革委员会发布通知。", "The National Development and Reform Commission issued a notice."],
    ["国家发展改革委员会批复。", "The State Development and Reform Commission gave its consent."],
    "“国家发展改革委员会” is “National Development and Reform Commission” elsewhere and “State Development and Reform Commission” here",
  ],
] as const)("%s", (first, second, message) => expect(told(first, second)).toEqual([message]));

test.each([
  ["as an abbreviation", LAB, ["参观了上海人工智能实验室。", "They visited the Shanghai AI Lab."]],
  ["in short", LAB, ["参观了上海人工智能实验室。", "They visited the AI Laboratory."]],
  [
    "the words in another order",
    CENTER,
    ["由国务院发展研究中心起草。", "The State Council’s Development Research Center wrote it."],
  ],
  [
    "beside another institution",
    CENTER,
    [
      "国务院发展研究中心和复旦大学起草。",
      "Fudan University and the Development Research Center of the State Council wrote it.",
    ],
  ],
  [
    "in small letters",
    LAB,
    ["参观了上海人工智能实验室。", "They visited the laboratory and the Shanghai Science Hall."],
  ],
  [
    "a longer name in Chinese",
    CENTER,
    ["由江苏省发展研究中心起草。", "The Development Studies Center of Jiangsu Province wrote it."],
  ],
  [
    "and another of its kind",
    LAB,
    ["上海人工智能实验室和张江实验室参加。", "The Shanghai Machine Intelligence Laboratory took part."],
  ],
  [
    "of another year",
    ["2024 东湖创新论坛开幕。", "The 2024 Donghu Innovation Forum opened."],
    ["2023 东湖创新论坛闭幕。", "The 2023 Donghu Innovation Forum ended."],
  ],
  [
    "with its owner before it",
    ["由上海药物研究所研发。", "Shanghai Institute of Materia Medica developed it."],
    [
      "成果来自上海药物研究所。",
      "It comes from the Chinese Academy of Sciences’ Institute of Materia Medica.",
    ],
  ],
  [
    "its city called otherwise",
    ["由杭州市科学技术委员会发布。", "The Hangzhou City Science and Technology Commission published it."],
    ["杭州市科学技术委员会批复。", "The Hangzhou Municipal Science and Technology Commission agreed."],
  ],
  [
    "part of a longer name",
    ["获得国家自然科学基金资助。", "It was paid for by the National Natural Science Fund."],
    ["国家自然科学基金委员会批复。", "The National Natural Science Foundation agreed."],
  ],
  [
    "under one roof with it",
    LAB,
    ["参观了上海人工智能实验室。", "They visited Shanghai Zhangjiang Laboratory."],
  ],
  [
    "the name of something else",
    LAB,
    ["参观了上海人工智能实验室。", "They went to the Open Day of Zhangjiang Laboratory."],
  ],
] as const)("%s it is right", (_, first, second) => expect(told(first, second)).toEqual([]));
