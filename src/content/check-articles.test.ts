import { expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { readIssue } from "./read-issue.ts";

const HEAD = "issue: 2025-01\noverall: 15\ndate: 2025-01-06\narticles:\n";

function faults(articles: string): readonly string[] {
  const text = HEAD + articles;
  const { diagnostics } = readIssue({ path: "content/2025-01.yaml", text }, publication);
  return diagnostics.map((d) => {
    const before = text.slice(0, d.span.start).split("\n");
    const detail = d.code === "yaml" ? `${d.fault} ${d.detail}` : d.code;
    return `${before.length}:${before.at(-1)!.length + 1} ${detail}`;
  });
}

const TITLE = "title: { zh: 题, en: Title }\n";
const BODY = "body: [{ zh: 一。, en: One. }]\n";

test("a dash too many before a key of an article is one mistake, at the dash", () => {
  expect(faults(`  - ${TITLE}  - ${BODY}`)).toEqual(["6:3 extra-dash body"]);
  expect(faults(`  - series: { zh: 栏, en: Series }\n  - ${TITLE}    ${BODY}`)).toEqual([
    "6:3 extra-dash title",
  ]);
  expect(faults(`  - ${TITLE}    ${BODY}  - credits: []\n`)).toEqual(["7:3 extra-dash credits"]);
  expect(faults(`  - series: { zh: 栏, en: Series }\n  - ${TITLE}  - ${BODY}`)).toEqual([
    "6:3 extra-dash title",
    "7:3 extra-dash body",
  ]);
  expect(faults(`  - ${TITLE}  - ${BODY}  - ${TITLE}    ${BODY}`)).toEqual(["6:3 extra-dash body"]);
});

test("an article that lacks something lacks it still", () => {
  expect(faults(`  - ${TITLE}`)).toEqual(["5:5 missing-key"]);
  expect(faults(`  - ${TITLE}  - ${TITLE}    ${BODY}`)).toEqual(["5:5 missing-key"]);
  expect(faults(`  - ${TITLE}    ${BODY}  - ${BODY}`)).toEqual(["7:5 missing-key"]);
  expect(faults(`  - ${TITLE}    ${BODY}  - ${TITLE}    ${BODY}`)).toEqual([]);
});
