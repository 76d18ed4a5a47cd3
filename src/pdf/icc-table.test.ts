import { expect, test } from "vitest";
import { pressProfile } from "../../scripts/fuzz/press-profile.ts";
import { inksOf, profileHead } from "./icc-table.ts";

const press = pressProfile();
const put = (at: number, ...bytes: readonly number[]) => {
  const copy = Uint8Array.from(press);
  copy.set(bytes, at);
  return copy;
};
/** Where the table of inks stands, from its entry in the profile's list. */
const table = Buffer.from(press).indexOf("B2A1");
const at = new DataView(press.buffer).getUint32(table + 4);

test("a profile's head says what it is for", () => {
  expect(profileHead(press)).toEqual({ kind: "prtr", space: "CMYK", name: "Trial press" });
  expect(profileHead(new Uint8Array(200))).toBe(null);
  for (const value of inksOf(press)(120, 30, 250)) expect(value).toBeGreaterThanOrEqual(0);
});

test("any number of colours is turned into inks in the same room, each as by itself", () => {
  const inks = inksOf(press);
  const colour = (k: number) => [(k * 7) & 255, (k >> 4) & 255, (k >> 12) & 255] as const;
  const room = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = room();
  for (let k = 0; k < 1 << 20; k++) inks(...colour(k));
  expect(room() - before).toBeLessThan(60e6);
  for (let k = 0; k < 1 << 20; k += 4999) {
    const alone = inksOf(press)(...colour(k));
    expect(inks(...colour(k))).toEqual(alone);
    expect(inks(...colour(k))).toEqual(alone);
  }
});

test("no cut of a profile is taken for a whole one", () => {
  for (let length = 132; length < press.length; length += 97)
    expect(profileHead(press.subarray(0, length))).toBe("damaged");
});

test.each<readonly [string, Uint8Array]>([
  ["more entries than there is room for", put(128, 255, 255, 255, 255)],
  ["an element outside the file", put(table + 4, 0, 255, 0, 0)],
  ["a table from two colours", put(at + 8, 2)],
  ["a table to five inks", put(at + 9, 5)],
  ["a table with one point along a side", put(at + 10, 1)],
  ["a table with more points than there are", put(at + 10, 200)],
  ["a name without an end", put(new DataView(press.buffer).getUint32(136) + 8, 1, 0, 0, 0)],
])("%s: damaged", (_what, bytes) => {
  expect(profileHead(bytes)).toBe("damaged");
});
