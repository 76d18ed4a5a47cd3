/** Glyph ids of a TrueType face in → a small CFF font program that holds those glyphs in that order. */
import type { Em } from "../base/length.ts";
import { Charstrings } from "./charstring.ts";
import { addContour, inOrder } from "./contours.ts";
import { pathReader } from "./cubic-path.ts";
import { NumberBytes } from "./number-bytes.ts";
import { type Outline, outlines } from "./outline.ts";
import { Repeats } from "./repeats.ts";
import { advances, type Sfnt, tableOf } from "./sfnt.ts";
import { type Contour, Steps } from "./steps.ts";

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

/** Makes subsets of one face; a glyph whose outline was read once is remembered for the next one. */
export type Subsetter = (
  gids: readonly number[],
  cids: readonly number[],
  name: string,
  slack: Em,
) => Uint8Array;

/**
 * How far a cubic curve leaves the quadratic ones it stands for at least, thousandths of an em: what is usual where
 * outlines are made quadratic (fontTools' cu2qu), so that the type is as true to its drawing as it was.
 */
const FIT = 1;

/** The part of the slack that curves take to be fewer. */
const FIT_SHARE = 0.75;

/**
 * Outlines become the cubic curves that they were drawn with, which take a tenth less room; with slack, alike
 * parts of them become the same, which takes another fifth.
 *
 * @returns What makes a CID-keyed font for FontFile3 (ISO 32000-1, 9.9) of glyph ids without 0: glyph
 *   `gids[i]` has CID `cids[i]`; glyph 0 is CID 0. Slack is how far a point may leave its place along each axis.
 */
export function subsetter(font: Sfnt): Subsetter {
  const outlineOf = outlines(font);
  const widthOf = advances(font);
  const unitsPerEm = tableOf(font, "head").getUint16(18);
  const drawings = new Map<number, Drawings>();
  const charstrings = new Charstrings();
  return (gids, cids, name, slack) => {
    const units = Math.floor(slack * unitsPerEm);
    const tolerance = Math.max((FIT * unitsPerEm) / 1000, FIT_SHARE * units);
    const known = drawings.get(tolerance);
    if (!known && drawings.size >= MOST_SIZES) drawings.clear();
    const drawn = known ?? new Drawings(outlineOf, tolerance);
    drawings.set(tolerance, drawn);
    const repeats = new Repeats(units);
    const order = [0, ...gids];
    const normal = commonest(order.map(widthOf));
    const glyphs = order.map((gid) => {
      // What shows that a glyph is missing is never shown: nothing is drawn for it.
      const contours = gid === 0 ? [] : drawn.of(gid);
      return charstrings.of(
        repeats.steps,
        contours.map((contour) => repeats.set(drawn.steps, contour)),
        widthOf(gid) - normal,
      );
    });
    return cidFont(glyphs, cids, normal, unitsPerEm, name, boxOf(font));
  };
}

/** Drawings that are kept: more than an issue has characters. A watch of many days would ask for any number. */
const MOST = 4000;

/** The largest size of a face says how true its outlines are to be: a theme that is being made goes through many. */
const MOST_SIZES = 4;

/** Glyphs of one face drawn with cubic curves, each once. */
class Drawings {
  /** The steps of all their contours. */
  readonly steps = new Steps(0x1000);
  readonly #contours = new Map<number, readonly Contour[]>();
  readonly #outlineOf: (gid: number) => Outline;
  readonly #read: ReturnType<typeof pathReader>;

  constructor(outlineOf: (gid: number) => Outline, tolerance: number) {
    this.#outlineOf = outlineOf;
    this.#read = pathReader(tolerance);
  }

  /** @returns Its contours, which stand in `steps` until the next glyph is asked for. */
  of(gid: number): readonly Contour[] {
    const known = this.#contours.get(gid);
    if (known) return known;
    if (this.#contours.size >= MOST) {
      this.#contours.clear();
      this.steps.clear();
    }
    const drawn: Contour[] = [];
    this.#read(this.#outlineOf(gid), (path) => drawn.push(addContour(path, this.steps)));
    const contours = inOrder(drawn);
    this.#contours.set(gid, contours);
    return contours;
  }
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
