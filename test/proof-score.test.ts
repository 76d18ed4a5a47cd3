import { describe, expect, test } from "vitest";
import { CLEAN, PUBLICATION, plantedSlips } from "./planted-slips.ts";
import { proofOf, tools } from "./proof-desk.ts";
import { scoreOf } from "./proof-score.ts";

describe("two hundred planted slips", () => {
  const slips = plantedSlips(200, 1);
  const { precision, recall, byRule } = scoreOf(slips);

  test("are of many kinds, the same every time", () => {
    expect(slips).toHaveLength(200);
    expect(new Set(slips.map(({ kind }) => kind)).size).toBeGreaterThan(50);
    expect(plantedSlips(200, 1).map(({ text }) => text)).toEqual(slips.map(({ text }) => text));
  });

  test("are found, and little else", () => {
    expect(recall).toBeGreaterThan(0.95);
    expect(precision).toBeGreaterThan(0.97);
  });

  test("are found by every rule that was asked", () => {
    for (const [rule, { planted, found }] of byRule)
      if (planted > 3) expect(found / planted, rule).toBeGreaterThanOrEqual(0.5);
  });
});

test.each(CLEAN.map((text) => [/^# (.*)/.exec(text)![1]!, text] as const))(
  "a clean text gives no false alarm: %s",
  (_, text) => {
    const found = proofOf(text, { publication: PUBLICATION });
    // An unsigned article, an issue on a Saturday and British spelling are what they are.
    const known = ["credits", "issue-date"];
    const alarms = found.filter(
      ({ rule, message }) => !known.includes(rule) && !/vigour|kilometres/.test(message.en),
    );
    expect(alarms.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
  },
);

test("spelling is asked only of a dictionary", () => {
  expect(tools.speller?.correct("innovation")).toBe(true);
  expect(tools.speller?.correct("innovatoin")).toBe(false);
});
