/** What the program itself says on a page, in each language: dates, numbers, folios. */
import type { Edition } from "../base/language.ts";
import { languagesOf } from "../base/language.ts";
import { MONTHS } from "../base/months.ts";
import type { Inline } from "../model/inline.ts";
import type { CalendarDate } from "../model/issue.ts";
import { slicePlaces } from "../model/places.ts";
import { isHanLetter } from "../script/char-class.ts";

/** Spaces stand where Chinese offices type them; on the page they are the mixed gap. */
export const dateText = {
  zh: ({ year, month, day }: CalendarDate) => `${year} 年 ${month} 月 ${day} 日`,
  en: ({ year, month, day }: CalendarDate) => `${MONTHS[month - 1]} ${day}, ${year}`,
} as const;

export const overallText = {
  zh: (overall: number) => `（总第 ${overall} 期）`,
  en: (overall: number) => `(Issue ${overall} overall)`,
} as const;

/** The number with its cumulative number; the number itself is said once. */
export function numberTexts(edition: Edition, number: string, overall: number) {
  return languagesOf(edition).map((language) => ({
    language,
    text:
      language === "zh"
        ? number + overallText.zh(overall)
        : (edition === "en" ? `${number} ` : "") + overallText.en(overall),
  }));
}

/** In the manner of official documents: — 2 — */
export const folioText = (page: number, dashes: boolean): string => (dashes ? `— ${page} —` : String(page));

/** Behind a label: full-width after Han, with a space after Latin. */
export const colonAfter = (label: string): string =>
  isHanLetter([...label.trimEnd()].at(-1) ?? " ") ? "：" : ": ";

/** A label whose colon was typed with it: the page gives every label the colon of its script. */
export function withoutColon(label: Inline): Inline {
  const last = label.runs.at(-1);
  const kept = last?.text.replace(/\s*[:：]\s*$/, "");
  if (!last || kept === undefined || kept === last.text) return label;
  const run = { ...last, text: kept, places: slicePlaces(last.places, 0, kept.length) };
  return { ...label, runs: [...label.runs.slice(0, -1), ...(kept === "" ? [] : [run])] };
}

/** What a screen reader says of a reference to a footnote. */
export const noteTitle = {
  zh: (number: number) => `注 ${number}`,
  en: (number: number) => `Note ${number}`,
} as const;

/** What a link from a footnote's number to its mention is called. */
export const mentionTitle = {
  zh: (number: number) => `回到正文中的注 ${number}`,
  en: (number: number) => `Back to the mention of note ${number}`,
} as const;

/** Number of a table as its caption begins: 表 1, Table 1. */
const TABLE_NUMBER = {
  zh: /^表\s*(?:\d+(?:[.．–—－-]\d+)*|[一二三四五六七八九十]+)/,
  en: /^(?:Table|TABLE|Tab\.)\s+(?:\d+(?:[.–-]\d+)*|[IVXLC]+\b)/,
} as const;

/** Above a table's head where it is repeated; with the table's number, if its caption has one. */
export const continuedText = {
  zh: (caption: string) => `续${TABLE_NUMBER.zh.exec(caption)?.[0] ?? "表"}`,
  en: (caption: string) => `${TABLE_NUMBER.en.exec(caption)?.[0] ?? ""} (continued)`.trimStart(),
} as const;

export const contentsTitle = { zh: "本期目录", en: "In this issue" } as const;
