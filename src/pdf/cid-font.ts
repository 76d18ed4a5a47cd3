/** The glyphs that a document uses of a face in → its Type 0 font, embedded and searchable (ISO 32000-1, 9.7). */
import type { Face } from "../font/face.ts";
import { hex4, utf16 } from "./numbers.ts";
import { type Dictionary, type Ref, text, type Value } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

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
  readonly #known = new Map<number, Map<string, number>>();

  constructor(file: PdfFile, face: Face, name: string) {
    this.name = name;
    this.ref = file.ref();
    this.#face = face;
  }

  code(gid: number, shown: string): number {
    const ofGlyph = this.#known.get(gid) ?? new Map<string, number>();
    this.#known.set(gid, ofGlyph);
    const known = ofGlyph.get(shown);
    if (known !== undefined) return known;
    this.#codes.push({ gid, text: shown });
    const code = this.#codes.length;
    ofGlyph.set(shown, code);
    return code;
  }

  /** Width in thousandths of an em, as the file says it. */
  width(gid: number): number {
    return Math.round(this.#face.advance(gid) * 1000);
  }

  finish(file: PdfFile): void {
    const gids = this.#codes.map((code) => code.gid);
    const name = `${subsetTag(gids)}+${this.#face.metrics.postscriptName}`;
    // A code is its glyph's place in the subset; a glyph that has two texts stands there twice.
    const program = file.stream({ Subtype: "CIDFontType0C" }, this.#face.subset(gids, name));
    const descriptor = file.ref({ ...this.#descriptor(name), FontFile3: program });
    const descendant = file.ref({
      Type: "Font",
      Subtype: "CIDFontType0",
      BaseFont: name,
      CIDSystemInfo: { Registry: text("Adobe"), Ordering: text("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      W: widthArray(this.#codes.map(({ gid }) => this.width(gid))),
    });
    Object.assign(this.ref.data, {
      Type: "Font",
      Subtype: "Type0",
      // The name of a Type 0 font over CFF names its encoding too (9.7.6.1).
      BaseFont: `${name}-Identity-H`,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: file.stream({}, toUnicode(this.#codes)),
    } satisfies Dictionary);
  }

  #descriptor(name: string): Dictionary {
    const { metrics } = this.#face;
    const em = (value: number) => Math.round(value * 1000);
    const flags = [metrics.fixedPitch && 1, metrics.serif && 2, 4, metrics.italicAngle !== 0 && 64];
    return {
      Type: "FontDescriptor",
      FontName: name,
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

/** The width of a code that is not named in W. */
const DEFAULT_WIDTH = 1000;

/** Runs of codes whose width is not the default; five of one width or more as a range (9.7.4.3). */
function widthArray(widths: readonly number[]): readonly Value[] | undefined {
  const out: Value[] = [];
  let list: number[] = [];
  for (let i = 0; i < widths.length; ) {
    let end = i + 1;
    while (end < widths.length && widths[end] === widths[i]) end += 1;
    const isRange = widths[i] === DEFAULT_WIDTH || end - i >= 5;
    if (isRange) {
      list = [];
      if (widths[i] !== DEFAULT_WIDTH) out.push(i + 1, end, widths[i]!);
    } else {
      if (list.length === 0) out.push(i + 1, list);
      list.push(...widths.slice(i, end));
    }
    i = end;
  }
  return out.length > 0 ? out : undefined;
}

/** Entries that one section of a CMap may hold (Adobe Technical Note 5411). */
const SECTION = 100;

/** What the later glyphs of a cluster stand for, whose text is the first one's: every code has a text (ISO 14289-1, 7.21.7). */
const NOTHING = "\u200b";

function toUnicode(codes: readonly Code[]): string {
  const texts = codes.map(({ text }) => text || NOTHING);
  const singles: string[] = [];
  const ranges: string[] = [];
  for (let i = 0; i < texts.length; ) {
    const text = texts[i]!;
    let end = i + 1;
    if (text.length === 1)
      while (texts[end] === String.fromCharCode(text.charCodeAt(0) + end - i) && (end + 1) % 256 !== 0)
        end += 1;
    if (end - i >= 3) ranges.push(`<${hex4(i + 1)}><${hex4(end)}><${utf16(text)}>`);
    else for (let k = i; k < end; k++) singles.push(`<${hex4(k + 1)}><${utf16(texts[k]!)}>`);
    i = end;
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CMapType 2 def",
    "/CMapName /U def",
    "1 begincodespacerange",
    "<0000><ffff>",
    "endcodespacerange",
    ...sections(singles, "bfchar"),
    ...sections(ranges, "bfrange"),
    "endcmap",
    "end",
    "end",
  ].join("\n");
}

function sections(entries: readonly string[], kind: string): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < entries.length; i += SECTION) {
    const part = entries.slice(i, i + SECTION);
    out.push(`${part.length} begin${kind}`, ...part, `end${kind}`);
  }
  return out;
}
