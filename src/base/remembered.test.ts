import { expect, test } from "vitest";
import { ByUnit, Remembered } from "./remembered.ts";

test("what was put in is there, and one that is full lets its oldest go and no more", () => {
  const known = new Remembered<number, string>(2000);
  for (let k = 0; k < 5000; k++) expect(known.add(k, `value ${k}`)).toBe(`value ${k}`);
  expect(known.size).toBe(2000);
  const kept = Array.from({ length: 5000 }, (_, k) => known.get(k)).map((value) => value !== undefined);
  expect(kept.indexOf(true)).toBe(3000);
  expect(kept.slice(3000)).not.toContain(false);
});

test("what is asked for stays, however much is put in", () => {
  const known = new Remembered<string, number>(100);
  known.add("的", 1);
  known.add("龘", 2);
  for (let k = 0; k < 1000; k++) {
    expect(known.get("的")).toBe(1);
    known.add(`${k}`, k);
  }
  expect(known.get("龘")).toBeUndefined();
  expect(known.size).toBe(100);
});

test("values by unit stand at their places, and nothing stands beside them", () => {
  const known = new ByUnit<string>();
  for (const unit of [0, 0xff, 0x100, 0x4e00, 0xffff]) known.set(unit, `at ${unit}`);
  known.set(0x4e00, "一");
  expect([0, 0xff, 0x100, 0x4e00, 0xffff].map((unit) => known.get(unit))).toEqual([
    "at 0",
    "at 255",
    "at 256",
    "一",
    "at 65535",
  ]);
  expect([1, 0xfe, 0x101, 0x4e01, 0x7fff].map((unit) => known.get(unit))).toEqual(Array(5).fill(undefined));
});
