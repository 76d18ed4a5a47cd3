/** Glyph ids of a TrueType face in → their outlines, the parts of composite glyphs put in place (glyf table). */
import { type Sfnt, tableOf } from "./sfnt.ts";

/** Contours of quadratic curves, point after point. Font units. */
export interface Outline {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** 1 for points on the curve, 0 for control points. */
  readonly on: Uint8Array;
  /** Index behind the last point of each contour. */
  readonly ends: readonly number[];
}

const EMPTY: Outline = { xs: new Int32Array(), ys: new Int32Array(), on: new Uint8Array(), ends: [] };

/** Flags of a simple glyph's points. */
const ON = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;

/** Flags of a composite glyph's components. */
const WORDS = 0x0001;
const XY_VALUES = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** Components inside components; a font that goes deeper goes in circles. */
const DEEPEST = 8;

/** @returns A reader of outlines by glyph id. Throws where the tables lead nowhere. */
export function outlines(font: Sfnt): (gid: number) => Outline {
  const isLong = tableOf(font, "head").getInt16(50) === 1;
  const loca = tableOf(font, "loca");
  const glyf = tableOf(font, "glyf");
  const place = (gid: number) => (isLong ? loca.getUint32(4 * gid) : 2 * loca.getUint16(2 * gid));
  const read = (gid: number, depth: number): Outline => {
    const [from, to] = [place(gid), place(gid + 1)];
    if (to <= from) return EMPTY;
    const view = new DataView(glyf.buffer, glyf.byteOffset + from, to - from);
    const contours = view.getInt16(0);
    if (contours >= 0) return simple(view, contours);
    if (depth >= DEEPEST) throw new Error("a composite glyph holds itself");
    return composite(view, (part) => read(part, depth + 1));
  };
  return (gid) => read(gid, 0);
}

function simple(view: DataView, count: number): Outline {
  if (count === 0) return EMPTY;
  const ends = Array.from({ length: count }, (_, k) => view.getUint16(10 + 2 * k) + 1);
  const total = ends[count - 1]!;
  let at = 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags = new Uint8Array(total);
  for (let i = 0; i < total; ) {
    const flag = view.getUint8(at++);
    let times = 1 + (flag & REPEAT ? view.getUint8(at++) : 0);
    while (times-- > 0 && i < total) flags[i++] = flag;
  }
  const axis = (short: number, same: number): Int32Array => {
    const out = new Int32Array(total);
    let value = 0;
    for (let i = 0; i < total; i++) {
      const flag = flags[i]!;
      if (flag & short) {
        const step = view.getUint8(at++);
        value += flag & same ? step : -step;
      } else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      out[i] = value;
    }
    return out;
  };
  const xs = axis(X_SHORT, X_SAME);
  const ys = axis(Y_SHORT, Y_SAME);
  for (let i = 0; i < total; i++) flags[i]! &= ON;
  return { xs, ys, on: flags, ends };
}

function composite(view: DataView, read: (gid: number) => Outline): Outline {
  const found: Outline[] = [];
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    const gid = view.getUint16(at + 2);
    at += 4;
    const isWords = (flags & WORDS) !== 0;
    const offset = (n: number) => (isWords ? view.getInt16(at + 2 * n) : view.getInt8(at + n));
    const [dx, dy] = flags & XY_VALUES ? [offset(0), offset(1)] : [0, 0];
    at += isWords ? 4 : 2;
    const fraction = () => {
      const value = view.getInt16(at) / 16384;
      at += 2;
      return value;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & SCALE) a = d = fraction();
    else if (flags & XY_SCALE) [a, d] = [fraction(), fraction()];
    else if (flags & TWO_BY_TWO) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()];
    const part = read(gid);
    found.push({
      ...part,
      xs: part.xs.map((x, i) => Math.round(a * x + c * part.ys[i]!) + dx),
      ys: part.ys.map((y, i) => Math.round(b * part.xs[i]! + d * y) + dy),
    });
    if (!(flags & MORE)) return joined(found);
  }
}

function joined(parts: readonly Outline[]): Outline {
  const total = parts.reduce((sum, { xs }) => sum + xs.length, 0);
  const whole = { xs: new Int32Array(total), ys: new Int32Array(total), on: new Uint8Array(total) };
  const ends: number[] = [];
  let at = 0;
  for (const part of parts) {
    whole.xs.set(part.xs, at);
    whole.ys.set(part.ys, at);
    whole.on.set(part.on, at);
    for (const end of part.ends) ends.push(at + end);
    at += part.xs.length;
  }
  return { ...whole, ends };
}
