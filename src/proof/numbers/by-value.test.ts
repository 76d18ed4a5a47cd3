import fc from "fast-check";
import { expect, test } from "vitest";
import { anyOf, byValue } from "./by-value.ts";
import type { Quantity } from "./quantity.ts";

const quantity = (values: readonly number[], weak = false): Quantity => ({
  kind: "count",
  values,
  weak,
  start: 0,
  end: 1,
});

const isAny = (typed: number, asked: number): boolean => anyOf([quantity([typed])])([asked], () => true);

test.each([
  [123_600_000, 124_000_000],
  [124_000_000, 123_600_000],
  [1_234_567, 1_230_000],
  [11_000, 1.1 * 1e4],
  [0.3, 0.1 + 0.2],
])("%d may be %d", (typed, asked) => expect(isAny(typed, asked)).toBe(true));

test.each([
  [123_600_000, 123_000_000],
  [1_236_000, 1_200_000],
  [999_999, 1_000_000],
  [123_600, 124_000],
  [50_000, 5_000],
])("%d is not %d", (typed, asked) => expect(isAny(typed, asked)).toBe(false));

const amounts = fc.array(fc.integer({ min: 0, max: 40 }).chain((few) => fc.constantFrom(few, few * 31_000)));

test("what is found is what a look at each of them finds", () => {
  fc.assert(
    fc.property(amounts, amounts, (typed, asked) => {
      const quantities = typed.map((value) => quantity([value]));
      const [any, of] = [anyOf(quantities), byValue(quantities)];
      for (const value of asked) {
        expect(of(value)).toEqual(quantities.filter(({ values }) => values[0] === value));
        expect(any([value], () => true)).toBe(typed.some((one) => isAny(one, value)));
      }
    }),
  );
});

test("a number of two values is found by either, and once by both of the same", () => {
  const thirty = quantity([30, 1930]);
  const twice = quantity([5, 5]);
  const of = byValue([thirty, twice]);
  expect([of(30), of(1930), of(5)]).toEqual([[thirty], [thirty], [twice]]);
});

test("of numbers alike in value each sort is asked", () => {
  const any = anyOf([quantity([5]), quantity([5], true)]);
  expect(any([5], ({ weak }) => weak)).toBe(true);
  expect(anyOf([quantity([5])])([5], ({ weak }) => weak)).toBe(false);
});
