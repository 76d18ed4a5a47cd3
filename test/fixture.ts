/** A face of trivial widths (Han 1 em, Latin ½) and the briefing theme: what layout tests are set with. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition, Language } from "../src/base/language.ts";
import { readTheme } from "../src/content/read-theme.ts";
import type { Face, Glyph } from "../src/font/face.ts";
import { itemize } from "../src/inline/itemize.ts";
import type { Setting } from "../src/inline/setting.ts";
import type { Design, TextStyle } from "../src/model/design.ts";
import type { FontBook } from "../src/model/font-book.ts";
import { PLAIN } from "../src/model/inline.ts";
import { stretch } from "../src/model/places.ts";
import { classOf } from "../src/script/char-class.ts";

export const ROOT = join(import.meta.dirname, "..");

/** Han, marks and —— by the em, Latin by the half. */
const advanceOf = (char: string): number => {
  const name = classOf(char);
  const wide = name === "han" || name === "symbol" || char.charCodeAt(0) > 0x2000;
  return wide ? 1 : 0.5;
};

export const face: Face = {
  id: "fixture",
  metrics: {
    postscriptName: "Fixture",
    familyName: "Fixture",
    ascent: 0.8,
    descent: -0.2,
    xHeight: 0.5,
    capHeight: 0.7,
    bbox: [0, -0.2, 1, 0.8],
    italicAngle: 0,
    weight: 400,
    serif: true,
    fixedPitch: false,
  },
  has: () => true,
  shape: (text): readonly Glyph[] =>
    [...text].map((char) => ({
      gid: char.codePointAt(0)!,
      advance: advanceOf(char),
      dx: 0,
      dy: 0,
      text: char,
    })),
  advance: (gid) => advanceOf(String.fromCodePoint(gid)),
  subset: () => new Uint8Array(),
};

const ids = { zh: "fixture", en: "fixture" };
const role = { regular: ids, bold: ids, emphasis: ids, boldEmphasis: ids };
const book: FontBook = { faces: new Map(), roles: new Map([["text", role]]), fallback: [] };

/** A shipped theme's design, with the test's own changes. */
export function design(
  edition: Edition,
  change: (design: Design) => Design = (same) => same,
  theme = "briefing",
): Design {
  const result = readTheme({
    name: theme,
    at: { file: "", start: 0, end: 0 },
    load: (name) => {
      const path = join(ROOT, "content/themes", `${name}.yaml`);
      return { path, text: readFileSync(path, "utf8") };
    },
    known: ["briefing"],
    edition,
    fonts: null,
  });
  if (!result.value) throw new Error(JSON.stringify(result.diagnostics));
  return change(result.value);
}

export const setting = (of: Design): Setting => ({
  design: of,
  book,
  faces: { face: () => face, faceFor: () => ({ face, missing: false }), fallback: [] },
  terms: [],
});

/** Running text at 10 pt, so that an em is 10. */
export const STYLE: TextStyle = {
  font: "text",
  size: 10,
  leading: 15,
  colour: "text",
  align: "justify",
  indent: 0,
  tracking: 0,
  hyphenate: true,
  letters: "asTyped",
  latinScale: 1,
};

const plain = design("bilingual");

export function paragraph(text: string, language: Language, of: Design = plain) {
  const parts = [{ runs: [{ text, mark: PLAIN, places: stretch(0, text.length) }], style: STYLE }];
  return itemize({ language, parts, file: "fixture.yaml", kind: "text" }, setting(of)).paragraph;
}
