/** The glyphs that a document uses of a face in → its Type 0 font, embedded and searchable (ISO 32000-1, 9.7). */
import type { Pt } from "../base/length.ts";
import { ByUnit } from "../base/remembered.ts";
import type { Face, Shaping } from "../font/face.ts";
import { type Coding, HAN_CODES, IDENTITY, LATIN_CODES, toUnicode } from "./cmap.ts";
import { FLAGS, stemOf } from "./descriptor.ts";
import { digestOf } from "./digest.ts";
import type { FontPrograms } from "./font-programs.ts";
import type { Dictionary, Ref, Value } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** One character code: a glyph with the text that a reader copies for it. */
export interface Code {
  readonly code: number;
  readonly gid: number;
  readonly text: string;
  /** As content streams say it. */
  readonly bytes: string;
  /** In thousandths of an em, as the file says it. */
  readonly width: number;
}

interface GivenCode extends Code {
  /** The last page that it was used on, as pages are counted here. */
  page: number;
  /** The next of its glyph, which has one alone but for a space or so. */
  next: GivenCode | null;
}

/** What a page uses of a font. */
export interface UseOnPage {
  /** The largest size. */
  readonly size: Pt;
  /** In the order of their first use. */
  readonly codes: readonly Code[];
}

/**
 * Codes are given out one for each pair of glyph and text: the same glyph may stand for a word space and for
 * one that keeps words together. A code is its glyph's number in the subset; a glyph that has two texts has two.
 */
export class CidFont {
  readonly name: string;
  readonly ref: Ref;
  /** The code of the word space, where the operator for word space applies to it; else null. */
  readonly space: Code | null;
  readonly #coding: Coding;
  readonly #face: Face;
  readonly #precision: Pt;
  /** The largest size that it is set in. */
  #size: Pt = 0;
  readonly #codes: GivenCode[] = [];
  /** How many are not a text's own. */
  #count = 0;
  readonly #owned = new Set<number>();
  /** The first of each glyph. */
  readonly #first = new ByUnit<GivenCode>();
  /** The page at hand, counted from 1; 0 where none was begun. */
  #page = 0;
  #onPage: { size: Pt; readonly codes: Code[] } = { size: 0, codes: [] };

  /**
   * @param precision How far outlines may leave their drawing on the page, along each axis.
   * @param space Glyph of the word space where it is known: to ask for it, the face has to read what it shapes with.
   */
  constructor(file: PdfFile, face: Face, name: string, precision: Pt, space: number | null = null) {
    this.name = name;
    this.ref = file.ref();
    this.#face = face;
    this.#precision = precision;
    // Word space is for spaces of one byte, which Han faces do not have (ISO 32000-1, 9.3.3).
    this.#coding = face.has(HAN) ? HAN_CODES : LATIN_CODES;
    this.space = this.#coding === LATIN_CODES ? this.use(space ?? spaceOf(face), " ") : null;
  }

