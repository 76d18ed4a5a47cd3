import { expect, test } from "vitest";
import { design } from "../../test/fixture.ts";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import { block, rowOf } from "./block.ts";
import { breakFrames } from "./break-frames.ts";
import { frameRules } from "./frame-feet.ts";
import { lanesOf } from "./lanes.ts";

const rules = frameRules(design("bilingual"), lanesOf(design("bilingual"), "bilingual", 18));

/** A block of some lines of the body. */
const lines = (count: number, foot = false) => {
  const rows = Array.from({ length: count }, (_, k) => rowOf(k * rules.line, []));
  const [ascent, descent] = [0.75 * rules.line, 0.25 * rules.line];
  return block({ strips: [{ rows, descent }], ascent, descent, foot });
};

/** How many blocks of one line each page of ten lines has above a foot of five, behind `count` of them. */
const filled = (count: number) => {
  const run = [...Array.from({ length: count }, () => lines(1)), lines(5, true)];
  const frames = breakFrames(run, () => 10 * rules.line, rules)!;
  return frames.map((frame) => frame.filter(({ block }) => !block.foot).length);
};

test("an imprint takes lines along until its page looks meant", () => {
  expect(filled(10)).toEqual([5, 5]);
  expect(filled(11)).toEqual([6, 5]);
});

test("a last page that holds enough takes none from a full one", () => {
  expect(filled(15)).toEqual([10, 5]);
});

test("a first page that is the last one stays as short as it is", () => {
  expect(filled(2)).toEqual([2]);
});

const START = REAL.indexOf("    body:");
const PAIRS = [...REAL.slice(START).matchAll(/ {6}- zh: .*\n {8}en: .*\n/g)].map(([pair]) => pair);

const pressed = (pairs: readonly string[]) =>
  press(`${REAL.slice(0, START)}    body:\n${pairs.join("")}`, "en");

test("columns that end level on the last page end with no hyphen", () => {
  let columns = 0;
  for (let k = 1; k <= PAIRS.length; k++) {
    const { laid, design: look } = pressed(PAIRS.slice(0, k));
    const size = look.styles.body.en.size;
    const left = laid.pages
      .at(-1)!
      .pieces.filter(({ line, x }) => line.runs[0]?.size === size && x < look.page.width / 2);
    if (left.length === 0) continue;
    columns += 1;
    expect(left.at(-1)!.line.hyphened).toBe(false);
  }
  expect(columns).toBeGreaterThan(5);
});

test("paragraphs take a line less where that keeps the imprint on their page", () => {
  const { laid, design: look } = pressed([...PAIRS.slice(2), ...PAIRS].slice(0, 13));
  expect(laid.pages).toHaveLength(3);
  const [imprint, ...above] = laid.pages
    .at(-1)!
    .pieces.filter(({ element }) => element !== null)
    .map(({ line, baseline }) => ({ text: lineText(line), baseline }))
    .sort((a, b) => Number(b.text === "Editor") - Number(a.text === "Editor"));
  expect(imprint!.text).toBe("Editor");
  const gap = Math.min(
    ...above
      .filter(({ baseline }) => baseline < imprint!.baseline)
      .map((one) => imprint!.baseline - one.baseline),
  );
  expect(gap).toBeGreaterThan(look.imprint.before);
});
