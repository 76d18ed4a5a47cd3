/** A glyph's paths in → its Type 2 charstring, in few operators and small numbers (Adobe Technical Note 5177). */
import type { Path } from "./cubic-path.ts";

const OP = {
  vmoveto: 4,
  rlineto: 5,
  hlineto: 6,
  vlineto: 7,
  rrcurveto: 8,
  endchar: 14,
  rmoveto: 21,
  hmoveto: 22,
  rcurveline: 24,
  rlinecurve: 25,
  vvcurveto: 26,
  hhcurveto: 27,
  vhcurveto: 30,
  hvcurveto: 31,
} as const;

/** Values that an interpreter's stack holds. */
const STACK = 48;

/** Steps from point to point: two numbers of a line, six of a curve. */
export type Step = readonly number[];

/** @returns What is drawn of a glyph, contour after contour. */
export const contoursOf = (paths: readonly Path[]): readonly Contour[] => inOrder(paths.map(contour));

/** @returns The program; a width other than the default one goes before it. */
export function charstring(contours: readonly Contour[]): number[] {
  const out: number[] = [];
  let [x, y] = [0, 0];
  for (const { start, end, steps } of contours) {
    const [dx, dy] = [start[0] - x, start[1] - y];
    if (dy === 0) push(out, [dx], OP.hmoveto);
    else if (dx === 0) push(out, [dy], OP.vmoveto);
    else push(out, [dx, dy], OP.rmoveto);
    pushSteps(out, steps);
    [x, y] = end;
  }
  out.push(OP.endchar);
  return out;
}

/** Contours are drawn in any order: the one that begins nearest takes the smallest numbers to get to. */
function inOrder(contours: Contour[]): readonly Contour[] {
  const out: Contour[] = [];
  let [x, y] = [0, 0];
  while (contours.length > 0) {
    const next = contours.splice(nearest(contours, x, y), 1)[0]!;
    out.push(next);
    [x, y] = next.end;
  }
  return out;
}

function nearest(paths: readonly Contour[], x: number, y: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  paths.forEach(({ start }, k) => {
    const cost = bytesOf(start[0] - x) + bytesOf(start[1] - y) + Math.hypot(start[0] - x, start[1] - y) / 1e5;
    if (cost < least) [best, least] = [k, cost];
  });
  return best;
}

/** A contour that closes by itself. */
export interface Contour {
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly steps: readonly Step[];
}

/** Begun behind its longest line, which needs not be drawn then: a path closes by itself. */
function contour({ x, y, segments }: Path): Contour {
  const count = segments.length;
  let best = -1;
  let most = 0;
  let px = x;
  let py = y;
  for (let i = 0; i < count; i++) {
    const segment = segments[i]!;
    const ex = segment[segment.length - 2]!;
    const ey = segment[segment.length - 1]!;
    if (segment.length === 2) {
      const saved = bytesOf(ex - px) + bytesOf(ey - py);
      if (saved > most) {
        best = i;
        most = saved;
      }
    }
    px = ex;
    py = ey;
  }
  const last = best < 0 ? null : segments[best]!;
  const startX = last ? last[0]! : x;
  const startY = last ? last[1]! : y;
  const steps: Step[] = [];
  px = startX;
  py = startY;
  for (let k = 1; k <= (last ? count - 1 : count); k++) {
    const segment = segments[(best + k) % count]!;
    const step: number[] = [];
    for (let i = 0; i < segment.length; i += 2) {
      const sx = segment[i]!;
      const sy = segment[i + 1]!;
      step.push(sx - px, sy - py);
      px = sx;
      py = sy;
    }
    steps.push(step);
  }
  return { start: [startX, startY], end: [px, py], steps };
}

/** Bytes that a number takes in a program; 0 is left out. */
export const bytesOf = (value: number) =>
  value === 0 ? 0 : Math.abs(value) <= 107 ? 1 : Math.abs(value) <= 1131 ? 2 : 3;

const isCurve = (step: Step | undefined): step is Step => step?.length === 6;
const isLevel = (step: Step | undefined) => step?.length === 2 && step[1] === 0;
const isUpright = (step: Step | undefined) => step?.length === 2 && step[0] === 0;
const leavesLevel = (step: Step | undefined) => isCurve(step) && step[1] === 0;
const leavesUpright = (step: Step | undefined) => isCurve(step) && step[0] === 0;
const arrivesLevel = (step: Step | undefined) => isCurve(step) && step[5] === 0;
const arrivesUpright = (step: Step | undefined) => isCurve(step) && step[4] === 0;

function pushSteps(out: number[], all: readonly Step[]): void {
  let i = 0;
  while (i < all.length)
    i +=
      alternatingLines(out, all, i) ||
      alternatingCurves(out, all, i) ||
      straightCurves(out, all, i, arrivesLevel, leavesLevel, OP.hhcurveto, 0) ||
      straightCurves(out, all, i, arrivesUpright, leavesUpright, OP.vvcurveto, 1) ||
      plain(out, all, i);
}