  use(gid: number, shown: string): Code {
    let last: GivenCode | null = null;
    for (let one = this.#first.get(gid) ?? null; one !== null; one = one.next) {
      if (one.text === shown) return this.#used(one);
      last = one;
    }
    const own = this.#coding.own(shown);
    const isOwn = own !== null && !this.#owned.has(own);
    const code = isOwn ? own : this.#coding.code(++this.#count);
    if (isOwn) this.#owned.add(own);
    const width = Math.round(this.#face.advance(gid) * 1000);
    const made = { code, gid, text: shown, bytes: this.#coding.bytes(code), width, page: 0, next: null };
    this.#codes.push(made);
    if (last) last.next = made;
    else this.#first.set(gid, made);
    return this.#used(made);
  }

  #used(code: GivenCode): Code {
    if (code.page === this.#page) return code;
    code.page = this.#page;
    this.#onPage.codes.push(code);
    return code;
  }

  setIn(size: Pt): void {
    this.#size = Math.max(this.#size, size);
    this.#onPage.size = Math.max(this.#onPage.size, size);
  }

  /** @returns What is used until the next page begins; it grows. */
  beginPage(): UseOnPage {
    this.#page += 1;
    this.#onPage = { size: 0, codes: [] };
    return this.#onPage;
  }

  /** @param programs Those that are at hand already. */
  finish(file: PdfFile, programs: FontPrograms): void {
    const codes = this.#codes.slice().sort((a, b) => a.code - b.code);
    const gids = new Array<number>(codes.length);
    const cids = new Array<number>(codes.length);
    let texts = "";
    for (let k = 0; k < codes.length; k++) {
      const { gid, code, text } = codes[k]!;
      gids[k] = gid;
      cids[k] = code;
      texts += k > 0 ? `\n${text}` : text;
    }
    const coding = this.#coding;
    const name = `${subsetTag(gids)}+${this.#face.metrics.postscriptName}`;
    const slack = this.#precision / this.#size;
    const glyphs = digestOf(new Int32Array(gids), new Int32Array(cids));
    const program = file.packedStream(
      { Subtype: "CIDFontType0C" },
      programs.of(this.#face, `${name} ${slack} ${glyphs}`, () => this.#face.subset(gids, cids, name, slack)),
    );
    const shown = digestOf(new Int32Array(cids), texts);
    const maps = programs.of(this.#face, `texts ${coding.encodingName} ${codes.length} ${shown}`, () =>
      toUnicode(coding, codes, this.#count),
    );
    const descriptor = file.ref({ ...this.#descriptor(name), FontFile3: program });
    const descendant = file.ref({
      Type: "Font",
      Subtype: "CIDFontType0",
      BaseFont: name,
      CIDSystemInfo: IDENTITY,
      FontDescriptor: descriptor,
      W: widthArray(codes),
    });
    Object.assign(this.ref.data, {
      Type: "Font",
      Subtype: "Type0",
      // The name of a Type 0 font over CFF names its encoding too (9.7.6.1).
      BaseFont: `${name}-${coding.encodingName}`,
      Encoding: coding.encoding(file, this.#count),
      DescendantFonts: [descendant],
      ToUnicode: file.packedStream({}, maps),
    } satisfies Dictionary);
  }

  #descriptor(name: string): Dictionary {
    const { metrics } = this.#face;
    const em = (value: number) => Math.round(value * 1000);
    const flags =
      (metrics.fixedPitch ? FLAGS.fixedPitch : 0) +
      (metrics.serif ? FLAGS.serif : 0) +
      FLAGS.symbolic +
      (metrics.italicAngle !== 0 ? FLAGS.italic : 0);
    return {
      Type: "FontDescriptor",
      FontName: name,
      Flags: flags,
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

/** 一: a face that has it is one for Han. */
const HAN = 0x4e00;

const PLAIN: Shaping = { script: "latn", language: null, features: [] };

const spaceOf = (face: Face): number => face.shape(" ", PLAIN)[0]?.gid ?? 0;

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
function widthArray(
  codes: readonly { readonly code: number; readonly width: number }[],
): readonly Value[] | undefined {
  const out: Value[] = [];
  let list: number[] = [];
  for (let i = 0; i < codes.length; ) {
    const { code, width } = codes[i]!;
    const follows = (k: number) => codes[k]?.code === code + k - i;
    let end = i + 1;
    while (follows(end) && codes[end]!.width === width) end += 1;
    const isRange = width === DEFAULT_WIDTH || end - i >= 5;
    if (codes[i - 1]?.code !== code - 1) list = [];
    if (isRange) {
      if (width !== DEFAULT_WIDTH) out.push(code, code + end - i - 1, width);
      list = [];
    } else {
      if (list.length === 0) out.push(code, list);
      for (let k = i; k < end; k++) list.push(width);
    }
    i = end;
  }
  return out.length > 0 ? out : undefined;
}
