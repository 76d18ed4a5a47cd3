/** Letters in → boxes: a Han character or a mark each, Latin words in the pieces a line may part. */
import type { Em, Pt } from "../base/length.ts";
import type { Face, Glyph } from "../font/face.ts";
import type { ChineseRules } from "../model/design.ts";
import type { CharClass } from "../script/char-class.ts";
import { blankRight, bodyWidth } from "../script/squeeze.ts";
import { glyphText, HAN_SHAPING, LATIN_SHAPING, type Letter, type Look } from "./letters.ts";
import type { Box, BoxGlyph } from "./paragraph.ts";
import { sharedBox, sharedGlyph } from "./shared.ts";

/** How far Latin marks hang over the measure, as fractions of their width (rules: protrusion). */
const HANG: Readonly<Record<string, number>> = {
  ".": 0.8,
  ",": 0.8,
  "-": 0.55,
  "‐": 0.55,
  "\u00ad": 0.55,
  ";": 0.3,
  ":": 0.3,
  "–": 0.2,
  "—": 0.2,
  "“": 0.5,
  "”": 0.5,
  "‘": 0.6,
  "’": 0.6,
};

/** Width by which a glyph hangs, pt. */
export const hang = (text: string, width: Pt): Pt => (HANG[text] ?? 0) * width;

/** Shaping of the text of one face; widths in em. */
export const shapeLatin = (face: Face, text: string): readonly Glyph[] => face.shape(text, LATIN_SHAPING);

/** Marks that may hang outside a Chinese measure (CLREQ #hanging_punctuation_marks_at_line_end). */
const HANGING = new Set(["，", "、", "。", "．"]);

/** @returns A box for a character that is not part of a Latin word. */
export function hanBox(letter: Letter): Box {
  letter.box ??= foundBox(letter);
  return letter.box;
}

function foundBox(letter: Letter): Box {
  const { face, rules } = letter.look;
  const glyphs = face.shape(letter.text, HAN_SHAPING);
  const hangRight = rules ? lineEnd(letter, rules) * letter.look.size : 0;
  const dotted = isDotted(letter, rules);
  return sharedBox(glyphs, letter, hangRight, dotted, () => madeBox(glyphs, letter, hangRight, dotted));
}

function madeBox(glyphs: readonly Glyph[], letter: Letter, hangRight: Pt, dotted: boolean): Box {
  const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  const body = FROM_FONT.has(letter.class) ? advance : bodyWidth(letter.class);
  const { face, size, rise, style, mark } = letter.look;
  const shift =
    (HALF_LEFT.has(letter.class) ? body - advance : CENTRED.has(letter.class) ? (body - advance) / 2 : 0) *
    size;
  const placed = glyphs.map(({ gid, advance, dy, text }) => {
    const shown = glyphs.length === 1 ? letter.text : text;
    return sharedGlyph(face, gid, rise - dy * size, advance * size, shown);
  });
  return {
    width: body * size,
    face: face.id,
    size,
    colour: style.colour,
    glyphs: placed,
    origins: originsOf(glyphs, size, shift),
    text: copied(placed),
    link: mark.link,
    hangLeft: 0,
    hangRight,
    latin: false,
    dotted,
  };
}

function copied(glyphs: readonly BoxGlyph[]): string {
  let text = "";
  for (let k = 0; k < glyphs.length; k++) text += glyphs[k]!.text;
  return text;
}

/** Emphasis dots stand under characters, never under marks (GB/T 15834 §5.1.8; CLREQ #emphasis_dots). */
const isDotted = (letter: Letter, rules: ChineseRules | null): boolean =>
  rules?.emphasis === "dots" && letter.look.mark.emphasis && letter.class === "han";

/** How far a mark stands out at the end of a line: all of it, or not even to its own blank. em. */
function lineEnd(letter: Letter, { hanging, lineEnd: style, marks }: ChineseRules): Em {
  if (hanging && HANGING.has(letter.text)) return bodyWidth(letter.class);
  return style === "full" ? -blankRight(letter.class, marks) : 0;
}

/** Classes whose width is the font's: everything that is no half-em mark. */
const FROM_FONT: ReadonlySet<CharClass> = new Set([
  "han",
  "symbol",
  "dash",
  "ellipsis",
  "longConnector",
  "doubleStop",
  "fullSpace",
  "fullDigit",
  "prefix",
  "postfix",
]);

/** Marks whose ink stands in the right half of the em. */
const HALF_LEFT: ReadonlySet<CharClass> = new Set(["opening", "openingQuote"]);

const CENTRED: ReadonlySet<CharClass> = new Set(["interpunct", "shortConnector", "solidus"]);

/** @param from Where the first glyph begins, in the box. */
function originsOf(glyphs: readonly Glyph[], size: Pt, from: Pt): readonly Pt[] {
  let x = from;
  return glyphs.map(({ advance, dx }) => {
    const origin = x + dx * size;
    x += advance * size;
    return origin;
  });
}

