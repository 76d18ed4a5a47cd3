/** Contours of one font after another in → contours that repeat the earlier ones, and common numbers, where they nearly do. */
import { bytesOf, type Contour, type Step } from "./charstring.ts";

/**
 * Bytes back to which what packs a font sees what stood there before (RFC 1951).
 * Repeats that it does not see gain nothing.
 */
const WINDOW = 32_000;

/** Bytes from which a repeat is worth one. */
const WORTH = 4;

/** Looked at for one place at most, the last first. */
const TRIES = 160;

/** How much farther than its ends the inner points of a curve may leave their places: the curve follows them by less. */
const INNER = 2;

/** Points of a curve that are looked at. */
const SAMPLES = [0.25, 0.5, 0.75];

/**
 * Serifs, dots and ends of strokes are alike from glyph to glyph, but for a unit here and there; said alike they
 * take a fifth less room once packed. Straight edges stay level and upright, and no error adds up.
 */
export class Repeats {
  readonly #slack: number;
  /** How far a number that repeats nothing may move to be a common one. */
  readonly #ease: number;
  readonly #steps: (Step | null)[] = [];
  /** How many bytes stood before each step. */
  readonly #places: number[] = [];
  #place = 0;
  /** Places of steps that lead about as far, the last one last. */
  readonly #alike = new Map<number, number[]>();
  readonly #counts = new Map<number, number>();
  /** How far the pen is from where the drawing has it. */
  #ex = 0;
  #ey = 0;

  /** @param slack How far a point may leave its place along each axis, whole units. */
  constructor(slack: number) {
    this.#slack = slack;
    this.#ease = slack >> 1;
  }

