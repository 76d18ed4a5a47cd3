import { expect, test } from "vitest";
import { face } from "../../test/fixture.ts";
import { CidFont } from "./cid-font.ts";
import { FontPrograms } from "./font-programs.ts";
import { PdfFile } from "./pdf-file.ts";

/** How many maps of texts and programs two files take, one behind the other. */
function madeFor(one: readonly string[], other: readonly string[]): number {
  const programs = new FontPrograms();
  const made = [one, other].map((texts) => {
    programs.begin();
    const file = new PdfFile("1.7");
    const font = new CidFont(file, face, "F1", 0.03);
    font.setIn(10);
    for (const [k, text] of texts.entries()) font.use(500 + k, text);
    font.finish(file, programs);
    return programs.made;
  });
  return made[1]!;
}

test("texts of a font's codes are taken from the file before where all of them are the same", () => {
  expect(madeFor(["甲", "乙"], ["甲", "乙"])).toBe(0);
  expect(madeFor(["甲", "乙"], ["甲", "丙"])).toBe(1);
});

test("the same characters parted otherwise among glyphs are other texts", () => {
  expect(madeFor(["甲乙", "丙"], ["甲", "乙丙"])).toBe(1);
  expect(madeFor(["ffi", "x"], ["ff", "ix"])).toBe(1);
});
