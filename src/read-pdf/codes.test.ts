import { expect, test } from "vitest";
import { LATIN_CODES } from "../pdf/cmap.ts";
import { PdfFile } from "../pdf/pdf-file.ts";
import { codesOf } from "./codes.ts";
import { OpenPdf } from "./open-pdf.ts";

/** A file with a font of so many codes besides those of ASCII. */
function withFont(count: number) {
  const file = new PdfFile("1.7");
  file.root.data.Font = file.ref({ Type: "Font", Encoding: LATIN_CODES.encoding(file, count) });
  return new OpenPdf(file.finish({}));
}

test.each([1, 97, 98, 500])(
  "of %i glyphs of a Latin face besides ASCII, each is found by its code",
  (count) => {
    const pdf = withFont(count);
    const codes = codesOf(pdf, pdf.get(pdf.root, "Font"));
    const ascii = Array.from({ length: 95 }, (_, k) => LATIN_CODES.own(String.fromCharCode(32 + k))!);
    const numbers = [...ascii, ...Array.from({ length: count }, (_, k) => LATIN_CODES.code(k + 1))];
    expect(new Set(numbers).size).toBe(95 + count);
    const read = codes.read(numbers.map(LATIN_CODES.bytes).join(""));
    expect(read.map(({ cid }) => cid)).toEqual(numbers);
    expect(read.map(({ isWordSpace }) => isWordSpace).indexOf(true)).toBe(0);
    expect(read.filter(({ isWordSpace }) => isWordSpace)).toHaveLength(1);
  },
);

test("bytes that no code has show nothing", () => {
  const pdf = withFont(98);
  const codes = codesOf(pdf, pdf.get(pdf.root, "Font"));
  expect(codes.read("\u0001").map(({ cid }) => cid)).toEqual([0]);
});
