/** Glyph ids of a TrueType face in → a small CFF font program that holds those glyphs in that order. */
import type { Em } from "../base/length.ts";
import { BLANK, type GlyphKeeper, GlyphPrograms } from "./glyph-programs.ts";
import { NumberBytes } from "./number-bytes.ts";
import { advances, boxOf, type Sfnt, unitsPerEmOf } from "./sfnt.ts";

/** Operators of dictionaries (Adobe Technical Note 5176, tables 9, 10 and 23). */
const OP = {
  fontBBox: [5],
  charset: [15],
  charStrings: [17],
  private: [18],
  defaultWidth: [20],
  nominalWidth: [21],
  fontMatrix: [12, 7],
  ros: [12, 30],
  cidCount: [12, 34],
  fdArray: [12, 36],
  fdSelect: [12, 37],
} as const;

/** How many strings CFF has numbers for without their being said (5176, appendix A); a font's own are numbered behind them. */
export const OWN_STRINGS = 391;

/** Makes subsets of one face; programs that do not depend on the other glyphs are remembered for the next one. */
export type Subsetter = (
  gids: readonly number[],
  cids: readonly number[],
  name: string,
  slack: Em,
) => Uint8Array;

/**
 * @param keeper Where programs of glyphs come from and go to; null for none.
 * @returns What makes a CID-keyed font for FontFile3 (ISO 32000-1, 9.9) of glyph ids without 0: glyph
 *   `gids[i]` has CID `cids[i]`; glyph 0 is CID 0. Slack is how far a point may leave its place along each axis.
 */
export function subsetter(font: Sfnt, keeper: GlyphKeeper | null): Subsetter {
  const widthOf = advances(font);
  const unitsPerEm = unitsPerEmOf(font);
  const programs = new Map<number, GlyphPrograms>();
  const bytes = new NumberBytes();
  return (gids, cids, name, slack) => {
    const units = Math.floor(slack * unitsPerEm);
    const known = programs.get(units);
    if (!known && programs.size >= MOST_SIZES) programs.clear();
    const ofUnits = known ?? new GlyphPrograms(font, units, keeper);
    programs.set(units, ofUnits);
    const normal = commonest([0, ...gids].map(widthOf));
    const withWidth = (program: Uint8Array, width: number): Uint8Array => {
      if (width === normal) return program;
      bytes.clear();
      bytes.number(width - normal);
      bytes.all(program);
      return bytes.taken();
    };
    // What shows that a glyph is missing is never shown: nothing is drawn for it.
    const blank = withWidth(BLANK, widthOf(0));
    const drawn = ofUnits.of(gids).map((program, k) => withWidth(program, widthOf(gids[k]!)));
    return cidFont([blank, ...drawn], cids, normal, unitsPerEm, name, boxOf(font));
  };
}

/** The largest size of a face says how true its outlines are to be: a theme that is being made goes through many. */
const MOST_SIZES = 4;

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/**
 * The font's parts one after the other; offsets in its dictionary take a fixed five bytes each.
 *
 * @param glyphs Charstrings, `.notdef` first; what they say of their width is added to `normal`.
 * @param cids Numbers of the glyphs behind `.notdef`, rising.
 * @param normal Width of a glyph that says none, units of the font.
 */
