/** A font file → what was worked out of its glyphs when the program was bundled. */
import { createHash } from "node:crypto";
import type { FontSource } from "../font/font-source.ts";
import type { KeptGlyphs } from "../font/glyph-programs.ts";
import { shippedValue } from "./cache.ts";

/** By the sums of its tables, which an inspected font holds to: the same wherever and whenever it was unpacked. */
export function glyphsName(source: FontSource, units: number): string {
  const count = new DataView(source.bytes(4, 2).slice().buffer).getUint16(0);
  const directory = createHash("sha256").update(source.bytes(0, 12 + 16 * count));
  return `glyphs ${units} ${source.length} ${directory.digest("hex")}`;
}

export const shippedGlyphs = (source: FontSource, units: number): KeptGlyphs | undefined =>
  shippedValue(glyphsName(source, units)) as KeptGlyphs | undefined;
