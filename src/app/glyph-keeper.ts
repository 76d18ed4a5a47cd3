/** A font file → where the programs of its glyphs come from: the bundle and earlier runs, and where they go. */
import type { KeeperOf } from "../font/face-set.ts";
import type { FontSource } from "../font/font-source.ts";
import type { KeptGlyphs } from "../font/glyph-programs.ts";
import type { Cache } from "./cache.ts";
import { shippedGlyphs } from "./shipped-glyphs.ts";

export const glyphsName = ({ identity }: FontSource, units: number): string => `glyphs ${units} ${identity}`;

/** @param keep Takes a name in the cache, and its value as it will be when the run ends; null for nobody. */
export const glyphKeeper =
  (cache: Cache, keep: ((name: string, value: () => unknown) => void) | null = null): KeeperOf =>
  (source) =>
    source.identity === null
      ? null
      : {
          shipped: (units) => shippedGlyphs(source, units),
          recall: (units) => cache.recall(glyphsName(source, units)) as KeptGlyphs | undefined,
          keep: (units, kept) => keep?.(glyphsName(source, units), kept),
        };
