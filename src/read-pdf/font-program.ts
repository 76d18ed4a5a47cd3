/** A font of a PDF in → what it embeds, and the widths of its glyphs by that and as it says them. */
import { fontInMemory } from "../font/font-source.ts";
import { advances, openSfnt, type Sfnt, tableOf, unitsPerEmOf } from "../font/sfnt.ts";
import { cffWidths, readCff } from "./cff.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { type Parsed, Stream } from "./values.ts";

export interface FontProgram {
  /**
   * Thousandths of an em of a composite font's glyph; undefined where there is none. Null for a program of the old
   * kind, which composite fonts do not have.
   */
  readonly widthOf: ((cid: number) => number | undefined) | null;
  /** Glyphs of a composite font's program; empty for one of the old kind. */
  cids(): readonly number[];
}

/** The font that a composite one has its glyphs from (ISO 32000-1, 9.7.6.1); null for a simple one. */
export const descendantOf = (pdf: OpenPdf, font: Parsed): Parsed =>
  pdf.value(pdf.list(pdf.get(font, "DescendantFonts"))[0]);

/** What a font embeds, by the key that it stands under: a program of Type 1, of TrueType, or of another kind. */
export const embeddedIn = (pdf: OpenPdf, font: Parsed): readonly Parsed[] =>
  ["FontFile", "FontFile2", "FontFile3"].map((key) => pdf.path(font, "FontDescriptor", key));

/**
 * @param font A simple font, or the descendant of a composite one.
 * @returns Null where nothing is embedded.
 * @throws Where the program can not be read.
 */
export function programOf(pdf: OpenPdf, font: Parsed): FontProgram | null {
  const [type1, trueType, other] = embeddedIn(pdf, font);
  if (trueType instanceof Stream)
    return trueTypeProgram(pdf, font, openSfnt(fontInMemory(pdf.content(trueType))));
  if (other instanceof Stream) {
    const bytes = pdf.content(other);
    if (pdf.name(other, "Subtype") !== "OpenType") return cffProgram(bytes);
    const sfnt = openSfnt(fontInMemory(bytes));
    const cff = sfnt.tables.get("CFF ");
    return cff ? cffProgram(viewed(sfnt, "CFF ")) : trueTypeProgram(pdf, font, sfnt);
  }
  return type1 instanceof Stream ? { widthOf: null, cids: () => [] } : null;
}

function cffProgram(bytes: Uint8Array): FontProgram {
  const widths = cffWidths(readCff(bytes));
  return { widthOf: (cid) => widths.get(cid), cids: () => [...widths.keys()] };
}

function viewed(sfnt: Sfnt, tag: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = tableOf(sfnt, tag);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Widths of TrueType glyphs: the last one holds for all behind it. */
function trueTypeProgram(pdf: OpenPdf, font: Parsed, sfnt: Sfnt): FontProgram {
  const map = pdf.get(font, "CIDToGIDMap");
  const mapped = map instanceof Stream ? pdf.content(map) : null;
  // Glyphs by CID (ISO 32000-1, 9.7.4.2).
  const glyphOf = (cid: number) => (mapped ? 256 * (mapped[2 * cid] ?? 0) + (mapped[2 * cid + 1] ?? 0) : cid);
  const em = unitsPerEmOf(sfnt);
  const advance = advances(sfnt);
  const count = tableOf(sfnt, "maxp").getUint16(4);
  const widthOf = (cid: number) => {
    const gid = glyphOf(cid);
    return gid < count ? (advance(gid) * 1000) / em : undefined;
  };
  const all = Array.from({ length: mapped ? mapped.length >> 1 : count }, (_, cid) => cid);
  return { widthOf, cids: () => all.filter((cid) => glyphOf(cid) < count) };
}

/** The last glyph there can be (ISO 32000-1, annex C). */
const LAST_CID = 0xffff;

/** What the descendant of a composite font says of its glyphs' widths, thousandths of an em (ISO 32000-1, 9.7.4.3). */
export function saidWidths(pdf: OpenPdf, descendant: Parsed): (cid: number) => number {
  const found = new Map<number, number>();
  const entries = pdf.list(pdf.get(descendant, "W"));
  for (let k = 0; k < entries.length; ) {
    const first = Number(entries[k]);
    const second = pdf.value(entries[k + 1]);
    if (Array.isArray(second)) {
      second.forEach((width, i) => {
        found.set(first + i, Number(width));
      });
      k += 2;
    } else {
      const last = Math.min(LAST_CID, Number(second));
      for (let code = first; code <= last; code++) found.set(code, Number(entries[k + 2]));
      k += 3;
    }
  }
  const otherwise = Number(pdf.get(descendant, "DW") ?? 1000);
  return (cid) => found.get(cid) ?? otherwise;
}