export function cidFont(
  glyphs: readonly ArrayLike<number>[],
  cids: readonly number[],
  normal: number,
  unitsPerEm: number,
  name: string,
  box: readonly number[],
): Uint8Array {
  const header = [1, 0, 4, 4];
  const names = index([ascii(name)]);
  const strings = index([ascii("Adobe"), ascii("Identity")]);
  const globals = index([]);
  const charset = [2, ...cidRanges(cids)];
  const select = [3, ...u16(1), ...u16(0), 0, ...u16(glyphs.length)];
  const widths = [...operator([normal], OP.defaultWidth), ...operator([normal], OP.nominalWidth)];
  const matrix = unitsPerEm === 1000 ? [] : [...matrixOf(unitsPerEm), ...OP.fontMatrix];
  const top = (at: { charset: number; select: number; glyphs: number; fonts: number }) => [
    ...operator([OWN_STRINGS, OWN_STRINGS + 1, 0], OP.ros),
    ...matrix,
    ...operator(box, OP.fontBBox),
    ...operator([(cids.at(-1) ?? 0) + 1], OP.cidCount),
    ...fixedOffset(at.charset, OP.charset),
    ...fixedOffset(at.select, OP.fdSelect),
    ...fixedOffset(at.glyphs, OP.charStrings),
    ...fixedOffset(at.fonts, OP.fdArray),
  ];
  const nowhere = { charset: 0, select: 0, glyphs: 0, fonts: 0 };
  const before =
    header.length + names.length + index([top(nowhere)]).length + strings.length + globals.length;
  const charsetAt = before;
  const selectAt = charsetAt + charset.length;
  const widthsAt = selectAt + select.length;
  const fonts = index([[...integer(widths.length), ...fixedOffset(widthsAt, OP.private)]]);
  const fontsAt = widthsAt + widths.length;
  const glyphsAt = fontsAt + fonts.length;
  const places = { charset: charsetAt, select: selectAt, glyphs: glyphsAt, fonts: fontsAt };
  const head = [...header, ...names, ...index([top(places)]), ...strings, ...globals];
  const room = glyphs.reduce((sum, glyph) => sum + glyph.length, 0);
  const size = offsetSize(room + 1);
  const out = new Uint8Array(glyphsAt + 3 + size * (glyphs.length + 1) + room);
  out.set([...head, ...charset, ...select, ...widths, ...fonts]);
  putIndex(out, glyphsAt, glyphs, size);
  return out;
}

/** First and how many follow, of each run of numbers (5176, table 19). */
function cidRanges(cids: readonly number[]): readonly number[] {
  const out: number[] = [];
  for (let from = 0; from < cids.length; ) {
    let to = from;
    while (cids[to + 1] === cids[to]! + 1) to += 1;
    out.push(...u16(cids[from]!), ...u16(to - from));
    from = to + 1;
  }
  return out;
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0) & 0x7f);
const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];

/** A list of byte strings (5176, section 5). */
function index(items: readonly ArrayLike<number>[]): Uint8Array {
  if (items.length === 0) return new Uint8Array(2);
  const room = items.reduce((sum, item) => sum + item.length, 0);
  const size = offsetSize(room + 1);
  const out = new Uint8Array(3 + size * (items.length + 1) + room);
  putIndex(out, 0, items, size);
  return out;
}

/** Bytes that offsets up to `last` take. */
const offsetSize = (last: number): number =>
  last < 0x100 ? 1 : last < 0x10000 ? 2 : last < 0x1000000 ? 3 : 4;

function putIndex(out: Uint8Array, from: number, items: readonly ArrayLike<number>[], size: number): void {
  out[from] = (items.length >> 8) & 0xff;
  out[from + 1] = items.length & 0xff;
  out[from + 2] = size;
  let place = from + 3;
  let offset = 1;
  for (let i = 0; i <= items.length; i++) {
    for (let k = size - 1; k >= 0; k--) out[place++] = (offset >>> (8 * k)) & 0xff;
    offset += items[i]?.length ?? 0;
  }
  for (const item of items) {
    out.set(item, place);
    place += item.length;
  }
}

/** A whole number in a dictionary (5176, table 3). */
function integer(value: number): readonly number[] {
  if (value > 0x7fff) return fixedOffset(value, []);
  const bytes = new NumberBytes();
  bytes.number(value);
  return [...bytes.taken()];
}

const operator = (values: readonly number[], op: readonly number[]): number[] => [
  ...values.flatMap(integer),
  ...op,
];

const fixedOffset = (value: number, op: readonly number[]): number[] => [
  29,
  (value >>> 24) & 0xff,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
  ...op,
];

/** Font units to ems, as decimal numbers are written in dictionaries: a nibble a character. */
function matrixOf(unitsPerEm: number): number[] {
  const real = (value: number) => {
    const nibbles = [...value.toFixed(9).replace(/0+$/, "").replace(/^0/, "")].map((char) =>
      char === "." ? 0xa : Number(char),
    );
    nibbles.push(0xf);
    if (nibbles.length % 2 === 1) nibbles.push(0xf);
    return [
      30,
      ...Array.from({ length: nibbles.length / 2 }, (_, k) => (nibbles[2 * k]! << 4) | nibbles[2 * k + 1]!),
    ];
  };
  const scale = real(1 / unitsPerEm);
  return [...scale, ...integer(0), ...integer(0), ...scale, ...integer(0), ...integer(0)];
}
