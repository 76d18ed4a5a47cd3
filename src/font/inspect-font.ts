/** A file in → why it can not be used as a face, or that it can. */
import type { FontFault } from "../base/diagnostic.ts";
import { type Stale, staleTables } from "./checksums.ts";
import { FONT_LIMIT, type FontSource } from "./font-source.ts";
import { openFace } from "./open-face.ts";
import {
  APPLE_TRUE_TYPE,
  characterMap,
  openSfnt,
  POST_SCRIPT,
  type Sfnt,
  TRUE_TYPE,
  tableOf,
  unitsPerEmOf,
  viewOf,
} from "./sfnt.ts";

const WOFF = 0x774f4646;
const WOFF2 = 0x774f4632;
const COLLECTION = 0x74746366;

const NEEDED = ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post"];

/** Letters, a mark and Han that most faces have some of. */
const SAMPLE = "Aéfi,国。";

/** What every head table says of itself (ISO/IEC 14496-22, 5.2.3). */
const HEAD_MAGIC = 0x5f0f3cf5;

/** Embedding permissions that forbid it (OS/2 fsType: restricted licence, bitmaps alone). */
const RESTRICTED = 0x0002;
const EDITABLE_OR_BETTER = 0x000c;
const BITMAP_ONLY = 0x0200;

/** Each of these gives a wrong PDF somewhere: a blank page, a face silently changed, a file twice as large. */
export function inspectFont(source: FontSource): FontFault | null {
  if (source.length > FONT_LIMIT) return "too-large";
  if (source.length < 12) return "not-a-font";
  const tag = viewOf(source, 0, 4).getUint32(0);
  if (tag === WOFF) return "woff";
  if (tag === WOFF2) return "woff2";
  if (tag === COLLECTION) return "collection";
  if (tag !== TRUE_TYPE && tag !== APPLE_TRUE_TYPE && tag !== POST_SCRIPT) return "not-a-font";
  try {
    return inspectTables(openSfnt(source), tag);
  } catch {
    return "damaged";
  }
}

/** @param source A file that nothing is wrong with. */
export const harmlesslyStale = (source: FontSource): Stale["harmless"] =>
  staleTables(openSfnt(source)).harmless;

function inspectTables(font: Sfnt, tag: number): FontFault | null {
  if (font.tables.has("fvar")) return "variable";
  if (tag === POST_SCRIPT || font.tables.has("CFF ") || font.tables.has("CFF2")) return "cff";
  if (!NEEDED.every((name) => font.tables.has(name))) return "damaged";
  for (const { offset, length } of font.tables.values())
    if (offset + length > font.source.length) return "damaged";
  if (tableOf(font, "head").getUint32(12) !== HEAD_MAGIC || unitsPerEmOf(font) === 0) return "damaged";
  if (staleTables(font).harmful.length > 0) return "checksum";
  const type = tableOf(font, "OS/2").getUint16(8);
  if ((type & RESTRICTED && !(type & EDITABLE_OR_BETTER)) || type & BITMAP_ONLY) return "restricted";
  // Tables that lead nowhere show when a face says what it is, a word is set and its glyphs are taken out as they are:
  // better here than in an issue.
  const face = openFace("sample", font.source, () => () => []);
  void face.metrics;
  face.shape(SAMPLE, { script: "latn", language: null, features: [] });
  const glyphOf = characterMap(font);
  const gids = new Set([...SAMPLE].map((char) => glyphOf(char.codePointAt(0)!)));
  const there = [...gids].filter((gid) => gid > 0);
  const cids = there.map((_, k) => k + 1);
  face.subset(there, cids, "Sample", 0);
  return null;
}
