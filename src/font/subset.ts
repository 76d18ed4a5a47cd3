/** Glyph ids of a TrueType face in → a small TrueType file that holds those glyphs in that order. */
import { type Sfnt, tableOf } from "./sfnt.ts";

/** Flags of a composite glyph's components (glyf table). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** Tables of a font embedded as CIDFontType2 (ISO 32000-1, 9.9); instructions go along. */
const COPIED = ["cvt ", "fpgm", "prep"];

/**
 * @param gids Glyph ids without 0, each once. Glyph `gids[i]` has id `i + 1`; parts of composite glyphs
 *   that are not among them stand behind.
 */
export function subset(font: Sfnt, gids: readonly number[]): Uint8Array {
  const places = glyphPlaces(font);
  const order = [0, ...gids];
  const ids = new Map(order.map((gid, id) => [gid, id]));
  for (let id = 0; id < order.length; id++)
    for (const part of components(places(order[id]!)))
      if (!ids.has(part.gid)) {
        ids.set(part.gid, order.length);
        order.push(part.gid);
      }

  const glyphs = order.map((gid) => renumbered(places(gid), ids));
  const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  let end = 0;
  glyphs.forEach((glyph, id) => {
    loca.setUint32(4 * id, end);
    end += padded(glyph.length);
  });
  loca.setUint32(4 * glyphs.length, end);
  const glyf = new Uint8Array(end);
  for (const [id, glyph] of glyphs.entries()) glyf.set(glyph, loca.getUint32(4 * id));

  const head = copyOf(font, "head");
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  const hhea = copyOf(font, "hhea");
  hhea.setUint16(34, order.length);
  const maxp = copyOf(font, "maxp");
  maxp.setUint16(4, order.length);
  const tables: [string, Uint8Array][] = [
    ["head", bytesOf(head)],
    ["hhea", bytesOf(hhea)],
    ["maxp", bytesOf(maxp)],
    ["hmtx", metricsOf(font, order)],
    ["loca", bytesOf(loca)],
    ["glyf", glyf],
  ];
  for (const tag of COPIED) if (font.tables.has(tag)) tables.push([tag, bytesOf(copyOf(font, tag))]);
  return assemble(tables);
}

const padded = (length: number) => (length + 3) & ~3;
const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function copyOf(font: Sfnt, tag: string): DataView {
  const table = tableOf(font, tag);
  const copy = new Uint8Array(table.byteLength);
  copy.set(bytesOf(table));
  return new DataView(copy.buffer);
}

function glyphPlaces(font: Sfnt): (gid: number) => Uint8Array {
  const isLong = tableOf(font, "head").getInt16(50) === 1;
  const loca = tableOf(font, "loca");
  const glyf = bytesOf(tableOf(font, "glyf"));
  const at = (gid: number) => (isLong ? loca.getUint32(4 * gid) : 2 * loca.getUint16(2 * gid));
  return (gid) => glyf.subarray(at(gid), at(gid + 1));
}

interface Component {
  readonly gid: number;
  /** Where the id stands in the glyph. */
  readonly at: number;
}

function components(glyph: Uint8Array): readonly Component[] {
  if (glyph.length < 10) return [];
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  if (view.getInt16(0) >= 0) return [];
  const found: Component[] = [];
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    found.push({ gid: view.getUint16(at + 2), at: at + 2 });
    at += flags & WORDS ? 8 : 6;
    if (flags & SCALE) at += 2;
    else if (flags & XY_SCALE) at += 4;
    else if (flags & TWO_BY_TWO) at += 8;
    if (!(flags & MORE)) return found;
  }
}

function renumbered(glyph: Uint8Array, ids: ReadonlyMap<number, number>): Uint8Array {
  const parts = components(glyph);
  if (parts.length === 0) return glyph;
  const copy = glyph.slice();
  const view = new DataView(copy.buffer);
  for (const { gid, at } of parts) view.setUint16(at, ids.get(gid)!);
  return copy;
}

function metricsOf(font: Sfnt, order: readonly number[]): Uint8Array {
  const long = tableOf(font, "hhea").getUint16(34);
  const hmtx = tableOf(font, "hmtx");
  const out = new DataView(new ArrayBuffer(4 * order.length));
  order.forEach((gid, id) => {
    out.setUint16(4 * id, hmtx.getUint16(4 * Math.min(gid, long - 1)));
    out.setInt16(
      4 * id + 2,
      gid < long ? hmtx.getInt16(4 * gid + 2) : hmtx.getInt16(4 * long + 2 * (gid - long)),
    );
  });
  return bytesOf(out);
}

function assemble(tables: readonly [string, Uint8Array][]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * sorted.length;
  const size = sorted.reduce((sum, [, table]) => sum + padded(table.length), start);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const log = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * 2 ** log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * (sorted.length - 2 ** log));
  let offset = start;
  let headAt = 0;
  sorted.forEach(([tag, table], i) => {
    const at = 12 + 16 * i;
    for (let k = 0; k < 4; k++) out[at + k] = tag.charCodeAt(k);
    out.set(table, offset);
    view.setUint32(at + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    if (tag === "head") headAt = offset;
    offset += padded(table.length);
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, size)) >>> 0);
  return out;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
