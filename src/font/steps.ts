/** Steps of contours, side by side in typed arrays, where they are compared by thousands. */

/** Numbers of a curve; a line's are the first two of as many. */
export const WIDE = 6;

/** The bit of a mask that says a curve; the others say which numbers are not 0: the same operators say like masks. */
export const CURVE = 1 << WIDE;

/** The mask of what is no step but the end of a contour: none is like it. */
const BETWEEN = 0xff;

/** Bytes that a number takes in a charstring; 0 is left out. */
export const bytesOf = (value: number): number => {
  const size = value < 0 ? -value : value;
  return size === 0 ? 0 : size <= 107 ? 1 : size <= 1131 ? 2 : 3;
};

/** Steps as they are kept; see `Steps`. */
export interface StepColumns {
  readonly numbers: Int16Array;
  readonly masks: Uint8Array;
  readonly across: Int16Array;
  readonly upward: Int16Array;
  readonly sizes: Uint8Array;
}

/** Steps from point to point, each as far as it leads from the one before: whole font units. */
export class Steps {
  count = 0;
  /** `WIDE` of each step: x and y in turn. */
  numbers: Int16Array;
  masks: Uint8Array;
  /** Where a step leads. */
  across: Int16Array;
  upward: Int16Array;
  /** Bytes of its numbers. */
  sizes: Uint8Array;

  constructor(room: number) {
    this.numbers = new Int16Array(WIDE * room);
    this.masks = new Uint8Array(room);
    this.across = new Int16Array(room);
    this.upward = new Int16Array(room);
    this.sizes = new Uint8Array(room);
  }

  clear(): void {
    this.count = 0;
  }

  /** The first of them. */
  columns(count: number): StepColumns {
    return {
      numbers: this.numbers.slice(0, WIDE * count),
      masks: this.masks.slice(0, count),
      across: this.across.slice(0, count),
      upward: this.upward.slice(0, count),
      sizes: this.sizes.slice(0, count),
    };
  }

  /** Takes the place of what there was. */
  put({ numbers, masks, across, upward, sizes }: StepColumns): void {
    this.count = masks.length;
    // Twice no room is none.
    if (this.count === 0) return;
    this.numbers = numbers;
    this.masks = masks;
    this.across = across;
    this.upward = upward;
    this.sizes = sizes;
  }

  line(x: number, y: number): void {
    const at = this.#next();
    const i = WIDE * at;
    this.numbers[i] = x;
    this.numbers[i + 1] = y;
    this.#finish(at, 2);
  }

  curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    const at = this.#next();
    putCurve(this.numbers, at, ax, ay, bx, by, x, y);
    this.#finish(at, WIDE);
  }

  /** The end of a contour. */
  gap(): void {
    this.masks[this.#next()] = BETWEEN;
  }

  /** The same step as one of others (or of these). */
  copy(from: Steps, step: number): void {
    const at = this.#next();
    const i = WIDE * at;
    const j = WIDE * step;
    for (let k = 0; k < WIDE; k++) this.numbers[i + k] = from.numbers[j + k]!;
    this.masks[at] = from.masks[step]!;
    this.across[at] = from.across[step]!;
    this.upward[at] = from.upward[step]!;
    this.sizes[at] = from.sizes[step]!;
  }

  /** The last number of a step that is not 0 along an axis; -1 for none. */
  lastMove(at: number, axis: 0 | 1): number {
    for (let k = WIDE - 2 + axis; k >= 0; k -= 2) if (this.masks[at]! & (1 << k)) return k;
    return -1;
  }

  #next(): number {
    if (this.count === this.masks.length) {
      this.numbers = grown(this.numbers);
      this.masks = grown(this.masks);
      this.across = grown(this.across);
      this.upward = grown(this.upward);
      this.sizes = grown(this.sizes);
    }
    return this.count++;
  }

  #finish(at: number, length: number): void {
    const i = WIDE * at;
    let mask = length === WIDE ? CURVE : 0;
    let size = 0;
    let x = 0;
    let y = 0;
    for (let k = 0; k < length; k += 2) {
      const dx = this.numbers[i + k]!;
      const dy = this.numbers[i + k + 1]!;
      if (dx !== 0) mask |= 1 << k;
      if (dy !== 0) mask |= 2 << k;
      size += bytesOf(dx) + bytesOf(dy);
      x += dx;
      y += dy;
    }
    this.masks[at] = mask;
    this.sizes[at] = size;
    this.across[at] = x;
    this.upward[at] = y;
  }
}

/** A closed contour: its last point and its first are joined by a line that is not said. Whole font units. */
export interface Contour {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
  /** Its steps, the first and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Puts a curve's numbers in. @param at How many steps or segments stand before it. */
export function putCurve(
  into: Int16Array | Int32Array,
  at: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  x: number,
  y: number,
): void {
  const i = WIDE * at;
  into[i] = ax;
  into[i + 1] = ay;
  into[i + 2] = bx;
  into[i + 3] = by;
  into[i + 4] = x;
  into[i + 5] = y;
}

/** @returns The same in twice the room. */
export function grown<T extends Float64Array | Int16Array | Int32Array | Uint8Array>(values: T): T {
  const out = new (values.constructor as new (length: number) => T)(2 * values.length);
  out.set(values);
  return out;
}
