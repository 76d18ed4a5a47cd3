/** A Latin word in → its pieces and the seams where a line may part it, worked out once for every word. */
import { MONTHS } from "../base/months.ts";
import { keptBeside, Remembered } from "../base/remembered.ts";
import type { EnglishRules } from "../model/design.ts";
import { isPlainWord } from "../script/analyse.ts";
import { hyphenate } from "../script/hyphenate.ts";
import { LAST_RESORT, RELIEF } from "../script/kinsoku.ts";
import { isUnit } from "../script/ties.ts";
import { isTitleWord } from "../script/title-words.ts";
import { latinPieces } from "./boxes.ts";
import type { Letter, Look } from "./letters.ts";
import type { Box, Seam } from "./paragraph.ts";
import { hyphenGlyph, OWN_HYPHEN, SHORT_FORMULA } from "./seams.ts";
import { sharedSeam } from "./shared.ts";

/** Costs of breaks in an address: behind a solidus, less than word spaces that gape, and before another mark. */
const SOLIDUS_COST = 200;
const MARK_COST = RELIEF;
/** Between any two letters of a very long word. */
const EMERGENCY_COST = 20_000;
/** Inside a part of an address. */
const INSIDE_ADDRESS = 1.25 * LAST_RESORT;

/** A chemical formula: Li1.2Mn0.54O2. */
const FORMULA = /^[([]*(?:[A-Z][a-z]?|\d|\.\d|[()[\]])+[,.;:]*$/;

/** Words longer than this may be parted anywhere when nothing else helps, letters. */
const LONG_WORD = 24;

/** So few letters before a hyphen (in-no-va-tion) say little of the word: such a division costs more. */
const STUMP = 2;
const STUMP_COST = 1.75;

/** How words are hyphenated; null where they are not. */
export interface Hyphenation {
  readonly rules: EnglishRules;
  readonly cost: number;
  /** Cost in a capitalised word that is no ordinary one: a name. */
  readonly nameCost: number;
}

interface Piece {
  readonly box: Box;
  /** Where it ends in the word's text, from where it begins. */
  readonly end: number;
}

export interface Word {
  readonly pieces: readonly Piece[];
  /** Before every piece but the first. */
  readonly seams: readonly Seam[];
}

/** Words of one look that are divided and set alike. */
export interface WordsOfLook {
  readonly rules: EnglishRules | null;
  readonly cost: number;
  readonly nameCost: number;
  readonly protrudes: boolean;
  readonly known: Remembered<string, Word>;
}

function wordsLike(
  { words }: Look,
  hyphenation: Hyphenation | null,
  protrudes: boolean,
): WordsOfLook["known"] {
  const rules = hyphenation?.rules ?? null;
  const cost = hyphenation?.cost ?? 0;
  const nameCost = hyphenation?.nameCost ?? 0;
  for (let k = 0; k < words.length; k++) {
    const one = words[k]!;
    const isLike = one.cost === cost && one.nameCost === nameCost && one.protrudes === protrudes;
    if (isLike && one.rules === rules) return one.known;
  }
  return keptBeside(words, { rules, cost, nameCost, protrudes, known: new Remembered<string, Word>() }).known;
}

/**
 * @param letters The word is `from`..`to` − 1 of them, of one face, style, size and mark.
 * @param text The letters' texts, end to end.
 * @param protrudes Marks at its ends hang over the measure.
 */
export function wordOf(
  letters: readonly Letter[],
  from: number,
  to: number,
  text: string,
  hyphenation: Hyphenation | null,
  protrudes: boolean,
): Word {
  const { look } = letters[from]!;
  const words = wordsLike(look, hyphenation, protrudes);
  const found = words.get(text);
  if (found) return found;
  const word: string[] = [];
  for (let k = from; k < to; k++) {
    const { text: own } = letters[k]!;
    if (!isPlainWord(letters[k]!)) word.push(own);
    else for (let i = 0; i < own.length; i++) word.push(own[i]!);
  }
  // Cut out of a text, the key would keep all of that text's file.
  const kept = word.join("");
  const cuts = divisions(word, kept, hyphenation);
  const pieces = latinPieces(word, look, cuts, protrudes);
  const lengthOf = (count: number) =>
    word.length === kept.length ? count : word.slice(0, count).join("").length;
  return words.add(kept, {
    pieces: pieces.map(({ box, to }) => ({ box, end: lengthOf(to) })),
    seams: pieces.slice(1).map(({ from }) => divisionSeam(cuts.find(({ at }) => at === from)!, look)),
  });
}

/** A place inside an unbroken word where a line may part it after all. */
interface Division {
  /** Letters before it. */
  readonly at: number;
  readonly cost: number;
  readonly hyphen: boolean;
}

function divisionSeam({ cost, hyphen }: Division, look: Look): Seam {
  const glyph = hyphen ? hyphenGlyph(look, "\u00ad") : null;
  return sharedSeam("fixed", 0, look.size, cost, glyph, hyphen, null);
}

/** @param text Of the word's letters. @returns Ascending. */
function divisions(
  word: readonly string[],
  text: string,
  hyphenation: Hyphenation | null,
): readonly Division[] {
  const isFormula = text.length > SHORT_FORMULA && /\d[A-Z]/.test(text) && FORMULA.test(text);
  const isAddress = !isFormula && text.length > 8 && /[@/\\]|:\/\/|\.\w+\./.test(text) && !isUnit(text);
  const isPlain = word.length === text.length;
  const hyphened = hyphenation && isPlain && !isFormula ? hyphens(text, hyphenation) : NONE;
  const ordinary = isAddress ? inAddress(word) : hyphened;
  const found = isFormula ? inFormula(word) : isLongNumber(text) ? inNumber(text) : ordinary;
  if (word.length <= LONG_WORD) return found;
  const cost = isAddress ? INSIDE_ADDRESS : EMERGENCY_COST;
  const all = [...found];
  for (let at = 2; at < word.length - 1; at++)
    if (!found.some((one) => one.at === at)) all.push({ at, cost, hyphen: false });
  return all.sort((a, b) => a.at - b.at);
}

const NONE: readonly Division[] = [];

/** Digits and hyphens of a telephone number with its area code; a date (2024-05-01) and an ISSN have fewer. */
const LONG_NUMBER = 11;

const isLongNumber = (text: string): boolean =>
  text.length >= LONG_NUMBER && /^\(?\+?\d+(?:-\d+)+[.,;:)]*$/.test(text);

/** Behind its hyphens, which it has anyway. */
const inNumber = (text: string): readonly Division[] =>
  [...text.matchAll(/-/g)].map(({ index }) => ({ at: index + 1, cost: RELIEF, hyphen: false }));

/** Marks of an address before which a line may part it. */
const ADDRESS_MARK = /[.?&=_#~@-]/;

/**
 * Behind its solidi, or else before its other marks, so that no part seems to end a sentence or to be divided (CMOS 17
 * §7.46); an e-mail address before its @, its dots and its hyphens.
 */
function inAddress(word: readonly string[]): readonly Division[] {
  const found: Division[] = [];
  for (let at = 2; at < word.length - 1; at++) {
    const isBehind = word[at - 1] === "/" && word[at] !== "/";
    const isBefore =
      at < word.length - 2 &&
      ADDRESS_MARK.test(word[at]!) &&
      !isWorldWideWeb(word, at) &&
      !isDecimal(word, at);
    if (!isBehind && !isBefore) continue;
    found.push({ at, cost: isBehind ? SOLIDUS_COST : MARK_COST, hyphen: false });
  }
  return found;
}

/** Between digits a dot is a part of the number. */
const isDecimal = (word: readonly string[], at: number): boolean =>
  word[at] === "." && DIGIT.test(word[at - 1]!) && DIGIT.test(word[at + 1]!);

const DIGIT = /^\d$/;

/** Before an element, behind the number or the group of another. */
function inFormula(word: readonly string[]): readonly Division[] {
  const found: Division[] = [];
  for (let at = 2; at < word.length - 1; at++)
    if (/^[A-Z]$/.test(word[at]!) && /^[\d)\]]$/.test(word[at - 1]!))
      found.push({ at, cost: MARK_COST, hyphen: false });
  return found;
}

const isWorldWideWeb = (word: readonly string[], end: number): boolean =>
  word[end - 1] === "w" && word[end - 2] === "w" && word[end - 3] === "w";

/** Between names (Beijing–Tianjin–Hebei) a line may part behind it, in a range (pp. 3–5) never. */
const DASH = "–";
const DASHED = /^\p{L}{2}–\p{L}{2}/u;

/** Months are read in one piece with the number beside them; a long one is divided where words would gape. */
const LONG_MONTHS: ReadonlySet<string> = new Set(MONTHS.filter((month) => month.length >= 8));
const MONTH_COST = 2_000;

const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && !isTitleWord(word.toLowerCase());

/** @param text A word whose letters take one UTF-16 unit each. */
function hyphens(text: string, hyphenation: Hyphenation): readonly Division[] {
  const found: Division[] = [];
  const divide = (letters: string, from: number) => {
    const isMonth = LONG_MONTHS.has(letters);
    const points = hyphenate(isMonth ? letters.toLowerCase() : letters, hyphenation.rules);
    if (points.length === 0) return;
    const isHalf = text[from - 1] === DASH || text[from + letters.length] === DASH;
    const usual = isHalf || isName(letters) ? hyphenation.nameCost : hyphenation.cost;
    const own = isMonth ? Math.max(usual, MONTH_COST) : usual;
    for (const point of points)
      found.push({ at: from + point, cost: own * (point <= STUMP ? STUMP_COST : 1), hyphen: true });
  };
  if (/^[A-Za-z]+$/.test(text)) {
    divide(text, 0);
    return found;
  }
  // Dashes and quotes are none: a pattern of all letters takes the engine a millisecond to make.
  const letters = /^[\x20-\x7e\u2010-\u2027]*$/.test(text) ? /[A-Za-z]+/g : /\p{L}+/gu;
  for (const { 0: run, index } of text.matchAll(letters)) {
    // "wide-spread" is parted at its own hyphen; its halves are not divided further.
    if (text[index - 1] !== "-" && text[index + run.length] !== "-") divide(run, index);
    if (text[index - 1] === DASH && DASHED.test(text.slice(index - 3)))
      found.push({ at: index, cost: hyphenation.cost * OWN_HYPHEN, hyphen: false });
  }
  return found.sort((a, b) => a.at - b.at);
}
