/** Glyphs and what they stand for in → the codes that a page shows them by, and the maps that say so. */
import { hex2, hex4, utf16 } from "./numbers.ts";
import { type Ref, text } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/**
 * Faces for Latin take one byte. A character of ASCII has its own code, so that the word space has the one that the
 * operator for word space applies to and an edit leaves the pages behind it as they are; others follow in the order of
 * their use. What does not fit takes two bytes.
 */
const FIRST = 0x20;
const ASCII = 0x7e;
const LAST = 0xdf;
const LONG = 0xe000;

/** Glyphs besides those of ASCII that have short codes. */
const SHORT = LAST - ASCII;

/** Name of the map of short codes. */
const SHORT_CODES = "Latin-H";

/** How the codes of a font are made; a code is the number of its glyph in the font. */
export interface Coding {
  /** @returns The code that the first glyph for a text has whatever else is used; null for none. */
  own(text: string): number | null;
  /** @param nth Of the glyphs that have no code of their own, from 1. */
  code(nth: number): number;
  bytes(code: number): string;
  readonly encodingName: string;
  /** The Encoding of a font with so many codes that are not a text's own. */
  encoding(file: PdfFile, count: number): string | Ref;
  /** Ranges of bytes that codes lie in, of a font with so many. */
  spaces(count: number): readonly (readonly [from: string, to: string])[];
}

const twoBytes = (code: number): string => String.fromCharCode(code >> 8, code & 0xff);

/** Two bytes for every code, in the order of use. */
export const HAN_CODES: Coding = {
  own: () => null,
  code: (nth) => nth,
  bytes: twoBytes,
  encodingName: "Identity-H",
  encoding: () => "Identity-H",
  spaces: () => [["0000", "ffff"]],
};

export const LATIN_CODES: Coding = {
  own: (text) => (/^[ -~]$/.test(text) ? text.charCodeAt(0) : null),
  code: (nth) => (nth <= SHORT ? ASCII + nth : LONG + nth),
  bytes: (code) => (code <= LAST ? String.fromCharCode(code) : twoBytes(code)),
  encodingName: SHORT_CODES,
  encoding: shortCodes,
  spaces: (count) => [[hex2(FIRST), hex2(LAST)], ...(count > SHORT ? [[hex4(LONG), "ffff"] as const] : [])],
};

/** Codes are the numbers of glyphs and say nothing of characters (9.7.3). */
export const IDENTITY = { Registry: text("Adobe"), Ordering: text("Identity"), Supplement: 0 } as const;

const known = new WeakMap<PdfFile, Ref>();

/** The map of short codes to glyphs (ISO 32000-1, 9.7.5.4); one for all fonts that need no long ones. */
function shortCodes(file: PdfFile, count: number): Ref {
  const made = count > SHORT ? undefined : known.get(file);
  if (made) return made;
  const ranges = [`<${hex2(FIRST)}><${hex2(LAST)}>${FIRST}`];
  if (count > SHORT) {
    const [from, to] = [LONG + SHORT + 1, LONG + count];
    ranges.push(`<${hex4(from)}><${hex4(to)}>${from}`);
  }
  const ref = file.stream(
    { Type: "CMap", CMapName: SHORT_CODES, CIDSystemInfo: IDENTITY, WMode: 0 },
    map(SHORT_CODES, 1, LATIN_CODES.spaces(count), [
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> def",
      "/WMode 0 def",
      `${ranges.length} begincidrange`,
      ...ranges,
      "endcidrange",
    ]),
  );
  if (count <= SHORT) known.set(file, ref);
  return ref;
}

/** What the later glyphs of a cluster stand for, whose text is the first one's: every code has a text (ISO 14289-1, 7.21.7). */
export const NOTHING = "\u200b";

/** Entries that one section of a CMap may hold (Adobe Technical Note 5411). */
const SECTION = 100;

/** A code, and what a reader copies for its glyph. */
interface Shown {
  readonly code: number;
  readonly text: string;
}

/**
 * A code has an entry of its own, or stands in a range of one-byte characters that run in step with it. Ranges may say
 * more, but Ghostscript takes each text in them for one byte: Chinese that went through it could not be copied.
 *
 * @param codes Rising. @param count Of those that are not a text's own.
 */
export function toUnicode(coding: Coding, codes: readonly Shown[], count: number): string {
  const singles: string[] = [];
  const ranges: string[] = [];
  const hex = (code: number) => (coding.bytes(code).length === 1 ? hex2(code) : hex4(code));
  for (let from = 0; from < codes.length; ) {
    const { code, text } = codes[from]!;
    let to = from + 1;
    while (codes[to] && isInStep(codes[from]!, codes[to]!, to - from)) to += 1;
    const shown = utf16(text || NOTHING);
    if (to - from === 1) singles.push(`<${hex(code)}><${shown}>`);
    else ranges.push(`<${hex(code)}><${hex(code + to - from - 1)}><${shown}>`);
    from = to;
  }
  return map("U", 2, coding.spaces(count), [...sections("bfchar", singles), ...sections("bfrange", ranges)]);
}

/** Whether the code and the character of one are so far behind another's, and their last bytes alone differ. */
function isInStep(first: Shown, other: Shown, step: number): boolean {
  if (first.text.length !== 1 || other.text.length !== 1) return false;
  const [from, to] = [first.text.charCodeAt(0), other.text.charCodeAt(0)];
  const isOneByte = first.code >> 8 === other.code >> 8 && to <= 0xff;
  return isOneByte && other.code === first.code + step && to === from + step;
}

function sections(kind: "bfchar" | "bfrange", entries: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < entries.length; i += SECTION) {
    const part = entries.slice(i, i + SECTION);
    out.push(`${part.length} begin${kind}`, ...part, `end${kind}`);
  }
  return out;
}

function map(
  name: string,
  type: 1 | 2,
  spaces: readonly (readonly [from: string, to: string])[],
  body: readonly string[],
): string {
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    `/CMapType ${type} def`,
    `/CMapName /${name} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces.map(([from, to]) => `<${from}><${to}>`),
    "endcodespacerange",
    ...body,
    "endcmap",
    "end",
    "end",
  ].join("\n");
}
