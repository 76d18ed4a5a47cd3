import { expect, test } from "vitest";
import { areNamesakes } from "./namesakes.ts";

const READINGS: Readonly<Record<string, readonly string[]>> = {
  王: ["wang"],
  晓: ["xiao"],
  东: ["dong"],
  冰: ["bing"],
  李: ["li"],
  明: ["ming"],
};
const same = (zh: string, en: string) => areNamesakes(zh, en, (char) => READINGS[char] ?? []);

test.each([
  ["王晓东", "Wang Xiaodong"],
  ["王晓东", "Xiaodong Wang"],
  ["王 冰", "Wang Bing"],
  ["王晓东、李明", "Wang Xiaodong and Li Ming"],
  ["王晓东 李明", "Wang Xiaodong, Li Ming"],
  ["王晓东、李明", "Wang Xiaodong Li Ming"],
])("%s is %s", (zh, en) => {
  expect(same(zh, en)).toBe(true);
});

test.each([
  ["王晓东", "Li Ming"],
  ["王晓东、李明", "Li Ming, Wang Xiaodong"],
  ["王晓东、李明", "Wang Xiaodong"],
  ["王晓东谈创新", "Wang Xiaodong"],
  ["王晓东", "Wang Xiaodong on Innovation"],
  ["创新引领", "Innovation Leads"],
  ["", ""],
])("%s is not %s, or not alone", (zh, en) => {
  expect(same(zh, en)).toBe(false);
});