  set(contour: Contour): Contour {
    if (this.#slack === 0) return contour;
    const { start, end, steps } = contour;
    const holds: Holds = [start[0] === end[0], start[1] === end[1]].map((isStraight, axis) =>
      isStraight ? steps.findLastIndex((step) => lastMove(step, axis) >= 0) : steps.length,
    ) as [number, number];
    const out: Step[] = [];
    this.#ex = 0;
    this.#ey = 0;
    while (out.length < steps.length) {
      const found = this.#longest(steps, out.length, holds);
      if (found === null) out.push(this.#usual(steps[out.length]!, out.length, holds));
      else {
        for (let k = 0; k < found.count; k++) out.push(this.#steps[found.at + k]!);
        this.#ex = found.ex;
        this.#ey = found.ey;
      }
    }
    this.#keep(out);
    return { start, end: [end[0] + this.#ex, end[1] + this.#ey], steps: out };
  }

  #keep(steps: readonly Step[]): void {
    for (const step of steps) {
      const key = this.#key(kindOf(step), this.#cell(across(step)), this.#cell(upward(step)));
      const list = this.#alike.get(key);
      if (list) list.push(this.#steps.length);
      else this.#alike.set(key, [this.#steps.length]);
      this.#steps.push(step);
      this.#places.push(this.#place);
      this.#place += 1 + sizeOf(step);
      for (const value of step) this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    }
    this.#steps.push(null);
    this.#places.push(this.#place);
  }

  /** The longest run of earlier steps that the ones from here on may become. */
  #longest(steps: readonly Step[], from: number, holds: Holds): Found | null {
    const step = steps[from]!;
    const kind = kindOf(step);
    const x = across(step) - this.#ex;
    const y = upward(step) - this.#ey;
    const slack = this.#slack;
    let best: Found | null = null;
    let most = WORTH - 1;
    let tries = TRIES;
    for (let cx = this.#cell(x - slack); cx <= this.#cell(x + slack); cx++)
      for (let cy = this.#cell(y - slack); cy <= this.#cell(y + slack); cy++) {
        const list = this.#alike.get(this.#key(kind, cx, cy));
        if (!list) continue;
        for (let k = list.length - 1; k >= 0 && tries > 0; k--) {
          const at = list[k]!;
          if (this.#place - this.#places[at]! > WINDOW) break;
          tries -= 1;
          const found = this.#follow(steps, from, at, holds);
          if (found.bytes > most) [best, most] = [found, found.bytes];
        }
      }
    return best;
  }

  /** How many earlier steps the ones from here on may become. */
  #follow(steps: readonly Step[], from: number, at: number, holds: Holds): Found {
    let { count, bytes, ex, ey } = { count: 0, bytes: 0, ex: this.#ex, ey: this.#ey };
    for (; from + count < steps.length; count++) {
      const drawn = steps[from + count]!;
      const said = this.#steps[at + count];
      if (!said || said.length !== drawn.length || !isLevelAlike(said, drawn)) break;
      const x = ex + across(said) - across(drawn);
      const y = ey + upward(said) - upward(drawn);
      const slackX = from + count >= holds[0] ? 0 : this.#slack;
      const slackY = from + count >= holds[1] ? 0 : this.#slack;
      if (Math.abs(x) > slackX || Math.abs(y) > slackY) break;
      if (drawn.length === 6 && !(this.#bends(drawn, said, 0, ex, x) && this.#bends(drawn, said, 1, ey, y)))
        break;
      [ex, ey] = [x, y];
      bytes += 1 + sizeOf(said);
    }
    return { at, count, bytes, ex, ey };
  }

  /** Whether one curve stays as near to another as it may, along one axis. @param to How far its end is off. */
  #bends(drawn: Step, said: Step, axis: 0 | 1, from: number, to: number): boolean {
    const first = from + said[axis]! - drawn[axis]!;
    const second = first + said[2 + axis]! - drawn[2 + axis]!;
    const most = INNER * this.#slack;
    if (Math.abs(first) > most || Math.abs(second) > most) return false;
    return SAMPLES.every((t) => {
      const u = 1 - t;
      const off = u * u * (u * from + 3 * t * first) + t * t * (3 * u * second + t * to);
      return Math.abs(off) <= this.#slack;
    });
  }

  /** A step to its true place, or as near to it as more common numbers lead. */
  #usual(step: Step, at: number, holds: Holds): Step {
    const out = [...step];
    const lastX = at === holds[0] ? lastMove(step, 0) : -1;
    const lastY = at === holds[1] ? lastMove(step, 1) : -1;
    for (let k = 0; k < step.length; k++) {
      if (step[k] === 0) continue;
      const off = k % 2 === 0 ? this.#ex : this.#ey;
      out[k] = this.#commonest(step[k]! - off, k === lastX || k === lastY ? 0 : this.#ease);
      if (k % 2 === 0) this.#ex += out[k]! - step[k]!;
      else this.#ey += out[k]! - step[k]!;
    }
    return out;
  }

  #commonest(value: number, ease: number): number {
    if (value === 0) return 0;
    let best = value;
    for (let other = value - ease; other <= value + ease; other++) {
      const gain = bytesOf(best) - bytesOf(other);
      if (other === 0 || gain < 0) continue;
      if (gain > 0 || (this.#counts.get(other) ?? 0) > (this.#counts.get(best) ?? 0)) best = other;
    }
    return best;
  }

  #cell(value: number): number {
    return Math.floor(value / (2 * this.#slack + 1));
  }

  #key(kind: number, x: number, y: number): number {
    return (kind * 0x4000 + x + 0x2000) * 0x4000 + y + 0x2000;
  }
}

interface Found {
  readonly at: number;
  readonly count: number;
  readonly bytes: number;
  readonly ex: number;
  readonly ey: number;
}

/**
 * The last steps that move along each axis, where what closes the contour is to stay upright or level: behind them
 * the pen is where the drawing has it. The count of steps where it may go aslant.
 */
type Holds = readonly [number, number];

/** The last number of a step that is not 0 along an axis; -1 for none. */
function lastMove(step: Step, axis: number): number {
  for (let k = step.length - 2 + axis; k >= 0; k -= 2) if (step[k] !== 0) return k;
  return -1;
}

const kindOf = (step: Step) => (step.length === 6 ? 1 : 0);
const across = (step: Step) => (step.length === 6 ? step[0]! + step[2]! + step[4]! : step[0]!);
const upward = (step: Step) => (step.length === 6 ? step[1]! + step[3]! + step[5]! : step[1]!);

function sizeOf(step: Step): number {
  let bytes = 0;
  for (let k = 0; k < step.length; k++) bytes += bytesOf(step[k]!);
  return bytes;
}

/** Numbers are 0 in both or in neither: the same operators say them. */
function isLevelAlike(a: Step, b: Step): boolean {
  for (let k = 0; k < a.length; k++) if ((a[k] === 0) !== (b[k] === 0)) return false;
  return true;
}
