/** A sheet's boxes in → the operators of what surrounds them: crop and registration marks, a bar of colours. */
import { mm, type Pt } from "../base/length.ts";
import { circle } from "./circle.ts";
import { hundredth, numbers } from "./numbers.ts";

/** A sheet as it is printed, from the bottom left of the paper. All lengths in pt. */
export interface Sheet {
  /** Size after trimming. */
  readonly width: Pt;
  readonly height: Pt;
  readonly bleed: Pt;
  /** From the paper's edges to the trim. */
  readonly around: Pt;
  /** Where it is folded, from the left of the trim; null where it is not. */
  readonly fold: Pt | null;
}

const LINE: Pt = 0.25;
const LENGTH = mm(5);
/** Between the bleed and the marks, and between the marks and the paper's edge. */
const GAP = mm(1);
const RADIUS = mm(1.6);

/** Marks stand outside the bleed, and the paper ends behind them. */
export const around = (bleed: Pt): Pt => bleed + GAP + LENGTH + GAP;

export function sheetBoxes({ width, height, bleed, around: edge }: Sheet) {
  const box = (grow: Pt) =>
    [edge - grow, edge - grow, edge + width + grow, edge + height + grow].map(hundredth);
  return { MediaBox: box(edge), BleedBox: box(bleed), TrimBox: box(0) };
}

/** @param spots Resource names of the spot inks, for the bar of colours. */
export function printMarks(sheet: Sheet, colourBars: boolean, spots: readonly string[]): string {
  const { width, height, bleed, around: edge, fold } = sheet;
  const [left, right, bottom, top] = [edge, edge + width, edge, edge + height];
  const line = (...places: readonly number[]) =>
    `${numbers(places[0]!, places[1]!)} m ${numbers(places[2]!, places[3]!)} l S`;
  const away = bleed + GAP;
  const crop = [left, right].flatMap((x) => [
    line(x, bottom - away, x, bottom - away - LENGTH),
    line(x, top + away, x, top + away + LENGTH),
  ]);
  const level = [bottom, top].flatMap((y) => [
    line(left - away, y, left - away - LENGTH, y),
    line(right + away, y, right + away + LENGTH, y),
  ]);
  const middle = away + LENGTH / 2;
  const targets = [
    [left - middle, (bottom + top) / 2],
    [right + middle, (bottom + top) / 2],
    // Beside the fold, whose own mark stands in the middle.
    [(left + right) / 2 + (fold === null ? 0 : mm(12)), bottom - middle],
    [(left + right) / 2 + (fold === null ? 0 : mm(12)), top + middle],
  ].flatMap(([x, y]) => target(x!, y!));
  const folds =
    fold === null
      ? []
      : [
          "[2 2] 0 d",
          line(left + fold, bottom - away, left + fold, bottom - away - LENGTH),
          line(left + fold, top + away, left + fold, top + away + LENGTH),
          "[] 0 d",
        ];
  const bars = colourBars ? bar(left + mm(8), top + away, spots) : [];
  return ["q", "/All CS 1 SCN", `${LINE} w`, ...crop, ...level, ...targets, ...folds, ...bars, "Q"].join(
    "\n",
  );
}

/** A cross in a circle. */
function target(x: Pt, y: Pt): readonly string[] {
  const reach = LENGTH / 2;
  const [start, first, second, third, last] = circle(x, y, RADIUS);
  return [
    `${numbers(x - reach, y)} m ${numbers(x + reach, y)} l S`,
    `${numbers(x, y - reach)} m ${numbers(x, y + reach)} l S`,
    `${start} ${first}`,
    second,
    third,
    `${last} S`,
  ];
}

/** Side of a patch. */
const PATCH = mm(4);

/** Each ink full and half, two inks over each other, greys of black. */
function bar(x: Pt, y: Pt, spots: readonly string[]): readonly string[] {
  const inks = ["1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", ".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5"];
  const over = ["1 1 0 0", "0 1 1 0", "1 0 1 0", "0 0 0 .25", "0 0 0 .75"];
  const fills = [
    ...[...inks, ...over].map((ink) => `${ink} k`),
    ...spots.flatMap((spot) => [`/${spot} cs 1 scn`, `/${spot} cs .5 scn`]),
  ];
  return fills.map((fill, k) => `${fill} ${numbers(x + k * PATCH, y, PATCH, PATCH)} re f`);
}
