/** Places of glyphs in a subset in → the codes that a page shows them by, and the maps that say so. */
import { hex4, utf16 } from "./numbers.ts";
import { type Ref, text } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** As Identity-H has it. */
export const twoBytes = (place: number): string => String.fromCharCode(place >> 8, place & 0xff);

/**
 * Faces for Latin take one byte for what they use first: from 32 on, so that the first glyph, the word space, has the
 * code that the operator for word space applies to. What does not fit takes two bytes.
 */
const FIRST = 0x20;
const LAST = 0xdf;
const LONG = 0xe000;

/** Glyphs that have short codes. */
const SHORT = LAST - FIRST + 1;

const shortCode = (place: number): number => (place <= SHORT ? FIRST - 1 + place : LONG + place);

/** Of faces for Latin. */
export function shortBytes(place: number): string {
  const code = shortCode(place);
  return code <= LAST ? String.fromCharCode(code) : twoBytes(code);
}

/** Name of the map of short codes. */
export const SHORT_CODES = "Latin-H";

const known = new WeakMap<PdfFile, Ref>();

/** The map of short codes to places (ISO 32000-1, 9.7.5.4), of fonts with so many glyphs; one for all that need no long ones. */
export function shortCodes(file: PdfFile, count: number): Ref {
  const isLong = count > SHORT;
  const made = isLong ? undefined : known.get(file);
  if (made) return made;
  const system = { Registry: text("Adobe"), Ordering: text("Identity"), Supplement: 0 };
  const long = [`<${hex4(LONG + SHORT + 1)}>`, `<${hex4(LONG + count)}>`, SHORT + 1].join("");
  const ref = file.stream(
    { Type: "CMap", CMapName: SHORT_CODES, CIDSystemInfo: system, WMode: 0 },
    map(SHORT_CODES, 1, isLong, [
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> def",
      "/WMode 0 def",
      `${isLong ? 2 : 1} begincidrange`,
      `<${hex2(FIRST)}><${hex2(LAST)}>1`,
      ...(isLong ? [long] : []),
      "endcidrange",
    ]),
  );
  if (!isLong) known.set(file, ref);
  return ref;
}

/** What the later glyphs of a cluster stand for, whose text is the first one's: every code has a text (ISO 14289-1, 7.21.7). */
const NOTHING = "\u200b";

/** Entries that one section of a CMap may hold (Adobe Technical Note 5411). */
const SECTION = 100;

/** @param texts What a reader copies for the glyphs by their places. @param isShort The font is one for Latin. */
export function toUnicode(texts: readonly string[], isShort: boolean): string {
  const codeOf = isShort ? shortCode : (place: number) => place;
  const ranges: string[] = [];
  for (let from = 1; from <= texts.length; ) {
    const first = codeOf(from);
    let to = from;
    // A range differs in its last byte alone.
    while (to < texts.length && codeOf(to + 1) === first + to + 1 - from && (first + to + 1 - from) & 0xff)
      to += 1;
    const code = (place: number) =>
      codeOf(place) > LAST || !isShort ? hex4(codeOf(place)) : hex2(codeOf(place));
    const shown = texts.slice(from - 1, to).map((text) => `<${utf16(text || NOTHING)}>`);
    ranges.push(`<${code(from)}><${code(to)}>[${shown.join("")}]`);
    from = to + 1;
  }
  return map("U", 2, isShort ? texts.length > SHORT : null, sections(ranges));
}

function sections(ranges: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < ranges.length; i += SECTION) {
    const part = ranges.slice(i, i + SECTION);
    out.push(`${part.length} beginbfrange`, ...part, "endbfrange");
  }
  return out;
}

/** @param isLong Whether there are long codes beside the short ones; null where all have two bytes. */
function map(name: string, type: 1 | 2, isLong: boolean | null, body: readonly string[]): string {
  const spaces =
    isLong === null
      ? ["<0000><ffff>"]
      : [`<${hex2(FIRST)}><${hex2(LAST)}>`, ...(isLong ? [`<${hex4(LONG)}><ffff>`] : [])];
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    `/CMapType ${type} def`,
    `/CMapName /${name} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces,
    "endcodespacerange",
    ...body,
    "endcmap",
    "end",
    "end",
  ].join("\n");
}

const hex2 = (value: number): string => value.toString(16).padStart(2, "0");
