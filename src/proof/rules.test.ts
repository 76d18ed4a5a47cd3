import { describe, expect, test } from "vitest";
import { proofOf, proofOfSample } from "../../test/proof-desk.ts";
import { RULES } from "./rule-list.ts";
import { parityCopied } from "./rules/parity-text.ts";

const of = (findings: ReturnType<typeof proofOfSample>) => findings.map(({ rule }) => rule);

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("finds its bad example, and nothing else is wrong with it that matters", () => {
    const found = proofOfSample(rule.example.bad, [rule]);
    expect(of(found)).toContain(id);
    for (const { message, span } of found) {
      expect(message.en && message.zh).toBeTruthy();
      expect(span.end).toBeGreaterThan(span.start);
    }
  });

  test("passes its good example, and so do the other rules", () => {
    expect(of(proofOfSample(rule.example.good))).toEqual([]);
  });

  test("says the same twice", () => {
    expect(proofOfSample(rule.example.bad)).toEqual(proofOfSample(rule.example.bad));
  });
});

test("every rule has its own name", () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test("one Chinese text for both languages is not translated; a number or a cell is the same in both", () => {
  const issue = (title: string, cell: string) => `issue: 2025-01
overall: 15
date: 2025-01-06
articles:
  - title: ${title}
    body: [{ table: { head: [年], rows: [[${cell}]] } }]
`;
  const found = (title: string) => of(proofOf(issue(title, "甲"), { rules: [parityCopied] }));
  expect(found("2025")).toEqual([]);
  expect(found("{ zh: 题目, en: Title }")).toEqual([]);
  expect(found("题目")).toEqual(["parity-copied"]);
});
