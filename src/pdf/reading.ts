/** A drawn text and the language around it → what readers are told of it that its glyphs and its node do not say. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { shownText, type TextItem } from "../draw/display-list.ts";
import { isHanLetter } from "../script/char-class.ts";

/** At least one of the two is not null. */
export interface Reading {
  /** What is said for the glyphs. */
  readonly text: string | null;
  /** The language to say it in. */
  readonly language: Language | null;
}

/** @param around Language of the node that the text belongs to. @returns Null for text that speaks for itself. */
export function readingOf(item: TextItem, around: Language): Reading | null {
  const text = spreadText(item) ?? raisedText(item);
  const language = foreignLanguage(item, around);
  return text === null && language === null ? null : { text, language };
}

/** What a hyphen that a line's end added is in a drawn text, and what is told of it (ISO 32000-1, 14.8.2.2.3). */
export const SOFT_HYPHEN = "\u00ad";

/**
 * What the code of a glyph stands for. An added hyphen is as one that was typed: PDF.js and poppler put words together
 * at these alone.
 */
export const codeText = (text: string): string => (text === SOFT_HYPHEN ? "-" : text);

/** From this gap on, in ems, programs that read text take two characters for two words. */
const APART = 0.1;

/** The text of characters that stand so far apart that it would be read letter by letter; else null. */
function spreadText(item: TextItem): string | null {
  return widestGap(item) > APART * item.size * item.scale ? shownText(item) : null;
}

/** Numbers, charges and the like, which Unicode has raised. */
const RAISED = /^(?=.)[+−-]?\d*n?[+−-]?$/;
const [FLAT_SIGNS, RAISED_SIGNS] = ["0123456789n+−-", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ⁺⁻⁻"] as const;

/** The text of raised characters, 10³ and not 103; else null. */
function raisedText(item: TextItem): string | null {
  if (!item.glyphs.every(({ y }) => y < 0)) return null;
  const text = shownText(item);
  return RAISED.test(text) ? text.replace(/./g, (sign) => RAISED_SIGNS[FLAT_SIGNS.indexOf(sign)]!) : null;
}

/** The widest space between two characters of which none is a blank; 0 where all overlap. pt. */
function widestGap({ glyphs, xs, scale }: TextItem): Pt {
  let widest = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1]!;
    const gap = xs[i]! - xs[i - 1]! - before.width * scale;
    if (gap > widest && !/\s$/.test(before.text) && !/^\s/.test(glyphs[i]!.text)) widest = gap;
  }
  return widest;
}

/**
 * PDF.js, which Firefox and the preview show pages with, reads no spans' texts, and measures a gap before the matrix of
 * the text is applied: letters that are scaled down so many times, under a matrix that scales up as often, stand where
 * they stood, and close enough to be copied and searched as one word.
 *
 * @returns How many times; 1 for text that stands close.
 */
export function narrowingOf(item: TextItem): number {
  const widest = widestGap(item);
  return NARROWINGS.find((times) => widest < APART * item.size * times) ?? NARROWINGS.at(-1)!;
}

/** Their shares of a scale are short numbers. */
const NARROWINGS = [1, 2, 4, 5, 10, 20, 25, 50] as const;

/** From this gap on, in ems, poppler takes what stands on both sides of blanks for columns, and copies one below the other. */
const COLUMNS = 0.7;

/** Whether a glyph is a blank so wide beside Han, as in 第一条　为了: one text is told of it and its neighbours. */
export function isWideBlank({ glyphs, xs, size, scale }: TextItem, i: number): boolean {
  const blank = glyphs[i]?.text;
  if (blank !== "\u3000" && blank !== " ") return false;
  const [before, behind] = [glyphs[i - 1], glyphs[i + 1]];
  if (!before || !behind || before.y !== behind.y || !isHanLetter(before.text)) return false;
  return !/^\s/.test(behind.text) && xs[i + 1]! - xs[i - 1]! - before.width * scale >= COLUMNS * size;
}

/**
 * What is told of a glyph that is a hyphen which a line's end added.
 *
 * @param reading Of the text that the glyph belongs to.
 * @returns Null for other glyphs, for text outside the structure, and where all of the text is told.
 */
export function hyphenReading({ glyphs, tag }: TextItem, reading: Reading | null, i: number): Reading | null {
  if (i !== glyphs.length - 1 || glyphs[i]!.text !== SOFT_HYPHEN || typeof tag !== "number") return null;
  if (reading === null) return { text: SOFT_HYPHEN, language: null };
  return reading.text === null ? { ...reading, text: SOFT_HYPHEN } : null;
}

/** A word, and not an abbreviation, a unit or a formula, which Chinese readers say as they do. */
const WORD = /\p{Ll}{2}/u;
const LETTERS = /\p{L}{3}/u;

/** Addresses are in no language. */
const ADDRESS = /@|:\/\/|\bwww\./i;

/** @returns The language of a text that is wholly in the other one; else null. */
function foreignLanguage(item: TextItem, around: Language): Language | null {
  const first = item.glyphs[0]?.text ?? "";
  if (around === "en") return isHanLetter(first) && !/\p{Script=Latin}/u.test(shownText(item)) ? "zh" : null;
  // Most runs in Chinese are Chinese.
  if (first.charCodeAt(0) >= FIRST_FULL_WIDTH) return null;
  const text = shownText(item);
  if (!WORD.test(text) || !LETTERS.test(text) || ADDRESS.test(text)) return null;
  return /\p{Script=Han}/u.test(text) ? null : "en";
}

/** The first of the scripts and signs of East Asia. */
const FIRST_FULL_WIDTH = 0x2e80;
