import { describe, expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { plainText } from "../model/inline.ts";
import { checkEdition } from "./check-edition.ts";
import { readIssue } from "./read-issue.ts";

const HEAD = "issue: 2025-01\noverall: 15\ndate: 2025-01-06\n";
const BODY = "articles:\n  - title: { zh: 题, en: T }\n    body:\n      - { zh: 文, en: X }\n";

const read = (text: string) => readIssue({ path: "content/2025-01.yaml", text }, publication);
/** `line: code` of every fault. */
const faults = (text: string) =>
  read(text).diagnostics.map((d) => `${text.slice(0, d.span.start).split("\n").length}: ${summary(d)}`);
const summary = (d: Diagnostic) =>
  d.code === "unknown-key" ? `${d.code} ${d.key} → ${d.nearest}` : d.code === "yaml" ? d.fault : d.code;

test("an issue with every kind of block", () => {
  const { value, diagnostics } = read(`${HEAD}note: { zh: "按[^n]", en: "N[^n]" }
articles:
  - series: { zh: 栏, en: S }
    title: { zh: 题, en: T }
    body:
      - { zh: 文, en: X }
      - heading: { zh: 一, en: 1 }
      - subheading: { zh: （一）, en: a }
      - { list: [{ zh: 甲, en: A }, 021], ordered: true }
      - quote: { zh: 引, en: Q, by: { zh: 某, en: Someone } }
      - figure: { src: a.png, alt: { zh: 图, en: F }, caption: { zh: 注, en: C } }
      - table: { head: [{ zh: 年, en: Year }], rows: [[2024], [2025]] }
    credits: [{ label: { zh: 整理, en: By }, value: { zh: 甲, en: A } }]
notes: { n: { zh: 脚, en: foot } }
`);
  expect(diagnostics).toEqual([]);
  expect(value!.articles[0]!.body.map((block) => block.kind)).toEqual([
    "paragraph",
    "heading",
    "subheading",
    "list",
    "quote",
    "figure",
    "table",
  ]);
  expect(value!.date).toEqual({ year: 2025, month: 1, day: 6 });
  const list = value!.articles[0]!.body[3]!;
  expect(list.kind === "list" && list.items.map(({ en }) => plainText(en!))).toEqual(["A", "021"]);
});

test("an issue replaces single entries of the imprint by their role, and adds others", () => {
  const text = `${HEAD}${BODY}imprint:
  - { role: tel, label: { zh: 电话, en: Tel }, value: 010-1 }
  - { role: fax, label: { zh: 传真, en: Fax }, value: 010-2 }
`;
  const entries = read(text).value!.publication.imprint;
  expect(entries.map(({ role, value }) => `${role} ${plainText(value.zh!)}`)).toEqual([
    "editor 甲",
    "tel 010-1",
    "fax 010-2",
  ]);
});

describe("cells of a table", () => {
  const table = (cells: string) =>
    `${HEAD}articles:\n  - title: { zh: 题, en: T }\n    body:\n      - table: { head: [a, b], rows: [[${cells}]] }\n`;

  test.each(['""', "''", '" "', '{ zh: "", en: "" }'])("%s is an empty one", (cell) => {
    const { value, diagnostics } = read(table(`${cell}, 2`));
    expect(diagnostics).toEqual([]);
    const block = value!.articles[0]!.body[0]!;
    const [empty] = block.kind === "table" ? block.rows[0]! : [];
    expect([empty!.zh!.runs, empty!.en!.runs]).toEqual([[], []]);
    expect(checkEdition(value!, "bilingual")).toEqual([]);
  });

  test.each([
    ['{ zh: "", en: x }', ["7: empty-cell"]],
    ["{ zh: , en: x }", ["7: empty-cell"]],
    ['{ zh: "" }', ["7: empty-cell"]],
    [", 1", ["7: empty-item"]],
  ])("%s is no empty cell, but a slip", (cell, expected) =>
    expect(faults(table(`1, ${cell}`))).toEqual(expected),
  );

  test("elsewhere nothing may be empty", () =>
    expect(faults(HEAD + BODY.replace("{ zh: 题, en: T }", '""'))).toEqual(["5: empty"]));
});

/** An issue with one more block. */
const block = (text: string) => `${HEAD}${BODY}      - ${text}\n`;

describe("faults stand at their line", () => {
  test.each([
    [
      "misspelt keys, with the right ones",
      `${HEAD.replace("overall", "overal")}${BODY.replace("title", "titel")}`,
      ["2: unknown-key overal → overall", "5: unknown-key titel → title"],
    ],
    [
      "a body's block of no kind",
      HEAD + BODY.replace("{ zh: 文, en: X }", "{ headng: 文 }"),
      ["7: unknown-key headng → heading"],
    ],
    ["a text where a list belongs", HEAD + BODY.replace(/body:[\s\S]*/, "body: 文\n"), ["6: wrong-type"]],
    ["no date", HEAD.replace("2025-01-06", "") + BODY, ["3: empty"]],
    ["a table without a head", block("table: { rows: [[1, 2]] }"), ["8: missing-key"]],
    ["a misspelt key in a table", block("table: { head: [a], row: [[1]] }"), ["8: unknown-key row → rows"]],
    [
      "in the block that was meant: two slips inside a table are less than a figure that is none",
      block("figure: 文\n        table: { head: [a], rows: [[1], x, y] }"),
      ["8: misplaced-key", "9: wrong-type", "9: wrong-type"],
    ],
    ["a figure without a text for it", block("figure: { src: x.png }"), ["8: missing-key"]],
    ["a list in a list", block("list: [[a, b], c]"), ["8: wrong-type"]],
    ["a quotation that is a bare text", block('quote: "x"'), ["8: wrong-type"]],
    [
      "a backslash between double quotation marks",
      block('{ zh: "\\*文", en: b }'),
      ["8: backslash-in-quotes"],
    ],
    [
      "a heading whose languages were not indented",
      block("heading:\n        zh: a\n        en: b"),
      ["9: misplaced-key"],
    ],
    [
      "a figure's keys that were not",
      block("figure:\n        src: a.png\n        alt: b"),
      ["9: misplaced-key"],
    ],
    [
      "a paragraph without its dash",
      block("zh: a\n        en: b\n        zh: c\n        en: d"),
      ["10: duplicate-key"],
    ],
    [
      "keys of a map that stand twice",
      `${HEAD}overall: 16\ndate: 2025-01-07\n${BODY}`,
      ["4: duplicate-key", "5: duplicate-key"],
    ],
    [
      "a wrong key beside the one that it is most like",
      block("{ cn: a, en: b }"),
      ["8: unknown-key cn → zh"],
    ],
    ["a pair beside a heading", block("{ heading: a, zh: b, en: c }"), ["8: misplaced-key"]],
    ["two headings in one", block("{ heading: a, subheading: b }"), ["8: misplaced-key"]],
    [
      "what belongs into a figure beside it",
      block("{ figure: { src: a, alt: b }, caption: c }"),
      ["8: misplaced-key"],
    ],
    [
      "a misspelt key beside a list",
      block("{ list: [a], orderd: true }"),
      ["8: unknown-key orderd → ordered"],
    ],
    [
      "commas in a text in braces, once",
      block("{ zh: 中文, en: Shanghai, Beijing, and Wuhan }"),
      ["8: comma-in-braces"],
    ],
    ["a key too far in", block("zh: 中\n         en: x"), ["9: bad-indent"]],
    ["a key not far enough in", block("zh: 中\n       en: x"), ["9: bad-indent"]],
    [
      "an entry not far enough in",
      `${block("zh: 中\n        en: x")}     - { zh: 中, en: x }\n`,
      ["10: bad-indent"],
    ],
    ["a colon in a text, not its indentation", block("zh: 中: 国\n        en: x"), ["8: unquoted-colon"]],
    ["a full-width colon behind the first key", block("zh：中\n        en: x"), ["8: full-width-colon"]],
    ["a full-width colon behind the second key", block("zh: 中\n        en：x"), ["9: full-width-colon"]],
    ["full-width colons behind both keys", block("zh：中\n        en：x"), ["8: full-width-colon"]],
    ["a full-width colon in braces", block("{ zh：中, en: x }"), ["8: full-width-colon"]],
    [
      "full-width colons in a title",
      HEAD + BODY.replace("{ zh: 题, en: T }", "zh：题"),
      ["5: full-width-colon"],
    ],
    ["full-width colons alone", "issue：2025-01\noverall：1\n", ["1: full-width-colon"]],
    ["an empty text", HEAD + BODY.replace("文", "''"), ["7: empty"]],
    ["braces with nothing in them", HEAD + BODY.replace("{ zh: 题, en: T }", "{}"), ["5: empty"]],
    [
      "a comment behind a text",
      `${HEAD}${BODY}note:\n  zh: 第 #1 期\n  en: No. 1\n`,
      ["9: comment-behind-text"],
    ],
    ["a footnote that is not there", HEAD + BODY.replace("文", "'文[^k]'"), ["7: unknown-note"]],
    [
      "a footnote that nothing mentions",
      `${HEAD}${BODY}notes: { k: { zh: 脚, en: f } }\n`,
      ["8: unused-note"],
    ],
    [
      "a footnote whose key is misspelt, once",
      `${HEAD}${BODY.replace("文", "'文[^open]'")}notes: { opne: { zh: 脚, en: f } }\n`,
      ["7: unknown-note"],
    ],
    [
      "articles that can not be read, and no footnote of theirs",
      `${HEAD}${BODY.replace("articles", "article").replace("文", "'文[^k]'")}notes: { k: { zh: 脚, en: f } }\n`,
      ["4: unknown-key article → articles"],
    ],
    [
      "no articles, and no footnote of theirs",
      `${HEAD}articles: []\nnotes: { k: { zh: 脚, en: f } }\n`,
      ["4: empty"],
    ],
    [
      "no body, and no footnote of it",
      `${HEAD}articles:\n  - title: { zh: 题, en: T }\nnotes: { k: { zh: 脚, en: f } }\n`,
      ["5: missing-key"],
    ],
    [
      "a footnote that nothing mentions beside another mistake",
      `${HEAD.replace("overall", "overal")}${BODY}notes: { k: { zh: 脚, en: f } }\n`,
      ["2: unknown-key overal → overall", "8: unused-note"],
    ],
    [
      "footnotes that are a list, once",
      `${HEAD}${BODY.replace("文", "'文[^k]'")}notes:\n  - k: { zh: 脚, en: f }\n`,
      ["9: wrong-type"],
    ],
    [
      "a key with a space, at the key",
      `${HEAD}${BODY}notes:\n  a b:\n    { zh: 脚, en: f }\n`,
      ["9: wrong-type"],
    ],
    [
      "keys of other names, each once",
      HEAD + BODY.replace("body", "text").replace(/$/, "    credits: [{ name: a, person: b }]\n"),
      ["6: unknown-key text → null", "8: unknown-key name → null", "8: unknown-key person → null"],
    ],
    [
      "a key too much beside two that are missing",
      `${HEAD}${BODY}    credits: [{ name: a }]\n`,
      ["8: missing-key", "8: missing-key", "8: unknown-key name → null"],
    ],
    [
      "an editor's note among the footnotes, once",
      `${HEAD}${BODY}notes: { zh: 编者按, en: Note }\n`,
      ["8: note-among-notes"],
    ],
    [
      "footnotes of such names where the editor's note is there",
      `${HEAD}note: { zh: 按, en: N }\n${BODY}notes: { zh: 脚, en: f }\n`,
      ["9: unused-note", "9: unused-note"],
    ],
    ["a no-break space behind a number", HEAD.replace("15", "15\u00a0") + BODY, ["2: invisible-character"]],
    ["a wide space behind a date", HEAD.replace("-06", "-06\u3000") + BODY, ["3: invisible-character"]],
    ["a bracket in text without quotes, once", HEAD + BODY.replace("文", "文[^k]"), ["7: bracket-in-text"]],
    [
      "a copy of the publication's file, once",
      "name: a\npublisher: b\ntheme: briefing\nimprint: []\n",
      ["1: misnamed-publication"],
    ],
    ["another number than the file's", HEAD.replace("2025-01", "2025-02") + BODY, ["1: issue-not-file"]],
  ])("%s", (_, text, expected) => expect(faults(text).sort()).toEqual(expected));
});

test.each([
  [
    "another footnote",
    HEAD + BODY.replace("文", "'文[^a]'"),
    "notes: { a: { zh: '甲[^b]末', en: A }, b: 乙 }\n",
  ],
  [
    "a series",
    HEAD + BODY.replace("- title", "- series: 'S[^b]'\n    title").replace("文", "'文[^b]'"),
    "notes: { b: 乙 }\n",
  ],
  [
    "the imprint",
    HEAD + BODY.replace("文", "'文[^b]'"),
    "imprint: [{ role: tel, label: '电话[^b]', value: 1 }]\nnotes: { b: 乙 }\n",
  ],
  [
    "the label of a credit",
    HEAD + BODY.replace("文", "'文[^b]'"),
    "    credits: [{ label: { zh: '文[^b]', en: By }, value: { zh: 甲, en: A } }]\nnotes: { b: 乙 }\n",
  ],
])("a footnote that is mentioned in %s is not lost without a word", (_, text, more) => {
  const all = text + more;
  const found = read(all).diagnostics;
  expect(found).toMatchObject([{ code: "stray-note", severity: "error", key: "b" }]);
  const [{ span }] = found as [Diagnostic];
  expect(all.slice(span.start, span.end)).toBe("[^b]");
});

test.each(["2025-02-29", "2025-13-01", "2025-00-10", "25-01-01", "6 January 2025", "2025/01/06"])(
  "%s is no date",
  (date) => expect(faults(HEAD.replace("2025-01-06", date) + BODY)).toEqual(["3: bad-date"]),
);

test.each(["2024-02-29", "2025-1-6", "2000-02-29"])("%s is a date", (date) =>
  expect(faults(HEAD.replace("2025-01-06", date) + BODY)).toEqual([]),
);

test.each([
  ["in blocks", (count: number) => "- a: b\n".repeat(count / 2)],
  ["in braces", (count: number) => `x: [${"{ a, b },".repeat(count / 2)}]`],
])("more keys and items, %s, than any issue has are not read at all", (_, text) => {
  const { diagnostics } = read(text(500_000));
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: "too-many", what: "values", count: 400_001, limit: 400_000 }]);
  const [first] = read(text(200_000)).diagnostics;
  expect(first).toBeDefined();
  expect(first!.code).not.toBe("too-many");
});

