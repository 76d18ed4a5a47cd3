/** Glyph ids of a TrueType face in → a small CFF font program that holds those glyphs in that order. */
import { charstring, pushNumber } from "./charstring.ts";
import { pathReader } from "./cubic-path.ts";
import { outlines } from "./outline.ts";
import { advances, type Sfnt, tableOf } from "./sfnt.ts";

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

/** Strings that the standard has no number for stand behind the ones that it has. */
const OWN_STRINGS = 391;

/** Makes subsets of one face; a glyph that was drawn once is remembered for the next one. */
export type Subsetter = (gids: readonly number[], name: string) => Uint8Array;

/**
 * Outlines become the cubic curves that they were drawn with, which take a tenth less room.
 *
 * @returns What makes a CID-keyed font for FontFile3 (ISO 32000-1, 9.9) of glyph ids without 0: glyph
 *   `gids[i]` has CID `i + 1`; glyph 0 is CID 0.
 */
export function subsetter(font: Sfnt): Subsetter {
  const outlineOf = outlines(font);
  const widthOf = advances(font);
  const unitsPerEm = tableOf(font, "head").getUint16(18);
  const pathsOf = pathReader(unitsPerEm / 1000);
  const drawn = new Map<number, readonly number[]>();
  const draw = (gid: number) => {
    const known = drawn.get(gid) ?? charstring(pathsOf(outlineOf(gid)));
    drawn.set(gid, known);
    return known;
  };
  return (gids, name) => {
    const order = [0, ...gids];
    const normal = commonest(order.map(widthOf));
    const glyphs = order.map((gid) => {
      const width = widthOf(gid) - normal;
      return width === 0 ? draw(gid) : [...integer(width), ...draw(gid)];
    });
    return cidFont(glyphs, normal, unitsPerEm, name, boxOf(font));
  };
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function boxOf(font: Sfnt): readonly number[] {
  const head = tableOf(font, "head");
  return [36, 38, 40, 42].map((at) => head.getInt16(at));
}

/**
 * The font's parts one after the other; offsets in its dictionary take a fixed five bytes each.
 *
 * @param glyphs Charstrings by CID, `.notdef` first; what they say of their width is added to `normal`.
 * @param normal Width of a glyph that says none, units of the font.
 */
export function cidFont(
  glyphs: readonly ArrayLike<number>[],
  normal: number,
  unitsPerEm: number,
  name: string,
  box: readonly number[],
): Uint8Array {
  const header = [1, 0, 4, 4];
  const names = index([ascii(name)]);
  const strings = index([ascii("Adobe"), ascii("Identity")]);
  const globals = index([]);
  const charset = [2, ...u16(1), ...u16(glyphs.length - 2)];
  const select = [3, ...u16(1), ...u16(0), 0, ...u16(glyphs.length)];
  const widths = [...operator([normal], OP.defaultWidth), ...operator([normal], OP.nominalWidth)];
  const matrix = unitsPerEm === 1000 ? [] : [...matrixOf(unitsPerEm), ...OP.fontMatrix];
  const top = (at: { charset: number; select: number; glyphs: number; fonts: number }) => [
    ...operator([OWN_STRINGS, OWN_STRINGS + 1, 0], OP.ros),
    ...matrix,
    ...operator(box, OP.fontBBox),
    ...operator([glyphs.length], OP.cidCount),
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
  const body = index(glyphs);
  const out = new Uint8Array(glyphsAt + body.length);
  out.set([...head, ...charset, ...select, ...widths, ...fonts]);
  out.set(body, glyphsAt);
  return out;
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0) & 0x7f);
const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];

/** A list of byte strings (5176, section 5). */
function index(items: readonly ArrayLike<number>[]): number[] {
  if (items.length === 0) return [0, 0];
  const total = items.reduce((sum, item) => sum + item.length, 1);
  const size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
  const out = [...u16(items.length), size];
  const offset = (value: number) => {
    for (let k = size - 1; k >= 0; k--) out.push((value >>> (8 * k)) & 0xff);
  };
  let at = 1;
  offset(at);
  for (const item of items) {
    at += item.length;
    offset(at);
  }
  for (const item of items) for (let k = 0; k < item.length; k++) out.push(item[k]!);
  return out;
}

/** Whole numbers of this size are written in dictionaries as in charstrings (5176, table 3). */
function integer(value: number): readonly number[] {
  const out: number[] = [];
  pushNumber(out, value);
  return out;
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
