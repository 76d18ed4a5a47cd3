/** A text in → its number as a heading (一、, （二）, 3., IV.), and whether it reads like a heading or like sentences. */
import { countHan, languageOf } from "./piece.ts";

export interface Numbering {
  /** 1 for headings, 2 and 3 for what stands below them. */
  readonly level: 1 | 2 | 3;
  readonly number: number;
}

/** Each at the place of its value. */
export const DIGITS = "〇一二三四五六七八九";

/** 十二 → 12; numbers up to 99 are all that headings need. */
export function chineseNumber(text: string): number {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text.replaceAll("〇", ""));
  if (!match || text === "") return Number.NaN;
  const [, tens, ten, ones] = match;
  const digit = (char: string | undefined) => (char ? DIGITS.indexOf(char) : 0);
  return ten ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(tens);
}

/** 12 → 十二; from 100 on in figures. */
export function inChinese(number: number): string {
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 || tens === 0 ? DIGITS[ones] : ""}`;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

const romanNumber = (text: string): number =>
  [...text].reduce((sum, char, k) => {
    const value = ROMAN[char]!;
    return sum + (value < (ROMAN[text[k + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);

const figuresOrRoman = (text: string): number =>
  /\d/.test(text) ? Number(text) : romanNumber(text.toUpperCase());

const FORMS: readonly (readonly [RegExp, 1 | 2 | 3, (text: string) => number])[] = [
  [/^第([一二三四五六七八九十]+)(?:部分|章|节)/, 1, chineseNumber],
  [/^([一二三四五六七八九十]{1,3})\s*[、．.]/, 1, chineseNumber],
  [/^[（(]([一二三四五六七八九十]{1,3})[）)]/, 2, chineseNumber],
  [/^(?:Part|Section|Chapter)\s+(\d{1,2}|[IVXL]+)\b/, 1, figuresOrRoman],
  [/^([IVXL]{1,5})[.、]\s/, 1, romanNumber],
  [/^(\d{1,2})\.\d{1,2}[.、]?\s/, 2, Number],
  [/^(\d{1,2})\s*(?:[、．]|[.)]\s)/, 1, Number],
  [/^[（(](\d{1,2}|[ivx]{1,4})[）)]/, 2, figuresOrRoman],
];

/** @returns Null for a text that begins with no number of a heading. */
export function numbering(text: string): Numbering | null {
  const plain = text.replace(/^\*\*/, "");
  for (const [pattern, level, read] of FORMS) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const number = read(found[1]!);
    if (Number.isFinite(number) && number > 0) return { level, number };
  }
  return null;
}

/** The number of an entry in a list of references: [1], \[1\] as texts of Word have it, 〔1〕. @returns Null for other texts. */
export function referenceNumber(text: string): number | null {
  const number = /^(?:\\?\[(\d{1,3})\\?\]|[［〔【](\d{1,3})[］〕】])/.exec(text);
  return number && Number(number[1] ?? number[2]);
}

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** 一是…… and First, …: how official prose counts its paragraphs. @returns Null where nothing is counted. */
export function ordinal(text: string): number | null {
  const chinese = /^\**(?:第?([一二三四五六七八九十])[是，、]|其([一二三四五六七八九十])[，、])/.exec(text);
  if (chinese) return chineseNumber((chinese[1] ?? chinese[2])!);
  const english = /^\**(\w+?)(?:ly)?,? /.exec(text)?.[1]?.toLowerCase() ?? "";
  const at = ORDINALS.indexOf(english);
  return at < 0 ? null : at + 1;
}

/** Longest texts that may be headings: in Han, and in characters of English. */
const LONGEST = { zh: 48, en: 170 } as const;

/** Whether a text could head others: short, and not closed like a sentence. */
export function isShort(text: string): boolean {
  const language = languageOf(text);
  const length = language === "zh" ? countHan(text) : text.length;
  // A mention of a note behind the sentence does not open it again.
  return (
    length <= LONGEST[language ?? "en"] && !/[。！？；.!?;]["”）)*]*(?:\[\^[^\]\s]+\])*\**$/.test(text.trim())
  );
}
