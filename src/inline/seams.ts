/** Two neighbouring letters in → the seam between their boxes. */

import type { Pt } from "../base/length.ts";
import { type CharClass, isFullPunctuation, isLatinWord, isMark } from "../script/char-class.ts";
import { breakCost, FORBIDDEN, type Level, RELIEF, STRICT_PENALTY } from "../script/kinsoku.ts";
import { takesMixedGap } from "../script/mixed-gap.ts";
import { blankBetween, criesUpTo, isCry } from "../script/squeeze.ts";
import { amountCost, isRelation, numberCost, partedBy, tieCost } from "../script/ties.ts";
import { shapeLatin } from "./boxes.ts";
import type { Letter, Look } from "./letters.ts";
import type { Indexes, Seam, SeamGlyph, SeamKind } from "./paragraph.ts";
import { isDisplay, type Passage, type Setting, SUBTITLE } from "./setting.ts";
import { sharedSeam, sharedSeamGlyph } from "./shared.ts";

/** Cost of parting a word at its own hyphen (high-|tech) or dash (Tianjin–|Hebei), as a share of an added hyphen's. */
export const OWN_HYPHEN = 0.6;

/** Cost of leaving a single Han at either end of Chinese in English: in 《人|形机器人》. */
const LONE_HAN = 300;

/** Cost of parting a number from its unit in Chinese, whose narrow lines have less to give than English ones. */
const TIED_IN_CHINESE = 600;

/** Cost of parting a short expression behind its sign there (n =|3,212): more than a line whose Han are opened. */
const RELATION_IN_CHINESE = 5_000;

/** Behind a caption's number, em: a Han in Chinese, as in printed standards, an en in English. */
const BEHIND_NUMBER = { zh: 1, en: 0.5 } as const;

/** Between the groups of a long number, em (chosen by eye). */
const GROUP_SPACE = 1 / 6;

/** A chemical formula of more letters may be parted between its elements, rather than have the line before it gape. */
export const SHORT_FORMULA = 8;

interface Context {
  readonly passage: Passage;
  /** The passage's text. */
  readonly text: string;
  /** Where each letter begins in the text. */
  readonly starts: Indexes;
  readonly level: Level;
  readonly setting: Setting;
  /** Cost of a break before a character of display type, by its index; null in running text. */
  readonly phraseCost: ((at: number) => number) | null;
  /** The space behind a caption's number, by its index; `NONE` where there is none. */
  readonly numberEnd: number;
}

/** The blank before a paragraph's first mark: it goes, so that ink begins at exactly two ems. */
export function startSeam(letter: Letter): Seam {
  return sharedSeam("fixed", 0, letter.look.size, FORBIDDEN, null, false, null);
}

/** @param a Index of the last letter of one box. @param b Index of the first letter of the next. */
export function seamBetween(letters: readonly Letter[], a: number, b: number, context: Context): Seam {
  // In display type a seam depends on the phrases around it.
  if (context.phraseCost) return workedOut(letters, a, b, context);
  const left = letters[a]!;
  const right = letters[b]!;
  const { seams } = left.look;
  const zh = context.passage.language === "zh";
  if (b === a + 1 && left.class === "han" && right.class === "han") {
    if ((!zh && isAtEnd(letters, a, b)) || amountCost(left.text, right.text) > 0)
      return workedOut(letters, a, b, context);
    seams.han ??= workedOut(letters, a, b, context);
    return seams.han;
  }
  if (b === a + 1 && zh) {
    const beside = left.class === "han" ? seams.before : right.class === "han" ? seams.behind : null;
    const name = left.class === "han" ? right.class : left.class;
    // What stands in front of these bears on the seam behind them.
    const isBound = beside === seams.behind && (name === "closing" || isCry(left.text));
    if (beside && isMark(name) && !isBound) {
      const known = beside.get(name);
      if (known) return known;
      const made = workedOut(letters, a, b, context);
      beside.set(name, made);
      return made;
    }
  }
  const gap = letters[a + 1]!;
  if (b === a + 2 && !zh && isWordGap(left, gap, right)) {
    const { wordSpace } = context.setting.design.en;
    const tie = tieCost(context.text, context.starts[a + 1]!);
    if (tie === 0 && seams.word && seams.wordSpace === wordSpace && gap.look === left.look) return seams.word;
    const width = wordSpace * left.look.size + spread(left);
    const made = sharedSeam("word", width, left.look.style.size, tie, null, false, spaceGlyph(gap.look, " "));
    if (tie !== 0 || gap.look !== left.look) return made;
    seams.word = made;
    seams.wordSpace = wordSpace;
    return made;
  }
  return workedOut(letters, a, b, context);
}

