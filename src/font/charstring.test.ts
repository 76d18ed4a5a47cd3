import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Charstrings } from "./charstring.ts";
import { Steps } from "./steps.ts";

/** A line by its two numbers, or a curve by its six. */
type Step = readonly number[];

const programOf = (start: readonly [number, number], drawn: readonly Step[]): Uint8Array => {
  const steps = new Steps(8);
  for (const [ax, ay, bx, by, x, y] of drawn)
    if (bx === undefined) steps.line(ax!, ay!);
    else steps.curve(ax!, ay!, bx, by!, x!, y!);
  const [startX, startY] = start;
  const contour = { startX, startY, endX: startX, endY: startY, from: 0, to: drawn.length };
  return new Charstrings().of(steps, [contour]);
};

/** Operators of a program, each with the numbers before it. */
function operatorsOf(program: Uint8Array) {
  const found: { readonly op: number; readonly numbers: readonly number[] }[] = [];
  let numbers: number[] = [];
  for (let k = 0; k < program.length; ) {
    const byte = program[k++]!;
    if (byte === 28) {
      numbers.push(((program[k]! << 24) | (program[k + 1]! << 16)) >> 16);
      k += 2;
    } else if (byte < 32) {
      found.push({ op: byte, numbers });
      numbers = [];
    } else if (byte <= 246) numbers.push(byte - 139);
    else if (byte <= 250) numbers.push((byte - 247) * 256 + program[k++]! + 108);
    else numbers.push(-(byte - 251) * 256 - program[k++]! - 108);
  }
  return found;
}

const line = (level: boolean, far: number): Step => (level ? [far, 0] : [0, far]);

/** What an interpreter draws (Adobe Technical Note 5177, 4.1): where it begins, and steps. */
function drawnBy(program: Uint8Array): readonly [start: Step, steps: readonly Step[]] {
  let start: Step = [0, 0];
  const steps: Step[] = [];
  for (const { op, numbers } of operatorsOf(program)) {
    const left = [...numbers];
    const take = (count: number) => left.splice(0, count);
    const turns = (level: boolean) => {
      for (let turn = level; left.length > 0; turn = !turn) {
        const [far, bx, by, end] = take(4) as [number, number, number, number];
        const askew = left.length === 1 ? take(1)[0]! : 0;
        steps.push(turn ? [far, 0, bx, by, askew, end] : [0, far, bx, by, end, askew]);
      }
    };
    if (op === 21) start = take(2);
    else if (op === 22) start = [...take(1), 0];
    else if (op === 4) start = [0, ...take(1)];
    else if (op === 5 || op === 25) {
      const lines = op === 5 ? left.length : left.length - 6;
      for (let k = 0; k < lines; k += 2) steps.push(take(2));
      if (op === 25) steps.push(take(6));
    } else if (op === 8 || op === 24) {
      while (left.length >= 6) steps.push(take(6));
      if (op === 24) steps.push(take(2));
    } else if (op === 6 || op === 7)
      for (let level = op === 6; left.length > 0; level = !level) steps.push(line(level, take(1)[0]!));
    else if (op === 26 || op === 27) {
      let askew = left.length % 4 === 1 ? take(1)[0]! : 0;
      while (left.length > 0) {
        const [far, bx, by, end] = take(4) as [number, number, number, number];
        steps.push(op === 27 ? [far, askew, bx, by, end, 0] : [askew, far, bx, by, 0, end]);
        askew = 0;
      }
    } else if (op === 30 || op === 31) turns(op === 31);
    expect(left, `operator ${op}`).toEqual([]);
  }
  return [start, steps];
}

/** Zero half of the time: that is what operators of their own are for. */
const number = fc.oneof(fc.constant(0), fc.integer({ min: -1200, max: 1200 }));
const step = fc.oneof(
  fc.tuple(number, number),
  fc.tuple(number, number, number, number, number, number),
  // Long runs of one kind.
  fc.tuple(fc.constant(0), fc.integer({ min: 1, max: 9 })),
);
const alike = (one: fc.Arbitrary<Step>) => fc.array(one, { minLength: 10, maxLength: 60 });
const far = fc.integer({ min: 1, max: 300 });
const drawings: readonly (readonly [string, fc.Arbitrary<readonly Step[]>])[] = [
  ["of any steps", fc.array(step, { minLength: 1, maxLength: 40 })],
  ["of slanted lines", alike(fc.tuple(far, far))],
  ["of curves askew", alike(fc.tuple(far, far, far, far, far, far))],
  ["of level curves", alike(fc.tuple(far, fc.constant(0), far, far, far, fc.constant(0)))],
  ["of upright curves", alike(fc.tuple(fc.constant(0), far, far, far, fc.constant(0), far))],
  [
    "of quarter turns",
    alike(fc.tuple(far, far, far, far)).map((turns) =>
      turns.map(([a, b, c, d], k): Step => (k % 2 === 0 ? [a!, 0, b!, c!, 0, d!] : [0, a!, b!, c!, d!, 0])),
    ),
  ],
  ["of a stair", alike(fc.tuple(far)).map((stairs) => stairs.map(([a], k) => line(k % 2 === 0, a!)))],
];

describe.each(drawings)("the program of a contour %s", (_, drawing) => {
  test("draws its steps, in their order", () => {
    fc.assert(
      fc.property(fc.tuple(number, number), drawing, (start, drawn) => {
        expect(drawnBy(programOf(start, drawn))).toEqual([[...start], drawn.map((one) => [...one])]);
      }),
    );
  });

  test("gives every operator numbers, and no more than an interpreter holds", () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        for (const { op, numbers } of operatorsOf(programOf([3, 4], drawn)).slice(0, -1)) {
          expect(numbers.length, `operator ${op}`).toBeGreaterThan(0);
          expect(numbers.length, `operator ${op}`).toBeLessThanOrEqual(48);
        }
      }),
    );
  });
});

test("what is alike in kind is said by one operator", () => {
  const ops = (drawn: readonly Step[]) => operatorsOf(programOf([3, 4], drawn)).map(({ op }) => op);
  expect(
    ops([
      [5, 0],
      [0, 5],
      [-5, 0],
      [0, -5],
    ]),
  ).toEqual([21, 6, 14]);
  expect(
    ops([
      [5, 0, 5, 5, 0, 5],
      [0, 5, 5, 5, 5, 0],
    ]),
  ).toEqual([21, 31, 14]);
  expect(
    ops([
      [5, 0, 5, 5, 5, 0],
      [5, 0, 5, -5, 5, 0],
    ]),
  ).toEqual([21, 27, 14]);
  expect(
    ops([
      [5, 2, 5, 5, 5, 0],
      [5, 0, 5, -5, 5, 0],
    ]),
  ).toEqual([21, 27, 14]);
  expect(
    ops([
      [0, 5, 5, 5, 0, 5],
      [0, 5, -5, 5, 0, 5],
    ]),
  ).toEqual([21, 26, 14]);
  expect(
    ops([
      [5, 2],
      [5, 3],
      [1, 2, 3, 4, 5, 6],
    ]),
  ).toEqual([21, 25, 14]);
  expect(
    ops([
      [1, 2, 3, 4, 5, 6],
      [5, 3],
    ]),
  ).toEqual([21, 24, 14]);
});
