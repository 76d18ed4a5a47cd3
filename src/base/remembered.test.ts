import { expect, test } from "vitest";
import { remember } from "./remembered.ts";

test("what was put in is there, and a map that is full lets its oldest go and no more", () => {
  const known = new Map<number, string>();
  for (let k = 0; k < 5000; k++) expect(remember(known, k, `value ${k}`)).toBe(`value ${k}`);
  expect(known.size).toBe(2000);
  expect(known.has(2999)).toBe(false);
  expect([...known.keys()]).toEqual(Array.from({ length: 2000 }, (_, k) => 3000 + k));
});
