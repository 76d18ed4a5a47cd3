/** The issues there are in → the one that comes next: numbers, date, series and the text of its file to be filled in. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { UNFILLED } from "../content/read-text.ts";
import { chineseNumber, inChinese } from "../import/headings.ts";
import { literally } from "../import/piece.ts";
import { inline, value } from "../import/yaml-text.ts";
import { addDays, addMonths, daysBetween, isoDate } from "../model/calendar.ts";
import { plainText } from "../model/inline.ts";
import type { CalendarDate, Issue, TextPair } from "../model/issue.ts";
import { byNumber, figuresIn, yearAndNumber } from "../model/issue-number.ts";

export interface NextFacts {
  readonly issue: string;
  readonly overall: number;
  readonly date: CalendarDate;
  /** Number of the issue that it comes behind. */
  readonly follows: string;
  /** Whether the date was asked for or follows from the dates before, within the year of the number: no guess. */
  readonly carried: boolean;
}

/** Issues in the order of their numbers. */
export const sortedByNumber = (issues: readonly Issue[]): readonly Issue[] =>
  [...issues].sort((a, b) => byNumber(a.number, b.number));

/**
 * The same interval as between the two issues before; a new year begins at 1.
 *
 * @param issues In the order of their numbers, at least one; those behind an asked number are left out of account.
 * @param asked Number and date that were asked for; null where they are to follow.
 */
export function nextFacts(
  issues: readonly Issue[],
  asked: { readonly issue: string | null; readonly date: CalendarDate | null },
): NextFacts {
  const before =
    asked.issue === null ? issues : issues.filter(({ number }) => byNumber(number, asked.issue!) < 0);
  const known = before.length > 0 ? before : issues;
  const last = known.at(-1)!;
  const step = known.length > 1 ? stepOf(known.at(-2)!.date, last.date) : null;
  const follows = step === null ? null : step(last.date);
  const date = asked.date ?? follows ?? addDays(last.date, FORTNIGHT);
  const { year, within } = yearAndNumber(last.number);
  const figures = figuresIn(known.map(({ number }) => number));
  const start = date.year > year ? 1 : within + 1;
  const [ofYear, number] = asked.issue?.split("-") ?? [];
  // Asked for as 2027-1 where the others are called 2026-01, it is 2027-01.
  const issue =
    number !== undefined
      ? `${ofYear}-${figures === null ? number : String(Number(number)).padStart(figures, "0")}`
      : `${Math.max(date.year, year)}-${String(start).padStart(figures ?? last.number.split("-")[1]!.length, "0")}`;
  const now = yearAndNumber(issue);
  // One before all that there are is counted back from the last, and nothing tells its date.
  const isBehind = before.length > 0;
  const apart = now.year === year ? now.within - within : now.within;
  const overall = Math.max(1, last.overall + (isBehind || now.year !== year ? Math.max(1, apart) : apart));
  const carried = asked.date !== null || (isBehind && follows !== null && date.year === now.year);
  return { issue, overall, date, follows: last.number, carried };
}

/** Guessed where a single issue tells no interval. */
const FORTNIGHT = 14;

type Step = (date: CalendarDate) => CalendarDate;

/** Same day of another month: so many months. Else so many days. Null where dates do not run forward. */
function stepOf(from: CalendarDate, to: CalendarDate): Step | null {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (from.day === to.day && months > 0) return (date) => addMonths(date, months);
  const days = daysBetween(from, to);
  return days > 0 ? (date) => addDays(date, days) : null;
}

const SERIES: Readonly<Record<Language, RegExp>> = {
  zh: /(之|第)([一二三四五六七八九十]{1,3}|\d{1,3})(?=[号期篇讲]?$)/,
  en: /\b((?:Special\s+)?(?:Report|Issue|Feature|Series|Briefing|Part|No\.?)\s+)(\d{1,3})\b/i,
};

/** 专报之七 → 专报之八, Special Report 7 → Special Report 8. @returns Null where no number is told. */
export function nextSeries(text: string, language: Language): string | null {
  const match = SERIES[language].exec(text);
  if (!match) return null;
  const [whole, before = "", typed = ""] = match;
  const next = /\d/.test(typed) ? String(Number(typed) + 1) : inChinese(chineseNumber(typed) + 1);
  return `${text.slice(0, match.index)}${before}${next}${text.slice(match.index + whole.length)}`;
}

/** @param last The issue whose series and credits are carried on. */
export function writeNext(last: Issue, { issue, overall, date, carried }: NextFacts): string {
  const article = last.articles.at(-1);
  const series = article?.series ? seriesLines(article.series) : [];
  const head = [...series, "title:", `  zh: ${UNFILLED.zh}`, `  en: ${UNFILLED.en}`];
  const credits = (article?.credits ?? []).flatMap(({ label }) => [
    `      - label: ${flow(label)}`,
    `        value: { zh: ${UNFILLED.zh}, en: ${UNFILLED.en} }`,
  ]);
  return `${[
    "# yaml-language-server: $schema=schema/issue.json",
    "# 新的一期：请替换所有【待填】与 (to be filled in)，再删去用不着的部分。",
    "# A new issue: replace every 【待填】 and (to be filled in), and delete what is not needed.",
    `issue: ${issue}`,
    `overall: ${overall}`,
    ...(carried ? [] : ["# 请核对日期。 Check the date."]),
    `date: ${isoDate(date)}`,
    "",
    "# 编者按，可不写。 The editor's note, if there is one.",
    "note:",
    `  zh: 编者按：${UNFILLED.zh}`,
    `  en: "Editor's note: ${UNFILLED.en}"`,
    "",
    "articles:",
    ...head.map((line, k) => `  ${k === 0 ? "- " : "  "}${line}`),
    "    body:",
    "      # 段落：中英对照。 A paragraph in both languages.",
    `      - zh: ${UNFILLED.zh}`,
    `        en: ${UNFILLED.en}`,
    "",
    "      # 一级标题。 A heading.",
    "      - heading:",
    `          zh: 一、${UNFILLED.zh}`,
    `          en: 1. ${UNFILLED.en}`,
    "",
    `      - zh: ${UNFILLED.zh}`,
    `        en: ${UNFILLED.en}`,
    ...(credits.length > 0 ? ["", "    # 署名。 Who made it.", "    credits:", ...credits] : []),
  ].join("\n")}\n`;
}

/** A series that tells no number is kept, to be looked at. */
function seriesLines(series: TextPair): readonly string[] {
  return [
    "series:",
    ...LANGUAGES.flatMap((language) => {
      const text = series[language] && literally(plainText(series[language]));
      if (!text) return [];
      return [`  ${language}:${value(nextSeries(text, language) ?? text, 6)}`];
    }),
  ];
}

function flow(pair: TextPair): string {
  const sides = LANGUAGES.flatMap((language) => {
    const text = pair[language];
    return text ? [`${language}: ${inline(literally(plainText(text)), true)}`] : [];
  });
  return `{ ${sides.join(", ")} }`;
}
