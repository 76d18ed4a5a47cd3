/** Parts of a passage in → its characters, each with its class, face and size. */
import type { Language, Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import { ByUnit, keptBeside, perObject } from "../base/remembered.ts";
import type { Face } from "../font/face.ts";
import type { ChineseRules, TextStyle } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import { isSameMark, type Mark } from "../model/inline.ts";
import { analyse, type Char, isPlainWord, spelt } from "../script/analyse.ts";
import { type CharClass, isLatinRun } from "../script/char-class.ts";
import { latinApostrophes, typographicQuotes } from "../script/quotes.ts";
import { type Box, type Indexes, indexes, type Seam, type SeamGlyph } from "./paragraph.ts";
import { type Faces, faceOf, type MissingGlyph, type Passage, type Setting } from "./setting.ts";
import type { WordsOfLook } from "./words.ts";

/** What letters of one language, mark, style and face have in common; alike ones are one object. */
export interface Look {
  readonly mark: Mark;
  readonly style: TextStyle;
  /** Set from the Latin face and, with its neighbours, shaped as a word. */
  readonly latin: boolean;
  readonly face: Face;
  /** Of the size that the style gives: less for signs that are wider than their text. */
  readonly scale: number;
  readonly size: Pt;
  /** Baseline shift, pt down. */
  readonly rise: Pt;
  /** Null in English. */
  readonly rules: ChineseRules | null;
  /** The word space; undefined before it is asked for. */
  space: SeamGlyph | null | undefined;
  /** What most often stands behind its characters. */
  readonly seams: CommonSeams;
  /** The words that were asked for. */
  readonly words: WordsOfLook[];
}

/** Seams that are told by a look alone, or with a class beside it; null before they are asked for. */
export interface CommonSeams {
  /** Between two Han in running text. */
  han: Seam | null;
  /** Between two words that nothing ties, at a word space of so many ems. */
  word: Seam | null;
  wordSpace: Em;
  /** In Chinese, in front of a mark that follows Han, and behind one in front of Han; by the mark's class. */
  readonly before: Map<CharClass, Seam>;
  readonly behind: Map<CharClass, Seam>;
}

/**
 * One character of a passage, or plain letters that stand side by side, ready to be shaped. Alike characters of one look
 * are one object.
 */
export interface Letter extends Char {
  readonly look: Look;
  /** What is set for it where it is no part of a Latin word; undefined before it is asked for. */
  box: Box | undefined;
}

/** Superscripts and subscripts: size and shift as fractions of the type size (chosen by eye). */
const SUPERSCRIPT = { size: 0.62, shift: -0.34 } as const;
const SUBSCRIPT = { size: 0.62, shift: 0.14 } as const;

/** Full-width signs whose glyph must fill its em; a face in which it does not borrows them (Kai's quotes). */
const FULL_WIDTH: ReadonlySet<CharClass> = new Set(["openingQuote", "closingQuote", "dash", "ellipsis"]);

/**
 * Signs that Chinese faces draw as wide as Han. Among Latin letters they are set smaller, so that they are as wide as
 * its + and stand as high (chosen by eye).
 */
const WIDE_SIGNS = new Set("≈≠≤≥±×÷");
const WIDE_SIGN_SCALE = 0.8;

const NO_GLYPH: ReadonlySet<CharClass> = new Set(["newline", "space", "zeroWidth", "noBreak"]);

export interface Letters {
  readonly text: string;
  readonly letters: readonly Letter[];
  /** Index in the text of each letter's first UTF-16 unit. */
  readonly starts: Indexes;
  readonly missing: readonly MissingGlyph[];
}

export function lettersOf(passage: Passage, setting: Setting): Letters {
  const { language } = passage;
  const typed = passage.parts.map((part) => part.runs.map((run) => run.text).join("")).join("");
  const text = !setting.design.en.smartQuotes
    ? typed
    : language === "en"
      ? typographicQuotes(typed)
      : latinApostrophes(typed);
  const units = new Units(passage, setting);
  const missing: MissingGlyph[] = [];
  const letters: Letter[] = [];
  // No letter takes less than one UTF-16 unit.
  const starts = indexes(text.length, text.length);
  let index = 0;
  const lookFor = ({ text: char, class: name }: Char, unit: Unit): Look => {
    const latin = isLatin(name, language);
    const wanted = unit.faces[latin ? "en" : "zh"];
    if (NO_GLYPH.has(name)) return lookOf(unit, latin, setting.faces.face(wanted));
    const found = setting.faces.faceFor(glyphText(char, unit.style), wanted);
    if (found.missing) missing.push({ char, face: wanted, index });
    const isFull = !found.missing && !latin && FULL_WIDTH.has(name);
    if (isFull) return lookOf(unit, latin, fullWidthFace(char, found.face, setting));
    const isWide = latin && WIDE_SIGNS.has(char) && !found.missing && fillsItsEm(char, found.face);
    return lookOf(unit, latin, found.face, isWide ? WIDE_SIGN_SCALE : 1);
  };
  const letterOf = (char: Char, unit: Unit): Letter => {
    if (char.text.length > 1) return letter(char, lookFor(char, unit));
    const code = char.text.charCodeAt(0);
    const known = unit.letters.get(code);
    if (known?.class === char.class) return known;
    const told = missing.length;
    const made = letter(char, lookFor(char, unit));
    // What no face has is told of each time.
    if (missing.length === told) unit.letters.set(code, made);
    return made;
  };
  const put = (letter: Letter) => {
    starts[letters.length] = index;
    letters.push(letter);
    index += letter.text.length;
  };
  const chars = analyse(text, language, true);
  for (let k = 0; k < chars.length; k++) {
    const char = chars[k]!;
    const unit = units.at(index);
    if (!isPlainWord(char)) {
      put(letterOf(char, unit));
      continue;
    }
    if (unit.word === undefined) unit.word = wordLook(unit, setting.faces.face(unit.faces.en));
    if (unit.word && index + char.text.length <= units.end) put(letter(char, unit.word));
    else for (const one of spelt(char)) put(letterOf(one, units.at(index)));
  }
  return { text, letters, starts, missing };
}

const letter = ({ text, class: name }: Char, look: Look): Letter => ({
  text,
  class: name,
  look,
  box: undefined,
});

const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const hasAlphabet: (face: Face) => boolean = perObject((face) =>
  [...ALPHABET].every((letter) => face.has(letter.charCodeAt(0))),
);

const wordLook = (unit: Unit, face: Face): Look | null =>
  hasAlphabet(face) ? lookOf(unit, true, face) : null;

/** What is shown for a character, where that differs from what a reader copies. */
export const glyphText = (text: string, style: TextStyle): string =>
  text === "\u2011" ? "-" : style.letters === "upper" ? text.toUpperCase() : text;

/** In English everything that is not Han is Latin; in Chinese, what takes part in Latin words. */
function isLatin(name: CharClass, language: Language): boolean {
  if (isLatinRun(name) || name === "space" || name === "newline") return true;
  return language === "en" && (name === "dash" || name === "ellipsis" || name === "interpunct");
}

function fullWidthFace(text: string, face: Face, setting: Setting): Face {
  if (fillsItsEm(text, face)) return face;
  for (const id of setting.faces.fallback) {
    const other = setting.faces.faceFor(text, id);
    if (!other.missing && fillsItsEm(text, other.face)) return other.face;
  }
  return face;
}

const fillsItsEm = (text: string, face: Face): boolean =>
  face.shape(text, HAN_SHAPING).reduce((sum, { advance }) => sum + advance, 0) > 0.9 * [...text].length;

/** Simplified Chinese: —— comes as one glyph of two ems (GB/T 15834 §5.1.5). */
export const HAN_SHAPING = { script: "hani", language: "ZHS ", features: [] } as const;

/** Chinese faces draw “ ” ’ as wide as Han unless they are asked for proportional ones. */
export const LATIN_SHAPING = { script: "latn", language: null, features: ["pwid"] } as const;

/** Runs of one language, mark and style. */
interface Unit {
  readonly language: Language;
  readonly mark: Mark;
  readonly style: TextStyle;
  readonly book: FontBook;
  readonly rules: ChineseRules;
  readonly faces: Pair<string>;
  /** Those that were asked for: a face or two each. */
  readonly looks: Look[];
  /** Of words of plain letters; null where the face lacks one, undefined before it is asked for. */
  word: Look | null | undefined;
  /** The characters that were asked for, each with the class that it had last. */
  readonly letters: ByUnit<Letter>;
}

/** @param scale Of the size that the style gives. */
function lookOf(unit: Unit, latin: boolean, face: Face, scale = 1): Look {
  const { language, mark, style, rules, looks } = unit;
  for (const one of looks) if (one.face === face && one.latin === latin && one.scale === scale) return one;
  const raised =
    mark.position === "superscript" ? SUPERSCRIPT : mark.position === "subscript" ? SUBSCRIPT : null;
  const base = style.size * (latin && language === "zh" ? style.latinScale : 1) * scale;
  const [size, rise] = [base * (raised?.size ?? 1), base * (raised?.shift ?? 0)];
  const own = language === "zh" ? rules : null;
  const made = {
    mark,
    style,
    latin,
    face,
    scale,
    size,
    rise,
    rules: own,
    space: undefined,
    seams: { han: null, word: null, wordSpace: 0, before: new Map(), behind: new Map() },
    words: [],
  };
  looks.push(made);
  return made;
}

/** Units of a set of faces, by style: a few each. */
const unitsByStyle = perObject((_faces: Faces) => new WeakMap<TextStyle, Unit[]>());

function unitOf(
  { language }: Passage,
  { faces, book, design: { zh: rules } }: Setting,
  mark: Mark,
  style: TextStyle,
): Unit {
  const ofFaces = unitsByStyle(faces);
  const units = ofFaces.get(style) ?? [];
  ofFaces.set(style, units);
  for (const one of units)
    if (isSameMark(one.mark, mark) && one.language === language && one.book === book && one.rules === rules)
      return one;
  const dotted = mark.emphasis && language === "zh" && rules.emphasis === "dots";
  const zh = faceOf(book, style, dotted ? { ...mark, emphasis: false } : mark, "zh");
  const ids = { zh, en: faceOf(book, style, mark, "en") };
  const about = { language, mark, style, book, rules, faces: ids };
  return keptBeside(units, { ...about, looks: [], word: undefined, letters: new ByUnit() });
}

/** Mark, style and faces of the UTF-16 units of a passage, asked for in ascending order. */
class Units {
  readonly #flat: readonly { readonly length: number; readonly unit: Unit }[];
  #now = 0;
  #start = 0;

  constructor(passage: Passage, setting: Setting) {
    this.#flat = passage.parts.flatMap(({ runs, style }) =>
      runs.map(({ text, mark }) => ({ length: text.length, unit: unitOf(passage, setting, mark, style) })),
    );
  }

  at(index: number): Unit {
    while (index >= this.end) {
      this.#start = this.end;
      this.#now += 1;
    }
    return this.#flat[this.#now]!.unit;
  }

  /** Where the run ends of the unit that was asked for last. */
  get end(): number {
    return this.#start + this.#flat[this.#now]!.length;
  }
}
