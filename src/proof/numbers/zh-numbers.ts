/** A Chinese text in → the numbers it speaks of: digits, numerals, percentages, dates, 第三, 5 万, 二十大. */

import { halfWidth } from "../text.ts";
import { type NumberForm, type Quantity, type QuantityKind, readNumbers } from "./quantity.ts";
import { NUMBER, numberOf, scaleOf } from "./typed-number.ts";
import { NUMERALS, parseNumeral } from "./zh-numeral.ts";

/** From its first character on, as a number in digits. */
const HAN = `(?<![${NUMERALS}])[${NUMERALS}]+(?:点[${NUMERALS}]+)?`;
const ANY = `${NUMBER}|${HAN}`;
const MORE = "(?:余|多|来)?";

const numeric = (typed: string): number | null => (/\d/.test(typed) ? numberOf(typed) : parseNumeral(typed));

const one = (kind: QuantityKind, typed: string | undefined, weak = false) => {
  const value = typed === undefined ? null : numeric(typed.trim());
  return value === null ? null : { kind, values: [value], weak };
};

/** Measure words and nouns that make a number of a single numeral; elsewhere it may be part of a word. */
const COUNTED =
  /^(?:余|多)?\s*(?:大|个|項|项|家|年|月|日|号|天|周|条|名|位|种|次|届|期|座|所|省|市|州|县|类|批|轮|级|步|章|节|篇|部|台|套|件|片|间|层|倍|公里|米|吨|亩|元|人次|人|户|小时|分钟|秒|岁|组|支|只|辆|艘|架|张|份|场|门|幅|株|棵|册|本|字|国|省|区|链|维|重|方面|领域|阶段|季度|万|亿)/;

/** 一, and what says no more than "some": 几十, 数百, 上千. */
const VAGUE_BEFORE = /[几数上成]$/;
const VAGUE_AFTER = /^[几来]/;

/** Words that begin like a number: 千万不要, 百姓, 万一, 十分, 二维码; and what English says without one: 两国, 三位一体. */
const NO_NUMBER =
  /^(?:千万(?:不|别|要)|万一|万万|三角|四川|九江|三亚|十分|百姓|五金|三农|千家万户|一百八十度|二维码|二级(?:市场|学科|单位|平台|域名)|三次产业|三位一体|三级(?=医院|甲等|甲|综合医院|专科医院)|[三二]甲(?=医院|复审|综合|专科|[，。、；])|三天两头|三年五载|三番五次|四面八方|四周(?![年内后前])|四维图新|十字(?!以|左|之)|[二八十六]+进制|两[国地岸会院江])/;

/** 百亿级, 千万元: an order of magnitude, in English "tens of billions". */
const MAGNITUDE = /^[百千万亿]+$/;

/** 五千克 is five kilograms, or five thousand grams. */
const KILO = /^[克瓦米赫卡伏帕焦]/;

