/** A font file in → a face: metrics, Han and most words from its tables, the rest through the full shaper. */
import { characterKey, MOST_CHARACTERS, Remembered } from "../base/remembered.ts";
import type { Face, FaceMetrics, Glyph, Shaping } from "./face.ts";
import { readingFace } from "./face-error.ts";
import type { FontSource } from "./font-source.ts";
import type { Shape, Shaper } from "./full-shaper.ts";
import type { GlyphKeeper } from "./glyph-programs.ts";
import { advances, boxOf, characterMap, nameOf, openSfnt, type Sfnt, tableOf, unitsPerEmOf } from "./sfnt.ts";
import { type SimpleShape, simpleShaper } from "./simple-shaper.ts";
import { type Subsetter, subsetter } from "./subset.ts";

/** Ideographs: no font substitutes or kerns them in horizontal Simplified Chinese text. */
const isIdeograph = (codePoint: number): boolean =>
  (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
  (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
  (codePoint >= 0x20000 && codePoint <= 0x3ffff);

/** Characters and marks that are asked for again and again, UTF-16 units; words are remembered by who asks for them. */
const LONGEST = 4;

/** Variation selectors ask for a variant of the character before them; every face here draws its plain form. */
const SELECTORS = /[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/**
 * @param source A file that `inspectFont` found nothing wrong with.
 * @param shaper For what the simple shaper leaves to it.
 * @param keeper Where programs of glyphs come from and go to; null for none.
 */
export const openFace = (
  id: string,
  source: FontSource,
  shaper: Shaper,
  keeper: GlyphKeeper | null = null,
): Face => readingFace(id, () => opened(id, source, shaper, keeper));

function opened(id: string, source: FontSource, shaper: Shaper, keeper: GlyphKeeper | null): Face {
  const font = openSfnt(source);
  const glyphOf = characterMap(font);
  const widthOf = advances(font);
  const unitsPerEm = unitsPerEmOf(font);
  // What pages that are as they were do not ask for is not read.
  let metrics: FaceMetrics | null = null;
  let simple: SimpleShape | null = null;
  let full: Shape | null = null;
  let subset: Subsetter | null = null;
  // Ways of shaping are few and the same objects every time; what was shaped in a way that is gone goes with it.
  const remembered = new WeakMap<Shaping, Remembered<string, readonly Glyph[]>>();
  const ideographs = new Remembered<string | number, readonly Glyph[]>(MOST_CHARACTERS);

  const ideograph = (text: string): readonly Glyph[] | null => {
    const codePoint = text.codePointAt(0)!;
    const rest = text.slice(codePoint > 0xffff ? 2 : 1);
    if (!isIdeograph(codePoint) || rest.replace(SELECTORS, "") !== "") return null;
    const gid = glyphOf(codePoint);
    return ideographs.add(characterKey(text), [
      { gid, advance: widthOf(gid) / unitsPerEm, dx: 0, dy: 0, text },
    ]);
  };
  const shaped = (text: string, shaping: Shaping) => {
    // A soft hyphen shaped early makes fontkit drop hyphens later on.
    const shown = isAscii(text) ? text : text.replaceAll("\u00ad", "").replace(SELECTORS, "");
    simple ??= simpleShaper(font);
    const simply = simple(shown, shaping);
    if (simply) return simply;
    full ??= shaper(source.bytes(0, source.length));
    return full(shown, shaping);
  };
  return {
    id,
    get metrics() {
      metrics ??= readingFace(id, () => metricsOf(font, unitsPerEm));
      return metrics;
    },
    has: (codePoint) => readingFace(id, () => glyphOf(codePoint) !== 0),
    shape: (text, shaping) => {
      if (text.length > LONGEST) return readingFace(id, () => shaped(text, shaping));
      const known = ideographs.get(characterKey(text));
      if (known) return known;
      const texts = remembered.get(shaping) ?? new Remembered<string, readonly Glyph[]>();
      remembered.set(shaping, texts);
      return (
        texts.get(text) ?? readingFace(id, () => ideograph(text) ?? texts.add(text, shaped(text, shaping)))
      );
    },
    advance: (gid) => readingFace(id, () => widthOf(gid) / unitsPerEm),
    subset: (gids, cids, name, slack) =>
      readingFace(id, () => {
        subset ??= subsetter(font, keeper);
        return subset(gids, cids, name, slack);
      }),
  };
}

/** Serif classes of OS/2 sFamilyClass, and serif styles of PANOSE Latin text. */
const SERIF_CLASS = new Set([1, 2, 3, 4, 5, 7]);
const SANS_CLASS = 8;

function metricsOf(font: Sfnt, unitsPerEm: number): FaceMetrics {
  const [left, bottom, right, top] = boxOf(font);
  const hhea = tableOf(font, "hhea");
  const os2 = tableOf(font, "OS/2");
  const post = tableOf(font, "post");
  const em = (units: number) => units / unitsPerEm;
  const family = os2.getInt16(30) >> 8;
  const [kind, style] = [os2.getUint8(32), os2.getUint8(33)];
  const panoseSerif = kind === 2 && style >= 2 && style <= 10;
  const hasHeights = os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  return {
    postscriptName: nameOf(font, 6).replace(/[^\x21-\x7e]|[[\](){}<>/%]/g, ""),
    familyName: nameOf(font, 16) || nameOf(font, 1),
    ascent: em(hhea.getInt16(4)),
    descent: em(hhea.getInt16(6)),
    xHeight: hasHeights ? em(os2.getInt16(86)) : 0.5,
    capHeight: hasHeights ? em(os2.getInt16(88)) : 0.7,
    bbox: [em(left), em(bottom), em(right), em(top)],
    italicAngle: post.getInt32(4) / 65536,
    weight: os2.getUint16(4),
    serif: SERIF_CLASS.has(family) || (family !== SANS_CLASS && panoseSerif),
    fixedPitch: post.getUint32(12) !== 0,
  };
}
