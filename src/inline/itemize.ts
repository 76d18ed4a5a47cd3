/** A passage in → a paragraph of boxes and seams, with the characters that no face has. */

import { perObject } from "../base/remembered.ts";
import type { EnglishRules } from "../model/design.ts";
import { isPlainCapital, isPlainLetter } from "../script/char-class.ts";
import { insidesOf } from "../script/kept-whole.ts";
import { breakCost, FORBIDDEN, KEPT_WHOLE, LAST_RESORT, type Level, RELIEF } from "../script/kinsoku.ts";
import { phraseCosts } from "../script/phrases.ts";
import { captionNumberEnd, labelEnd, NONE, spacesInNames, speakerEnd, tieCost } from "../script/ties.ts";
import { hanBox } from "./boxes.ts";
import { type Letter, lettersOf } from "./letters.ts";
import { type Box, type Indexes, indexes, type Paragraph, type Seam } from "./paragraph.ts";
import { isSpace, seamBetween, spaceGlyph, startSeam } from "./seams.ts";
import { endsWithPhrases, isDisplay, type MissingGlyph, type Passage, type Setting } from "./setting.ts";
import { sharedSeam } from "./shared.ts";
import { type Hyphenation, wordOf } from "./words.ts";

/**
 * A Latin word inside Chinese is whole (rules: inseparable), except where a line without the division would be
 * hopeless: as bad as one in which every rank is spent, its Han a quarter em apart.
 */
const FOREIGN_COST = 10_000;

/**
 * Dividing a name in English (Weiz-mann), or what stands behind a word's own hyphen, spares a line from being ill set;
 * a theme that asks for more has more.
 */
const NAME_COST = 500;

/** English whose words are not divided, as in titles and tables, parts behind the dash between names all the same. */
const atDashes: (rules: EnglishRules) => Hyphenation = perObject((rules) => ({
  rules: { ...rules, hyphenMinWord: Number.POSITIVE_INFINITY },
  cost: rules.hyphenPenalty,
  nameCost: rules.hyphenPenalty,
}));

export interface Itemized {
  readonly paragraph: Paragraph;
  readonly missing: readonly MissingGlyph[];
}

/** Of the paragraph at hand: lists of its own would be made anew each time that they grow. */
const BOXES: Box[] = [];
const SEAMS: Seam[] = [];
const STARTS: number[] = [];
const ENDS: number[] = [];

/** @param most None is greater. */
function firstOf(list: readonly number[], count: number, most: number): Indexes {
  const found = indexes(count, most);
  for (let k = 0; k < count; k++) found[k] = list[k]!;
  return found;
}

export function itemize(passage: Passage, setting: Setting): Itemized {
  const { text, letters, starts: at, missing } = lettersOf(passage, setting);
  const { design } = setting;
  const level = design.zh.level;
  let count = 0;
  const put = (seam: Seam, box: Box, start: number, end: number) => {
    SEAMS[count] = seam;
    BOXES[count] = box;
    STARTS[count] = start;
    ENDS[count] = end;
    count += 1;
  };
  const isPhrased = passage.language === "zh" && endsWithPhrases(passage.kind);
  const phraseCost = isPhrased ? phraseCosts(text, setting.terms, isDisplay(passage.kind)) : null;
  const isList = passage.kind === "credits";
  const held = isList ? spacesInNames(text) : null;
  const labelled = isList ? labelEnd(text) : NONE;
  const isDivided = passage.kind === "divided";
  const isLabel = isDivided || passage.kind === "labels";
  const names: Passage = isList || isLabel ? { ...passage, kind: "names" } : passage;
  const whole = isLabel ? insidesOf(text, passage.language) : null;
  const numberEnd = passage.kind === "labels" ? captionNumberEnd(text) : NONE;
  const context = { passage: names, text, starts: at, level, setting, phraseCost, numberEnd };
  const spoken = passage.kind === "text" && passage.language === "zh" ? speakerEnd(text) : NONE;
  const lastWord = lastWordStart(letters);
  const cost = design.en.hyphenPenalty;
  const nameCost = Math.max(cost, NAME_COST);
  const hyphenations = {
    english: { rules: design.en, cost, nameCost },
    opening: { rules: design.en, cost, nameCost: cost },
    behindHyphen: { rules: design.en, cost: nameCost, nameCost },
    foreign: { rules: design.en, cost: FOREIGN_COST, nameCost: FOREIGN_COST },
    divided: { rules: design.en, cost: LAST_RESORT, nameCost: LAST_RESORT },
  };
  const dashed = passage.language === "en" ? atDashes(design.en) : null;
  let before: number | null = null;
  let i = 0;
  while (i < letters.length) {
    const letter = letters[i]!;
    if (isSpacing(letter)) {
      i += 1;
      continue;
    }
    const between = before === null ? startSeam(letter) : seamBetween(letters, before, i, context);
    const inner = whole?.has(at[i]!) ? keptWhole(between) : between;
    const tie = held?.has(at[i]! - 1) ? LAST_RESORT : at[i] === labelled ? BEHIND_LABEL : 0;
    const own = tie > 0 ? heldTogether(inner, tie) : inner;
    const seam = before !== null && at[before] === spoken ? unmoved(own) : own;
    if (!letter.look.latin) {
      const box = hanBox(letter);
      put(seam, isLabel ? unhung(box) : box, at[i]!, at[i]! + letter.text.length);
      before = i;
      i += 1;
      continue;
    }
    const end = wordEnd(letters, i, level);
    const isEnglish = passage.language === "en" || isPassage(letters, i);
    const allowed = letter.look.style.hyphenate && (!isEnglish || i < lastWord);
    const protrudes = design.en.protrusion && passage.language === "en";
    const undivided = letter.look.style.hyphenate ? null : dashed;
    const ordinary = allowed ? hyphenations[isEnglish ? placeOf(text, at[i]!) : "foreign"] : undivided;
    const hyphenation = isDivided ? hyphenations.divided : ordinary;
    const from = at[i]!;
    const word = end === i + 1 ? letter.text : text.slice(from, at[end - 1]! + letters[end - 1]!.text.length);
    const { pieces, seams: inside } = wordOf(letters, i, end, word, hyphenation, protrudes);
    let done = 0;
    for (let k = 0; k < pieces.length; k++) {
      const { box, end: to } = pieces[k]!;
      put(k > 0 ? inside[k - 1]! : seam, box, from + done, from + to);
      done = to;
    }
    before = end - 1;
    i = end;
  }
  const last = letters.at(-1);
  const tail = last && isSpace(last) ? spaceGlyph(last.look, last.text) : null;
  const boxes = BOXES.slice(0, count);
  const paragraph: Paragraph = {
    language: passage.language,
    boxes,
    starts: firstOf(STARTS, count, text.length),
    ends: firstOf(ENDS, count, text.length),
    seams: SEAMS.slice(0, count),
    tail,
    linked: boxes.some(({ link }) => link !== null),
  };
  return { paragraph, missing };
}

