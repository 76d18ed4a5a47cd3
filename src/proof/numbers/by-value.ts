/** Numbers of a text in → those that may be meant by another number, found without a look at each of them. */
import type { Quantity } from "./quantity.ts";

/** Large numbers are rounded in translation (1.236亿 is 124 million), but to no less than three figures. */
const ROUNDED_FROM = 1_000_000;
const FIGURES = 3;

/** Sums of fractions are not quite what was typed: 1.1 万 is 11,000.000000000002. */
const typedValue = (value: number): number => Number(value.toPrecision(9));

const figuresOf = (value: number): number =>
  String(Number(value.toPrecision(12))).replace(/\.|0+$/g, "").length;

/** What a number is rounded to, the number itself left out. */
function roundedValues(value: number): readonly number[] {
  if (value < ROUNDED_FROM) return [];
  const rounded: number[] = [];
  for (let figures = FIGURES; figures < figuresOf(value); figures++) {
    const one = Number(value.toPrecision(figures));
    if (figuresOf(one) >= FIGURES) rounded.push(one);
  }
  return rounded;
}

/** Puts a value behind those that its key has. */
export const addTo = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

/** @returns Numbers by what each may amount to, in the order of the text; one with two values stands twice. */
export function byValue(quantities: readonly Quantity[]): (value: number) => readonly Quantity[] {
  const found = new Map<number, Quantity[]>();
  for (const quantity of quantities)
    for (const value of new Set(quantity.values.map(typedValue))) addTo(found, value, quantity);
  return (value) => found.get(typedValue(value)) ?? [];
}

/** Numbers of one sort answer alike: one of each is enough to ask. */
const sortOf = ({ kind, weak, values }: Quantity): string =>
  `${kind} ${weak ? "weak" : ""} ${values.length === 1}`;

/** @returns Whether any number is as much as a value, rounded or not, and is as it is asked for. */
export function anyOf(
  quantities: readonly Quantity[],
): (values: readonly number[], suits: (one: Quantity) => boolean) => boolean {
  const own = new Map<number, Quantity[]>();
  const rounded = new Map<number, Quantity[]>();
  const known = new Set<string>();
  for (const quantity of quantities)
    for (const value of quantity.values) {
      const sort = `${value} ${sortOf(quantity)}`;
      if (known.has(sort)) continue;
      known.add(sort);
      addTo(own, typedValue(value), quantity);
      for (const one of roundedValues(value)) addTo(rounded, one, quantity);
    }
  return (values, suits) =>
    values.some((value) => {
      const exact = typedValue(value);
      const hasAny = (among: readonly Quantity[] | undefined) => among?.some(suits) ?? false;
      return (
        hasAny(own.get(exact)) ||
        (value >= ROUNDED_FROM &&
          (roundedValues(value).some((one) => hasAny(own.get(one))) ||
            (figuresOf(value) >= FIGURES && hasAny(rounded.get(exact)))))
      );
    });
}
