import { expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { readIssue } from "./read-issue.ts";

const issueText = (zh: string, en: string, rest = "") =>
  `issue: 2025-01\noverall: 1\ndate: 2025-01-06\narticles:\n  - title: { zh: 标题, en: A title }\n    body:\n      - zh: ${zh}\n        en: ${en}\n${rest}`;

/** What there is too much of in an issue: how much, of what is allowed, and the text that it is told at. */
function tooMuch(text: string): readonly unknown[] {
  const { diagnostics } = readIssue({ path: "2025-01.yaml", text }, publication);
  return diagnostics.flatMap((fault) =>
    fault.code === "too-many" ? [[fault.what, fault.count, text.slice(fault.span.start).slice(0, 3)]] : [],
  );
}

test("a word may be as long as ten thousand letters, and Han and blanks end it", () => {
  expect(tooMuch(issueText("一。", "a".repeat(10_000)))).toEqual([]);
  expect(tooMuch(issueText("一。", "a".repeat(10_001)))).toEqual([["word-characters", 10_001, "aaa"]]);
  expect(tooMuch(issueText("长".repeat(10_001), `${"a".repeat(9_000)} ${"b".repeat(9_000)}`))).toEqual([]);
});

test("a text may be as long as a hundred thousand characters, and each that is longer is told", () => {
  const most = "长".repeat(100_000);
  expect(tooMuch(issueText(most, "One."))).toEqual([]);
  expect(tooMuch(issueText(`${most}长`, "One. ".repeat(20_001)))).toEqual([
    ["text-characters", 100_001, "长长长"],
    ["text-characters", 100_004, "One"],
  ]);
});

test("a table may have forty columns and ten thousand cells, its head among them", () => {
  const table = (columns: number, rows: number) => {
    const row = `[${Array.from({ length: columns }, (_, k) => k).join(", ")}]`;
    return issueText(
      "一。",
      "One.",
      `      - table: { head: ${row}, rows: [${Array(rows).fill(row).join(", ")}] }\n`,
    );
  };
  expect(tooMuch(table(40, 249))).toEqual([]);
  expect(tooMuch(table(41, 1))).toMatchObject([["columns", 41, expect.any(String)]]);
  expect(tooMuch(table(40, 250))).toMatchObject([["cells", 10_040, expect.any(String)]]);
});
