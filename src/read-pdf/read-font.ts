/** A font of one of our PDFs in → what its codes stand for, and a face that can be embedded again. */

import type { Face, FaceMetrics } from "../font/face.ts";
import { cidFont } from "../font/subset.ts";
import { NOTHING } from "../pdf/cmap.ts";
import { FLAGS, weightOf } from "../pdf/descriptor.ts";
import { BadPdf } from "./bad-pdf.ts";
import { type Cff, cffWidths, readCff } from "./cff.ts";
import { type Codes, codesOf } from "./codes.ts";
import { descendantOf } from "./font-program.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { unicodeOf } from "./to-unicode.ts";
import { type Parsed, Stream } from "./values.ts";

/** CIDs and glyph ids are the same in a font that this program writes. */
export interface FoundFont {
  readonly face: Face;
  readonly codes: Codes;
  /** What a reader copies for a code; "" for the later glyphs of a cluster. */
  text(code: number): string;
}

/**
 * @param id Name of the face; every font of a file has another.
 * @throws Where the font is not embedded as this program embeds fonts.
 */
export function readFont(pdf: OpenPdf, font: Parsed, id: string): FoundFont {
  const descendant = descendantOf(pdf, font);
  const descriptor = pdf.get(descendant, "FontDescriptor");
  const program = pdf.get(descriptor, "FontFile3");
  const texts = unicodeOf(pdf, font);
  if (!(program instanceof Stream) || !texts) throw new BadPdf("no-font-program", id);
  const cff = readCff(pdf.content(program));
  const text = (code: number) => (texts.get(code) ?? "").replace(NOTHING, "");
  const codes = codesOf(pdf, font);
  const glyphs = new Map([...texts.keys()].map((code) => [text(code), codes.cid(code)] as const));
  return { face: faceOf(id, metricsOf(pdf, descriptor), cff, glyphs), codes, text };
}

/** @param glyphs Glyph ids by what readers copy for them. */
function faceOf(id: string, metrics: FaceMetrics, cff: Cff, glyphs: ReadonlyMap<string, number>): Face {
  const widths = cffWidths(cff);
  const advance = (gid: number) => (widths.get(gid) ?? 0) / 1000;
  return {
    id,
    metrics,
    advance,
    has: (codePoint) => glyphs.has(String.fromCodePoint(codePoint)),
    shape: (shown) =>
      [...shown].map((char) => {
        const gid = glyphs.get(char) ?? 0;
        return { gid, advance: advance(gid), dx: 0, dy: 0, text: char };
      }),
    subset: (gids, cids, name) => {
      const glyphs = [0, ...gids].map((gid) => cff.glyphs.get(gid)!);
      return cidFont(glyphs, cids, cff.parts[0]!.nominal, cff.unitsPerEm, name, cff.box);
    },
  };
}

function metricsOf(pdf: OpenPdf, descriptor: Parsed): FaceMetrics {
  const number = (key: string) => Number(pdf.get(descriptor, key) ?? 0);
  const em = (key: string) => number(key) / 1000;
  const [left, bottom, right, top] = pdf
    .numbers(pdf.get(descriptor, "FontBBox"))
    .map((value) => value / 1000);
  const name = (pdf.name(descriptor, "FontName") ?? "").replace(/^[A-Z]{6}\+/, "");
  return {
    postscriptName: name,
    familyName: name,
    ascent: em("Ascent"),
    descent: em("Descent"),
    xHeight: em("XHeight"),
    capHeight: em("CapHeight"),
    bbox: [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0],
    italicAngle: number("ItalicAngle"),
    weight: weightOf(number("StemV")),
    serif: (number("Flags") & FLAGS.serif) !== 0,
    fixedPitch: (number("Flags") & FLAGS.fixedPitch) !== 0,
  };
}
