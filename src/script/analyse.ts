/** A paragraph's text in → its characters with their classes settled: quotes by language, dashes, connectors. */
import type { Language } from "../base/language.ts";
import { ByUnit } from "../base/remembered.ts";
import {
  type CharClass,
  classOf,
  isFullPunctuation,
  isLatinRun,
  isLetter,
  isNumber,
  isPlainLetter,
  isTextMark,
} from "./char-class.ts";

/**
 * One character as lines see it: a base with its combining marks, —— and …… as one; and where words are asked for,
 * letters of the English alphabet that stand side by side. A text's characters, end to end, are the text.
 */
export interface Char {
  readonly text: string;
  readonly class: CharClass;
}

/** In Chinese two of them are one. */
const [EM_DASH, ELLIPSIS] = [0x2014, 0x2026];

/** Whether a unit is a character for itself, whatever stands before it: letters, common ideographs, most marks. */
const standsAlone = (unit: number): boolean =>
  unit < 0x300 ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3000 && unit <= 0x3020) ||
  (isTextMark(unit) && unit !== EM_DASH && unit !== ELLIPSIS) ||
  unit >= 0xff00;

/** Most characters are told without the pattern. */
const extendsWhatIsBefore = (char: string): boolean =>
  !standsAlone(char.charCodeAt(0)) &&
  !isTextMark(char.charCodeAt(0)) &&
  /^(?:\p{M}|\u200c|\u200d|[\u{e0100}-\u{e01ef}])$/u.test(char);

