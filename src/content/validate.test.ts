import { expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { placeOf } from "../base/span.ts";
import { readIssue } from "./read-issue.ts";

const HEAD = "issue: 2025-01\noverall: 15\ndate: 2025-01-06\n";
const issueWith = (block: string) =>
  `${HEAD}articles:\n  - title: { zh: 题, en: T }\n    body:\n      - ${block}\n`;

test.each([
  ["figure: figures/a.png", ["src", "alt", "caption"]],
  ["table: [a, b]", ["caption", "head", "rows"]],
  ["quote: 文", ["zh", "en", "by"]],
  ["list: 文", []],
])("keys are named where they belong, and nowhere else: %s", (typed, keys) => {
  const file = { path: "content/2025-01.yaml", text: issueWith(typed) };
  expect(readIssue(file, publication).diagnostics).toMatchObject([{ code: "wrong-type", keys }]);
});

test.each([
  [
    "credit",
    "[ { labl: { zh: 整理, en: By }, value: [ 甲 ] } ]",
    ["8:5 unknown-key", "8:17 unknown-key", "8:50 wrong-type"],
  ],
  ["credit", "[ 甲 ]", ["8:5 unknown-key", "8:15 wrong-type"]],
  ["credit", "甲", ["8:5 unknown-key"]],
  ["sereis", "{ zh: 甲, en: A, de: B }", ["8:5 unknown-key", "8:29 unknown-key"]],
])("what stands under a misspelt key is looked at as well: %s: %s", (key, value, told) => {
  const text = `${issueWith("{ zh: 段, en: A }")}    ${key}: ${value}\n`;
  const { diagnostics } = readIssue({ path: "content/2025-01.yaml", text }, publication);
  const said = diagnostics.map(({ code, span }) => {
    const { line, column } = placeOf(text, span.start);
    return `${line}:${column} ${code}`;
  });
  expect(said).toEqual(told);
});

test("two keys that stand for the same one are told once each, and the first is looked into", () => {
  const text = `${issueWith("{ zh: 段, en: A }")}    credit: [ 甲 ]\n    credist: [ 乙 ]\n`;
  const { diagnostics } = readIssue({ path: "content/2025-01.yaml", text }, publication);
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key", "unknown-key", "wrong-type"]);
});
