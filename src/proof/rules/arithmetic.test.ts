import { expect, test } from "vitest";
import { issueOfPair, proofOf } from "../../../test/proof-desk.ts";
import { arithmetic } from "./arithmetic.ts";

const told = (zh: string, en: string) =>
  proofOf(issueOfPair(zh, en), { rules: [arithmetic] }).map(({ message }) => message.en);
const inChinese = (zh: string) => told(zh, "Some text.");
const inEnglish = (en: string) => told("文字。", en);

test.each([
  ["企业从 50 家增至 100 家，增长 50%。", "from “50” to “100” is 100%, and not 50%"],
  [
    "产值由 2020 年的 1.2 万亿元增长到 2024 年的 1.8 万亿元，增长 80%。",
    "from “1.2万亿” to “1.8万亿” is 50%, and not 80%",
  ],
  ["耗时由 90 天缩短至 30 天，缩短 50%。", "from “90” to “30” is 67%, and not 50%"],
  ["专利从 10 件增至 30 件，增长了 3 倍。", "from “10” to “30” is 2 times, and not 3 times"],
  [
    "占比从 3.2%提高到 4.1%，提高 0.7 个百分点。",
    "from “3.2%” to “4.1%” is 0.9 percentage points, and not 0.7 percentage points",
  ],
  ["占比从 3.2%提高到 4.1%，提高 0.9%。", "from “3.2%” to “4.1%” is 0.9 percentage points, and not 0.9%"],
  ["企业由 50 家增加到 100 家，翻了两番。", "from “50” to “100” is 2 times as much, and not 4 times"],
  ["同比增长 200%，是上年的 2 倍。", "a rise of 200% makes 3 times as much, and not 2 times"],
  ["企业占 45%，高校占 35%，科研院所占 30%。", "the shares come to 110%, which is more than 100%"],
  ["新增企业 100 家，其中内资企业 160 家。", "“160 家” is part of “100 家”, and more than it"],
  ["其中上海 12 家、江苏 9 家，共 20 家。", "the parts come to 21, and not to “20 家”"],
  ["引进博士 12 人、硕士 20 人，共 30 人。", "the parts come to 32, and not to “30 人”"],
  ["2023 年引进 12 家，2024 年引进 8 家，共计 30 家。", "the parts come to 20, and not to “30 家”"],
  ["投资 1.2 亿元和 0.8 亿元，共 2.5 亿元。", "the parts come to 2 亿, and not to “2.5 亿元”"],
  ["现有企业 20 家，其中上海 12 家、江苏 9 家。", "the parts come to 21, and not to “20 家”"],
  ["总投资 50 亿元，其中中央 20 亿元，地方 40 亿元。", "the parts come to 60 亿, and not to “50 亿元”"],
  ["李某，1990 年 5 月出生，现年 40 岁。", "from 1990 to this issue of 2025 it is 35 years, and not 40"],
  ["研究院成立于 2009 年，至今已有 20 年。", "from 2009 to this issue of 2025 it is 16 years, and not 20"],
])("%s", (zh, message) => expect(inChinese(zh)).toEqual([message]));

test.each([
  ["The number of firms rose from 50 to 100, up 50%.", "from “50” to “100” is 100%, and not 50%"],
  [
    "It fell from 90 days in 2020 to 30 days in 2024, a decrease of 50%.",
    "from “90” to “30” is 67%, and not 50%",
  ],
  [
    "The share rose from 3.2% to 4.1%, up 0.9%.",
    "from “3.2%” to “4.1%” is 0.9 percentage points, and not 0.9%",
  ],
  ["The number tripled from 50 to 100.", "from “50” to “100” is 2 times as much, and not 3 times"],
  [
    "It grew by 200%, and was twice the previous year's figure.",
    "a rise of 200% makes 3 times as much, and not 2 times",
  ],
  [
    "In the year 100 firms were added, of which 160 were domestic.",
    "“160” is part of “100”, and more than it",
  ],
  [
    "There are 12 firms in Shanghai and 9 in Jiangsu, a total of 20.",
    "the parts come to 21, and not to “20”",
  ],
  ["It has 12 labs, 9 centers and 3 parks, 25 in total.", "the parts come to 24, and not to “25”"],
  [
    "The park has 20 firms in all, of which 12 are in Shanghai and 9 in Jiangsu.",
    "the parts come to 21, and not to “20”",
  ],
  ["Of the 1,200 researchers, 700 are men and 600 are women.", "the parts come to 1300, and not to “1,200”"],
  [
    "In 2024 it signed 30 projects: 12 in Shanghai, 9 projects in Jiangsu, and 11 in Anhui.",
    "the parts come to 32, and not to “30”",
  ],
  [
    "There are 1.2 million residents, including 0.7 million from Anhui and 0.8 million from Zhejiang Province.",
    "the parts come to 1500000, and not to “1.2 million”",
  ],
  ["Li, born in 1990, is 40 years old.", "from 1990 to this issue of 2025 it is 35 years, and not 40"],
])("%s", (en, message) => expect(inEnglish(en)).toEqual([message]));

