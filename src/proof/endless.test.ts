import { expect, test } from "vitest";
import { proofOf } from "../../test/proof-desk.ts";

/** Texts that would be read for hours have this long, milliseconds. */
const SOON = 20_000;

const issue = (zh: string, en: string) => `issue: 2025-01
overall: 1
date: 2025-01-01
articles:
  - title: { zh: 题, en: Title }
    body:
      - zh: ${JSON.stringify(zh)}
        en: ${JSON.stringify(en)}
`;

const many = (text: string, length = 60_000) => text.repeat(Math.ceil(length / text.length));
/** As much as may stand together without a place where a line could end, or as many numbers as a page holds. */
const some = (text: string) => many(text, 9_000);

test.each([
  ["letters", "字。", `A ${some("ab")}.`],
  ["words", "字。", `${many("word ")}end.`],
  ["words in a bracket that is never closed", "字。", `End (${many("word ")}end.`],
  ["words behind a bracket that was never open", "字。", `${many("word ")}end)and so.`],
  ["capitals", "字。", `${many("ABC ")}end.`],
  ["names", "字。", `${many("Zhang Wei ")}end.`],
  ["figures", some("1"), some("1")],
  ["numbers", some("1 "), some("1 ")],
  ["numbers with commas", some("1,"), some("1,")],
  ["quotation marks", some("“"), some("“ ")],
  ["Han", many("发展"), "A word."],
  ["Han and commas", many("发展，"), "A word."],
  ["Han and dashes", many("发展—"), "A word."],
  ["brackets", some("（"), some("(")],
  ["full stops", some("。"), some(".")],
  ["dashes", some("—"), some("-")],
  ["Han figures", some("一百"), some("hundred ")],
])("very many %s are read through", { timeout: SOON }, (_, zh, en) => {
  expect(Array.isArray(proofOf(issue(zh, en)))).toBe(true);
});
