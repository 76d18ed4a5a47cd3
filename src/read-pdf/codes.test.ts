import { expect, test } from "vitest";
import { LATIN_CODES } from "../pdf/cmap.ts";
import { PdfFile } from "../pdf/pdf-file.ts";
import { codesOf } from "./codes.ts";
import { OpenPdf } from "./open-pdf.ts";

/** A file with a font of so many short codes. */
function withFont(count: number) {
  const file = new PdfFile("1.7");
  file.root.data.Font = file.ref({ Type: "Font", Encoding: LATIN_CODES.encoding(file, count) });
  return new OpenPdf(file.finish({}));
}

test.each([1, 192, 193, 500])("of %i glyphs of a Latin face, each is found by its code", (count) => {
  const pdf = withFont(count);
  const codes = codesOf(pdf, pdf.get(pdf.root, "Font"));
  const numbers = Array.from({ length: count }, (_, k) => LATIN_CODES.code(k + 1));
  const read = codes.read(numbers.map(LATIN_CODES.bytes).join(""));
  expect(read.map(({ cid }) => cid)).toEqual(numbers);
  expect(read.map(({ isWordSpace }) => isWordSpace).indexOf(true)).toBe(0);
  expect(read.filter(({ isWordSpace }) => isWordSpace)).toHaveLength(1);
});

test("bytes that no code has show nothing", () => {
  const pdf = withFont(193);
  const codes = codesOf(pdf, pdf.get(pdf.root, "Font"));
  expect(codes.read("\u0001").map(({ cid }) => cid)).toEqual([0]);
});
