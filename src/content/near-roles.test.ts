import { expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { readIssue } from "./read-issue.ts";

const HEAD = "issue: 2025-01\noverall: 15\ndate: 2025-01-06\n";
const BODY = "articles:\n  - title: { zh: 题, en: T }\n    body:\n      - { zh: 文, en: X }\n";

/** `line: code` of every fault. */
const faults = (text: string) =>
  readIssue({ path: "content/2025-01.yaml", text }, publication).diagnostics.map(
    ({ span, code }) => `${text.slice(0, span.start).split("\n").length}: ${code}`,
  );

test("a misspelt role of the imprint, with the label of the entry that was meant, is told; another entry is none", () => {
  const own = (role: string, zh: string, en: string) =>
    faults(`${HEAD}imprint: [{ role: ${role}, label: { zh: ${zh}, en: ${en} }, value: 021-1 }]\n${BODY}`);
  expect(own("tell", "电话", "Tel")).toEqual(["4: near-role"]);
  expect(own("Tel", "电话", "Tel")).toEqual(["4: near-role"]);
  expect(own("tel", "电话", "Tel")).toEqual([]);
  expect(own("tel2", "电话", "Tel")).toEqual([]);
  expect(own("tex", "传真", "Fax")).toEqual([]);
  expect(own("hotline", "电话", "Tel")).toEqual([]);
});
