import { expect, test } from "vitest";
import { Rounds } from "./rounds.ts";

/** Rounds that ask for these, each in turn. */
function after(...asked: readonly (readonly string[])[]) {
  const rounds = new Rounds(new Map<string, string>());
  for (const keys of asked) {
    rounds.begin();
    for (const key of keys) rounds.set(key, `value of ${key}`);
  }
  rounds.begin();
  return rounds;
}

test("what the round before asked for is at hand, however much it was", () => {
  const many = Array.from({ length: 500 }, (_, k) => `${k}`);
  const rounds = after(many);
  expect(many.every((key) => rounds.find(key) === `value of ${key}`)).toBe(true);
  expect(rounds.now.size).toBe(0);
  expect(rounds.last.size).toBe(500);
});

test("an edit that is taken back finds what was there before it", () => {
  const rounds = after(["a", "b"], ["a", "c"], ["a", "d"]);
  expect(["a", "b", "c", "d"].map((key) => rounds.find(key))).toEqual(
    ["a", "b", "c", "d"].map((key) => `value of ${key}`),
  );
});

test("of rounds long gone the last four values are kept, those least lately asked for go first", () => {
  const edits = Array.from({ length: 16 }, (_, k) => [`${k}`]);
  const rounds = after(["0"], ...edits, ["1"], ["16"]);
  const left = Array.from({ length: 17 }, (_, k) => `${k}`).filter((key) => rounds.find(key) !== undefined);
  expect(left).toHaveLength(5);
  expect(left).toContain("1");
  expect(left).not.toContain("11");
});

test("cleared, nothing is left", () => {
  const rounds = after(["a"], ["b"]);
  rounds.clear();
  expect([rounds.find("a"), rounds.find("b"), rounds.now.size, rounds.last.size]).toEqual([
    undefined,
    undefined,
    0,
    0,
  ]);
});
