/** A TrueType file in → its tables, read where and when they are asked for (ISO/IEC 14496-22). */
import { dataViewOf } from "../base/bytes.ts";
import { perObject } from "../base/remembered.ts";
import type { FontSource } from "./font-source.ts";

/** A table's place in the file. */
export interface TablePlace {
  readonly offset: number;
  readonly length: number;
  /** What the file says that its bytes add up to. */
  readonly checksum: number;
}

export interface Sfnt {
  readonly source: FontSource;
  readonly tables: ReadonlyMap<string, TablePlace>;
  /** Tables that were read. */
  readonly views: Map<string, DataView>;
}

/** Tags of files that hold one face in tables: TrueType outlines, or PostScript ones. */
export const TRUE_TYPE = 0x00010000;
export const APPLE_TRUE_TYPE = 0x74727565;
export const POST_SCRIPT = 0x4f54544f;

/** Opens a file whose first four bytes are one of the tags above; reads its directory alone. */
export function openSfnt(source: FontSource): Sfnt {
  const count = viewOf(source, 4, 2).getUint16(0);
  const view = viewOf(source, 12, 16 * count);
  const tables = new Map<string, TablePlace>();
  for (let i = 0; i < count; i++) {
    const at = 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    const [checksum, offset, length] = [4, 8, 12].map((k) => view.getUint32(at + k)) as [
      number,
      number,
      number,
    ];
    tables.set(tag, { checksum, offset, length });
  }
  return { source, tables, views: new Map() };
}

/** A piece of a font file to read numbers from. */
export function viewOf(source: FontSource, from: number, length: number): DataView {
  return dataViewOf(source.bytes(from, length));
}

/** @returns A view of one table, from its first byte. Throws where there is none. */
export function tableOf(font: Sfnt, tag: string): DataView {
  const known = font.views.get(tag);
  if (known) return known;
  const { offset, length } = placeOf(font, tag);
  const view = viewOf(font.source, offset, length);
  font.views.set(tag, view);
  return view;
}

/** Throws where the font has no such table. */
export function placeOf(font: Sfnt, tag: string): TablePlace {
  const place = font.tables.get(tag);
  if (!place) throw new Error(`the font has no ${tag} table`);
  return place;
}

/** Font units to an em; 0 in a damaged font. */
export const unitsPerEmOf = (font: Sfnt): number => tableOf(font, "head").getUint16(18);

/** What all glyphs stay within: left, bottom, right and top, font units, y up. */
export function boxOf(font: Sfnt): readonly [number, number, number, number] {
  const head = tableOf(font, "head");
  return [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)];
}

/** Glyph ids by code point; 0 where the face has none. */
export type CharacterMap = (codePoint: number) => number;

/** Platform and encoding of Unicode maps, best first. */
const UNICODE: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
];

export const characterMap = perObject((font: Sfnt): CharacterMap => {
  const cmap = tableOf(font, "cmap");
  for (const [platform, encoding] of UNICODE)
    for (const offset of mapsOf(cmap, platform, encoding)) {
      const format = cmap.getUint16(offset);
      if (format === 12) return segmented(cmap, offset);
      if (format === 4) return basic(cmap, offset);
    }
  throw new Error("the font has no Unicode character map");
});

/** Where the maps of a platform and encoding stand, from the start of the table, one after the other. */
function* mapsOf(cmap: DataView, platform: number, encoding: number): Generator<number> {
  const count = cmap.getUint16(2);
  for (let at = 4; at < 4 + 8 * count; at += 8)
    if (cmap.getUint16(at) === platform && cmap.getUint16(at + 2) === encoding) yield cmap.getUint32(at + 4);
}

/** How many maps of characters a font has. */
export const mapCountOf = (font: Sfnt): number =>
  font.tables.has("cmap") ? tableOf(font, "cmap").getUint16(2) : 0;

/** @returns The map of one platform and encoding, of symbols and Macs too; null where there is none that is read. */
export function mapOf(font: Sfnt, platform: number, encoding: number): CharacterMap | null {
  if (!font.tables.has("cmap")) return null;
  const cmap = tableOf(font, "cmap");
  const [offset] = mapsOf(cmap, platform, encoding);
  if (offset === undefined) return null;
  const format = cmap.getUint16(offset);
  if (format === 4) return basic(cmap, offset);
  if (format === 0) return (code) => (code < 256 ? cmap.getUint8(offset + 6 + code) : 0);
  if (format !== 6) return null;
  const [first, count] = [cmap.getUint16(offset + 6), cmap.getUint16(offset + 8)];
  return (code) =>
    code >= first && code < first + count ? cmap.getUint16(offset + 10 + 2 * (code - first)) : 0;
}

/** Format 12: groups of characters that run in step with their glyphs. */
function segmented(cmap: DataView, offset: number): CharacterMap {
  const groups = cmap.getUint32(offset + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = offset + 16 + 12 * middle;
      if (codePoint < cmap.getUint32(at)) high = middle - 1;
      else if (codePoint > cmap.getUint32(at + 4)) low = middle + 1;
      else return cmap.getUint32(at + 8) + codePoint - cmap.getUint32(at);
    }
    return 0;
  };
}

/** Format 4: segments of the basic plane, some through an array of glyph ids. */
function basic(cmap: DataView, offset: number): CharacterMap {
  const doubled = cmap.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let i = 0; i < doubled; i += 2) {
      if (codePoint > cmap.getUint16(ends + i)) continue;
      const start = cmap.getUint16(starts + i);
      if (codePoint < start) return 0;
      const delta = cmap.getUint16(deltas + i);
      const range = cmap.getUint16(ranges + i);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const gid = cmap.getUint16(ranges + i + range + 2 * (codePoint - start));
      return gid === 0 ? 0 : (gid + delta) & 0xffff;
    }
    return 0;
  };
}

/** Advance widths in font units, by glyph id. */
export const advances = perObject((font: Sfnt): ((gid: number) => number) => {
  const long = tableOf(font, "hhea").getUint16(34);
  const hmtx = tableOf(font, "hmtx");
  return (gid) => hmtx.getUint16(4 * Math.min(gid, long - 1));
});

/** A text of the name table: Unicode entries alone, English first. Empty where there is none. */
export function nameOf(font: Sfnt, id: number): string {
  const name = tableOf(font, "name");
  const count = name.getUint16(2);
  const storage = name.getUint16(4);
  let found = "";
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i;
    const platform = name.getUint16(at);
    if ((platform !== 3 && platform !== 0) || name.getUint16(at + 6) !== id) continue;
    const length = name.getUint16(at + 8);
    const start = storage + name.getUint16(at + 10);
    let text = "";
    for (let k = 0; k < length; k += 2) text += String.fromCharCode(name.getUint16(start + k));
    if (name.getUint16(at + 4) === 0x409) return text;
    found ||= text;
  }
  return found;
}
