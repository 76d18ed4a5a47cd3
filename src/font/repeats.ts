/** Contours of one font after another in → contours that repeat the earlier ones, and common numbers, where they nearly do. */
import { bytesOf, type Contour, CURVE, grown, type StepColumns, Steps, WIDE } from "./steps.ts";

/** Bytes from which a repeat is worth one. */
const WORTH = 4;

/** Looked at for one place at most, the last first. */
const TRIES = 160;

/** How much farther than its ends the inner points of a curve may leave their places: the curve follows them by less. */
const INNER = 2;

/** Numbers whose uses are counted: all that take less than three bytes, and some. */
const [LEAST, NUMBERS] = [-0x800, 0x1000] as const;

/** Steps that lead about as far stand in one of so many lists, a power of two. */
const LIST_BITS = 14;

/** All that contours that come later may repeat. */
export interface Settled {
  readonly steps: StepColumns;
  readonly before: Int32Array;
  readonly last: Int32Array;
  readonly counts: Int32Array;
}

/** Behind the last step of a contour. */
const NO_STEP = -1;

/**
 * Serifs, dots and ends of strokes are alike from glyph to glyph, but for a unit here and there; said alike they
 * take a fifth less room once packed. Straight edges stay level and upright, and no error adds up.
 */
export class Repeats {
  readonly #slack: number;
  /** How far a number that repeats nothing may move to be a common one. */
  readonly #ease: number;
  /** What was said so far, a gap behind each contour. */
  readonly steps = new Steps(0x1000);
  /** Of each step the one before it that leads about as far; -1 for none. */
  #before: Int32Array = new Int32Array(0x1000);
  /** The last step of each list; -1 for none. */
  #last: Int32Array = new Int32Array(1 << LIST_BITS).fill(-1);
  /** How often each number was said. */
  #counts: Int32Array = new Int32Array(NUMBERS);
  /** Steps that may be repeated, where no more will be; else null. */
  #settled: number | null = null;
  /** The contour as it was drawn: its steps and where they end. */
  #drawn: Steps = this.steps;
  #end = 0;
  /**
   * The last steps that move along each axis, where what closes the contour is to stay upright or level: behind them
   * the pen is where the drawing has it. The end where it may go aslant.
   */
  #holdX = 0;
  #holdY = 0;
  /** The numbers of the step at hand. */
  readonly #said = [0, 0, 0, 0, 0, 0];
  /** How far the pen is from where the drawing has it. */
  #ex = 0;
  #ey = 0;
  /** The run that `#longest` found: where it begins, its steps and bytes, and how far off the pen is behind it. */
  readonly #found = { at: 0, steps: 0, bytes: 0, ex: 0, ey: 0 };

  /** @param slack How far a point may leave its place along each axis, whole units. */
  constructor(slack: number) {
    this.#slack = slack;
    this.#ease = slack >> 1;
  }

  /** From now on contours repeat what was said so far, not one another: each comes out the same whatever stands before it. */
  settle(): void {
    this.#settled = this.steps.count;
  }