test.each(["? a\n", "\n", "# c\n", "...\n"])(
  "half a million times %j is refused before it is parsed",
  (line) => {
    expect(read(line.repeat(500_000)).diagnostics.at(-1)).toMatchObject({ code: "too-many", what: "values" });
  },
);

test("a footnote may be mentioned behind the name under a quotation", () => {
  const quote = "      - quote: { zh: 引, en: Q, by: { zh: '甲[^k]', en: 'A[^k]' } }\n";
  expect(faults(`${HEAD}${BODY}${quote}notes: { k: { zh: 脚, en: f } }\n`)).toEqual([]);
});

test("what stands behind three dots is not lost without a word", () => {
  expect(faults(`${HEAD}${BODY}...\nnote: behind\n`)).toEqual(["9: second-document"]);
  expect(faults(`${HEAD}${BODY}...\n"note": behind\n`)).toEqual(["9: second-document"]);
  expect(faults(`${HEAD}${BODY}...\n---\nnote: behind\n`)).toEqual(["9: second-document"]);
  expect(faults(`${HEAD}${BODY}...\n# the end\n`)).toEqual([]);
});

test("a language that is missing is an error where it is needed and a warning elsewhere", () => {
  const issue = read(HEAD + BODY.replace(", en: X", "")).value!;
  const severities = (edition: "bilingual" | "zh" | "en") =>
    checkEdition(issue, edition).map(({ severity, code }) => `${severity} ${code}`);
  expect(severities("bilingual")).toEqual(["error unpaired"]);
  expect(severities("en")).toEqual(["error unpaired"]);
  expect(severities("zh")).toEqual(["warning unpaired"]);
});

