/** A text in → what the rules make of it: classes and widths in context, breaks, gaps, hyphenation points. */
import type { Language } from "../base/language.ts";
import type { Em } from "../base/length.ts";
import { analyse, type Char } from "./analyse.ts";
import { type CharClass, isFullPunctuation, isLatinRun } from "./char-class.ts";
import { breakCost, FORBIDDEN, type Level } from "./kinsoku.ts";
import { takesMixedGap } from "./mixed-gap.ts";
import { blankBetween, blankRight, bodyWidth, criesUpTo, type MarkStyle } from "./squeeze.ts";

export interface ExplainedChar {
  readonly text: string;
  /** Class as the rules' tables name it: OP, CL, PC, PS … */
  readonly class: string;
  /** Width in the place where it stands, em, edges of the text trimmed; null where the font has it. */
  readonly width: Em | null;
  /** Cost of a line break behind it; null where there is none. */
  readonly breakCost: number | null;
}

export interface Explanation {
  readonly lang: Language;
  readonly level: Level;
  readonly marks: MarkStyle;
  /** `|` a break, `¦` a break that costs. */
  readonly breaks: string;
  /** `˽` the gap between Han and Latin; a typed space in its place is part of it. */
  readonly gaps: string;
  /** For every curly quotation mark `z` Chinese or `l` Latin. */
  readonly quotes: string;
  /** English words with their hyphenation points. */
  readonly hyphens: readonly string[];
  /** Sum of the widths; null where a font has some of them. */
  readonly width: Em | null;
  readonly chars: readonly ExplainedChar[];
}

const CODE: Readonly<Record<CharClass, string>> = {
  opening: "OP",
  closing: "CL",
  openingQuote: "QO",
  closingQuote: "QC",
  pause: "PC",
  stop: "PS",
  doubleStop: "PX",
  interpunct: "MD",
  dash: "DASH2",
  ellipsis: "ELL",
  shortConnector: "CONN_SHORT",
  longConnector: "CONN_LONG",
  solidus: "SOL",
  fullSpace: "IS",
  prefix: "PRE",
  postfix: "POST",
  digit: "DIG",
  fullDigit: "DIGF",
  latinOpening: "ASCII_OP",
  latinClosing: "ASCII_CL",
  hyphen: "HY",
  noBreak: "NBSP",
  zeroWidth: "ZW",
  space: "SP",
  newline: "LF",
  latin: "LAT",
  symbol: "SYM",
  han: "HAN",
};

/** @param divide Gives the hyphenation points of an English word, as counts of letters. */
export function explain(
  text: string,
  language: Language,
  level: Level,
  marks: MarkStyle,
  divide: (word: string) => readonly number[],
): Explanation {
  const chars = analyse(text, language);
  const costs = chars.map((_, i) => (i < chars.length - 1 ? breakCost(chars, i, level) : FORBIDDEN));
  const explained = chars.map((char, i): ExplainedChar => {
    const cost = costs[i]!;
    return {
      text: char.text,
      class: CODE[char.class],
      width: widthOf(chars, i, marks),
      breakCost: cost === FORBIDDEN ? null : cost,
    };
  });
  const widths = explained.map(({ width }) => width);
  return {
    lang: language,
    level,
    marks,
    breaks: chars.map(({ text: shown }, i) => shown + breakSign(costs[i]!)).join(""),
    gaps: withGaps(chars, language),
    quotes: chars
      .filter((char) => /^[‘’“”]$/.test(char.text))
      .map((char) => (char.class.endsWith("Quote") ? "z" : "l"))
      .join(""),
    hyphens: [...text.matchAll(/[A-Za-zÀ-ɏ]{2,}/g)].map(([word]) => divided(word, divide(word))),
    width: widths.includes(null) ? null : widths.reduce<number>((sum, width) => sum + width!, 0),
    chars: explained,
  };
}

const breakSign = (cost: number): string => (cost === FORBIDDEN ? "" : cost > 0 ? "¦" : "|");

function divided(word: string, points: readonly number[]): string {
  return [...word].map((letter, i) => (points.includes(i) ? "-" : "") + letter).join("");
}

/** Classes whose width only a font knows. */
const fromFont = (name: CharClass): boolean => isLatinRun(name) || name === "space" || name === "newline";

/** Body and blanks of a mark; what two marks share belongs to the first of them that has a blank there. */
function widthOf(chars: readonly Char[], i: number, marks: MarkStyle): Em | null {
  const char = chars[i]!;
  if (fromFont(char.class)) return null;
  const body = PAIRED.has(char.class) && char.text.length > 1 ? 2 : bodyWidth(char.class);
  const ownsRight = blankRight(char.class, marks) > 0;
  const before = chars[i - 1];
  const ownsLeft = before !== undefined && blankRight(before.class, marks) === 0;
  return body + (ownsRight ? gapAfter(chars, i, marks) : 0) + (ownsLeft ? gapAfter(chars, i - 1, marks) : 0);
}

/** White between a character and the next one; none at the text's end, whose mark is trimmed. */
function gapAfter(chars: readonly Char[], i: number, marks: MarkStyle): Em {
  const [a, b] = [chars[i]!, chars[i + 1]];
  if (!b || a.class === "space") return 0;
  return blankBetween(a, b, marks, criesUpTo(chars, i)).width;
}

/** Two of these are one sign of two ems. */
const PAIRED: ReadonlySet<CharClass> = new Set(["dash", "ellipsis"]);

/** Typed spaces beside a gap are the gap; beside full-width marks they are nothing. */
function withGaps(chars: readonly Char[], language: Language): string {
  let shown = "";
  chars.forEach((char, i) => {
    const next = chars[i + 1];
    if (char.class === "space") {
      const before = chars[i - 1];
      if (!before || !next || language === "en") shown += char.text;
      else if (takesMixedGap(before.class, next.class)) shown += "˽";
      else if (!isFullPunctuation(before.class) && !isFullPunctuation(next.class)) shown += char.text;
      return;
    }
    shown += char.text;
    if (next && next.class !== "space" && takesMixedGap(char.class, next.class)) shown += "˽";
  });
  return shown;
}
