import { describe, expect, test } from "vitest";
import { isoDate } from "../model/calendar.ts";
import type { CalendarDate, Issue } from "../model/issue.ts";
import { nextFacts, nextSeries } from "./next-issue.ts";

const dateOf = (text: string): CalendarDate => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
};
const issue = (number: string, overall: number, date: string) =>
  ({ number, overall, date: dateOf(date) }) as Issue;
const next = (issues: readonly Issue[], asked: { issue?: string; date?: string } = {}) => {
  const date = asked.date === undefined ? null : dateOf(asked.date);
  const facts = nextFacts(issues, { issue: asked.issue ?? null, date });
  return [facts.issue, facts.overall, isoDate(facts.date), facts.carried];
};

describe("what follows", () => {
  test.each([
    [
      "a fortnight, as before",
      [issue("2024-13", 13, "2024-08-26"), issue("2024-14", 14, "2024-09-09")],
      {},
      ["2024-15", 15, "2024-09-23", true],
    ],
    [
      "every 15th",
      [issue("2024-08", 8, "2024-08-15"), issue("2024-09", 9, "2024-09-15")],
      {},
      ["2024-10", 10, "2024-10-15", true],
    ],
    [
      "every last of a month",
      [issue("2023-11", 11, "2023-12-31"), issue("2023-12", 12, "2024-01-31")],
      {},
      ["2024-01", 13, "2024-02-29", true],
    ],
    [
      "a new year begins at 1, counted on",
      [issue("2024-23", 63, "2024-12-09"), issue("2024-24", 64, "2024-12-23")],
      {},
      ["2025-01", 65, "2025-01-06", true],
    ],
    [
      "a single issue tells no interval",
      [issue("2024-14", 14, "2024-09-09")],
      {},
      ["2024-15", 15, "2024-09-23", false],
    ],
    [
      "a date that was asked for",
      [issue("2024-14", 14, "2024-09-09")],
      { date: "2025-01-10" },
      ["2025-01", 15, "2025-01-10", true],
    ],
    [
      "a number that was asked for",
      [issue("2024-14", 14, "2024-09-09")],
      { issue: "2024-17" },
      ["2024-17", 17, "2024-09-23", false],
    ],
    [
      "one in between",
      [issue("2024-13", 13, "2024-08-26"), issue("2024-15", 15, "2024-09-23")],
      { issue: "2024-14" },
      ["2024-14", 14, "2024-09-09", false],
    ],
    [
      "one before all that there are",
      [issue("2024-13", 13, "2024-08-26"), issue("2024-15", 15, "2024-09-23")],
      { issue: "2024-07" },
      ["2024-07", 7, "2024-10-21", false],
    ],
    [
      "one so far before that no number is left to count it by",
      [issue("2024-13", 4, "2024-08-26")],
      { issue: "2024-07" },
      ["2024-07", 1, "2024-09-09", false],
    ],
    [
      "two of one day tell no interval",
      [issue("2024-13", 13, "2024-09-09"), issue("2024-14", 14, "2024-09-09")],
      {},
      ["2024-15", 15, "2024-09-23", false],
    ],
    [
      "no zero before a number where none was written before",
      [issue("2024-9", 63, "2024-12-09"), issue("2024-10", 64, "2024-12-23")],
      {},
      ["2025-1", 65, "2025-01-06", true],
    ],
    [
      "a number that was asked for without the zero that others have",
      [issue("2024-09", 63, "2024-12-09"), issue("2024-10", 64, "2024-12-23")],
      { issue: "2025-1" },
      ["2025-01", 65, "2025-01-06", true],
    ],
    [
      "a number that was asked for where none tells of zeros",
      [issue("2024-10", 64, "2024-12-23")],
      { issue: "2025-1", date: "2025-01-06" },
      ["2025-1", 65, "2025-01-06", true],
    ],
  ])("%s", (_, issues, asked, expected) => {
    expect(next(issues, asked)).toEqual(expected);
  });
});

test.each([
  ["2024 浦江创新论坛专报之七", "zh", "2024 浦江创新论坛专报之八"],
  ["专报之九", "zh", "专报之十"],
  ["专报之十九", "zh", "专报之二十"],
  ["调研报告第12号", "zh", "调研报告第13号"],
  ["专题研究", "zh", null],
  [
    "Special Report 7 of the 2024 Pujiang Innovation Forum",
    "en",
    "Special Report 8 of the 2024 Pujiang Innovation Forum",
  ],
  ["Report No. 9", "en", "Report No. 10"],
  ["Studies of 2024", "en", null],
] as const)("the series after %s", (text, language, expected) => {
  expect(nextSeries(text, language)).toBe(expected);
});