/** Level and upright lines in turn: one number each. */
function alternatingLines(out: number[], all: readonly Step[], from: number): number {
  let level = isLevel(all[from]);
  if (!level && !isUpright(all[from])) return 0;
  const op = level ? OP.hlineto : OP.vlineto;
  const numbers: number[] = [];
  let i = from;
  while (numbers.length < STACK && (level ? isLevel(all[i]) : isUpright(all[i]))) {
    numbers.push(all[i]![level ? 0 : 1]!);
    level = !level;
    i += 1;
  }
  push(out, numbers, op);
  return i - from;
}

/** Quarter turns in turn: four numbers each; the last may arrive askew. */
function alternatingCurves(out: number[], all: readonly Step[], from: number): number {
  const leaves = (level: boolean, step: Step | undefined) =>
    level ? leavesLevel(step) : leavesUpright(step);
  const arrives = (level: boolean, step: Step | undefined) =>
    level ? arrivesUpright(step) : arrivesLevel(step);
  let level = leavesLevel(all[from]) && !(leavesUpright(all[from]) && arrivesLevel(all[from]));
  if (!leaves(level, all[from])) return 0;
  // Level to level is said shorter by a curve of its own kind.
  if (!arrives(level, all[from]) && (level ? arrivesLevel(all[from]) : arrivesUpright(all[from]))) return 0;
  const op = level ? OP.hvcurveto : OP.vhcurveto;
  const numbers: number[] = [];
  let i = from;
  for (; numbers.length + 5 <= STACK && leaves(level, all[i]); i++) {
    const step = all[i]!;
    const whole = arrives(level, step);
    numbers.push(step[level ? 0 : 1]!, step[2]!, step[3]!, step[level ? 5 : 4]!);
    if (!whole) numbers.push(step[level ? 4 : 5]!);
    level = !level;
    if (!whole) {
      i += 1;
      break;
    }
  }
  push(out, numbers, op);
  return i - from;
}

/** Curves that leave and arrive level (or upright); the first may leave askew. @param axis 0 level, 1 upright. */
function straightCurves(
  out: number[],
  all: readonly Step[],
  from: number,
  arrives: (step: Step | undefined) => boolean,
  leaves: (step: Step | undefined) => boolean,
  op: number,
  axis: 0 | 1,
): number {
  if (!arrives(all[from])) return 0;
  const numbers: number[] = leaves(all[from]) ? [] : [all[from]![1 - axis]!];
  let i = from;
  while (numbers.length + 4 <= STACK && arrives(all[i]) && (i === from || leaves(all[i]))) {
    const step = all[i]!;
    numbers.push(step[axis]!, step[2]!, step[3]!, step[4 + axis]!);
    i += 1;
  }
  push(out, numbers, op);
  return i - from;
}

/** Lines or curves of any direction, as many as there are, with one of the other kind behind. */
function plain(out: number[], all: readonly Step[], from: number): number {
  const { length } = all[from]!;
  const numbers: number[] = [];
  let i = from;
  while (all[i]?.length === length && numbers.length + length <= STACK && (i === from || !isShort(all[i]))) {
    numbers.push(...all[i]!);
    i += 1;
  }
  const next = all[i];
  const other = next && next.length !== length && !isShort(next) ? next : null;
  if (other && numbers.length + other.length <= STACK) {
    push(out, [...numbers, ...other], length === 2 ? OP.rlinecurve : OP.rcurveline);
    return i + 1 - from;
  }
  push(out, numbers, length === 2 ? OP.rlineto : OP.rrcurveto);
  return i - from;
}

/** Steps that an operator of their own says in fewer numbers. */
const isShort = (step: Step | undefined): boolean =>
  step?.length === 2
    ? step[0] === 0 || step[1] === 0
    : isCurve(step) && (step[0] === 0 || step[1] === 0 || step[4] === 0 || step[5] === 0);

function push(out: number[], numbers: readonly number[], op: number): void {
  for (let i = 0; i < numbers.length; i++) pushNumber(out, numbers[i]!);
  out.push(op);
}

/** One byte up to 107, two up to 1131, three beyond (3.2). */
export function pushNumber(out: number[], value: number): void {
  if (value >= -107 && value <= 107) out.push(value + 139);
  else if (value >= 108 && value <= 1131) out.push(247 + ((value - 108) >> 8), (value - 108) & 0xff);
  else if (value >= -1131 && value <= -108) out.push(251 + ((-value - 108) >> 8), (-value - 108) & 0xff);
  else out.push(28, (value >> 8) & 0xff, value & 0xff);
}
