/** Sets of words of which a text means one or another: weekdays, quarters, he and she, places, each in both languages. */
import { WEEKDAYS } from "../../model/calendar.ts";
import { PLACES } from "./places.ts";

export interface Choice {
  /** A form for each member; the same member has the same place in both lists. */
  readonly zh: readonly RegExp[];
  readonly en: readonly RegExp[];
  /** Nothing is said where a text has several: he and she may be spoken of in one breath. */
  readonly single: boolean;
}

const words = (alternatives: string): RegExp => new RegExp(`\\b(?:${alternatives})\\b`);
const anyCase = (alternatives: string): RegExp => new RegExp(`\\b(?:${alternatives})\\b`, "i");

/** From Monday: what follows 星期 or 周, and the English day. */
const DAYS = [...WEEKDAYS.slice(1), WEEKDAYS[0]!].map(({ zh, en }) => {
  const day = zh.at(-1)!;
  return [day === "日" ? "[日天]" : day, en] as const;
});

const QUARTERS = [
  ["一1", "first", 1],
  ["二2", "second", 2],
  ["三3", "third", 3],
  ["四4", "fourth", 4],
] as const;

/** As they are named whole; 中法 and 沪苏 are left alone. Those whose name is part of another one's are not here. */
const COUNTRIES = [
  ["美国", "America|American|United States|US(?!\\$)|USA"],
  ["英国", "Britain|British|United Kingdom|UK|England"],
  ["法国", "France|French"],
  ["德国", "Germany|German"],
  ["日本", "Japan|Japanese"],
  ["韩国", "Korea|Korean|ROK"],
  ["俄罗斯", "Russia|Russian"],
  ["意大利", "Italy|Italian"],
  ["西班牙", "Spain|Spanish"],
  ["荷兰", "Netherlands|Dutch|Holland"],
  ["瑞士", "Switzerland|Swiss"],
  ["瑞典", "Sweden|Swedish"],
  ["芬兰", "Finland|Finnish"],
  ["丹麦", "Denmark|Danish"],
  ["奥地利", "Austria|Austrian"],
  ["澳大利亚", "Australia|Australian"],
  ["以色列", "Israel|Israeli"],
  ["新加坡", "Singapore|Singaporean"],
  ["马来西亚", "Malaysia|Malaysian"],
  ["印度尼西亚", "Indonesia|Indonesian"],
  ["加拿大", "Canada|Canadian"],
  ["巴西", "Brazil|Brazilian"],
] as const;

/** Places whose names are part of no other word, and what they are called besides. */
const NAMED_PLACES =
  "北京 上海 天津 重庆 深圳 广州 杭州 南京 苏州 合肥 武汉 成都 河北 河南 湖北 湖南 山东 山西 陕西 江苏 江西 浙江 安徽 福建 广东 广西 四川 贵州 云南".split(
    " ",
  );
const OTHER_NAMES: Readonly<Record<string, string>> = {
  北京: "Peking",
  上海: "ShanghaiTech",
  苏州: "Soochow",
};

const placeNames = (): readonly (readonly [string, string])[] => [
  ...PLACES.filter(({ zh }) => NAMED_PLACES.includes(zh)).map(({ zh, en }) => {
    const other = OTHER_NAMES[zh];
    return [zh, other ? `${en}|${other}` : en] as const;
  }),
  ["西安", "Xi['’]an"],
];

const named = (list: readonly (readonly [string, string])[]): Choice => ({
  zh: list.map(([zh]) => new RegExp(zh)),
  en: list.map(([, en]) => words(en)),
  single: false,
});

const either = (zh: readonly [string, string], en: readonly [string, string]): Choice => ({
  zh: zh.map((form) => new RegExp(form)),
  en: en.map(anyCase),
  single: true,
});

export const CHOICES: readonly Choice[] = [
  {
    // 每周三次 is thrice a week.
    zh: DAYS.map(
      ([zh]) => new RegExp(`(?:星期|(?<![每一两几本上下前后环四])周)${zh}(?![次天个节场期篇年周小月届以])`),
    ),
    en: DAYS.map(([, en]) => words(`${en}s?`)),
    single: false,
  },
  {
    zh: QUARTERS.map(([zh]) => new RegExp(`(?<![前后])[${zh}]季度`)),
    en: QUARTERS.map(([, word, digit]) => anyCase(`${word} quarter|Q${digit}`)),
    single: true,
  },
  either(
    ["上午|早上|早晨|清晨|凌晨", "下午"],
    ["mornings?|a\\.?m|before noon|forenoon|dawn", "afternoons?|p\\.?m"],
  ),
  {
    // 每周一 is every Monday, and 5 万家 a year may be 每年 or not.
    zh: [/每年/, /每季度/, /每个?月/, /每周(?![一二三四五六日末])/],
    en: ["year", "quarter", "month", "week"].map((time) =>
      anyCase(`(?:once|twice|times) (?:an?|per|every|each) ${time}|(?:every|each) ${time}`),
    ),
    single: true,
  },
  either(["上半年", "下半年"], ["first half|H1", "second half|latter half|H2"]),
  either(["(?<!其)他(?![们人国乡山日用者项])", "她(?!们)"], ["he|his|him|himself", "she|her|hers|herself"]),
  either(["进口", "出口"], ["imports?|imported|importing", "exports?|exported|exporting"]),
  either(["上游", "下游"], ["upstream", "downstream"]),
  either(["东部", "西部"], ["eastern|east", "western|west"]),
  either(["南部", "北部"], ["southern|south", "northern|north"]),
  either(["男性|男生", "女性|女生"], ["men|males?|boys?", "women|females?|girls?"]),
  either(["供给侧", "需求侧"], ["supply[- ]side", "demand[- ]side"]),
  either(["长期", "短期"], ["long[- ]term", "short[- ]term"]),
  either(["顺差", "逆差"], ["surplus", "deficit"]),
  named(COUNTRIES),
  named(placeNames()),
];
