import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, dateIn, daysBetween, isDay, isoDate, weekdayOf } from "./calendar.ts";
import type { CalendarDate } from "./issue.ts";

const known = (date: CalendarDate): Date => new Date(Date.UTC(date.year, date.month - 1, date.day));
const dates = fc
  .date({ min: new Date("0100-01-01"), max: new Date("9000-12-31"), noInvalidDate: true })
  .map((day) => dateIn(day.toISOString().slice(0, 10))!);

test("days behind another, how far they are apart and their weekdays are those of the machine's calendar", () => {
  fc.assert(
    fc.property(dates, fc.nat(4000), (date, days) => {
      const later = addDays(date, days);
      const there = known(date);
      there.setUTCDate(there.getUTCDate() + days);
      expect(isoDate(later)).toBe(there.toISOString().slice(0, 10));
      expect(daysBetween(date, later)).toBe(days);
      expect(weekdayOf(later)).toBe(there.getUTCDay());
    }),
  );
});

test("months later it is the same day, or the last of a month that is too short", () => {
  const later = (date: string, months: number) => isoDate(addMonths(dateIn(date)!, months));
  expect([1, 2, 13, 24].map((months) => later("2024-01-31", months))).toEqual([
    "2024-02-29",
    "2024-03-31",
    "2025-02-28",
    "2026-01-31",
  ]);
  fc.assert(
    fc.property(dates, fc.nat(400), (date, months) => {
      const moved = addMonths(date, months);
      expect(isDay(moved)).toBe(true);
      expect((moved.year - date.year) * 12 + moved.month - date.month).toBe(months);
      if (moved.day !== date.day) expect(isDay({ ...moved, day: moved.day + 1 })).toBe(false);
    }),
  );
});

test.each([
  ["2024-09-09", "2024-09-09"],
  ["2024-9-9", "2024-09-09"],
  ["2024-02-29", "2024-02-29"],
  ["2023-02-29", null],
  ["1900-02-29", null],
  ["2024-13-01", null],
  ["2024-00-10", null],
  ["2024-01-00", null],
  ["0000-01-01", null],
  ["2024-09-09-10", null],
  ["24-09-09", null],
  ["", null],
])("%j is the day %s", (text, day) => {
  const date = dateIn(text);
  expect(date && isoDate(date)).toBe(day);
});