/** The dot inside a unit (kW·h), which Chinese sans faces draw in the middle of an em. em. */
const WIDEST_DOT: Em = 0.35;

/** A piece of a Latin word: letters `from`..`to` − 1 of it. */
interface WordPiece {
  readonly from: number;
  readonly to: number;
  readonly box: Box;
}

/**
 * A Latin word, shaped whole so that kerning and ligatures cross its pieces, then cut.
 *
 * @param word Its letters.
 * @param cuts How many letters stand before each cut, ascending, without 0; none is made inside a ligature.
 */
export function latinPieces(
  word: readonly string[],
  look: Look,
  cuts: readonly { readonly at: number }[],
  protrudes: boolean,
): readonly WordPiece[] {
  const { face, size, rise, style } = look;
  const isChanged = style.letters === "upper" || word.includes("\u2011");
  const shown = isChanged ? word.map((letter) => glyphText(letter, style)) : word;
  const glyphs = shapeLatin(face, shown.join(""));
  const { tracking } = style;
  const pieces: WordPiece[] = [];
  let piece: BoxGlyph[] = [];
  let origins: Pt[] = [];
  let x = 0;
  let from = 0;
  let at = 0;
  let unit = 0;
  let next = 0;
  const ends = (to: number) => {
    // Words are kept: a copy has no room to grow.
    const box = latinBox(word[from]!, word[to - 1]!, look, x, piece.slice(), origins.slice(), protrudes);
    pieces.push({ from, to, box });
    piece = [];
    origins = [];
    x = 0;
    from = to;
  };
  for (let k = 0; k < glyphs.length; k++) {
    const { gid, text, advance, dx, dy } = glyphs[k]!;
    while (next < cuts.length && cuts[next]!.at < at) next += 1;
    if (text !== "" && unit === 0 && next < cuts.length && cuts[next]!.at === at && at > from) ends(at);
    // Most glyphs stand for one letter of one unit.
    const isPlain = text.length === 1 && unit === 0 && shown[at]?.length === 1;
    const copied = isPlain ? word[at]! : copiedOf(text, word, shown, at, unit);
    const blank = text === "·" ? Math.max(0, (advance - WIDEST_DOT) / 2) : 0;
    piece.push(sharedGlyph(face, gid, rise - dy * size, face.advance(gid) * size, copied));
    origins.push(x + (dx - blank) * size);
    x += (advance - 2 * blank + (text === "" ? 0 : tracking)) * size;
    // A cluster may end inside a letter's text (ß shown as SS): count what is left of it.
    let left = text.length;
    while (left > 0 && at < word.length) {
      const rest = shown[at]!.length - unit;
      if (left < rest) {
        unit += left;
        left = 0;
      } else {
        left -= rest;
        unit = 0;
        at += 1;
      }
    }
  }
  ends(word.length);
  return pieces;
}

/** What a reader copies for a glyph: letters as they were typed, or the sign of a letter that it draws (x and its bar). */
function copiedOf(
  text: string,
  word: readonly string[],
  shown: readonly string[],
  at: number,
  unit: number,
): string {
  const letter = shown[at] ?? "";
  const isSign = word[at] === letter && text.length < letter.length && unit + text.length <= letter.length;
  return isSign ? text : word.slice(at, at + clusterLength(text, shown, at, unit)).join("");
}

/** Letters that a glyph's text covers, counted from letter `at`; 0 for a later part of one letter. */
function clusterLength(text: string, shown: readonly string[], at: number, unit: number): number {
  if (text === "" || unit > 0) return 0;
  let covered = 0;
  let count = 0;
  while (covered < text.length && at + count < shown.length) {
    covered += shown[at + count]!.length;
    count += 1;
  }
  return count;
}

/**
 * Every key is named, in the order of a Han box: lines go through millions of boxes, and the engine is fast where
 * all have one shape.
 */
function latinBox(
  first: string,
  last: string,
  { face, size, rise, style, mark }: Look,
  width: Pt,
  glyphs: readonly BoxGlyph[],
  origins: readonly Pt[],
  protrudes: boolean,
): Box {
  const by = (letter: string, glyph: BoxGlyph | undefined) =>
    protrudes && glyph && rise === 0 ? hang(letter, glyph.width) : 0;
  return {
    width,
    face: face.id,
    size,
    colour: style.colour,
    glyphs,
    origins,
    text: copied(glyphs),
    link: mark.link,
    hangLeft: OPENING_QUOTE.has(first) ? by(first, glyphs[0]) : 0,
    // The letter space behind the last glyph never counts at a line's end.
    hangRight: style.tracking * size + (OPENING_QUOTE.has(last) ? 0 : by(last, glyphs.at(-1))),
    latin: true,
    dotted: false,
  };
}

const OPENING_QUOTE = new Set(["“", "‘"]);
