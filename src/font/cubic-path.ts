/** Quadratic contours in → lines and as few cubic curves as stay within a fraction of a unit of them. */
import type { Outline } from "./outline.ts";
import { grown, putCurve, WIDE } from "./steps.ts";

/** Lines and curves of a contour, the last of which ends where it began; good until the next path is read. Whole font units. */
export class Path {
  x = 0;
  y = 0;
  count = 0;
  /** 1 for a curve, 0 for a line. */
  isCurve = new Uint8Array(0x100);
  /** `WIDE` of each: a curve's two controls (a line has none) and the end of both. */
  points = new Int32Array(WIDE * 0x100);

  begin(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.count = 0;
  }

  line(x: number, y: number): void {
    const at = this.#next();
    this.isCurve[at] = 0;
    this.points[WIDE * at + 4] = x;
    this.points[WIDE * at + 5] = y;
  }

  curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    const at = this.#next();
    this.isCurve[at] = 1;
    putCurve(this.points, at, ax, ay, bx, by, x, y);
  }

  #next(): number {
    if (this.count === this.isCurve.length) {
      this.isCurve = grown(this.isCurve);
      this.points = grown(this.points);
    }
    return this.count++;
  }
}

/** Quadratics that one curve may stand for at most. */
const LONGEST = 8;

/** Quadratics meet smoothly where the tangent of the angle between them is less than this. */
const SMOOTH = 0.2;

/**
 * Reads outlines of one face.
 *
 * @param tolerance How far a curve may leave the ones it stands for, font units.
 * @returns What hands each path of an outline on, one object for all of them.
 */
export function pathReader(tolerance: number): (outline: Outline, each: (path: Path) => void) => void {
  const path = new Path();
  const fitter = new Fitter(tolerance, path);
  return (outline, each) => {
    let from = 0;
    for (const to of outline.ends) {
      if (to - from >= 3) {
        readPath(outline, from, to, path, fitter);
        if (path.count > 0) each(path);
      }
      from = to;
    }
  };
}

/** The contour between two indexes, begun on the curve; from between two controls where none is on it. */
function readPath({ xs, ys, on }: Outline, from: number, to: number, path: Path, fitter: Fitter): void {
  const count = to - from;
  let first = from;
  while (first < to && on[first] === 0) first += 1;
  const isOff = first === to;
  if (isOff) first = from;
  const startX = isOff ? Math.round((xs[from]! + xs[to - 1]!) / 2) : xs[first]!;
  const startY = isOff ? Math.round((ys[from]! + ys[to - 1]!) / 2) : ys[first]!;
  path.begin(startX, startY);
  fitter.begin(startX, startY);
  let px = startX;
  let py = startY;
  let wasOn = true;
  for (let k = isOff ? 0 : 1; k <= count; k++) {
    const closes = k === count;
    const at = from + ((first - from + k) % count);
    const x = closes ? startX : xs[at]!;
    const y = closes ? startY : ys[at]!;
    const isOn = closes || on[at] === 1;
    if (isOn && wasOn) {
      fitter.finish();
      if (x !== px || y !== py) path.line(x, y);
      fitter.begin(x, y);
    } else if (isOn) fitter.add(px, py, x, y);
    else if (!wasOn) fitter.add(px, py, (px + x) / 2, (py + y) / 2);
    px = x;
    py = y;
    wasOn = isOn;
  }
  fitter.finish();
}

/** Points looked at on each quadratic. */
const SAMPLES = 4;

const length = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

/** Gathers quadratics that meet smoothly, and gives a path curves for as many of them together as it can. */
class Fitter {
  readonly #tolerance: number;
  readonly #path: Path;
  /** Start, then control and end of each quadratic: x and y in turn. */
  #points = new Float64Array(2 + 4 * 0x40);
  #quadratics = 0;
  readonly #xs = new Float64Array(SAMPLES * LONGEST);
  readonly #ys = new Float64Array(SAMPLES * LONGEST);
  /** Parameters in the first quadratic's measure, and how much of it so many quadratics take. */
  readonly #ts = new Float64Array(SAMPLES * LONGEST);
  readonly #totals = new Float64Array(LONGEST + 1);
  /** The inner points of the last curve that was tried. */
  readonly #inner = new Int32Array(4);

  constructor(tolerance: number, path: Path) {
    this.#tolerance = tolerance;
    this.#path = path;
  }

  begin(x: number, y: number): void {
    this.#points[0] = x;
    this.#points[1] = y;
    this.#quadratics = 0;
  }

