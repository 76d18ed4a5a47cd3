/** Paths of one glyph after another in → contours said in small numbers, each begun where that takes the fewest. */
import type { Path } from "./cubic-path.ts";
import { bytesOf, type Contour, type Steps, WIDE } from "./steps.ts";

/**
 * Adds a path to the steps, begun behind its longest line, which needs not be drawn then: a path closes by itself.
 *
 * @returns Where it stands.
 */
export function addContour({ x, y, count, isCurve, points }: Path, steps: Steps): Contour {
  let best = -1;
  let most = 0;
  let px = x;
  let py = y;
  for (let k = 0; k < count; k++) {
    const ex = points[WIDE * k + 4]!;
    const ey = points[WIDE * k + 5]!;
    if (isCurve[k] === 0) {
      const saved = bytesOf(ex - px) + bytesOf(ey - py);
      if (saved > most) {
        best = k;
        most = saved;
      }
    }
    px = ex;
    py = ey;
  }
  const startX = best < 0 ? x : points[WIDE * best + 4]!;
  const startY = best < 0 ? y : points[WIDE * best + 5]!;
  const from = steps.count;
  px = startX;
  py = startY;
  const last = best < 0 ? count : count - 1;
  for (let k = 1; k <= last; k++) {
    const segment = (best + k) % count;
    const i = WIDE * segment;
    const ex = points[i + 4]!;
    const ey = points[i + 5]!;
    if (isCurve[segment] === 0) steps.line(ex - px, ey - py);
    else {
      const ax = points[i]!;
      const ay = points[i + 1]!;
      const bx = points[i + 2]!;
      const by = points[i + 3]!;
      steps.curve(ax - px, ay - py, bx - ax, by - ay, ex - bx, ey - by);
    }
    px = ex;
    py = ey;
  }
  return { startX, startY, endX: px, endY: py, from, to: steps.count };
}

/** Contours are drawn in any order: the one that begins nearest takes the smallest numbers to get to. */
export function inOrder(contours: Contour[]): readonly Contour[] {
  const out: Contour[] = [];
  let x = 0;
  let y = 0;
  while (contours.length > 0) {
    const next = contours.splice(nearest(contours, x, y), 1)[0]!;
    out.push(next);
    x = next.endX;
    y = next.endY;
  }
  return out;
}

function nearest(contours: readonly Contour[], x: number, y: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < contours.length; k++) {
    const dx = contours[k]!.startX - x;
    const dy = contours[k]!.startY - y;
    const cost = bytesOf(dx) + bytesOf(dy) + Math.hypot(dx, dy) / 1e5;
    if (cost < least) {
      best = k;
      least = cost;
    }
  }
  return best;
}
