import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { enNumbers } from "./en-numbers.ts";
import { mismatches } from "./match.ts";
import { zhNumbers } from "./zh-numbers.ts";
import { parseNumeral } from "./zh-numeral.ts";

const differ = (zh: string, en: string) =>
  mismatches({ zh: zhNumbers(zh), en: enNumbers(en) }).map(({ zh: ours, en: theirs }) => [
    ours?.values[0] ?? null,
    theirs?.values[0] ?? null,
  ]);

test.each([
  ["十五", 15],
  ["二十", 20],
  ["一百二十", 120],
  ["一百零五", 105],
  ["两万五千", 25_000],
  ["一万两千", 12_000],
  ["三点五", 3.5],
  ["二〇二四", 2024],
  ["一亿二千万", 120_000_000],
  ["千百", null],
  ["三五", null],
  ["一二三", null],
])("%s is %d", (numeral, value) => {
  expect(parseNumeral(numeral)).toBe(value);
});

/** A whole number in Chinese, as it is read out. */
function spoken(value: number): string {
  const digits = "零一二三四五六七八九";
  const units = ["", "十", "百", "千"];
  let made = "";
  const typed = String(value);
  for (let i = 0; i < typed.length; i++) {
    const digit = Number(typed[i]);
    if (digit !== 0)
      made +=
        (made.endsWith("零") || typed[i - 1] !== "0" || made === "" ? "" : "零") +
        digits[digit] +
        units[typed.length - 1 - i];
  }
  return made;
}

test("every number below ten thousand is read back from how it is spoken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), (value) => parseNumeral(spoken(value)) === value),
  );
});

describe("equal in both languages", () => {
  test.each([
    ["五大自创区", "five major zones"],
    ["每年有 5 万家企业", "50,000 enterprises every year"],
    ["约 1.2亿元", "about 120 million yuan"],
    ["用电 1 874 万 kWh", "18.74 million kWh"],
    ["党的二十大报告", "the report to the 20th CPC National Congress"],
    ["二十届三中全会", "the third plenary session of the 20th Central Committee"],
    ["上升了百分之十七", "rose by seventeen per cent"],
    ["在 10%～90% 之间", "between 10% and 90%"],
    ["占 20%左右", "about 20 percent"],
    ["三分之二", "two thirds"],
    ["一半以上", "more than half"],
    ["十余项举措", "more than ten measures"],
    ["2024 年 9 月 9 日", "September 9, 2024"],
    ["二〇二四年", "in 2024"],
    ["上世纪八十年代", "in the 1980s"],
    ["20 世纪 30 年代", "the 1930s"],
    ["第三条", "Article 3"],
    ["第二章", "Chapter II"],
    ["第十五届论坛", "the fifteenth forum"],
    ["（一）减税", "(a) tax cuts"],
    ["“十四五”规划", "the 14th Five-Year Plan"],
    ["双方", "both sides"],
    ["一带一路", "Belt and Road"],
    ["一库一体系一资金", "one pool, one system, and one fund"],
    ["长三角三省一市", "three provinces and one municipality of the Yangtze River Delta"],
    ["万众一心", "with one heart"],
    ["统一管理", "unified management"],
    ["1.5 万亿元", "1.5 trillion yuan"],
    ["万亿级产业", "trillion-yuan industries"],
    ["两万五千里", "25,000 li"],
    ["百分之三点五", "3.5%"],
    ["提高 2 个百分点", "up by two percentage points"],
    ["一千二百多张", "more than 1,200"],
    ["十几个人", "a dozen people"],
    ["6 个月", "half a year"],
    ["1.236 亿", "124 million"],
    ["5G 和 COVID-19", "5G and COVID-19"],
    ["13:30 至 20:00", "1:30 p.m. to 8:00 p.m."],
    ["8 月 31 日 17 时前", "by 5 p.m. on August 31"],
    ["凌晨 0 时 46 分；下午 3 点", "at 12:46 a.m.; at 3 p.m."],
    ["晚上 7 点半", "at 7:30 p.m."],
    ["9 点至 17 点", "from 9:00 to 17:00"],
    ["前三季度", "in the first three quarters"],
    ["国家数据局等 17 部门", "the National Data Administration and 16 other departments"],
    ["教育部、科技部等十八部门", "the ministries of education and science and 16 other departments"],
    ["其他 16 家", "16 other enterprises"],
    ["较上年增长近三倍", "nearly four times that of the year before"],
    ["增加了 1.5 倍", "an increase of 150%"],
    ["二十一世纪以来", "since the turn of the century"],
    ["下降 0.1 个百分点", "down 0.1 of a percentage point"],
    ["由五六十人增加到三百多人", "from fifty or sixty to more than three hundred"],
    ["增产一两百斤", "one or two hundred jin more"],
    ["下降一成半", "fell by 15%"],
    ["超过 50 万家", "more than half a million"],
    ["25 万份", "a quarter of a million copies"],
    ["投资 150 万元", "one and a half million yuan"],
    ["历时两年半", "two and a half years"],
    ["历时 2.5 年", "two and a half years"],
    ["用时 1.5 小时", "an hour and a half"],
    ["一个半月", "a month and a half"],
    ["千分之三以内", "below three per thousand"],
    ["千分之三以内", "below 3 per 1,000, as before"],
    ["每百人中有 12 人", "12 in a hundred"],
    ["每四辆中近三辆", "almost three out of every four"],
    ["四分之三", "three out of four"],
    ["五六百万元", "five to six million yuan"],
    ["500 万至 600 万元", "5 to 6 million yuan"],
    ["由 300 万增加到 500 万", "from 3 to 5 million"],
    ["7×24 小时服务", "service around the clock"],
    ["扫描二维码，在十字路口左转", "Scan the QR code and turn left at the crossroads"],
    ["中德两国政府", "the Chinese and German governments"],
    ["二级市场；三次产业", "the secondary market; the primary, secondary and tertiary sectors"],
    ["三位一体发展；采用十六进制", "integrated development; in hexadecimal"],
    ["公园四周；三天两头", "around the park; all the time"],
    ["五千克；三千瓦", "five kilograms; 3,000 watts"],
    ["百亿级基金、千亿级产业", "funds of tens of billions, industries of hundreds of billions"],
    ["百亿元基金", "a fund of ten billion yuan"],
    ["截止时间为 24 时", "closes at midnight"],
    ["年过八旬", "over eighty"],
    ["要十年甚至二十年", "takes a decade, or even two"],
    ["等了十年乃至三十年", "waited a decade, perhaps three"],
    ["过去二十年；两个世纪；三百年", "the past two decades; two centuries; for three centuries"],
    ["十四天内；三周后", "within two weeks; three weeks later"],
    ["历时十五年", "a decade and a half"],
    ["以 9 秒 83 夺冠，以 1 分 46 秒 40 打破纪录", "won in 9.83 seconds, and set a record of 1:46.40"],
    ["全国三级医院通过了三甲复审", "top-tier hospitals passed the review"],
    ["2024 年，共 86 家", "In 2024, there were 86"],
    ["Q3 和第三季度", "Q3 and the third quarter"],
    [
      "十二条辅路、四公里围栏、一万两千棵树",
      "twelve side roads, four kilometers of fences, and twelve thousand trees",
    ],
  ])("%s: %s", (zh, en) => {
    expect(differ(zh, en)).toEqual([]);
  });
});

