/** Any text and a font file in → glyphs with their places, through fontkit, which is loaded when first needed. */
import type { Glyph, Shaping } from "./face.ts";

/** Shapes texts of one font. */
export type Shape = (text: string, shaping: Shaping) => readonly Glyph[];

/** Opens a font for shaping. */
export type Shaper = (bytes: Uint8Array) => Shape;

/** What this program uses of fontkit. */
export interface Fontkit {
  create(bytes: Uint8Array): object;
}

/** What this program uses of a fontkit font. */
interface KitFont {
  readonly unitsPerEm: number;
  layout(
    text: string,
    features: readonly string[],
    script: string,
    language?: string,
  ): {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  };
}

/** @param load Called when a text first needs it: it takes longer to load than most issues to set. */
export const fullShaper =
  (load: () => Fontkit): Shaper =>
  (bytes) => {
    const font = load().create(bytes) as KitFont;
    return (text, shaping) => shapeWith(font, text, shaping);
  };

function shapeWith(font: KitFont, text: string, { script, language, features }: Shaping): readonly Glyph[] {
  const { glyphs, positions } = font.layout(text, features, script, language ?? undefined);
  const letters = [...text];
  // fontkit keeps one text for each glyph, its first: only the count of characters is taken from it.
  const counts =
    glyphs.length === letters.length ? glyphs.map(() => 1) : glyphs.map((g) => g.codePoints.length);
  const isWhole = counts.reduce((sum, count) => sum + count, 0) === letters.length;
  let at = 0;
  return glyphs.map((glyph, i): Glyph => {
    const place = positions[i]!;
    const shown = isWhole ? letters.slice(at, at + counts[i]!).join("") : i === 0 ? text : "";
    at += counts[i]!;
    return {
      gid: glyph.id,
      advance: place.xAdvance / font.unitsPerEm,
      dx: place.xOffset / font.unitsPerEm,
      dy: place.yOffset / font.unitsPerEm,
      text: shown,
    };
  });
}
