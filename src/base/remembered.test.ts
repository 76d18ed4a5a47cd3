import { expect, test } from "vitest";
import { remember } from "./remembered.ts";

test("a map that saves work gives back what was put in, and never grows without end", () => {
  const known = new Map<number, string>();
  let largest = 0;
  for (let k = 0; k < 50_000; k++) {
    expect(remember(known, k, `${k}`)).toBe(`${k}`);
    expect(known.get(k)).toBe(`${k}`);
    largest = Math.max(largest, known.size);
  }
  expect(largest).toBeLessThanOrEqual(20_000);
});
