import { expect, test } from "vitest";
import { badDate, inPlain } from "./wording-values.ts";

test.each([
  ["2026年11月27日", "2026-11-27"],
  ["2026 年 1 月 7 日", "2026-01-07"],
  ["２０２６－１１－２７", "2026-11-27"],
  ["2026–11–27", "2026-11-27"],
  ["2026/11/27", "2026-11-27"],
  ["2026.11.27", "2026-11-27"],
])("%s is a day, and is told as it is typed here", (typed, day) => {
  expect(badDate(typed).en).toBe(`the date is typed as ${day} here, not as “${typed}”`);
  expect(badDate(typed).zh).toBe(`日期在这里写成 ${day}，不写“${typed}”`);
});

test.each(["2026-11-31", "2026-13-01", "２０２６－０２－２９"])("%s is no day", (typed) => {
  expect(badDate(typed).en).toContain("is no day of the calendar");
  expect(badDate(typed).zh).toContain("不是日历上的日期");
});

test.each(["November 27, 2026", "27/11/2026", "2026年2月30日", "待定"])(
  "of %s nothing else is said",
  (typed) => {
    expect(badDate(typed).en).toMatch(/is not typed as year-month-day; .* such as 2024-09-09/);
    expect(badDate(typed).zh).toMatch(/没有写成年-月-日；.*如 2024-09-09/);
  },
);

test("a number that looks right is told with the characters that are", () => {
  expect(inPlain("１５").en).toBe("; write 15, in half-width characters");
  expect(inPlain("2026－01").zh).toBe("；请用半角字符写成 2026-01");
  expect(inPlain("2026–01").en).toContain("2026-01");
  for (const typed of ["-3", "1.5", "第1期", "15x"]) expect(inPlain(typed)).toEqual({ en: "", zh: "" });
});