test.each([
  "企业从 50 家增至 100 家，增长 100%，翻了一番。专利从 50 件增至 103 件，翻了一番。",
  "从 2020 年的 50 家增至 2024 年的 100 家，年均增长 19%；从 50 家增至 100 家，同比增长 12%。",
  "从 50 家增至 100 家，税收增长 50%；从 50 家增至 100 家，其中外资增长 30%。",
  "产值由 1.2 亿元增长到 1.8 亿元，增长近 60%；由 50 家增至 86 家，增长超过 70%，由 50 家增至 86 家，增长 50%以上。",
  "占比从 3.2%提高到 4.1%，提高 0.9 个百分点；耗时从 3 天缩短到 5 小时，缩短 93%。",
  "专利从 10 件增至 30 件，增长 2 倍；从 12 件增至 28 件，增长 1.3 倍；增长 98%，是上年的 2 倍；增长 1 倍，是上年的 2 倍。",
  "企业占 45.2%，高校占 35.5%，科研院所占 19.4%；博士占 60%，女性占 55%；企业占 70%，企业占 60%。",
  "一期 12 家、二期 8 家，共 20 家，三期 5 家，共 25 家；上海 12 家，江苏 9 家，共 21 家；12 家企业和 8 家高校共 20 家。",
  "现有企业 500 家，新增 12 家，共 512 家；今年新增企业 12 家、高校 8 家，共 500 家；投资 1.24 亿元和 0.83 亿元，共 2.1 亿元。",
  "约 12 家企业和 8 家高校，共 25 家；每组 3 人、每队 5 人，共 10 人；上海 12 家、江苏 9 家、浙江等 3 家，共 24 家。",
  "企业 100 家，其中高新技术企业 80 家、上市公司 30 家；企业超过 100 家，其中上海 80 家、江苏 30 家。",
  "参会 12 人次、8 人，共 15 人；3 个省、5 个市，共 10 家；一等奖 1 名（奖金 5 万元）、二等奖 2 名，共 3 名。",
  "现有企业 500 家，新增 100 家，其中 160 家来自外省；3 个省参加，其中 12 个市；3 位院士到会，其中企业 20 家。",
  "李某，1990 年出生，现年 34 岁；王某 1989 年生，今年 36 岁；研究院成立于 2009 年，至今已有 15 年。",
])("%s is right", (zh) => expect(inChinese(zh)).toEqual([]));

test.each([
  "It rose from 50 to 100, up 100%, and from 1.2 to 1.5 million, an increase of 25%.",
  "It doubled from 50 to 103 and more than doubled from 50 to 160; it nearly doubled from 50 to 90.",
  "The share rose from 3.2% to 4.1%, up 0.9 percentage points.",
  "It grew by 100%, twice the national average; it grew by 200%, or three times last year's figure.",
  "The park has 100 firms, 12 in Shanghai and 9 in Jiangsu, 21 in total; two in Beijing, 12 in Shanghai and 9 in Jiangsu, a total of 23.",
  "It has 12 labs with 300 people and 9 centers, a total of 210. They came from 12 countries and 9 regions, a total of 300.",
  "It has 20 firms, of which 12 are in Shanghai and 8 in Jiangsu; of the 20 firms, 5 are in Wuxi and 9 in Suzhou.",
  "It has 15 people in offices across the country, including 12 in Shanghai and 9 in Jiangsu.",
  "It has 10 firms and 12 labs, of which 8 are in Shanghai and 9 in Jiangsu; 10 firms, 12 labs: 8 in Wuxi and 9 in Anhui.",
  "Founded with 15 people, it has offices, including 12 in Shanghai and 9 in Jiangsu.",
  "It has more than 20 firms, of which 12 are in Shanghai and 9 in Jiangsu; nearly 20, of which 12 are in Shanghai and 9 in Anhui.",
  "Of the 20 firms, 12 have offices in Shanghai and 9 in Jiangsu; of the 20 firms, 12 labs are in Shanghai and 9 in Jiangsu.",
  "It has 20 firms, including 12 in Shanghai, 5 in Anhui and 9 in Shanghai; 20 million yuan, of which 12 in Shanghai and 9 in Anhui.",
  "It has twenty parks and 20 firms, of which 12 are in Shanghai and 9 in Anhui; 20 firms, of which 12 are in Wuxi and 9 make chips.",
  "Of 500 firms, 100 were added in 2024, of which 60 are foreign.",
  "Li, born in 1990, is 34 years old.",
])("%s is right", (en) => expect(inEnglish(en)).toEqual([]));
