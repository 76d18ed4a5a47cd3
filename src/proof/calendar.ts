/** Dates in → days of the calendar: which weekday, how far apart, whether there is such a day. */
import type { Pair } from "../base/language.ts";
import type { CalendarDate } from "../model/issue.ts";

/** From Sunday. */
export const WEEKDAYS: readonly Pair<string>[] = [
  { zh: "星期日", en: "Sunday" },
  { zh: "星期一", en: "Monday" },
  { zh: "星期二", en: "Tuesday" },
  { zh: "星期三", en: "Wednesday" },
  { zh: "星期四", en: "Thursday" },
  { zh: "星期五", en: "Friday" },
  { zh: "星期六", en: "Saturday" },
];

/** Days since 1 March of the year 0 in the Gregorian calendar. */
function dayNumber({ year, month, day }: CalendarDate): number {
  const m = (month + 9) % 12;
  const y = year - (month < 3 ? 1 : 0);
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((m * 306 + 5) / 10) +
    day -
    1
  );
}

/** 0 is Sunday. */
export const weekdayOf = (date: CalendarDate): number => (dayNumber(date) + 3) % 7;

export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

export function isDay({ year, month, day }: CalendarDate): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return day <= daysBetween({ year, month, day: 1 }, next);
}
