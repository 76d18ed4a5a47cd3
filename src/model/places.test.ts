import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isUnbroken,
  joinPlaces,
  NOWHERE,
  type Places,
  placeAt,
  placesFrom,
  slicePlaces,
  spanIn,
  standing,
  stretch,
} from "./places.ts";

const shown = (places: Places) => Array.from({ length: places.length }, (_, i) => placeAt(places, i));

/** Offsets as texts have them: stretches, with marks and escapes between them. */
const offsets = fc
  .array(fc.record({ skip: fc.integer({ min: 0, max: 3 }), length: fc.integer({ min: 1, max: 5 }) }))
  .map((parts) => {
    const out: number[] = [];
    let at = 10;
    for (const { skip, length } of parts) {
      at += skip;
      for (let i = 0; i < length; i++) out.push(skip === 3 ? at : at++);
    }
    return out;
  });

describe("places", () => {
  test("are what they were made from", () =>
    fc.assert(
      fc.property(offsets, (list) => {
        expect(shown(placesFrom(list))).toEqual(list);
      }),
    ));

  test("any part of them is that part of the offsets, and parts put together are the whole", () =>
    fc.assert(
      fc.property(offsets, fc.nat(30), fc.nat(30), (list, a, b) => {
        const places = placesFrom(list);
        const [from, to] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)];
        expect(shown(slicePlaces(places, from, to))).toEqual(list.slice(from, to));
        const parts = [0, from, to].map((start, k) =>
          slicePlaces(places, start, [from, to, list.length][k]!),
        );
        expect(shown(joinPlaces(parts))).toEqual(list);
      }),
    ));

  test("a stretch is unbroken, what has a mark in it is not", () => {
    expect(isUnbroken(stretch(7, 5), 1, 5)).toBe(true);
    const marked = joinPlaces([stretch(7, 2), stretch(11, 2)]);
    expect([isUnbroken(marked, 0, 2), isUnbroken(marked, 1, 3), isUnbroken(marked, 2, 4)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("a span ends behind its last character, whatever comes next", () => {
    const source = { file: "a", places: joinPlaces([stretch(7, 2), stretch(11, 2), standing(20, 2)]) };
    expect(spanIn(source, 0, 2)).toEqual({ file: "a", start: 7, end: 9 });
    expect(spanIn(source, 1, 3)).toEqual({ file: "a", start: 8, end: 12 });
    expect(spanIn(source, 2, 2)).toEqual({ file: "a", start: 9, end: 9 });
    expect(spanIn(source, 4, 6)).toEqual({ file: "a", start: 20, end: 21 });
    expect(spanIn({ file: "a", places: NOWHERE }, 0, 0)).toEqual({ file: "a", start: 0, end: 0 });
  });
});