function numeral(match: RegExpExecArray, text: string) {
  const typed = match[0];
  const before = text.slice(Math.max(0, match.index - 2), match.index);
  const after = text.slice(match.index + typed.length, match.index + typed.length + 4);
  const value = parseNumeral(typed);
  if (value === null) {
    // 五六十, 一两百: about fifty or sixty.
    const about = /^([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)$/.exec(typed);
    const scale = about ? (about[3] === "" ? 1 : (parseNumeral(`一${about[3]}`) ?? 1)) : 1;
    const heads = about ? about.slice(1, 3) : [...typed];
    return heads.map((char) => ({
      kind: "count" as const,
      values: [(parseNumeral(char) ?? 0) * scale],
      weak: true,
    }));
  }
  const vague =
    VAGUE_BEFORE.test(before) ||
    VAGUE_AFTER.test(after) ||
    NO_NUMBER.test(typed + after) ||
    MAGNITUDE.test(typed);
  const single = typed.length === 1;
  const heads = match.index === 0 && /^[、）]/.test(after);
  const counted = COUNTED.test(after) && value > 1 && !/[零百千万亿]/.test(typed);
  // “两个毫不动摇”: a slogan is quoted, and has its own rendering.
  const slogan = before.endsWith("“") && single;
  const weak = vague || slogan || (single && !heads && !counted);
  const values = typed.endsWith("千") && KILO.test(after) ? [value / 1e3, value] : [value];
  return { kind: heads ? ("ordinal" as const) : ("count" as const), values, weak };
}

const FORMS: readonly NumberForm[] = [
  {
    // 下午 3 点 is 15 o'clock too.
    form: /(?:中午|下午|傍晚|晚上|晚间|当晚|今晚|昨晚|夜间|晚)\s*(\d{1,2}|十[一二]?|[一二两三四五六七八九])(?=\s*[点时:：])/g,
    make: ([, typed]) => {
      const hour = numeric(typed!);
      return hour === null ? null : { kind: "count", values: hour < 12 ? [hour, hour + 12] : [hour] };
    },
  },
  {
    // 9 秒 83: a time in sports.
    form: /(?<![\d.])(\d{1,2})\s*秒\s*(\d{2})(?!\s*[\d.,%％个人项家年月日米])/g,
    make: ([, seconds, hundredths]) => ({ kind: "count", values: [Number(`${seconds}.${hundredths}`)] }),
  },
  { form: /(?<=\d)[:：]00(?!\d)/g, make: () => ({ kind: "count", values: [0], weak: true }) },
  {
    // 增长三倍: four times as much. English says the one or the other, or 300%.
    form: new RegExp(
      `(?=[\\d${NUMERALS}])(?<=(?:增长|增加|提高|提升|上升|上涨|扩大|增|多|高|快)(?:出|了|近|约|超|逾|超过|将近|到|达){0,2}\\s*)(${ANY})\\s*${MORE}倍`,
      "g",
    ),
    make: ([, typed]) => {
      const value = numeric(typed!);
      return value === null
        ? null
        : { kind: "count", values: [value, value + 1, 100 * value], weak: value === 1 };
    },
  },
  {
    form: new RegExp(`(${NUMBER})(?:\\s*[%％])?\\s*[～~〜—–－\\-至到]+\\s*(${NUMBER})\\s*[%％]`, "g"),
    make: ([, from, to]) => [one("percent", from), one("percent", to)].flatMap((it) => it ?? []),
  },
  { form: new RegExp(`(${NUMBER})\\s*(?:[%％]|个百分点)`, "g"), make: ([, typed]) => one("percent", typed) },
  { form: new RegExp(`百分之\\s*(${ANY})`, "g"), make: ([, typed]) => one("percent", typed) },
  { form: new RegExp(`(${HAN})个百分点`, "g"), make: ([, typed]) => one("percent", typed) },
  {
    form: new RegExp(`(${HAN})分之(${HAN})`, "g"),
    make: ([, under, over]) => {
      const [a, b] = [parseNumeral(over!), parseNumeral(under!)];
      return a === null || !b ? null : { kind: "count", values: [a / b, (100 * a) / b], weak: false };
    },
  },
  {
    form: /([一二两三四五六七八九])成(半|[一二三四五六七八九](?![一二三四五六七八九十百千万个家名人项]))?(?![员立为功果本就长都熟分效品绩形群套交年体])/g,
    make: ([, typed, more]) => {
      const value = parseNumeral(typed!);
      const rest = more === undefined ? 0 : more === "半" ? 5 : (parseNumeral(more) ?? 0);
      return value === null ? null : { kind: "percent", values: [value * 10 + rest], weak: true };
    },
  },
  {
    // 年过八旬: tens of years of age; 上旬 is no number.
    form: /([六七八九])旬/g,
    make: ([, typed]) => ({ kind: "count", values: [10 * parseNumeral(typed!)!] }),
  },
  {
    form: /(?:(?:20|二十)\s*世纪\s*)?(\d0|[二三四五六七八九]十)\s*年代/g,
    make: ([, typed]) => {
      const value = numeric(typed!);
      return value === null ? null : { kind: "year", values: [value, 1900 + value, 2000 + value] };
    },
  },
  {
    form: /(?<![\d.])((?:1[5-9]|20)\d\d|[一二][零〇○一二三四五六七八九]{3})\s*年/g,
    make: ([, typed]) => one("year", typed?.replace(/○/g, "〇")),
  },
  {
    form: /(?<![\d.个])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?!季|球|亮|饼)/g,
    make: ([, typed]) => one("month", typed),
  },
  {
    // 十四五: a five-year plan is named by its ordinal.
    form: /十([一二三四五])五(?=[”"’]?(?:规划|期间|时期|末|开局|以来|收官))/g,
    make: ([, typed]) => [
      { kind: "ordinal", values: [10 + (parseNumeral(typed!) ?? 0)] },
      { kind: "count", values: [5], weak: true },
    ],
  },
  {
    form: new RegExp(`第\\s*(${ANY})(?!方|三方)`, "g"),
    make: (match, text) => {
      const made = one("ordinal", match[1]);
      const after = text.slice(match.index + match[0].length);
      // 第一, 第二 alone say no more than "first" and "then".
      return made && { ...made, weak: made.values[0]! <= 2 && !/^\s*[条章节届次期批季]/.test(after) };
    },
  },
  {
    form: new RegExp(
      `(?<![A-Za-z\\d.])(${NUMBER})\\s*${MORE}\\s*(万亿|千万|百万|亿|万|千(?![瓦克米卡伏]))?`,
      "g",
    ),
    make: ([, typed, scale]) => {
      const value = numeric(typed!);
      return value === null ? null : { kind: "count", values: [value * scaleOf(scale ?? "")] };
    },
  },
  // COVID-19, G20: the digits are part of a name.
  { form: /\d+(?:\.\d+)?/g, make: ([typed]) => one("count", typed, true) },
  { form: new RegExp(HAN, "g"), make: numeral },
  { form: /[双俩]|翻番|加倍/g, make: () => ({ kind: "count", values: [2], weak: true }) },
  { form: /首/g, make: () => ({ kind: "ordinal", values: [1], weak: true }) },
  { form: /其次/g, make: () => ({ kind: "ordinal", values: [2], weak: true }) },
  { form: /半/g, make: () => ({ kind: "count", values: [0.5, 50, 6, 30], weak: true }) },
  { form: /秒/g, make: () => ({ kind: "count", values: [2], weak: true }) },
];

/** Full-width digits are a slip of their own, and no other number. */
const inHalfWidth = (text: string): string => text.replace(/[０-９．]/g, halfWidth);

export const zhNumbers = (text: string): readonly Quantity[] => readNumbers(inHalfWidth(text), FORMS);
