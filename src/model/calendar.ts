/** Dates in → days of the calendar: whether there is such a day, which weekday it is, how far it is from another. */
import type { Pair } from "../base/language.ts";
import type { CalendarDate } from "./issue.ts";

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

/** The same day a month later, where that month has it. */
const monthLater = ({ year, month, day }: CalendarDate): CalendarDate =>
  month === 12 ? { year: year + 1, month: 1, day } : { year, month: month + 1, day };

function daysInMonth({ year, month }: Omit<CalendarDate, "day">): number {
  const first = { year, month, day: 1 };
  return daysBetween(first, monthLater(first));
}

export const isDay = (date: CalendarDate): boolean =>
  date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date);

/** @param days Never negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  let moved = { ...date, day: date.day + days };
  for (let length = daysInMonth(moved); moved.day > length; length = daysInMonth(moved))
    moved = { ...monthLater(moved), day: moved.day - length };
  return moved;
}

/** The last day of the month where that is too short. @param months Never negative. */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const count = year * 12 + month - 1 + months;
  const to = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return { ...to, day: Math.min(day, daysInMonth(to)) };
}

/** A day in digits, such as 2024-09-09 or 2024-9-9. @returns Null for none of the calendar. */
export function dateIn(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = { year, month, day };
  return year > 0 && isDay(date) ? date : null;
}

export const isoDate = ({ year, month, day }: CalendarDate): string =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
