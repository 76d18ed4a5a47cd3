/** A text in → its glyphs, for scripts whose letters stand one behind the other; null for any other. */
import { MOST_CHARACTERS, perObject, Remembered } from "../base/remembered.ts";
import type { Glyph, Shaping } from "./face.ts";
import { canKern, kerner, NO_SHIFT } from "./kern.ts";
import { type LayoutTable, type Lookup, layoutTable } from "./layout-table.ts";
import { advances, characterMap, type Sfnt, tableOf, unitsPerEmOf } from "./sfnt.ts";
import { canSubstitute, substituter, type TextGlyph } from "./substitute.ts";

/** Features that are on unless a text says otherwise (OpenType feature registry; those of fontkit). */
const SUBSTITUTIONS = ["rvrn", "ltra", "ltrm", "ccmp", "locl", "rlig", "calt", "clig", "liga", "rclt"];
const KERNING = new Set(["kern", "dist"]);

/**
 * Accents to be placed, joiners, fractions, and scripts that reorder or join their letters. Most texts are told without
 * the pattern, which takes the engine some milliseconds to make.
 */
export const isHard = (text: string): boolean => !EASY.test(text) && hasHard(text);

const EASY =
  /^[\u0020-\u024f\u2010-\u2027\u3001-\u3003\u3008-\u3011\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff1f]*$/;

export const hasHard = (text: string): boolean =>
  /\p{M}|\u200c|\u200d|\u2044|[^\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Han}\p{scx=Common}]/u.test(
    text,
  );

/** @returns Null for a text or a font that asks for more: the full shaper has to set it. */
export type SimpleShape = (text: string, shaping: Shaping) => readonly Glyph[] | null;

export function simpleShaper(font: Sfnt): SimpleShape {
  const glyphOf = characterMap(font);
  const widthOf = advances(font);
  const unitsPerEm = unitsPerEmOf(font);
  const open = (tag: string, extension: 7 | 9) =>
    font.tables.has(tag) ? layoutTable(tableOf(font, tag), extension) : null;
  const gsub = open("GSUB", 7);
  const gpos = open("GPOS", 9);
  const characters = new Remembered<string, TextGlyph>(MOST_CHARACTERS);
  const glyphFor = (char: string): TextGlyph =>
    characters.get(char) ?? characters.add(char, { gid: glyphOf(char.codePointAt(0)!), text: char });
  // Ways of shaping are few, and the same objects every time.
  const planOf = perObject(({ script, language, features }: Shaping) => {
    const lookupsOf = (table: LayoutTable | null, wanted: ReadonlySet<string>): readonly Lookup[] =>
      table?.lookups(script, language, wanted) ?? [];
    const substitutions = lookupsOf(gsub, new Set([...SUBSTITUTIONS, ...features]));
    const kernings = lookupsOf(gpos, KERNING);
    const isKnown = (!gsub || canSubstitute(gsub, substitutions)) && canKern(kernings);
    // Apple's tables where there are no others, and kerning of the kind before GPOS, are the full shaper's.
    const isOld = (font.tables.has("morx") && !gsub) || (font.tables.has("kern") && kernings.length === 0);
    if (!isKnown || isOld) return null;
    return {
      substitute: gsub && substituter(gsub, substitutions),
      kern: gpos && kerner(gpos, kernings),
    };
  });

  return (text, shaping) => {
    const plan = isHard(text) ? null : planOf(shaping);
    if (!plan) return null;
    const glyphs: TextGlyph[] = [];
    for (let i = 0; i < text.length; ) {
      const char = String.fromCodePoint(text.codePointAt(i)!);
      glyphs.push(glyphFor(char));
      i += char.length;
    }
    plan.substitute?.(glyphs);
    const shifts = plan.kern?.(glyphs) ?? null;
    const shaped = new Array<Glyph>(glyphs.length);
    for (let i = 0; i < glyphs.length; i++) {
      const { gid, text: own } = glyphs[i]!;
      const { x, y, advance } = shifts?.[i] ?? NO_SHIFT;
      shaped[i] = {
        gid,
        advance: (widthOf(gid) + advance) / unitsPerEm,
        dx: x / unitsPerEm,
        dy: y / unitsPerEm,
        text: own,
      };
    }
    return shaped;
  };
}
