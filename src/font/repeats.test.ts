import fc from "fast-check";
import { expect, test } from "vitest";
import { Repeats } from "./repeats.ts";
import { CURVE, Steps, WIDE } from "./steps.ts";

/** Two numbers of a line, six of a curve. */
type Step = readonly number[];

interface Contour {
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly steps: readonly Step[];
}

function stepAt({ numbers, masks }: Steps, at: number): Step {
  return Array.from(numbers.subarray(WIDE * at, WIDE * at + (masks[at]! & CURVE ? WIDE : 2)));
}

/** What a contour becomes, step by step. */
function said(repeats: Repeats, { start, end, steps }: Contour): Contour {
  const drawn = new Steps(1);
  for (const [x = 0, y = 0, bx, by, ex, ey] of steps)
    if (bx === undefined) drawn.line(x, y);
    else drawn.curve(x, y, bx, by!, ex!, ey!);
  const [startX, startY, endX, endY] = [...start, ...end];
  const { from, to, ...out } = repeats.set(drawn, { startX, startY, endX, endY, from: 0, to: drawn.count });
  return {
    start: [out.startX, out.startY],
    end: [out.endX, out.endY],
    steps: Array.from({ length: to - from }, (_, k) => stepAt(repeats.steps, from + k)),
  };
}

const small = fc.integer({ min: -40, max: 40 });
const level = fc.constantFrom<Step>([12, 0], [0, 30], [-9, 0], [0, -31]);
const step: fc.Arbitrary<Step> = fc.oneof(
  level,
  fc.tuple(small, small),
  fc.tuple(small, small, small, small, small, small),
);

/** A contour that closes by a level, an upright or a slanted line, as it comes. */
const contour: fc.Arbitrary<Contour> = fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) => {
  const sum = (axis: number) =>
    steps.reduce((all, values) => all + values.reduce((s, v, k) => (k % 2 === axis ? s + v : s), 0), 0);
  return { start: [5, 7], end: [5 + sum(0), 7 + sum(1)], steps };
});

/** The same contour with its points moved about, as the next glyph has it. */
const family = fc
  .tuple(
    contour,
    fc.array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 80, maxLength: 80 }), { maxLength: 5 }),
  )
  .map(([first, shifts]) => [
    first,
    ...shifts.map((shift): Contour => {
      const steps = first.steps.map((values, i) =>
        values.map((v, k) => (v === 0 ? 0 : v + shift[(6 * i + k) % 80]!)),
      );
      const sum = (axis: number) =>
        steps.reduce((all, values) => all + values.reduce((s, v, k) => (k % 2 === axis ? s + v : s), 0), 0);
      return { start: [5, 7], end: [5 + sum(0), 7 + sum(1)], steps };
    }),
  ]);

/** Ends of the steps. */
function ends({ start, steps }: Contour): readonly (readonly [number, number])[] {
  let [x, y] = start;
  return steps.map((values) => {
    for (let k = 0; k < values.length; k += 2) [x, y] = [x + values[k]!, y + values[k + 1]!];
    return [x, y] as const;
  });
}

test.each([1, 2, 3])(
  "with a slack of %i units no point leaves its place by more, straight edges stay straight, closing lines too",
  (slack) => {
    fc.assert(
      fc.property(family, (contours) => {
        const repeats = new Repeats(slack);
        for (const drawn of contours) {
          const now = said(repeats, drawn);
          expect(now.start).toEqual(drawn.start);
          expect(now.steps.map((values) => values.length)).toEqual(
            drawn.steps.map((values) => values.length),
          );
          const [before, after] = [ends(drawn), ends(now)];
          expect(after.at(-1)).toEqual(now.end);
          for (const axis of [0, 1] as const) {
            for (const [k, point] of before.entries())
              expect(Math.abs(after[k]![axis] - point[axis])).toBeLessThanOrEqual(slack);
            if (drawn.end[axis] === drawn.start[axis]) expect(now.end[axis]).toBe(drawn.end[axis]);
          }
          drawn.steps.forEach((values, k) => {
            for (const [i, value] of values.entries()) if (value === 0) expect(now.steps[k]![i]).toBe(0);
          });
        }
      }),
      { numRuns: 300 },
    );
  },
);

test("a contour that is nearly an earlier one becomes that one", () => {
  const repeats = new Repeats(2);
  const steps: readonly Step[] = [
    [30, 0],
    [10, 3, 8, 9, 2, 12],
    [-40, 1],
  ];
  const first: Contour = { start: [0, 0], end: [20, 25], steps };
  const next: Contour = {
    start: [100, 50],
    end: [121, 76],
    steps: [
      [30, 0],
      [11, 3, 8, 10, 2, 12],
      [-40, 1],
    ],
  };
  expect(said(repeats, first).steps).toEqual(steps);
  expect(said(repeats, next)).toEqual({ start: [100, 50], end: [120, 75], steps });
});

test("without slack everything stays as it is", () => {
  const drawn: Contour = { start: [0, 0], end: [3, 4], steps: [[3, 4]] };
  const repeats = new Repeats(0);
  expect(said(repeats, drawn)).toEqual(drawn);
});
