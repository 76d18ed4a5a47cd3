/** A label in → the places inside what is read at one glance: a date, a quantity, a short Chinese name. */
import type { Language } from "../base/language.ts";
import { COUNTERS, isHan, isLetter, isNumber } from "./char-class.ts";

const RANGE = String.raw`(?:[—–\-~～至]\d{1,4})?`;
/** 2026年10月8日, 2026年底, 2025—2030年, 10月初. */
const DATE = String.raw`\d{2,4}${RANGE} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日|[初中底末])?|[初中底末度])?|\d{1,2}${RANGE} ?月(?: ?\d{1,2} ?日|[初中底末份])?`;
/** Units of several Han: 3 个月. */
const UNITS =
  "个百分点|个工作日|个月|人次|平方米|立方米|平方公里|公里|公顷|公斤|小时|分钟|毫米|厘米|千米|千克|美元|欧元|日元";
/** 22个, 约1,200万元, 45%左右. */
const QUANTITY = String.raw`[第近约超]?\d[\d,.]*${RANGE} ?[%％‰]?[余多]?[百千万亿]*(?:${UNITS}|[${[...COUNTERS].join("")}])?(?:以上|以下|以内|左右)?`;
const AMOUNT = new RegExp(`${DATE}|${QUANTITY}`, "g");

/** 10 billion yuan, 45 per cent, end of 2026, mid-2027. */
const ENGLISH_AMOUNT =
  /\d[\d,.]*(?: (?:hundred|thousand|million|billion|trillion))?(?: (?:RMB|yuan|dollars?|euros?|pounds?|yen|percent|per cent|percentage points?))?|\b(?:[Ee]nd|[Bb]eginning|[Ee]arly|[Mm]iddle|[Ll]ate|[Bb]y|[Ss]ince|[Ff]rom)(?: of)? \d{4}\b/g;

/** Han of the longest name that stays whole: 中国科学院, 国家移民局. */
const LONGEST_NAME = 6;

/** @returns UTF-16 indexes of the characters in front of which a break would part one. */
export function insidesOf(text: string, language: Language): ReadonlySet<number> {
  const found = new Set<number>();
  const keep = (from: number, end: number) => {
    for (let at = from + 1; at < end; at++) found.add(at);
  };
  const amounts = language === "zh" ? AMOUNT : ENGLISH_AMOUNT;
  for (const { 0: amount, index } of text.matchAll(amounts)) keep(index, index + amount.length);
  if (language === "en") return found;
  for (let from = 0; from < text.length; from++) {
    if (!isHan(text[from]!)) continue;
    let end = from + 1;
    while (end < text.length && isHan(text[end]!)) end += 1;
    // 院 of 5G研究院 belongs to what is in front of it: a name stands between marks or spaces alone.
    if (end - from <= LONGEST_NAME && !isWord(text[from - 1]) && !isWord(text[end])) keep(from, end);
    from = end;
  }
  return found;
}

const isWord = (char: string | undefined): boolean =>
  char !== undefined && (isLetter(char) || isNumber(char));
