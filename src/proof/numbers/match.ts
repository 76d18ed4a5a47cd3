/** The numbers of a pair in → those that have no counterpart, side by side where one was put for another. */
import { perObject } from "../../base/remembered.ts";
import { addTo, anyOf } from "./by-value.ts";
import type { Quantities, Quantity } from "./quantity.ts";

/** A number without its counterpart; where both sides have one of a kind, the one stands for the other. */
export interface Mismatch {
  readonly kind: Quantity["kind"];
  readonly zh: Quantity | null;
  readonly en: Quantity | null;
}

/** Whether a number of the other language may stand for one of its value: a share is no count, a month no year. */
function suits(asked: Quantity, other: Quantity): boolean {
  if (other.weak) return true;
  const isShare = (one: Quantity) => one.kind === "percent";
  if (isShare(asked) !== isShare(other) && asked.values.length === 1 && other.values.length === 1)
    return false;
  return asked.kind !== "month" || other.kind !== "year";
}

function unanswered(asked: readonly Quantity[], others: readonly Quantity[]): readonly Quantity[] {
  const strong = asked.filter(({ weak }) => !weak);
  if (strong.length === 0) return [];
  const months = others.filter(({ kind, weak }) => kind === "month" && !weak);
  const among = anyOf(others);
  const amongMonths = months.length > 0 ? anyOf(months) : among;
  return strong.filter((quantity) => {
    const answers = quantity.kind === "month" ? amongMonths : among;
    return !answers(quantity.values, (other) => suits(quantity, other));
  });
}

/** Numbers that wait for a partner; each is given away once, the first first. */
class Waiting {
  readonly #lines = new Map<string | number | boolean, Quantity[]>();
  readonly #given = new Set<Quantity>();
  readonly #keys: (of: Quantity) => readonly (string | number | boolean)[];

  constructor(
    quantities: readonly Quantity[],
    keys: (of: Quantity) => readonly (string | number | boolean)[],
  ) {
    this.#keys = keys;
    // From the last to the first: the first is taken from the end.
    for (const quantity of [...quantities].reverse())
      for (const key of keys(quantity)) addTo(this.#lines, key, quantity);
  }

  take(asker: Quantity): Quantity | null {
    for (const key of this.#keys(asker)) {
      const line = this.#lines.get(key) ?? [];
      for (let one = line.pop(); one; one = line.pop())
        if (!this.#given.has(one)) {
          this.#given.add(one);
          return one;
        }
    }
    return null;
  }
}

/** What a number is paired by: its kind, then its value, then whether it is a share. */
const likeness = ({ kind, values }: Quantity) => [kind, values[0]!, kind === "percent"];

function compared({ zh, en }: Quantities): readonly Mismatch[] {
  const left = unanswered(en, zh);
  const waiting = new Waiting(left, likeness);
  const paired = new Set<Quantity>();
  const found: Mismatch[] = unanswered(zh, en).map((quantity) => {
    const partner = waiting.take(quantity);
    if (partner) paired.add(partner);
    return { kind: quantity.kind, zh: quantity, en: partner };
  });
  const alone = left.filter((quantity) => !paired.has(quantity));
  return [...found, ...alone.map((quantity) => ({ kind: quantity.kind, zh: null, en: quantity }))];
}

/**
 * Compared once: several rules ask, each for its kinds.
 *
 * @returns In the order of the Chinese text; what only English has comes last.
 */
export const mismatches = perObject(compared);
