/** Where the glyphs of a line stand → the space behind its letters and its words that leads to most of them. */
import type { Pt } from "../base/length.ts";
import type { Code } from "./cid-font.ts";

/**
 * What stands behind most letters of a line beyond their width, and behind most word spaces beyond that; thousandths of
 * an em.
 *
 * @param from Index of the line's first glyph among `xs`; the first codes are the line's alone.
 */
export function spacesOf(
  xs: readonly Pt[],
  from: number,
  to: number,
  codes: readonly Code[],
  space: Code | null,
  unit: number,
): { readonly letter: number; readonly word: number } {
  LETTERS.clear();
  WORDS.clear();
  for (let i = from + 1; i < to; i++) {
    const before = codes[i - 1 - from]!;
    const gap = (xs[i]! - xs[i - 1]!) / unit - before.width;
    (before === space ? WORDS : LETTERS).add(gap);
  }
  const letter = LETTERS.commonest ?? 0;
  return { letter, word: (WORDS.commonest ?? letter) - letter };
}

/** Values that agree to the whole number, in the order in which they come. */
class Groups {
  #count = 0;
  #best = -1;
  readonly #wholes: number[] = [];
  readonly #counts: number[] = [];
  readonly #sums: number[] = [];

  clear(): void {
    this.#count = 0;
    this.#best = -1;
  }

  add(value: number): void {
    const wholes = this.#wholes;
    const counts = this.#counts;
    const whole = Math.round(value);
    let group = 0;
    while (group < this.#count && wholes[group] !== whole) group += 1;
    if (group === this.#count) {
      this.#count += 1;
      wholes[group] = whole;
      counts[group] = 0;
      this.#sums[group] = 0;
    }
    counts[group]! += 1;
    this.#sums[group]! += value;
    if (this.#best < 0 || counts[group]! > counts[this.#best]!) this.#best = group;
  }

  /** The mean of the values that most of them agree with; null for none. */
  get commonest(): number | null {
    return this.#best < 0 ? null : this.#sums[this.#best]! / this.#counts[this.#best]!;
  }
}

/** Written over for every line. */
const [LETTERS, WORDS] = [new Groups(), new Groups()];
