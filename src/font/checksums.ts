/** A font's tables in → those that are not what their checksums say (ISO/IEC 14496-22, 4.3.1). */
import type { Sfnt } from "./sfnt.ts";

/** Outlines are nine tenths of a file: summing them up costs more than it tells, for their bounds are checked. */
const NOT_SUMMED = new Set(["glyf", "CFF "]);

/** Left stale by many tools, without harm to what is drawn. */
const HARMLESS = new Set(["head", "name", "DSIG", "OS/2", "post", "meta", "gasp"]);

export interface Stale {
  /** Tables that decide which glyphs stand where. */
  readonly harmful: readonly string[];
  readonly harmless: readonly string[];
}

/** @param font A font whose tables lie inside its file. */
export function staleTables(font: Sfnt): Stale {
  const { view, bytes } = font;
  const stale: string[] = [];
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (NOT_SUMMED.has(tag)) continue;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    const own = tag === "head" ? view.getUint32(offset + 8) : 0;
    if ((sum(view, offset, length) - own) >>> 0 !== view.getUint32(at + 4)) stale.push(tag);
  }
  return {
    harmful: stale.filter((tag) => !HARMLESS.has(tag)),
    harmless: stale.filter((tag) => HARMLESS.has(tag)),
  };
}

/** Four bytes at a time, the last filled up with zeros. */
function sum(view: DataView, offset: number, length: number): number {
  const whole = offset + (length & ~3);
  let total = 0;
  for (let at = offset; at < whole; at += 4) total = (total + view.getUint32(at)) | 0;
  let rest = 0;
  for (let k = 0; k < 4; k++)
    rest = (rest << 8) | (whole + k < offset + length ? view.getUint8(whole + k) : 0);
  return (total + rest) | 0;
}
