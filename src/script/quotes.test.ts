import { expect, test } from "vitest";
import { latinApostrophes, typographicQuotes } from "./quotes.ts";

test.each([
  [`the "Zhangjiang Declaration" on`, "the “Zhangjiang Declaration” on"],
  [`("NIDZs")`, "(“NIDZs”)"],
  [`China's reform`, "China’s reform"],
  [`He said: "It's 'new'."`, "He said: “It’s ‘new’.”"],
  [`the '90s and rock 'n' roll`, "the ’90s and rock ’n’ roll"],
  [`workers' rights`, "workers’ rights"],
  [`"Pace", the`, "“Pace”, the"],
  [`5' 11" tall, and 6'`, "5′ 11″ tall, and 6′"],
  [`"big" 12" pipes, 'long' 6' rods`, "“big” 12″ pipes, ‘long’ 6′ rods"],
  [`the 1990's`, "the 1990’s"],
  [`"in 2024" and 'in 2025'`, "“in 2024” and ‘in 2025’"],
  [`already “set” as it’s`, "already “set” as it’s"],
])("%s", (typed, set) => expect(typographicQuotes(typed)).toBe(set));

test.each([
  ["Michael J. O'Connor（都柏林大学）", "Michael J. O’Connor（都柏林大学）"],
  ["穆迪（Moody's）", "穆迪（Moody’s）"],
  ["'新'与6'2", "'新'与6'2"],
  ["“新”", "“新”"],
])("in Chinese: %s", (typed, set) => expect(latinApostrophes(typed)).toBe(set));
