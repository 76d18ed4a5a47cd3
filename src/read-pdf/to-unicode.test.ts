import { expect, test } from "vitest";
import { mappedCodes } from "./to-unicode.ts";

test.each([
  ["code by code, one for several letters too", "2 beginbfchar <01> <0041> <02> <00660069> endbfchar"],
  ["as a range with a list", "1 beginbfrange\n<01> <02> [<0041> <00660069>]\nendbfrange"],
  ["as a range that is longer than its list", "1 beginbfrange <01> <09> [<0041><00660069>] endbfrange"],
])("text is said %s", (_, map) => {
  expect([...mappedCodes(map)]).toEqual([
    [1, "A"],
    [2, "fi"],
  ]);
});

test("a range counts on from its first character", () => {
  expect([...mappedCodes("1 beginbfrange <10> <12> <4E00> endbfrange").values()].join("")).toBe("一丁丂");
});