  add(cx: number, cy: number, x: number, y: number): void {
    if (this.#quadratics > 0) {
      const points = this.#points;
      const end = 2 + 4 * this.#quadratics;
      const ax = points[end - 2]! - points[end - 4]!;
      const ay = points[end - 1]! - points[end - 3]!;
      const bx = cx - points[end - 2]!;
      const by = cy - points[end - 1]!;
      const cross = Math.abs(ax * by - ay * bx);
      const dot = ax * bx + ay * by;
      if (dot <= 0 || cross > SMOOTH * dot) {
        this.finish();
        this.begin(Math.round(points[end - 2]!), Math.round(points[end - 1]!));
      }
    }
    const at = 2 + 4 * this.#quadratics++;
    if (at + 4 > this.#points.length) this.#points = grown(this.#points);
    const points = this.#points;
    points[at] = cx;
    points[at + 1] = cy;
    points[at + 2] = x;
    points[at + 3] = y;
  }

  finish(): void {
    const count = this.#quadratics;
    let at = 0;
    let x = this.#points[0]!;
    let y = this.#points[1]!;
    while (at < count) {
      let taken = Math.min(LONGEST, count - at);
      if (taken > 1) this.#sample(at, taken);
      while (taken > 1 && !this.#fits(x, y, at, taken)) taken -= taken > 4 ? 2 : 1;
      const end = 4 * (at + taken);
      const toX = Math.round(this.#points[end]!);
      const toY = Math.round(this.#points[end + 1]!);
      if (taken === 1) this.#elevate(x, y, at, toX, toY);
      const inner = this.#inner;
      this.#path.curve(inner[0]!, inner[1]!, inner[2]!, inner[3]!, toX, toY);
      x = toX;
      y = toY;
      at += taken;
    }
  }

  /** A quadratic is a cubic, but for rounding. */
  #elevate(x: number, y: number, at: number, toX: number, toY: number): void {
    const cx = this.#points[4 * at + 2]!;
    const cy = this.#points[4 * at + 3]!;
    this.#inner[0] = Math.round(x + ((cx - x) * 2) / 3);
    this.#inner[1] = Math.round(y + ((cy - y) * 2) / 3);
    this.#inner[2] = Math.round(toX + ((cx - toX) * 2) / 3);
    this.#inner[3] = Math.round(toY + ((cy - toY) * 2) / 3);
  }

  /**
   * Least squares over the inner points. A quadratic's share of the parameter follows from its neighbour's,
   * since a cubic's speed does not jump. Ends that leave level or upright stay so.
   */
  #fits(x: number, y: number, at: number, count: number): boolean {
    const p = this.#points;
    const end = 4 * (at + count);
    const toX = Math.round(p[end]!);
    const toY = Math.round(p[end + 1]!);
    const total = this.#totals[count]!;
    const samples = count * SAMPLES - 1;
    const xs = this.#xs;
    const ys = this.#ys;
    const ts = this.#ts;
    let a11 = 0;
    let a12 = 0;
    let a22 = 0;
    let x1 = 0;
    let x2 = 0;
    let y1 = 0;
    let y2 = 0;
    for (let k = 0; k < samples; k++) {
      const t = ts[k]! / total;
      const u = 1 - t;
      const b0 = u * u * u;
      const b1 = 3 * t * u * u;
      const b2 = 3 * t * t * u;
      const b3 = t * t * t;
      const restX = xs[k]! - b0 * x - b3 * toX;
      const restY = ys[k]! - b0 * y - b3 * toY;
      a11 += b1 * b1;
      a12 += b1 * b2;
      a22 += b2 * b2;
      x1 += b1 * restX;
      x2 += b2 * restX;
      y1 += b1 * restY;
      y2 += b2 * restY;
    }
    const d = a11 * a22 - a12 * a12;
    const sx = p[4 * at + 2]!;
    const sy = p[4 * at + 3]!;
    const ex = p[end - 2]!;
    const ey = p[end - 1]!;
    const ax = sx === x ? x : Math.round((a22 * x1 - a12 * x2) / d);
    const ay = sy === y ? y : Math.round((a22 * y1 - a12 * y2) / d);
    const bx = ex === toX ? toX : Math.round((a11 * x2 - a12 * x1) / d);
    const by = ey === toY ? toY : Math.round((a11 * y2 - a12 * y1) / d);
    const most = this.#tolerance * this.#tolerance;
    for (let k = 0; k < samples; k++) {
      const t = ts[k]! / total;
      const u = 1 - t;
      const b0 = u * u * u;
      const b1 = 3 * t * u * u;
      const b2 = 3 * t * t * u;
      const b3 = t * t * t;
      const dx = b0 * x + b1 * ax + b2 * bx + b3 * toX - xs[k]!;
      const dy = b0 * y + b1 * ay + b2 * by + b3 * toY - ys[k]!;
      if (dx * dx + dy * dy > most) return false;
    }
    this.#inner[0] = ax;
    this.#inner[1] = ay;
    this.#inner[2] = bx;
    this.#inner[3] = by;
    return true;
  }

  /** Points of so many quadratics; those of fewer are the first of them. */
  #sample(at: number, count: number): void {
    const p = this.#points;
    let share = 1;
    let total = 0;
    for (let k = 0; k < count; k++) {
      const i = 4 * (at + k);
      const ax = p[i]!;
      const ay = p[i + 1]!;
      const cx = p[i + 2]!;
      const cy = p[i + 3]!;
      const ex = p[i + 4]!;
      const ey = p[i + 5]!;
      for (let s = 1; s <= SAMPLES; s++) {
        const q = s / SAMPLES;
        const r = 1 - q;
        const n = k * SAMPLES + s - 1;
        this.#xs[n] = r * r * ax + 2 * q * r * cx + q * q * ex;
        this.#ys[n] = r * r * ay + 2 * q * r * cy + q * q * ey;
        this.#ts[n] = total + q * share;
      }
      total += share;
      this.#totals[k + 1] = total;
      if (k + 1 === count) break;
      const before = length(ex - cx, ey - cy);
      if (before > 0) share *= length(p[i + 6]! - ex, p[i + 7]! - ey) / before;
    }
  }
}
