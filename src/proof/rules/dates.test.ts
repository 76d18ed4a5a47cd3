import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { dateWeekday, issueNumber } from "./dates.ts";
import { sampleIssue } from "./sample-issue.ts";

/** The issue is of January 2025. */
const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [dateWeekday]).map(({ message }) => message.en);

test.each([
  ["It opened on Tuesday, 9 September 2024.", "this day is a Monday"],
  ["The deadline is 31 June 2025.", "there is no such day"],
  ["The deadline is June 31.", "there is no such day"],
  ["It opens on Friday, March 18.", "in 2025 this day is a Tuesday"],
  ["In 1976 it shook on Thursday, July 28.", "in 2025 this day is a Monday"],
])("%s %s", (en, message) => expect(told("中文。", en)).toEqual([message]));

test.each([
  ["截止日期为 6 月 31 日。", "there is no such day"],
  ["论坛于 3 月 18 日（星期五）举行。", "in 2025 this day is a Tuesday"],
  ["2024 年 9 月 9 日 星期二", "this day is a Monday"],
])("%s %s", (zh, message) => expect(told(zh, "Some text.")).toEqual([message]));

test.each([
  ["3 月 18 日（星期二）、9 月 9 日（星期一）", "Tuesday, March 18; Monday, 9 September"],
  ["2 月 29 日，1976 年 7 月 28 日（周三）", "February 29; Wednesday, July 28, 1976"],
  ["1976 年地震，那是 7 月 28 日（星期三）", "In 1976 it shook, on Wednesday, July 28"],
  ["2024 年 5 月、6 月", "May 2024, June 2025, May 500 firms come, and in May 45 more"],
])("%s: %s may be so", (zh, en) => expect(told(zh, en)).toEqual([]));

test("there is no issue 0, and a number that was typed otherwise is the same issue", () => {
  const head = (number: string, overall: number) =>
    sampleIssue(`issue: ${number}\noverall: ${overall}\ndate: 2025-01-13`);
  const said = (number: string, earlier?: string) =>
    proofOfSample({ issue: head(number, 2), ...(earlier ? { earlier: head(earlier, 1) } : {}) }, [
      issueNumber,
    ]).map(({ message }) => message.en.split(";")[0]);
  expect(said("2025-0")).toEqual(["issues are numbered from 1"]);
  expect(said("2025-014", "2025-14")).toEqual([
    "2025-014 and 2025-14 are one issue, its number typed in two ways",
  ]);
  expect(said("2025-10", "2025-09")).toEqual([]);
  expect(said("2025-10")).toEqual([]);
});