function workedOut(letters: readonly Letter[], a: number, b: number, context: Context): Seam {
  const left = letters[a]!;
  const right = letters[b]!;
  const { design } = context.setting;
  const { text, starts } = context;
  const zh = context.passage.language === "zh";
  const { size, tracking } = left.look.style;
  const tracked = tracking * left.look.size;
  if (b === a + 1 && left.class === "han" && right.class === "han") {
    const lone = !zh && isAtEnd(letters, a, b) ? LONE_HAN : 0;
    const cost = context.phraseCost
      ? context.phraseCost(starts[b]!)
      : Math.max(lone, amountCost(left.text, right.text));
    return sharedSeam("han", tracked, size, cost, null, false, null);
  }
  let typed: Letter | null = null;
  let typedAt = 0;
  let isBroken = false;
  for (let k = a + 1; k < b; k++) {
    const letter = letters[k]!;
    if (typed === null && isSpace(letter)) {
      typed = letter;
      typedAt = starts[k]!;
    }
    if (letter.class === "newline") isBroken = true;
  }
  if (isBroken)
    return sharedSeam(
      "newline",
      0,
      size,
      Number.NEGATIVE_INFINITY,
      null,
      false,
      zh ? null : spaceGlyph(left.look, " "),
    );
  if (context.passage.kind === "subtitled" && right.class === "dash" && text.indexOf(SUBTITLE) === starts[b])
    return sharedSeam("newline", 0, size, Number.NEGATIVE_INFINITY, null, false, null);
  let cost = breakCost(letters, b - 1, context.level);
  if (cost === 0) cost = numberCost(text, starts[b]!);
  const space = typed ? spaceGlyph(typed.look, typed.class === "space" ? " " : typed.text) : null;
  const made = (kind: SeamKind, width: Pt, own: number, shown = space, hyphened = false): Seam =>
    sharedSeam(kind, width, size, own, null, hyphened, shown);

  if (typed && typedAt === context.numberEnd)
    return made("fixed", BEHIND_NUMBER[context.passage.language] * size, FORBIDDEN);
  // A raised or lowered sign belongs to what it stands at, whatever that is: what follows keeps its distance from both.
  const base = baseOf(letters, a);
  if (!typed && (right.look.rise !== 0 || base !== left) && (right.look.latin || left.look.latin)) {
    if (right.look.rise !== 0) return made("fixed", 0, FORBIDDEN);
    const endsMark = isFullPunctuation(base.class);
    if (right.class === "han" && (isLatinWord(base.class) || endsMark))
      return made("mixed", design.zh.mixedGap * size, cost);
    // A note's number would be read as one with the year behind it.
    const isWord = right.class === "latin" || right.class === "digit";
    const isOpen = base.class === "opening" || base.class === "openingQuote";
    if (zh && isWord && !isOpen && (base.class === "han" || endsMark))
      return made("mixed", design.zh.mixedGap * size, cost === FORBIDDEN ? 0 : cost);
    return made("fixed", 0, partsFormula(letters, a, b) ? RELIEF : cost);
  }
  if (takesMixedGap(left.class, right.class)) return made("mixed", design.zh.mixedGap * size, cost);
  if (typed && left.class === "han" && right.class === "han") {
    if (context.passage.kind !== "names") return made("han", 0, cost, null);
    return made("fixed", size, FORBIDDEN);
  }
  const beside = isFullPunctuation(left.class) || isFullPunctuation(right.class);
  if (typed && !(zh && beside)) {
    const tie = tieCost(text, typedAt);
    // 4 600, 021 5330 0806 and in Chinese 1.5 MW are one number: their spaces keep their width; a line ends at one of
    // the second kind rather than be ill set.
    const parted = left.class === "digit" && right.class === "digit" && partedBy(text, typedAt, starts[b]!);
    if (parted === "groups") return made("fixed", size * GROUP_SPACE, FORBIDDEN);
    if (parted === "numbers") return made("fixed", design.en.wordSpace * base.look.size, RELIEF);
    if (zh && tie > 0) {
      const isInFront = isRelation(text, typedAt + 1);
      const own = isRelation(text, typedAt - 1) ? RELATION_IN_CHINESE : TIED_IN_CHINESE;
      return made("fixed", design.en.wordSpace * base.look.size, isInFront ? FORBIDDEN : Math.max(cost, own));
    }
    if (!zh) cost = Math.max(cost, tie);
    return made("word", design.en.wordSpace * base.look.size + spread(base), cost);
  }
  if (left.look.latin && right.look.latin) {
    const hyphened = left.class === "hyphen" && cost !== FORBIDDEN;
    if (hyphened) cost = Math.max(cost, design.en.hyphenPenalty * OWN_HYPHEN);
    return made("fixed", 0, cost, space, hyphened);
  }
  // A subtitle (——……) begins a line of its title.
  if (
    context.level === "gb" &&
    cost === 0 &&
    !isDisplay(context.passage.kind) &&
    (right.class === "dash" || right.class === "ellipsis")
  )
    cost = STRICT_PENALTY;
  if (context.phraseCost && cost === 0 && (right.class === "han" || right.text === "（"))
    cost = context.phraseCost(starts[b]!);
  const blank = blankBetween(left, right, design.zh.marks, criesUpTo(letters, a));
  if (blank.width > 0) return made(blank.rank, blank.width * size + tracked, cost);
  if (!movable(left.class, right.class)) return made("fixed", tracked, cost);
  return made(isInner(left.class, right.class) ? "inner" : "han", tracked, cost);
}

