import { expect, test } from "vitest";
import { mappedCodes } from "../read-pdf/to-unicode.ts";
import { HAN_CODES, LATIN_CODES, toUnicode } from "./cmap.ts";

const shown = (from: number, texts: readonly string[]) => texts.map((text, k) => ({ code: from + k, text }));

test("codes of Han have an entry each, also where they run in step", () => {
  const map = toUnicode(HAN_CODES, shown(1, ["一", "丁", "丂", "“", "”"]), 5);
  expect(map).toContain(
    "5 beginbfchar\n<0001><4e00>\n<0002><4e01>\n<0003><4e02>\n<0004><201c>\n<0005><201d>\n",
  );
  expect(map).not.toContain("bfrange");
});

test("characters of one byte that run in step make a range, within one row of codes", () => {
  const map = toUnicode(LATIN_CODES, [...shown(0x61, ["a", "b", "c"]), ...shown(0x7f, ["fi", "’", "‘"])], 3);
  expect(map).toContain("1 beginbfrange\n<61><63><0061>\n");
  expect(map).toContain("3 beginbfchar\n<7f><00660069>\n<80><2019>\n<81><2018>\n");
  const rows = toUnicode(HAN_CODES, shown(0xff, ["a", "b", "c"]), 3);
  expect(rows).toContain("<00ff><0061>");
  expect(rows).toContain("<0100><0101><0062>");
});

test("what is read from the map is what was written", () => {
  const codes = shown(0x20, [..." !#$%ABC的一丁ffi\u00fe\u00ff\u0100\u0101𠀀", "ffi"]);
  const read = mappedCodes(toUnicode(HAN_CODES, codes, codes.length));
  expect([...read].sort(([a], [b]) => a - b)).toEqual(codes.map(({ code, text }) => [code, text]));
});
