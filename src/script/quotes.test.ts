import { expect, test } from "vitest";
import { typographicQuotes } from "./quotes.ts";

test.each([
  [`the "Zhangjiang Declaration" on`, "the “Zhangjiang Declaration” on"],
  [`("NIDZs")`, "(“NIDZs”)"],
  [`China's reform`, "China’s reform"],
  [`He said: "It's 'new'."`, "He said: “It’s ‘new’.”"],
  [`the '90s and rock 'n' roll`, "the ’90s and rock ’n’ roll"],
  [`workers' rights`, "workers’ rights"],
  [`"Pace", the`, "“Pace”, the"],
  [`already “set” as it’s`, "already “set” as it’s"],
])("%s", (typed, set) => expect(typographicQuotes(typed)).toBe(set));