/** @returns Where the plain letters end that begin at `index`. */
function plainEnd(text: string, index: number): number {
  let end = index;
  while (end < text.length && isPlainLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether several plain letters are one. */
export const isPlainWord = ({ text }: Char): boolean => text.length > 1 && isPlainLetter(text.charCodeAt(1));

/** Plain letters that are given as one, each for itself. */
export const spelt = (word: Char): readonly Char[] =>
  isPlainWord(word) ? [...word.text].map((text) => ({ text, class: word.class })) : [word];

/** Characters of one unit, each with the class that it has by itself. */
const alone = new ByUnit<Char>();

function charAlone(text: string): Char {
  const unit = text.charCodeAt(0);
  const known = text.length === 1 ? alone.get(unit) : undefined;
  if (known) return known;
  const made: Char = { text, class: classOf(text) };
  if (text.length === 1) alone.set(unit, made);
  return made;
}

/**
 * Code points with what extends them; pairs of dashes and of ellipses joined (GB/T 15834 §5.1.4, §5.1.5).
 *
 * @returns Each with the class that it has by itself.
 */
function clusters(text: string, language: Language, words: boolean): Char[] {
  const out: Char[] = [];
  let index = 0;
  let last: Char | null = null;
  while (index < text.length) {
    const end = words ? plainEnd(text, index) : index;
    if (end > index) {
      last = { text: text.slice(index, end), class: "latin" };
      out.push(last);
      index = end;
      continue;
    }
    const unit = text.charCodeAt(index);
    const known = standsAlone(unit) ? alone.get(unit) : undefined;
    if (known) {
      last = known;
      out.push(known);
      index += 1;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(index)!);
    const joins =
      last !== null &&
      ((last.text !== " " && last.text !== "\n" && extendsWhatIsBefore(char)) ||
        (language === "zh" && (char === "—" || char === "…" || char === "⋯") && last.text === char));
    if (joins) {
      const { text: joined, class: name }: Char = out.pop()!;
      // A mark extends a word's last letter alone.
      const letter: number = isPlainWord(last!) ? joined.length - 1 : 0;
      if (letter > 0) out.push({ text: joined.slice(0, letter), class: name });
      last = { text: joined.slice(letter) + char, class: name };
    } else last = charAlone(char);
    out.push(last);
    index += char.length;
  }
  return out;
}

/**
 * Which curly quotes are Chinese (rules: quotes.algorithm). The marks share code points with the Latin
 * ones; a pair is matched with a stack and both its marks get one class.
 *
 * @returns For each character index that is a quote, true when it is Chinese.
 */
function chineseQuotes(chars: readonly string[], language: Language): Map<number, boolean> {
  const verdict = new Map<number, boolean>();
  const open: { index: number; mark: string }[] = [];
  const isWord = (char: string | undefined) =>
    char !== undefined && (isLetter(char) || isNumber(char)) && classOf(char) !== "han";
  const isWide = (char: string | undefined) =>
    char !== undefined && (classOf(char) === "han" || isFullPunctuation(classOf(char)));
  const outside = (from: number, step: number) => {
    let i = from + step;
    while (chars[i] === " ") i += step;
    return chars[i];
  };
  const latinOutside = (char: string | undefined) => char === undefined || isLatinRun(classOf(char));
  const pairIsChinese = (start: number, end: number) => {
    if (language === "en") return false;
    const inside = chars.slice(start + 1, end);
    if (inside.some((c) => !"‘’“”".includes(c) && isWide(c))) return true;
    const before = outside(start, -1);
    const after = outside(end, 1);
    return !((before !== undefined || after !== undefined) && latinOutside(before) && latinOutside(after));
  };
  chars.forEach((char, i) => {
    if (char === "“" || char === "‘") open.push({ index: i, mark: char });
    else if (char === "”" || char === "’") {
      const wants = char === "”" ? "“" : "‘";
      const apostrophe =
        char === "’" && isWord(chars[i - 1]) && (isWord(chars[i + 1]) || !open.some((o) => o.mark === "‘"));
      if (apostrophe) verdict.set(i, false);
      else if (open.at(-1)?.mark === wants) {
        const start = open.pop()!.index;
        const chinese = pairIsChinese(start, i);
        verdict.set(start, chinese).set(i, chinese);
      } else verdict.set(i, language === "zh" && (isWide(chars[i - 1]) || isWide(chars[i + 1])));
    }
  });
  for (const { index } of open)
    verdict.set(index, language === "zh" && (isWide(outside(index, -1)) || isWide(outside(index, 1))));
  return verdict;
}

/** Signs that are set with Latin whatever stands around them. */
const OF_LATIN: ReadonlySet<string> = new Set("№±−");

/** A hyphen, dash or solidus takes its class from its neighbours (rules: hyphenMinus, emDash, SOL). */
function settle(
  char: string,
  name: CharClass,
  before: CharClass | null,
  after: CharClass | null,
  language: Language,
): CharClass {
  if (char === "——") return "dash";
  if (name === "hyphen") {
    if (before === "han" && after === "han") return "shortConnector";
    const attached = before !== null && before !== "space" && !isFullPunctuation(before);
    return after === "digit" && !attached ? "prefix" : "hyphen";
  }
  if (name === "longConnector" && char === "—" && language === "en") return "dash";
  if (char === "–" && language === "en") return "latin";
  if (name === "ellipsis" && language === "en") return "latinClosing";
  // Between Latin letters it is theirs: kW·h.
  if (char === "·" && (language === "en" || (before === "latin" && after === "latin"))) return "latin";
  if (char === "/") return before === "han" || after === "han" ? "solidus" : "latin";
  if (char === "–") {
    const latin = (c: CharClass | null) => c === "latin" || c === "space";
    return latin(before) && latin(after) ? "latin" : "shortConnector";
  }
  if (char === "+" || char === "#") return after === "digit" && before !== "latin" ? "prefix" : "latin";
  // In front of no digit a sign is of the text around it: US$ million, 92% ± 1%.
  if (name === "prefix" && after !== "digit")
    return language === "en" || before === "latin" || OF_LATIN.has(char) ? "latin" : "symbol";
  return name;
}

const NO_QUOTES: ReadonlyMap<number, boolean> = new Map();

/**
 * @param text One paragraph, without marks.
 * @param words Plain letters that stand side by side are given as one.
 */
export function analyse(text: string, language: Language, words = false): readonly Char[] {
  const parts = clusters(text, language, words);
  const hasQuotes = /[“”‘’]/.test(text);
  const quotes = hasQuotes
    ? chineseQuotes(
        parts.map((p) => p.text),
        language,
      )
    : NO_QUOTES;
  // The class before a character is the one that it has by itself, not the one that was settled.
  let before: CharClass | null = null;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const plain = part.class;
    const after = parts[i + 1]?.class ?? null;
    const chinese = quotes.get(i);
    const settled: CharClass =
      chinese === undefined
        ? settle(part.text, plain, before, after, language)
        : quoteClass(part.text, chinese, before, after);
    if (settled !== plain) parts[i] = { text: part.text, class: settled };
    before = plain;
  }
  return parts;
}

function quoteClass(
  mark: string,
  chinese: boolean,
  before: CharClass | null,
  after: CharClass | null,
): CharClass {
  const opens = mark === "“" || mark === "‘";
  if (chinese) return opens ? "openingQuote" : "closingQuote";
  if (mark === "’" && after === "latin" && before === "latin") return "latin";
  return opens ? "latinOpening" : "latinClosing";
}
