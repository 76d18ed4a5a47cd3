import { expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { readIssue } from "./read-issue.ts";

/** What is pointed at in rows that are longer than their head, and the number that was meant. */
function longRows(rows: string, head = "[年, GDP]") {
  const text = `issue: 2025-01\noverall: 1\ndate: 2025-01-06\narticles:\n  - title: { zh: 题, en: T }\n    body:\n      - table:\n          head: ${head}\n          rows:\n${rows}`;
  const { diagnostics } = readIssue({ path: "2025-01.yaml", text }, publication);
  return diagnostics.flatMap((fault) =>
    fault.code === "long-row" ? [[text.slice(fault.span.start, fault.span.end), fault.number]] : [],
  );
}

const row = (...cells: readonly string[]) => `            - [${cells.join(", ")}]\n`;

test.each([
  ["the whole number that its commas took apart", row("2020", "1,013,567"), ["1,013,567", "1,013,567"]],
  ["a number of two groups", row("2020", "13,567"), ["13,567", "13,567"]],
  ["one with a share of a hundred", row("2020", "1,013.5%"), ["1,013.5%", "1,013.5%"]],
  ["the first number of two", row("1,200", "3,400"), ["1,200", "1,200"]],
  ["one behind numbers that are whole", row("12", "345", "6,789"), ["6,789", "6,789"]],
  ["one behind words", row("年", "6,789"), ["6,789", "6,789"]],
  ["one close behind a word", row("年,345,678"), ["345,678", "345,678"]],
  ["one close behind a number in quotation marks", row('"1",345,678'), ["345,678", "345,678"]],
])("pointed at in a row too long: %s", (_, typed, found) => {
  expect(longRows(typed)).toEqual([found]);
});

test.each([
  ["numbers apart", row("1", "200", "300"), "300"],
  ["a number in quotation marks", row('"1"', "200", "300"), "300"],
  ["more than three digits", row("1", "2000", "3000"), "3000"],
  ["words", row("一", "二", "三", "四"), "三"],
])("pointed at is the first cell too many, of %s", (_, typed, cell) => {
  expect(longRows(typed)).toEqual([[cell, null]]);
});

test("an empty cell too many is pointed at too, at its place", () => {
  const [[pointed] = []] = longRows(
    "            - - 1\n              - 2\n              -\n            - [3, 4]\n",
  );
  expect(pointed).toHaveLength(1);
});

test("rows as long as their head, and rows without one, are not too long", () => {
  expect(longRows(row("2020", "1013567"))).toEqual([]);
  expect(longRows(row("1", "2", "3"), "[]")).toEqual([]);
});
