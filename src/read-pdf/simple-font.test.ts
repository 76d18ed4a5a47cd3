import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { plainPdf } from "../../test/plain-pdf.ts";
import { hiddenPart, type1Program } from "../../test/type1-program.ts";
import { fontInMemory } from "../font/font-source.ts";
import { advances, characterMap, openSfnt, tableOf } from "../font/sfnt.ts";
import { OpenPdf } from "./open-pdf.ts";
import { programCodeWidths, saidCodeWidths } from "./simple-font.ts";

/** @param program Its bytes. @param about Entries of the font. @param of What the program's stream says of itself. */
function fontWith(key: string, program: Uint8Array, about: string, of = "", flags = 32) {
  const hex = `${Buffer.from(program).toString("hex")}>`;
  const pdf = new OpenPdf(
    plainPdf([
      "<</Type/Catalog>>",
      `<</Type/Font/FontDescriptor<</Flags ${flags}/MissingWidth 7/${key} 3 0 R>>${about}>>`,
      `<<${of}/Filter/ASCIIHexDecode/Length ${hex.length}>>\nstream\n${hex}\nendstream`,
    ]),
  );
  const font = pdf.object(2);
  return { said: saidCodeWidths(pdf, font), program: () => programCodeWidths(pdf, font) };
}

test("the dictionary says widths from its first code on, and one for the rest", () => {
  const { said } = fontWith("FontFile", new Uint8Array(), "/FirstChar 65/LastChar 66/Widths[500 600]");
  expect([64, 65, 66, 67].map(said)).toEqual([7, 500, 600, 7]);
  expect(fontWith("FontFile", new Uint8Array(), "").said(65)).toBeUndefined();
});

describe("a TrueType program", () => {
  const bytes = readFileSync(join(ROOT, "fonts/STIXTwoText-Regular.ttf"));
  const sfnt = openSfnt(fontInMemory(bytes));
  const em = tableOf(sfnt, "head").getUint16(18);
  const widthOf = (char: string) => (advances(sfnt)(characterMap(sfnt)(char.codePointAt(0)!)) * 1000) / em;

  test("is read by the names that its encoding gives the codes", () => {
    const win = fontWith("FontFile2", bytes, "/Encoding/WinAnsiEncoding").program();
    expect(win(0x41)).toBe(widthOf("A"));
    expect(win(0x93)).toBe(widthOf("“"));
    expect(win(0x02)).toBeUndefined();
    const mac = fontWith("FontFile2", bytes, "/Encoding/MacRomanEncoding").program();
    expect(mac(0x80)).toBe(widthOf("Ä"));
    const own = "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/W/uni2014 70/emdash]>>";
    const changed = fontWith("FontFile2", bytes, own).program();
    expect([65, 66, 67, 70].map(changed)).toEqual(["W", "—", "C", "—"].map(widthOf));
  });

  test("of symbols is read by its own maps, which one of letters has not", () => {
    expect(fontWith("FontFile2", bytes, "/Encoding/WinAnsiEncoding", "", 4).program()(0x41)).toBeUndefined();
  });

  test.each([
    ["at the codes themselves", 0x41],
    ["in the range of private use, as programs for Windows write them", 0xf041],
  ])("of symbols may have them %s", (_, first) => {
    const glyph = characterMap(sfnt)(0x57);
    // One table for platform 3, encoding 0, of format 6: one glyph from `first` on.
    const map = Uint16Array.of(0, 1, 3, 0, 0, 12, 6, 12, 0, first, 1, glyph);
    const program = Buffer.concat([bytes, Buffer.from(map.buffer).swap16()]);
    const entry = program.indexOf("cmap");
    program.writeUInt32BE(bytes.length, entry + 8);
    program.writeUInt32BE(map.byteLength, entry + 12);
    const symbols = fontWith("FontFile2", program, "", "", 4).program();
    expect([0x41, 0x42].map(symbols)).toEqual([widthOf("W"), undefined]);
  });
});

describe("a Type 1 program", () => {
  test("is read by names, those of its own encoding where the font says none", () => {
    const own = fontWith(
      "FontFile",
      type1Program("256 array dup 1 /emdash put dup 2 /B put readonly"),
      "",
    ).program();
    expect([1, 2, 65].map(own)).toEqual([700, -300, undefined]);
    expect(fontWith("FontFile", type1Program("StandardEncoding"), "").program()(0xd0)).toBe(700);
    const said = fontWith(
      "FontFile",
      type1Program("StandardEncoding"),
      "/Encoding/WinAnsiEncoding",
    ).program();
    expect([0x41, 0x97, 0xd0].map(said)).toEqual([500, 700, undefined]);
  });

  test("hidden in hexadecimal digits is read as well", () => {
    const [clear] = type1Program("StandardEncoding").toString("latin1").split("eexec\n");
    const hex = Buffer.from(`${clear}eexec\n${hiddenPart().toString("hex")}`);
    expect(fontWith("FontFile", hex, "").program()(0x41)).toBe(500);
  });

  test("without a hidden part is none", () => {
    expect(fontWith("FontFile", Buffer.from("%!PS"), "").program).toThrow();
  });
});

describe("a CFF program", () => {
  const index = (...items: readonly number[][]) => {
    if (items.length === 0) return [0, 0];
    const ends = items.map((_, k) => 1 + items.slice(0, k + 1).flat().length);
    return [0, items.length, 1, 1, ...ends, ...items.flat()];
  };
  const letters = (text: string) => [...Buffer.from(text)];
  const five = (value: number) => [29, 0, 0, value >> 8, value & 0xff];
  /** Two glyphs behind the first: A, and one named own, of 500 and 600. @param encoding Bytes; empty for the standard one. */
  function cff(encoding: readonly number[]): Uint8Array {
    const head = (dict: number[]) => [
      1,
      0,
      4,
      1,
      ...index(letters("F")),
      ...index(dict),
      ...index(letters("own")),
      ...index(),
    ];
    const charset = [0, 0, 34, 391 >> 8, 391 & 0xff];
    const charstrings = index([14], [248, 136, 14], [248, 236, 14]);
    const dict = (at: number) => {
      const coded = at + charset.length + charstrings.length;
      return [
        ...five(at),
        15,
        ...five(at + charset.length),
        17,
        ...five(encoding.length > 0 ? coded : 0),
        16,
      ];
    };
    const at = head(dict(0)).length;
    return Uint8Array.from([...head(dict(at)), ...charset, ...charstrings, ...encoding]);
  }
  const widths = (encoding: readonly number[], about = "") =>
    fontWith("FontFile3", cff(encoding), about, "/Subtype/Type1C").program();

  test("is read by names, those of its own encoding where the font says none", () => {
    expect([65, 66].map(widths([]))).toEqual([500, undefined]);
    expect([1, 2, 65].map(widths([0, 2, 1, 2]))).toEqual([500, 600, undefined]);
    expect([7, 8, 9].map(widths([1, 1, 7, 1]))).toEqual([500, 600, undefined]);
    expect([65, 66].map(widths([0, 2, 1, 2], "/Encoding<</Differences[66/own]>>"))).toEqual([undefined, 600]);
    expect([2, 65].map(widths([0, 2, 1, 2], "/Encoding/WinAnsiEncoding"))).toEqual([undefined, 500]);
  });
});