/** Cost of leaving what names are called by alone on its line: 作者：|程以宁 (chosen by eye). */
const BEHIND_LABEL = 300;

/** A space in a name, at which a line ends only where it holds no more, or the one in front of the first name. */
const heldTogether = ({ kind, width, size, cost, space }: Seam, least: number): Seam =>
  sharedSeam(kind, width, size, Math.max(cost, least), null, false, space);

/** In a cell a mark that hangs would stand in the gap between two columns; nothing is flush with it there. */
const unhung: (box: Box) => Box = perObject((box) => (box.hangRight > 0 ? { ...box, hangRight: 0 } : box));

/** Behind who speaks, whose colon is of one width from turn to turn, however full its line. */
function unmoved(seam: Seam): Seam {
  const { kind, width, size, cost, space } = seam;
  return kind === "newline" ? seam : sharedSeam("fixed", width, size, cost, null, false, space);
}

/** A place inside a date or a short name; what is dearer already stays so. */
function keptWhole(seam: Seam): Seam {
  const { kind, width, size, cost, hyphen, hyphened, space } = seam;
  return cost < RELIEF ? sharedSeam(kind, width, size, cost + KEPT_WHOLE, hyphen, hyphened, space) : seam;
}

/** Letters that stand in seams: spaces, line breaks, joiners. A no-break hyphen is a letter of its word. */
const isSpacing = (letter: Letter) =>
  letter.class === "space" ||
  letter.class === "newline" ||
  letter.class === "zeroWidth" ||
  (letter.class === "noBreak" && letter.text !== "\u2011");

/** Letters that are shaped as one word: same mark, face and size, nowhere a break between them. */
function wordEnd(letters: readonly Letter[], start: number, level: Level): number {
  const first = letters[start]!;
  let end = start + 1;
  while (end < letters.length) {
    const next = letters[end]!;
    if (next.look !== first.look || isSpacing(next)) break;
    if (breakCost(letters, end - 1, level) !== FORBIDDEN) break;
    end += 1;
  }
  return end;
}

/**
 * Latin words in a row inside Chinese from which on they are no name or term (Proof of Concept Center) but a passage
 * with its own rules: it fills lines in which nothing but word spaces could give.
 */
const PASSAGE = 12;
/** The same behind a quotation mark: somebody says it. */
const QUOTED_PASSAGE = 6;

/** Whether the Latin letter at `at` stands in a run of so many words, spaces alone between them. */
function isPassage(letters: readonly Letter[], at: number): boolean {
  let from = at;
  while (from > 0 && letters[from - 1]!.look.latin) from -= 1;
  const least = letters[from - 1]?.class === "openingQuote" ? QUOTED_PASSAGE : PASSAGE;
  let words = 0;
  for (let i = from; words < least && letters[i]?.look.latin; i++)
    if (letters[i]!.class !== "space" && (i === from || letters[i - 1]!.class === "space")) words += 1;
  return words >= least;
}

/** Where the English word at `from` stands, as far as that bears on its division. */
function placeOf(text: string, from: number): "english" | "opening" | "behindHyphen" {
  if (from === 0) return "opening";
  if (text[from - 1] === "-") return "behindHyphen";
  const first = text.charCodeAt(from);
  if (isPlainLetter(first) && !isPlainCapital(first)) return "english";
  let end = from - 1;
  if (text[end] !== " ") return "english";
  while (CLOSERS.includes(text.charAt(end - 1)) && end > 1) end -= 1;
  // Behind a title and an initial (Dr. Weizmann) a name goes on.
  return SENTENCE_ENDS.includes(text.charAt(end - 1)) && tieCost(text, from - 1) === 0
    ? "opening"
    : "english";
}

/** What a capital behind it begins, and what may stand between. */
const SENTENCE_ENDS = ".!?:";
const CLOSERS = "”’)";

/** Where the paragraph's last word begins, which is never hyphenated. */
function lastWordStart(letters: readonly Letter[]): number {
  for (let i = letters.length - 2; i >= 0; i--) if (letters[i]!.class === "space") return i + 1;
  return 0;
}
