/** What stands beside a number in Chinese or English → the unit that it counts. */

/** Names of units; of two that a sign may stand for, "$" and "¥", either will do. */
type Unit = string;

const ZH_UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:元|人民币)/, "CNY"],
  [/^美元/, "USD"],
  [/^欧元/, "EUR"],
  [/^英镑/, "GBP"],
  [/^日元/, "JPY"],
  [/^(?:港元|港币)/, "HKD"],
  [/^(?:平方公里|平方千米)/, "km²"],
  [/^(?:平方米|㎡)/, "m²"],
  [/^公顷/, "ha"],
  [/^亩/, "mu"],
  [/^(?:公里|千米|km(?![²/\w]))/, "km"],
  [/^米/, "m"],
  [/^厘米/, "cm"],
  [/^毫米/, "mm"],
  [/^微米/, "μm"],
  [/^纳米/, "nm"],
  [/^海里/, "nmi"],
  [/^吨/, "t"],
  [/^(?:公斤|千克|kg\b)/, "kg"],
  [/^克(?![拉隆])/, "g"],
  [/^千瓦(?!时)/, "kW"],
  [/^兆瓦(?!时)/, "MW"],
  [/^吉瓦(?!时)/, "GW"],
  [/^千瓦时/, "kWh"],
  [/^秒/, "s"],
  [/^分钟/, "min"],
  [/^个?小时/, "h"],
  [/^天/, "day"],
  [/^(?:个?星期|周(?![年岁边期]))/, "week"],
  [/^个月/, "month"],
  [/^(?:年(?![级代度底初末])|周年|岁)/, "year"],
];

const EN_UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:yuan|RMB|renminbi)\b/i, "CNY"],
  [/^(?:US dollars?|U\.S\. dollars?|USD)\b/, "USD"],
  [/^(?:Hong Kong dollars?|HKD)\b/, "HKD"],
  [/^dollars?\b/, "$"],
  [/^euros?\b/i, "EUR"],
  [/^pounds? sterling\b/i, "GBP"],
  [/^yen\b/, "JPY"],
  [/^(?:square (?:kilomet(?:er|re)s?|km)\b|km²|sq\.? km\b)/, "km²"],
  [/^(?:square met(?:er|re)s?\b|m²|sq\.? m\b)/, "m²"],
  [/^hectares?\b/, "ha"],
  [/^mu\b/, "mu"],
  [/^(?:kilomet(?:er|re)s?|km)\b(?![²/])/, "km"],
  [/^met(?:er|re)s?\b/, "m"],
  [/^(?:centimet(?:er|re)s?|cm)\b(?!²)/, "cm"],
  [/^(?:millimet(?:er|re)s?|mm)\b(?!²)/, "mm"],
  [/^(?:micromet(?:er|re)s?|microns?|μm)(?!\w)/, "μm"],
  [/^(?:nanomet(?:er|re)s?|nm)\b/, "nm"],
  [/^nautical miles?\b/, "nmi"],
  [/^(?:metric tons?|tons?|tonnes?)\b/, "t"],
  [/^(?:kilograms?|kilos?|kg)\b/, "kg"],
  [/^grams?\b/, "g"],
  [/^(?:kilowatts?|kW)\b(?![- ]hours?)/, "kW"],
  [/^(?:megawatts?|MW)\b(?![- ]hours?)/, "MW"],
  [/^(?:gigawatts?|GW)\b(?![- ]hours?)/, "GW"],
  [/^(?:kilowatt[- ]hours?|kWh)\b/, "kWh"],
  [/^seconds?\b/, "s"],
  [/^minutes?\b/, "min"],
  [/^hours?\b/, "h"],
  [/^days?\b/, "day"],
  [/^weeks?\b/, "week"],
  [/^months?\b/, "month"],
  [/^years?\b/, "year"],
];

const SIGNS: readonly (readonly [RegExp, Unit])[] = [
  [/US\$ ?$|USD ?$/, "USD"],
  [/HK\$ ?$|HKD ?$/, "HKD"],
  [/(?<![A-Z])\$ ?$/, "$"],
  [/€ ?$|EUR ?$/, "EUR"],
  [/£ ?$|GBP ?$/, "GBP"],
  [/¥ ?$/, "¥"],
  [/(?:RMB|CNY) ?$/, "CNY"],
];

const unitIn = (units: readonly (readonly [RegExp, Unit])[], text: string): Unit | null =>
  units.find(([form]) => form.test(text))?.[1] ?? null;

/** The unit of a Chinese number that ends at a place; null where it is none that is known. */
export const zhUnit = (text: string, start: number, end: number): Unit | null =>
  /(?:新台币|台币)\s*$/.test(text.slice(Math.max(0, start - 8), start))
    ? null
    : unitIn(ZH_UNITS, text.slice(end, end + 12).replace(/^[余多]?\s*/, ""));

/** The unit of an English number; a sign of money before it goes first. */
export const enUnit = (text: string, start: number, end: number): Unit | null =>
  unitIn(SIGNS, text.slice(Math.max(0, start - 5), start)) ??
  unitIn(EN_UNITS, text.slice(end, end + 24).replace(/^[\s-]/, ""));

const EITHER: Readonly<Record<string, readonly Unit[]>> = { $: ["USD", "HKD"], "¥": ["CNY", "JPY"] };

export const sameUnit = (a: Unit, b: Unit): boolean => a === b || EITHER[b]?.includes(a) === true;