describe("not equal", () => {
  test.each([
    ["5 万家企业", "5,000 enterprises", [[50_000, 5_000]]],
    ["占 20%", "20 of them", [[20, 20]]],
    ["2023 年", "in 2024", [[2023, 2024]]],
    ["9 月", "in August", [[9, 8]]],
    ["第三条", "Article 4", [[3, 4]]],
    ["23 家", "some of them", [[23, null]]],
    ["若干家", "23 of them", [[null, 23]]],
    ["1.2 亿", "120 billion", [[120_000_000, 120_000_000_000]]],
    ["4.8 万", "48,003", [[48_000, 48_003]]],
    ["十五年", "fifty years", [[15, 50]]],
    ["14:30 开始", "begins at 3:30 p.m.", [[14, 3]]],
    ["国家数据局等 17 部门", "the National Data Administration and 6 other departments", [[17, 6]]],
    ["增长近三倍", "nearly six times", [[3, 6]]],
    ["历时四周以上", "more than five weeks", [[null, 5]]],
    ["四周内完成", "done within five weeks", [[4, 5]]],
    ["五千克", "six kilograms", [[5, 6]]],
    ["年过八旬", "over seventy", [[80, 70]]],
    ["要十年甚至三十年", "takes a decade, or even two", [[30, 20]]],
    ["过去三十年", "the past two decades", [[30, 20]]],
    ["以 9 秒 83 夺冠", "won in 9.38 seconds", [[9.83, 9.38]]],
    ["二十一天内", "within two weeks", [[21, 2]]],
    ["2023 年，共 86 家", "In 2024, there were 86", [[2023, 2024]]],
    ["超过 5 万家", "more than half a million", [[50_000, 500_000]]],
    ["历时三年半", "two and a half years", [[3, 2.5]]],
    ["千分之五以内", "below three per thousand", [[0.005, 3]]],
    [
      "六七百万元",
      "five to eight million yuan",
      [
        [null, 5_000_000],
        [null, 8_000_000],
      ],
    ],
  ])("%s: %s", (zh, en, pairs) => {
    expect(differ(zh, en)).toEqual(pairs);
  });
});

test("any count is its own counterpart", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9_999_999 }), (value) => {
      expect(differ(`共 ${value} 件`, `${value.toLocaleString("en-US")} pieces`)).toEqual([]);
    }),
  );
});