/** Whether one of two Han is the first or the last of those that stand together. */
const isAtEnd = (letters: readonly Letter[], a: number, b: number): boolean =>
  letters[a - 1]?.class !== "han" || letters[b + 1]?.class !== "han";

/** Whether a mark stands beside what it belongs to: in front of a comma or a closing bracket, behind an opening one. */
const isInner = (a: CharClass, b: CharClass): boolean =>
  (a === "latinOpening" && isMark(b)) ||
  (isMark(a) && b === "latinClosing") ||
  a === "opening" ||
  a === "openingQuote" ||
  b === "closing" ||
  b === "closingQuote" ||
  b === "pause" ||
  b === "stop" ||
  b === "doubleStop";

/** What raised or lowered signs stand at; a letter that is neither stands for itself. */
function baseOf(letters: readonly Letter[], at: number): Letter {
  let k = at;
  while (k > 0 && letters[k]!.look.rise !== 0) k--;
  return letters[k]!;
}

/** Whether a long formula (Li~1.2~Mn~0.54~O~2~) goes on with another element behind the number of the last one. */
function partsFormula(letters: readonly Letter[], a: number, b: number): boolean {
  const isLowered = ({ class: name, look }: Letter) => name === "digit" && look.rise > 0;
  if (b !== a + 1 || !isLowered(letters[a]!) || !/^[A-Z]/.test(letters[b]!.text)) return false;
  const isPart = (letter: Letter | undefined) =>
    letter !== undefined && (letter.class === "latin" || letter.class === "digit" || letter.text === ".");
  let [from, to] = [a, b];
  while (isPart(letters[from - 1])) from -= 1;
  while (isPart(letters[to + 1])) to += 1;
  const formula = letters.slice(from, to + 1);
  return formula.reduce((sum, { text }) => sum + text.length, 0) > SHORT_FORMULA;
}

/** A space between letters that nothing else bears on. */
const isWordGap = (left: Letter, gap: Letter, right: Letter): boolean =>
  left.class === "latin" &&
  right.class === "latin" &&
  gap.class === "space" &&
  right.text !== "–" &&
  left.look.rise === 0 &&
  right.look.rise === 0;

/** Letter space of a tracked style belongs to every seam; word spaces grow with it. */
const spread = (letter: Letter) => 2 * letter.look.style.tracking * letter.look.size;

/** Nothing moves inside —— and ……, nor beside connectors and solidus (CLREQ #justification). */
function movable(a: CharClass, b: CharClass): boolean {
  const still = (name: CharClass) =>
    name === "shortConnector" || name === "longConnector" || name === "solidus";
  if (still(a) || still(b)) return false;
  if ((a === "dash" && b === "dash") || (a === "ellipsis" && b === "ellipsis")) return false;
  if (a === "stop" && b === "stop") return false;
  return true;
}

/** A space of any width that a line shows; a no-break space is a word space that never breaks. */
export const isSpace = (letter: Letter): boolean =>
  letter.class === "space" || letter.text === "\u00a0" || letter.text === "\u202f";

/** @param text What a reader copies for it. */
export function spaceGlyph(look: Look, text: string): SeamGlyph | null {
  if (text !== " ") return glyphOf(look, " ", text);
  if (look.space === undefined) look.space = glyphOf(look, " ", " ");
  return look.space;
}

/** @param text What a reader copies for it. */
export function hyphenGlyph(look: Look, text: string): SeamGlyph | null {
  return glyphOf(look, "-", text);
}

function glyphOf({ face, size, style }: Look, shown: string, text: string): SeamGlyph | null {
  const glyph = shapeLatin(face, shown)[0];
  return glyph ? sharedSeamGlyph(face.id, glyph, size, style.colour, text) : null;
}