test.each(["x: a\nb\nb\n", "{} ", '"a"'])(
  "thousands of mistakes (%j) are told of by the first of them",
  (text) => {
    const found = faults(text.repeat(20_000));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(1000);
  },
);

test.each([
  ["a map where a number belongs", "overall: 15", "overall: { a: 1 }", "whole-number", "map"],
  ["a word where a number belongs", "overall: 15", "overall: one", "whole-number", "text"],
  ["a map where an issue's number belongs", "issue: 2025-01", "issue: { a: 1 }", "issue-number", "map"],
  ["a list where a date belongs", "date: 2025-01-06", "date: [1]", "text", "list"],
  ["a list where a pair belongs", "title: { zh: 题, en: T }", "title: [1]", "pair", "list"],
  ["a list where notes belong", "overall: 15", "overall: 15\nnotes: [1]", "map", "list"],
  [
    "a key that no note can have",
    "overall: 15",
    "overall: 1\nnotes: { a b: { zh: 注, en: N } }",
    "key",
    "text",
  ],
])("%s is told with what it should be and what it is", (_, from, to, expected, found) => {
  const [fault, ...others] = read((HEAD + BODY).replace(from, to)).diagnostics;
  expect(fault).toMatchObject({ code: "wrong-type", expected, found });
  expect(others).toEqual([]);
});
