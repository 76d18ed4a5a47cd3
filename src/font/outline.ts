/** Glyph ids of a TrueType face in → their outlines, the parts of composite glyphs put in place (glyf table). */
import { placeOf, type Sfnt, tableOf, viewOf } from "./sfnt.ts";
import { grown } from "./steps.ts";

/** Points that a glyph may have, those of its parts together (maxp table, maxCompositePoints). */
const MOST_POINTS = 0xffff;

/** Contours of quadratic curves, point after point; good until the next glyph is read. Font units. */
export class Outline {
  xs = new Int32Array(0x100);
  ys = new Int32Array(0x100);
  /** 1 for points on the curve, 0 for control points. */
  on = new Uint8Array(0x100);
  /** Index behind the last point of each contour. */
  ends: number[] = [];
  count = 0;

  clear(): void {
    this.ends.length = 0;
    this.count = 0;
  }

  /** Makes room for more points. @returns The index of the first. @throws RangeError where no font may have so many. */
  add(points: number): number {
    const from = this.count;
    this.count += points;
    if (this.count > MOST_POINTS) throw new RangeError("a glyph of too many points");
    while (this.count > this.on.length) {
      this.xs = grown(this.xs);
      this.ys = grown(this.ys);
      this.on = grown(this.on);
    }
    return from;
  }
}

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

/** Components of a glyph, those inside them too. Letters have ten or so; twenty in each of seven layers would never end. */
const MOST_PARTS = 1000;

/** @returns A reader of outlines by glyph id, one object for all of them. Throws where the tables lead nowhere. */
export function outlines(font: Sfnt): (gid: number) => Outline {
  const isLong = tableOf(font, "head").getInt16(50) === 1;
  const loca = tableOf(font, "loca");
  const glyf = placeOf(font, "glyf").offset;
  const outline = new Outline();
  let parts = 0;
  const place = (gid: number) => (isLong ? loca.getUint32(4 * gid) : 2 * loca.getUint16(2 * gid));
  const read = (gid: number, depth: number): void => {
    const from = place(gid);
    const to = place(gid + 1);
    if (to <= from) return;
    const view = viewOf(font.source, glyf + from, to - from);
    const contours = view.getInt16(0);
    if (contours >= 0) addSimple(outline, view, contours);
    else if (depth < DEEPEST) addComposite(outline, view, (part) => readPart(part, depth + 1));
    else throw new RangeError("a composite glyph holds itself");
  };
  const readPart = (gid: number, depth: number): void => {
    parts += 1;
    if (parts > MOST_PARTS) throw new RangeError("a composite glyph of too many parts");
    read(gid, depth);
  };
  return (gid) => {
    outline.clear();
    parts = 0;
    read(gid, 0);
    return outline;
  };
}

function addSimple(outline: Outline, view: DataView, contours: number): void {
  if (contours === 0) return;
  const total = view.getUint16(8 + 2 * contours) + 1;
  const start = outline.add(total);
  const end = start + total;
  for (let k = 0; k < contours; k++) {
    const last = view.getUint16(10 + 2 * k);
    if (last >= total) throw new RangeError("a contour ends behind its glyph");
    outline.ends.push(start + last + 1);
  }
  const flags = outline.on;
  let at = 10 + 2 * contours;
  at += 2 + view.getUint16(at);
  for (let i = start; i < end; ) {
    const flag = view.getUint8(at++);
    let times = 1 + (flag & REPEAT ? view.getUint8(at++) : 0);
    while (times-- > 0 && i < end) flags[i++] = flag;
  }
  const axis = (values: Int32Array, short: number, same: number) => {
    let value = 0;
    for (let i = start; i < end; i++) {
      const flag = flags[i]!;
      if (flag & short) {
        const step = view.getUint8(at++);
        value += flag & same ? step : -step;
      } else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      values[i] = value;
    }
  };
  axis(outline.xs, X_SHORT, X_SAME);
  axis(outline.ys, Y_SHORT, Y_SAME);
  for (let i = start; i < end; i++) flags[i] = flags[i]! & ON;
}

function addComposite(outline: Outline, view: DataView, add: (gid: number) => void): void {
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
    const start = outline.count;
    add(gid);
    const { xs, ys } = outline;
    for (let i = start; i < outline.count; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      xs[i] = Math.round(a * x + c * y) + dx;
      ys[i] = Math.round(b * x + d * y) + dy;
    }
    if (!(flags & MORE)) return;
  }
}
