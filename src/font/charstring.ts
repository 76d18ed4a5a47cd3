/** A glyph's contours in → its Type 2 charstring, in few operators and small numbers (Adobe Technical Note 5177). */
import { NumberBytes } from "./number-bytes.ts";
import { type Contour, CURVE, type Steps, WIDE } from "./steps.ts";

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

/** Bits of a mask: which numbers of a step are not 0. */
const [X, Y] = [1, 2] as const;
const [LAST_X, LAST_Y] = [16, 32] as const;

const isCurve = (mask: number) => (mask & CURVE) !== 0;
const isLevel = (mask: number) => (mask & (CURVE | Y)) === 0;
const isUpright = (mask: number) => (mask & (CURVE | X)) === 0;
const leavesLevel = (mask: number) => (mask & (CURVE | Y)) === CURVE;
const leavesUpright = (mask: number) => (mask & (CURVE | X)) === CURVE;
const arrivesLevel = (mask: number) => (mask & (CURVE | LAST_Y)) === CURVE;
const arrivesUpright = (mask: number) => (mask & (CURVE | LAST_X)) === CURVE;

/** Steps that an operator of their own says in fewer numbers. */
const isShort = (mask: number): boolean => {
  const all = isCurve(mask) ? X | Y | LAST_X | LAST_Y : X | Y;
  return (mask & all) !== all;
};

/** Writes one program after another. */
export class Charstrings {
  readonly #out = new NumberBytes();

  /** @returns The program of a glyph, without its width, which comes first where it is not the normal one of its font. */
  of(steps: Steps, contours: readonly Contour[]): Uint8Array {
    this.#out.clear();
    let x = 0;
    let y = 0;
    for (const contour of contours) {
      const dx = contour.startX - x;
      const dy = contour.startY - y;
      if (dx !== 0 || dy === 0) this.#out.number(dx);
      if (dy !== 0) this.#out.number(dy);
      this.#out.put(dy === 0 ? OP.hmoveto : dx === 0 ? OP.vmoveto : OP.rmoveto);
      this.#steps(steps, contour.from, contour.to);
      x = contour.endX;
      y = contour.endY;
    }
    this.#out.put(OP.endchar);
    return this.#out.taken();
  }

  #steps(all: Steps, from: number, to: number): void {
    let i = from;
    while (i < to)
      i +=
        this.#alternatingLines(all, i, to) ||
        this.#alternatingCurves(all, i, to) ||
        this.#straightCurves(all, i, to, arrivesLevel, leavesLevel, OP.hhcurveto, 0) ||
        this.#straightCurves(all, i, to, arrivesUpright, leavesUpright, OP.vvcurveto, 1) ||
        this.#plain(all, i, to);
  }

  /** Level and upright lines in turn: one number each. */
  #alternatingLines({ masks, numbers }: Steps, from: number, to: number): number {
    let level = isLevel(masks[from]!);
    if (!level && !isUpright(masks[from]!)) return 0;
    const op = level ? OP.hlineto : OP.vlineto;
    const most = Math.min(to, from + STACK);
    let i = from;
    for (; i < most && (level ? isLevel(masks[i]!) : isUpright(masks[i]!)); i++) {
      this.#out.number(numbers[WIDE * i + (level ? 0 : 1)]!);
      level = !level;
    }
    this.#out.put(op);
    return i - from;
  }

  /** Quarter turns in turn: four numbers each; the last may arrive askew. */
  #alternatingCurves({ masks, numbers }: Steps, from: number, to: number): number {
    const first = masks[from]!;
    let level = leavesLevel(first) && !(leavesUpright(first) && arrivesLevel(first));
    if (!leaves(level, first)) return 0;
    // Level to level is said shorter by a curve of its own kind.
    if (!arrives(level, first) && arrives(!level, first)) return 0;
    const op = level ? OP.hvcurveto : OP.vhcurveto;
    let said = 0;
    let i = from;
    for (; i < to && said + 5 <= STACK && leaves(level, masks[i]!); i++) {
      const isWhole = arrives(level, masks[i]!);
      this.#out.number(numbers[WIDE * i + (level ? 0 : 1)]!);
      this.#out.number(numbers[WIDE * i + 2]!);
      this.#out.number(numbers[WIDE * i + 3]!);
      this.#out.number(numbers[WIDE * i + (level ? 5 : 4)]!);
      said += 4;
      if (!isWhole) {
        this.#out.number(numbers[WIDE * i + (level ? 4 : 5)]!);
        i += 1;
        break;
      }
      level = !level;
    }
    this.#out.put(op);
    return i - from;
  }

  /** Curves that leave and arrive level (or upright); the first may leave askew. @param axis 0 level, 1 upright. */
  #straightCurves(
    { masks, numbers }: Steps,
    from: number,
    to: number,
    arrives: (mask: number) => boolean,
    leaves: (mask: number) => boolean,
    op: number,
    axis: 0 | 1,
  ): number {
    if (!arrives(masks[from]!)) return 0;
    let said = 0;
    if (!leaves(masks[from]!)) {
      this.#out.number(numbers[WIDE * from + 1 - axis]!);
      said = 1;
    }
    let i = from;
    for (; i < to && said + 4 <= STACK && arrives(masks[i]!) && (i === from || leaves(masks[i]!)); i++) {
      this.#out.number(numbers[WIDE * i + axis]!);
      this.#out.number(numbers[WIDE * i + 2]!);
      this.#out.number(numbers[WIDE * i + 3]!);
      this.#out.number(numbers[WIDE * i + 4 + axis]!);
      said += 4;
    }
    this.#out.put(op);
    return i - from;
  }

  /** Lines or curves of any direction, as many as there are, with one of the other kind behind. */
  #plain(all: Steps, from: number, to: number): number {
    const { masks } = all;
    const curves = isCurve(masks[from]!);
    const length = curves ? WIDE : 2;
    let said = 0;
    let i = from;
    for (; i < to && said + length <= STACK; i++) {
      if (isCurve(masks[i]!) !== curves || (i !== from && isShort(masks[i]!))) break;
      this.#whole(all, i);
      said += length;
    }
    const other = curves ? 2 : WIDE;
    if (i < to && isCurve(masks[i]!) !== curves && !isShort(masks[i]!) && said + other <= STACK) {
      this.#whole(all, i);
      this.#out.put(curves ? OP.rcurveline : OP.rlinecurve);
      return i + 1 - from;
    }
    this.#out.put(curves ? OP.rrcurveto : OP.rlineto);
    return i - from;
  }

  /** All numbers of a step. */
  #whole({ masks, numbers }: Steps, at: number): void {
    const length = isCurve(masks[at]!) ? WIDE : 2;
    for (let k = 0; k < length; k++) this.#out.number(numbers[WIDE * at + k]!);
  }
}

const leaves = (level: boolean, mask: number) => (level ? leavesLevel(mask) : leavesUpright(mask));
const arrives = (level: boolean, mask: number) => (level ? arrivesUpright(mask) : arrivesLevel(mask));
