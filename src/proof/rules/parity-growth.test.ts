import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { parityTrend } from "./parity-sense.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [parityTrend]).map(({ message }) => message.en);

test.each([
  ["支出增长 8.4%，占 4.2%。", "Spending saw an increase to 8.4% and made up 4.2%."],
  ["企业增加了 5 万家。", "Enterprises rose to 50,000."],
  ["最大需量降至 5.1 MW。", "Maximum demand fell by 5.1 MW."],
  ["企业增至约 300 家。", "Enterprises increased by about 300."],
])("%s: %s says to for by, or by for to", (zh, en) =>
  expect(told(zh, en)).toEqual([expect.stringMatching(/what it (?:changed by|came to) in English$/)]),
);

test.each([
  ["共 86 家，比上年增加 9 家。", "There were 86, 9 fewer than the year before."],
  ["共 86 家，比五年前少 9 家。", "There were 86, 9 enterprises more than in the year before."],
])("%s: %s has more for fewer", (zh, en) =>
  expect(told(zh, en)).toEqual([expect.stringMatching(/“9” is (?:more|fewer)/)]),
);

test.each([
  ["由 6.4 MW 降到 5.1 MW。", "It fell from 5.1 MW to 6.4 MW.", "from “5.1” to “6.4” is no fall"],
  ["比重由 12% 降至 15%。", "Its share went from 12% to 15%.", "from “12%” to “15%” is no fall"],
  ["企业从 500 家增加到 300 家。", "There were 500, and now 300.", "from “500” to “300” is no rise"],
  ["接种率由 2.3% 升至 3.2%。", "The rate rose from 3.2% to 2.3%.", "from “3.2%” to “2.3%” is no rise"],
  ["成本降低。", "Costs rose from 90 yuan to 60 yuan.", "from “90” to “60” is no rise"],
])("%s: %s goes the wrong way", (zh, en, message) => expect(told(zh, en)).toEqual([message]));

test.each([
  ["支出增长 8.4%，达 1 850 亿元。", "Spending grew by 8.4% to 185 billion yuan."],
  ["支出增长 8.4%。", "Spending was up 8.4%, an increase of 8.4%."],
  ["由 6.4 MW 降到 5.1 MW，下降 20%。", "It fell from 6.4 MW to 5.1 MW, down by 20%."],
  ["接种率由 2.3% 升至 3.2%。", "The rate rose from 2.3% to 3.2%, and fell from 5 to 4%."],
  ["利率为 3% 至 2%。", "The rate is 3% to 2%, and rose in 3% to 2% of the cases."],
  ["推动经济增长 5%。", "Lift economic growth to 5%."],
  ["增至 300 家，增加 100 家。", "It rose by 100 to 300."],
  ["比上年增加 9 家，共 86 家。", "There were 86, 9 more than the year before."],
  ["比上年少 9 家。", "There were 9 fewer than the year before."],
  ["在 2020 年到 2025 年间由弱变强。", "From 2020 to 2025 it grew strong."],
  ["排名由第 10 位升至第 3 位。", "It rose from 10th to 3rd."],
  ["全球排名由 10 升至 3。", "Its rank rose from 10 to 3."],
  ["营收由 9 亿元增至 12 亿元。", "Revenue rose from 900 million yuan to 1.2 billion yuan."],
  ["由 900 米扩大到 1.2 公里。", "It grew from 900 m to 1.2 km."],
  ["审批时间由 30 天缩短至 5 天。", "The time was reduced from 30 days to 5 days."],
  ["从 3 个城市增加到 15 个城市。", "It grew from 3 cities to 15 cities."],
  ["由 5 家企业增长到 3 个联盟。", "It grew from 5 firms to 3 alliances."],
  ["每年减少 5 万吨，降到零。", "It is reduced by 50,000 tons each year."],
])("%s: %s is right", (zh, en) => expect(told(zh, en)).toEqual([]));
