/** A circle → the operators of its path: where it begins, and four curves. */
import type { Pt } from "../base/length.ts";
import { numbers } from "./numbers.ts";

/** Of the radius: curves whose handles are so long make a circle to a part in four thousand. */
const HANDLE = 0.5523;

/** @param x Its middle, and `y`, from the bottom left. @param r Its radius. */
export function circle(x: Pt, y: Pt, r: Pt): readonly [string, string, string, string, string] {
  const k = HANDLE * r;
  return [
    `${numbers(x + r, y)} m`,
    `${numbers(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${numbers(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${numbers(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${numbers(x + k, y - r, x + r, y - k, x + r, y)} c`,
  ];
}
