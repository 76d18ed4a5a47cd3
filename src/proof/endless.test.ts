import { expect, test } from "vitest";
import { proofOf } from "../../test/proof-desk.ts";

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

const counted = (count: number, text: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => text(k)).join("");

// What would be read for hours: its test runs out of its time.
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
  ["Han with mistaken characters", many("提高质旦和发展"), "A word."],
  ["Han and commas", many("发展，"), "A word."],
  ["Han and dashes", many("发展—"), "A word."],
  ["brackets", some("（"), some("(")],
  ["full stops", some("。"), some(".")],
  ["dashes", some("—"), some("-")],
  ["Han figures", some("一百"), some("hundred ")],
  ["Han figures on many pages", many("一", 90_000), "A word."],
  ["scales of Han figures", many("万"), "A word."],
  ["blanks between Han", `增长${many(" ")}字`, "A word."],
  ["blanks in front of a change", `从${many(" ")}字`, "A word."],
  ["blanks in front of a figure", `字${many(" ")}1 家`, "A word."],
  ["blanks between words", "字。", `A${many(" ")}the word.`],
  ["parts of words", "字。", many("a-", 90_000)],
  ["numbers on many pages", many("1 "), many("1 ")],
  ["different numbers", counted(8_000, (k) => `${k + 100} 家，`), counted(8_000, (k) => `${k + 10_100}, `)],
  [
    "numbers that may be rounded",
    counted(8_000, (k) => `${k + 1_000_001}，`),
    counted(8_000, (k) => `${k + 3_000_001}, `),
  ],
  ["numbers of another unit", counted(9_000, () => "20 美元，"), counted(9_000, () => "20 yuan, ")],
  ["numbers of another kind", counted(9_000, () => "增长 20%，"), counted(9_000, () => "fell to 20 ")],
  ["institutions", many("国务院发展研究中心"), many("Development Research Center of the State Council and ")],
  ["parts of a whole", many("企业 20 家，其中上海 12 家，"), many("20 firms, of which 12 in Wuxi, ")],
  ["parts of many wholes", "字。", many("Of 20 firms, 12 in Wuxi: ")],
  ["brackets behind Han", `字${some("a)")}`, some("a)")],
])("very many %s are read through", (_, zh, en) => {
  expect(Array.isArray(proofOf(issue(zh, en)))).toBe(true);
});
