import { expect, test } from "vitest";
import { design } from "../../test/fixture.ts";
import { block, rowOf } from "./block.ts";
import { blankCost, COST, feetOf, frameRules } from "./frame-feet.ts";
import { lanesOf } from "./lanes.ts";

const rules = frameRules(design("bilingual"), lanesOf(design("bilingual"), "bilingual", 18));

/** What it costs to part a pair of so many lines behind some of each, in a frame of eight. */
function costs(...counts: readonly number[]) {
  const [ascent, descent] = [0.75 * rules.line, 0.25 * rules.line];
  const strips = counts.map((count) => ({
    rows: Array.from({ length: count }, (_, k) => rowOf(k * rules.line, [])),
    descent,
  }));
  const pair = block({ strips, ascent, descent, splittable: true });
  const feet = feetOf(pair, [0, 0], 0, 8 * rules.line, rules);
  return (...rows: readonly number[]) => feet.find((foot) => foot.rows.join() === rows.join())!.cost;
}

test("text held back beside the other language costs what blank under both does", () => {
  const cost = costs(12, 12);
  expect(cost(6, 8)).toBeCloseTo(cost(6, 6), 6);
  expect(cost(6, 8) - cost(8, 8)).toBeCloseTo(blankCost(2 * rules.line, rules), 6);
});

test("blank beside a language that goes on counts half where the other has no more to say", () => {
  const cost = costs(12, 6);
  const split = COST.split - COST.together;
  expect(cost(8, 6) - split).toBeCloseTo(blankCost(2 * rules.line, rules) / 2, 6);
});