  /** What was settled, to be settled again elsewhere. */
  get settled(): Settled {
    const count = this.#settled ?? 0;
    const before = this.#before.slice(0, count);
    return { steps: this.steps.columns(count), before, last: this.#last, counts: this.#counts };
  }

  /** @param settled Of contours with the same slack. */
  resume({ steps, before, last, counts }: Settled): void {
    this.steps.put(steps);
    this.#before = before;
    this.#last = last;
    this.#counts = counts;
    this.settle();
  }

  /** Room for the steps of contours that nothing repeats is used again. */
  forget(): void {
    if (this.#settled !== null) this.steps.count = this.#settled;
  }

  /** @returns Where in `steps` the contour stands now. @param drawn What it stood in. */
  set(drawn: Steps, contour: Contour): Contour {
    const { startX, startY, endX, endY, to } = contour;
    this.#drawn = drawn;
    this.#end = to;
    this.#holdX = startX === endX ? this.#lastMoving(0, contour) : to;
    this.#holdY = startY === endY ? this.#lastMoving(1, contour) : to;
    this.#ex = 0;
    this.#ey = 0;
    const from = this.steps.count;
    for (let here = contour.from; here < to; )
      if (this.#slack === 0) this.steps.copy(drawn, here++);
      else if (this.#longest(here)) {
        const { at, steps, ex, ey } = this.#found;
        for (let k = 0; k < steps; k++) this.steps.copy(this.steps, at + k);
        this.#ex = ex;
        this.#ey = ey;
        here += steps;
      } else this.#usual(here++);
    const end = this.steps.count;
    this.steps.gap();
    if (this.#slack > 0 && this.#settled === null) this.#index(from, end);
    return { startX, startY, endX: endX + this.#ex, endY: endY + this.#ey, from, to: end };
  }

  /** The last step of the drawing that moves along an axis; the one before the first for none. */
  #lastMoving(axis: 0 | 1, { from, to }: Contour): number {
    let at = to - 1;
    while (at >= from && this.#drawn.lastMove(at, axis) < 0) at -= 1;
    return at;
  }

  /** Makes the steps of a contour what others may repeat. */
  #index(from: number, end: number): void {
    const { numbers, masks, across, upward, count } = this.steps;
    while (count > this.#before.length) this.#before = grown(this.#before);
    for (let at = from; at < end; at++) {
      const mask = masks[at]!;
      const key = this.#key(mask, this.#cell(across[at]!), this.#cell(upward[at]!));
      this.#before[at] = this.#last[key]!;
      this.#last[key] = at;
      const length = mask & CURVE ? WIDE : 2;
      for (let k = 0; k < length; k++) {
        const number = numbers[WIDE * at + k]! - LEAST;
        if (number >= 0 && number < NUMBERS) this.#counts[number] = this.#counts[number]! + 1;
      }
    }
  }

  /** @returns Whether the steps from one on may become earlier ones; the longest run of them is the one found. */
  #longest(from: number): boolean {
    const drawn = this.#drawn;
    const mask = drawn.masks[from]!;
    const second = from + 1 < this.#end ? drawn.masks[from + 1]! : NO_STEP;
    const { masks, sizes, across, upward } = this.steps;
    const before = this.#before;
    const found = this.#found;
    const room = 2 * this.#slack;
    const lowX = drawn.across[from]! - this.#ex - this.#slack;
    const lowY = drawn.upward[from]! - this.#ey - this.#slack;
    found.bytes = WORTH - 1;
    let tries = TRIES;
    const lastX = this.#cell(lowX + room);
    const lastY = this.#cell(lowY + room);
    for (let cx = this.#cell(lowX); cx <= lastX; cx++)
      for (let cy = this.#cell(lowY); cy <= lastY; cy++) {
        let at = this.#last[this.#key(mask, cx, cy)]!;
        for (; at >= 0 && tries > 0; at = before[at]!) {
          if (masks[at] !== mask) continue;
          tries -= 1;
          const x = across[at]! - lowX;
          const y = upward[at]! - lowY;
          if (x < 0 || x > room || y < 0 || y > room) continue;
          // A step alone is seldom more than what was found.
          if (1 + sizes[at]! > found.bytes || masks[at + 1] === second) this.#follow(from, at);
        }
      }
    return found.bytes >= WORTH;
  }

  /** How many earlier steps the ones from one on may become: found where they are more bytes than what was found. */
  #follow(from: number, at: number): void {
    const { masks, across, upward, sizes } = this.steps;
    const drawn = this.#drawn;
    const end = this.#end;
    const slack = this.#slack;
    let ex = this.#ex;
    let ey = this.#ey;
    let bytes = 0;
    let here = from;
    let there = at;
    for (; here < end; here++, there++) {
      const mask = masks[there]!;
      if (mask !== drawn.masks[here]) break;
      const x = ex + across[there]! - drawn.across[here]!;
      const y = ey + upward[there]! - drawn.upward[here]!;
      if (x > slack || -x > slack || (x !== 0 && here >= this.#holdX)) break;
      if (y > slack || -y > slack || (y !== 0 && here >= this.#holdY)) break;
      if (mask & CURVE && !(this.#bends(here, there, 0, ex, x) && this.#bends(here, there, 1, ey, y))) break;
      ex = x;
      ey = y;
      bytes += 1 + sizes[there]!;
    }
    const found = this.#found;
    if (bytes <= found.bytes) return;
    found.at = at;
    found.steps = here - from;
    found.bytes = bytes;
    found.ex = ex;
    found.ey = ey;
  }

  /** Whether one curve stays as near to another as it may, along one axis. @param to How far its end is off. */
  #bends(here: number, there: number, axis: 0 | 1, from: number, to: number): boolean {
    const said = this.steps.numbers;
    const drawn = this.#drawn.numbers;
    const i = WIDE * there + axis;
    const j = WIDE * here + axis;
    const first = from + said[i]! - drawn[j]!;
    const second = first + said[i + 2]! - drawn[j + 2]!;
    const most = INNER * this.#slack;
    if (first > most || -first > most || second > most || -second > most) return false;
    // Four quarters along the curve, in sixty-fourths.
    const off = 64 * this.#slack;
    const quarter = 27 * from + 27 * first + 9 * second + to;
    const half = 8 * from + 24 * first + 24 * second + 8 * to;
    const rest = from + 9 * first + 27 * second + 27 * to;
    return quarter <= off && -quarter <= off && half <= off && -half <= off && rest <= off && -rest <= off;
  }

  /** A step to its true place, or as near to it as more common numbers lead. */
  #usual(here: number): void {
    const { numbers, masks } = this.#drawn;
    const i = WIDE * here;
    const lastX = here === this.#holdX ? this.#drawn.lastMove(here, 0) : -1;
    const lastY = here === this.#holdY ? this.#drawn.lastMove(here, 1) : -1;
    const said = this.#said;
    const length = masks[here]! & CURVE ? WIDE : 2;
    for (let k = 0; k < length; k++) {
      const number = numbers[i + k]!;
      said[k] = 0;
      if (number === 0) continue;
      const off = k % 2 === 0 ? this.#ex : this.#ey;
      said[k] = this.#commonest(number - off, k === lastX || k === lastY ? 0 : this.#ease);
      if (k % 2 === 0) this.#ex += said[k]! - number;
      else this.#ey += said[k]! - number;
    }
    if (length === 2) this.steps.line(said[0]!, said[1]!);
    else this.steps.curve(said[0]!, said[1]!, said[2]!, said[3]!, said[4]!, said[5]!);
  }

  #commonest(value: number, ease: number): number {
    if (value === 0) return 0;
    let best = value;
    for (let other = value - ease; other <= value + ease; other++) {
      const gain = bytesOf(best) - bytesOf(other);
      if (other === 0 || gain < 0) continue;
      if (gain > 0 || (this.#counts[other - LEAST] ?? 0) > (this.#counts[best - LEAST] ?? 0)) best = other;
    }
    return best;
  }

  #cell(value: number): number {
    return Math.floor(value / (2 * this.#slack + 1));
  }

  /** The list of the steps of a cell. */
  #key(mask: number, x: number, y: number): number {
    return Math.imul(mask + 0x80 * x + 0x10000 * y, 0x9e3779b1) >>> (32 - LIST_BITS);
  }
}
