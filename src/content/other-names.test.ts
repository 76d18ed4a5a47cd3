import { expect, test } from "vitest";
import { readIssue } from "./read-issue.ts";
import { readPublication } from "./read-publication.ts";

const publication = readPublication({
  path: "publication.yaml",
  text: "name: 刊\npublisher: 社\ntheme: briefing\n",
}).value!;

const HEAD = `issue: 2026-02
overall: 16
date: 2026-01-20
articles:
  - title: { zh: 标题, en: Title }
    body:
`;
const faultsOf = (rest: string) =>
  readIssue({ path: "2026-02.yaml", text: HEAD + rest }, publication).diagnostics;

const PAIR = "{ zh: 甲, en: A }";

test.each([
  ["image", `      - image: { src: a.png, alt: ${PAIR} }\n`, "figure"],
  ["图片", `      - 图片: { src: a.png, alt: ${PAIR} }\n`, "figure"],
  ["h2", `      - h2: ${PAIR}\n`, "heading"],
  ["小标题", `      - 小标题: ${PAIR}\n`, "heading"],
  ["标题", `      - zh: 甲\n        en: A\n  - 标题: ${PAIR}\n    body: [ ${PAIR} ]\n`, "title"],
  ["作者", `      - zh: 甲\n        en: A\n    作者: []\n`, "credits"],
  ["ul", `      - ul: [ ${PAIR} ]\n`, "list"],
  ["cn", "      - cn: 甲\n        en: A\n", "zh"],
  ["zh-CN", "      - zh-CN: 甲\n        en: A\n", "zh"],
  ["header", "      - table: { header: [ a ], rows: [ [ b ] ] }\n", "head"],
  ["footnotes", `      - zh: 甲\n        en: A\nfootnotes: { a: ${PAIR} }\n`, "notes"],
])("%s, as other programs call it, is one mistake that names the right key", (key, rest, nearest) => {
  expect(faultsOf(rest)).toMatchObject([{ code: "unknown-key", key, nearest }]);
});

test("what begins with an asterisk is shown as it is to be quoted, to its end", () => {
  const details = (rest: string) =>
    faultsOf(rest).map((fault) => (fault.code === "yaml" ? [fault.fault, fault.detail] : [fault.code]));
  expect(details("      - zh: 甲\n        en: **Bold** first, then more\n")).toEqual([
    ["alias", "**Bold** first, then more"],
  ]);
  expect(details("      - { zh: **粗**的字, en: A }\n")).toEqual([["alias", "**粗**的字"]]);
});
