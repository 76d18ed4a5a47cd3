import { expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
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
