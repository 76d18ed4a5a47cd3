/** Numbers and dates that carry on from the issue before, and dates in a text that are days of the calendar. */
import { MONTHS } from "../../base/months.ts";
import { daysBetween, isDay, WEEKDAYS, weekdayOf } from "../../model/calendar.ts";
import type { CalendarDate } from "../../model/issue.ts";
import { yearAndNumber } from "../../model/issue-number.ts";
import { both, type Slip, slip } from "../finding.ts";
import { each, type Proof, type Rule } from "../rule.ts";
import type { ProofText, Range } from "../text.ts";
import { sampleIssue } from "./sample-issue.ts";

const EARLIER = sampleIssue("issue: 2025-01\noverall: 15\ndate: 2025-01-06");

export const issueNumber: Rule = {
  id: "issue-number",
  group: "house",
  severity: "error",
  says: {
    zh: "期号从 1 起，与总期号都接续前一期；一期只有一个文件。",
    en: "The number, from 1 on, and the cumulative number carry on from the issue before; an issue has one file.",
  },
  example: {
    bad: { issue: sampleIssue("issue: 2025-02\noverall: 15\ndate: 2025-01-13"), earlier: EARLIER },
    good: { issue: sampleIssue("issue: 2025-02\noverall: 16\ndate: 2025-01-13"), earlier: EARLIER },
  },
  *check({ issue, earlier }) {
    const now = yearAndNumber(issue.number);
    if (now.within === 0) {
      const message = {
        zh: "期号从 1 起，没有第 0 期",
        en: "issues are numbered from 1; there is no issue 0",
      };
      yield slip(issue.places.number, message);
    }
    const before = earlier.at(-1);
    if (!before) return;
    const last = yearAndNumber(before.number);
    if (now.year === last.year && now.within === last.within) {
      const message = {
        zh: `${issue.number} 与 ${before.number} 是同一期，期号写法不同而已；请删去或改正其中一个文件`,
        en: `${issue.number} and ${before.number} are one issue, its number typed in two ways; delete or correct one of the files`,
      };
      yield slip(issue.places.number, message, { related: [before.places.number] });
      return;
    }
    const follows =
      now.year === last.year
        ? now.within === last.within + 1
        : now.year === last.year + 1 && now.within === 1;
    if (!follows) {
      const expected = `${last.year}-${String(last.within + 1).padStart(2, "0")}`;
      const message = { zh: `前一期是 ${before.number}`, en: `the issue before is ${before.number}` };
      yield slip(issue.places.number, message, { related: [before.places.number], expected: both(expected) });
    }
    // A gap of numbers is a gap of the cumulative ones too.
    const step = now.year === last.year ? now.within - last.within : null;
    const fits = step === null ? issue.overall > before.overall : issue.overall === before.overall + step;
    if (fits && (follows ? issue.overall === before.overall + 1 : true)) return;
    const message = {
      zh: `前一期的总期号是 ${before.overall}`,
      en: `the cumulative number of the issue before is ${before.overall}`,
    };
    yield slip(issue.places.overall, message, {
      related: [before.places.overall],
      expected: both(String(before.overall + (step ?? 1))),
    });
  },
};

export const issueDate: Rule = {
  id: "issue-date",
  group: "house",
  severity: "warning",
  says: {
    zh: "出版日期在前一期之后、与期号同年、不在周末。",
    en: "The date lies after that of the issue before, in the year of the number, and on a working day.",
  },
  example: {
    bad: { issue: sampleIssue("issue: 2025-02\noverall: 16\ndate: 2025-01-03"), earlier: EARLIER },
    good: { issue: sampleIssue("issue: 2025-02\noverall: 16\ndate: 2025-01-13"), earlier: EARLIER },
  },
  *check({ issue, earlier }) {
    const { date, places } = issue;
    const before = earlier.at(-1);
    if (before && daysBetween(before.date, date) <= 0) {
      const { year, month, day } = before.date;
      const message = {
        zh: `前一期的日期是 ${year} 年 ${month} 月 ${day} 日`,
        en: `the issue before is dated ${year}-${month}-${day}`,
      };
      yield slip(places.date, message, { related: [before.places.date] });
    }
    const { year } = yearAndNumber(issue.number);
    if (date.year !== year && !(date.year === year + 1 && date.month === 1))
      yield slip(
        places.date,
        { zh: `日期不在 ${year} 年`, en: `the date is not in ${year}` },
        { related: [places.number] },
      );
    const weekday = weekdayOf(date);
    if (weekday === 0 || weekday === 6) {
      const { zh, en } = WEEKDAYS[weekday]!;
      yield slip(places.date, { zh: `这一天是${zh}`, en: `this day is a ${en}` });
    }
  },
};

