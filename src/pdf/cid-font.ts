/** The glyphs that a document uses of a face in → its Type 0 font, embedded and searchable (ISO 32000-1, 9.7). */
import type { Face } from "../font/face.ts";
import { type Kit, type Ref, text } from "./kit.ts";
import { hex4, utf16 } from "./numbers.ts";

/** One character code: a glyph with the text that a reader copies for it. */
interface Code {
  readonly gid: number;
  readonly text: string;
}

/**
 * Codes are given out in the order of use, one for each pair of glyph and text: the same glyph may stand
 * for a hyphen that was typed and for one that a line break added.
 */
export class CidFont {
  readonly name: string;
  readonly ref: Ref;
  readonly #face: Face;
  readonly #codes: Code[] = [];
  readonly #known = new Map<string, number>();

  constructor(kit: Kit, face: Face, name: string) {
    this.name = name;
    this.ref = kit.ref({});
    this.#face = face;
  }

  code(gid: number, shown: string): number {
    const key = `${gid}/${shown}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#codes.push({ gid, text: shown });
    const code = this.#codes.length;
    this.#known.set(key, code);
    return code;
  }

  /** Width in thousandths of an em, as the file says it. */
  width(gid: number): number {
    return Math.round(this.#face.advance(gid) * 1000);
  }

  finish(kit: Kit): void {
    const gids = [...new Set(this.#codes.map((code) => code.gid))].filter((gid) => gid !== 0);
    const ids = new Map(gids.map((gid, i) => [gid, i + 1]));
    const name = `${subsetTag(gids)}+${this.#face.metrics.postscriptName}`;
    const file = kit.ref({});
    const bytes = this.#face.subset(gids);
    file.data.Length1 = bytes.length;
    file.end(bytes);
    const descriptor = kit.ref({ ...this.#descriptor(name), FontFile2: file });
    descriptor.end();
    const places = new Uint8Array(2 * (this.#codes.length + 1));
    this.#codes.forEach(({ gid }, i) => {
      const id = ids.get(gid) ?? 0;
      places[2 * i + 2] = id >> 8;
      places[2 * i + 3] = id & 0xff;
    });
    const map = kit.ref({});
    map.end(places);
    const descendant = kit.ref({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: text("Adobe"), Ordering: text("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, this.#codes.map(({ gid }) => this.width(gid))],
      CIDToGIDMap: map,
    });
    descendant.end();
    const unicode = kit.ref({});
    unicode.end(Buffer.from(toUnicode(this.#codes), "latin1"));
    Object.assign(this.ref.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    });
    this.ref.end();
  }

  #descriptor(name: string): Record<string, unknown> {
    const { metrics } = this.#face;
    const em = (value: number) => Math.round(value * 1000);
    const flags = [metrics.fixedPitch && 1, metrics.serif && 2, 4, metrics.italicAngle !== 0 && 64];
    return {
      Type: "FontDescriptor",
      FontName: name,
      FontFamily: text(metrics.familyName),
      Flags: flags.reduce<number>((sum, flag) => sum + (flag || 0), 0),
      FontBBox: metrics.bbox.map(em),
      ItalicAngle: metrics.italicAngle,
      Ascent: em(metrics.ascent),
      Descent: em(metrics.descent),
      CapHeight: em(metrics.capHeight),
      XHeight: em(metrics.xHeight),
      StemV: stemOf(metrics.weight),
    };
  }
}

/** Stem width from the weight class, as font editors estimate it. */
const stemOf = (weight: number): number => Math.round(50 + (weight / 65) ** 2);

/** Six letters that differ with the glyphs (ISO 32000-1, 9.6.4). */
function subsetTag(gids: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const gid of gids) hash = Math.imul(hash ^ gid, 0x01000193) >>> 0;
  let tag = "";
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** Entries that one section of a CMap may hold (Adobe Technical Note 5411). */
const SECTION = 100;

/** Codes without text, the later glyphs of a cluster, stay unmapped. */
function toUnicode(codes: readonly Code[]): string {
  const entries = codes.flatMap((code, i) =>
    code.text === "" ? [] : [`<${hex4(i + 1)}> <${utf16(code.text)}>`],
  );
  const sections: string[] = [];
  for (let i = 0; i < entries.length; i += SECTION) {
    const part = entries.slice(i, i + SECTION);
    sections.push(`${part.length} beginbfchar`, ...part, "endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <ffff>",
    "endcodespacerange",
    ...sections,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
    "",
  ].join("\n");
}
