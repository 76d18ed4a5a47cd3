/** A font's tables in → those that are not what their checksums say (ISO/IEC 14496-22, 4.3.1). */
import type { FontSource } from "./font-source.ts";
import { type Sfnt, viewOf } from "./sfnt.ts";

/** Outlines are nine tenths of a file: summing them up costs more than it tells, for their bounds are checked. */
const NOT_SUMMED = new Set(["glyf", "CFF "]);

/** Left stale by many tools, without harm to what is drawn. */
const HARMLESS = new Set(["head", "name", "DSIG", "OS/2", "post", "meta", "gasp"]);

export interface Stale {
  /** Tables that decide which glyphs stand where. */
  readonly harmful: readonly string[];
  readonly harmless: readonly string[];
}

/** Files are summed up once. */
const known = new WeakMap<FontSource, Stale>();

/** @param font A font whose tables lie inside its file. */
export function staleTables(font: Sfnt): Stale {
  const made = known.get(font.source) ?? summed(font);
  known.set(font.source, made);
  return made;
}

function summed({ source, tables, views }: Sfnt): Stale {
  const stale: string[] = [];
  for (const [tag, { checksum, offset, length }] of tables) {
    if (NOT_SUMMED.has(tag)) continue;
    const view = views.get(tag) ?? viewOf(source, offset, length);
    const own = tag === "head" ? view.getUint32(8) : 0;
    if ((sum(view) - own) >>> 0 !== checksum) stale.push(tag);
  }
  return {
    harmful: stale.filter((tag) => !HARMLESS.has(tag)),
    harmless: stale.filter((tag) => HARMLESS.has(tag)),
  };
}

/** Four bytes at a time, the last filled up with zeros. */
function sum(view: DataView): number {
  const length = view.byteLength;
  const whole = length & ~3;
  let total = 0;
  for (let at = 0; at < whole; at += 4) total = (total + view.getUint32(at)) | 0;
  let rest = 0;
  for (let k = 0; k < 4; k++) rest = (rest << 8) | (whole + k < length ? view.getUint8(whole + k) : 0);
  return (total + rest) | 0;
}