const ZH_DATE =
  /(?<!\d)(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日(?:[ （(]?(?:星期|周)([一二三四五六日天])[）)]?)?/g;
const DAYS = WEEKDAYS.map(({ en }) => en);
const [A_MONTH, A_DAY] = [MONTHS.join("|"), DAYS.join("|")];
const EN_DATE = new RegExp(
  `(?:\\b(${A_DAY}), )?\\b(?:(${A_MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:, (\\d{4})\\b)?|(\\d{1,2}) (${A_MONTH})\\b(?: (\\d{4})\\b)?)(?: \\((${A_DAY})\\))?`,
  "g",
);

/** Years that a date without its own may be of: those that the text names, and those about the issue's; read once. */
function yearsNear({ issue }: Proof, text: ProofText): () => readonly number[] {
  const { year } = issue.date;
  let years: readonly number[] | null = null;
  return () => {
    years ??= [
      ...Array.from(text.matches(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g), ([told]) => Number(told)),
      year - 1,
      year,
      year + 1,
    ];
    return years;
  };
}

/**
 * A date without a year is wrong where it is so in every year that it may be of.
 *
 * @param said Its weekday, from Sunday; null where none is said.
 */
function* wrongInAnyYear(
  text: ProofText,
  at: Range,
  { month, day }: Omit<CalendarDate, "year">,
  said: number | null,
  years: readonly number[],
): Generator<Slip> {
  // A leap year has every day that there is.
  if (!isDay({ year: 2000, month, day })) {
    if (month >= 1 && month <= 12) yield text.slip(at, { zh: "没有这一天", en: "there is no such day" });
    return;
  }
  const days = years.map((year) => ({ year, month, day })).filter(isDay);
  if (said === null || days.some((date) => weekdayOf(date) === said)) return;
  const near = days.at(-2) ?? days.at(-1);
  if (!near) return;
  const right = WEEKDAYS[weekdayOf(near)]!;
  yield text.slip(at, {
    zh: `${near.year} 年的这一天是${right.zh}`,
    en: `in ${near.year} this day is a ${right.en}`,
  });
}

function* wrongDay(text: ProofText, at: Range, date: CalendarDate, said: number | null): Generator<Slip> {
  if (!isDay(date)) {
    yield text.slip(at, { zh: "没有这一天", en: "there is no such day" });
    return;
  }
  const weekday = weekdayOf(date);
  if (said === null || said === weekday) return;
  const right = WEEKDAYS[weekday]!;
  yield text.slip(at, { zh: `这一天是${right.zh}`, en: `this day is a ${right.en}` }, { expected: right });
}

export const dateWeekday: Rule = {
  id: "date-weekday",
  group: "house",
  severity: "error",
  says: {
    zh: "文中的日期须确实存在，星期须与日期相符。",
    en: "Dates in a text are days of the calendar, and weekdays agree with them.",
  },
  example: {
    bad: {
      zh: "论坛于 2024 年 9 月 9 日（星期二）举行。",
      en: "The forum was held on Tuesday, September 9, 2024.",
    },
    good: {
      zh: "论坛于 2024 年 9 月 9 日（星期一）举行。",
      en: "The forum was held on Monday, September 9, 2024.",
    },
  },
  check: function* (proof) {
    yield* each(proof, "zh", function* (text) {
      const years = yearsNear(proof, text);
      for (const match of text.matches(ZH_DATE)) {
        const [, year, month, day, said] = match;
        const weekday = said ? "日一二三四五六".indexOf(said.replace("天", "日")) : null;
        const date = { month: Number(month), day: Number(day) };
        if (year === undefined) yield* wrongInAnyYear(text, match, date, weekday, years());
        else yield* wrongDay(text, match, { ...date, year: Number(year) }, weekday);
      }
    });
    yield* each(proof, "en", function* (text) {
      const years = yearsNear(proof, text);
      for (const match of text.matches(EN_DATE)) {
        const [, before, monthFirst, dayBehind, yearBehind, dayFirst, monthBehind, yearLast, behind] = match;
        const said = before ?? behind;
        const weekday = said ? DAYS.indexOf(said) : null;
        const month = MONTHS.indexOf((monthFirst ?? monthBehind)!) + 1;
        const day = Number(dayBehind ?? dayFirst);
        const year = yearBehind ?? yearLast;
        // "In May 45 firms came" has no day in it.
        if (year === undefined && day > 31) continue;
        if (year === undefined) yield* wrongInAnyYear(text, match, { month, day }, weekday, years());
        else yield* wrongDay(text, match, { year: Number(year), month, day }, weekday);
      }
    });
  },
};
