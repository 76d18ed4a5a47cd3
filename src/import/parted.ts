/** An original whose texts may hold both languages one behind the other in → the same, the languages apart. */
import { spokenIn } from "./line-languages.ts";
import { inBold, type Original, type Piece, type Rows, type Spoken, spokenOf, tableOf } from "./piece.ts";

/** Marks that close behind the end of a sentence, and mentions of notes there. */
const CLOSED = '[”’」』）)"]*(?:\\[\\^[^\\]\\s]{1,80}\\])*\\**';
/** Where a sentence of one language ends and one of the other begins. */
const SENTENCES = new RegExp(
  `[。！？；]${CLOSED}\\s*(?=[“‘(\\["*]*[A-Z0-9])|[.!?]${CLOSED}\\s*(?=[《“‘（「*\\d年月日]*\\p{Script=Han})`,
  "gu",
);
/** A sign that offices part 标题 / Title by, and the blank before or behind the last Han. */
const SIGN = /\s*[/／|｜丨]\s*/g;
const BEFORE_HAN = /^([^\p{Script=Han}]*?[^\s\p{Script=Han}“《（])\s+([“《（\d]*\p{Script=Han}[\s\S]*)$/u;
const BEHIND_HAN = /^([\s\S]*\p{Script=Han}[》”’）」』)，。；：！？]*)\s+([^\p{Script=Han}]+)$/u;

/** A word, not a sign for something: such stand in either language. */
const WORDS = /\b[A-Za-z]?[a-z]{2,}/g;

const wordsIn = (text: string): number => text.match(WORDS)?.length ?? 0;

/** English words to a Chinese character between which one text translates another, chosen on printed issues. */
const WITH_SIGN = [0.15, 2.5] as const;
const WITH_BLANK = [0.25, 1.2] as const;
const OF_SENTENCES = [0.2, 1.2] as const;

/** Below this many English words to a Chinese character a manuscript is Chinese: its English words are names. */
const BILINGUAL = 0.15;

export function parted(original: Original): Original {
  const all = [...original.pieces.map(({ text }) => text), ...original.notes.values()];
  const han = all.reduce((sum, text) => sum + spokenOf(text).han, 0);
  const words = all.reduce((sum, text) => sum + wordsIn(text), 0);
  if (han === 0 || words < han * BILINGUAL) return original;
  return {
    ...original,
    pieces: original.pieces.flatMap(piecesOf),
    notes: new Map(
      [...original.notes].map(([key, text]) => [key, text.split("\n").flatMap(partsOf).join("\n")]),
    ),
  };
}

function piecesOf(whole: Piece): readonly Piece[] {
  if (whole.table) return [cellsParted(whole, whole.table)];
  return partsOf(whole.text).map((text) => ({ ...whole, text }));
}

/** Of a table's texts in Chinese most have their English behind them, or none has: a name is no translation. */
function cellsParted(whole: Piece, rows: Rows): Piece {
  const made = rows.map((row) => row.map((cell) => (cell.includes("\n") ? [cell] : partsOf(cell))));
  const spoken = rows.flat().filter((cell) => spokenIn(cell) !== null);
  const count = made.flat().filter((parts) => parts.length > 1).length;
  if (count < 2 || count * 2 < spoken.length) return whole;
  return tableOf(
    made.map((row) => row.map((parts) => parts.join("\n"))),
    whole.at,
  );
}

/** @returns The text itself, or its part in either language in their order. */
export function partsOf(text: string): readonly string[] {
  const bold = inBold(text);
  const parts = bySentences(bold ?? text) ?? byBlank(bold ?? text);
  if (parts === null) return [text];
  return bold === null ? parts : parts.map((part) => `**${part}**`);
}

type Parts = readonly [string, string];

/** The one place at which nothing of either language stands on the wrong side, or little: a name, a term. */
function bySentences(text: string): Parts | null {
  if (text.length > PARAGRAPH) return null;
  let best: Parts | null = null;
  let least = Number.POSITIVE_INFINITY;
  let tried = 0;
  for (const match of text.matchAll(SENTENCES)) {
    tried += 1;
    if (tried > PLACES) return null;
    const at = match.index + match[0].length;
    const parts = [text.slice(0, at).trim(), text.slice(at).trim()] as const;
    const strange = strangersIn(parts);
    if (strange === null || strange >= least || !isTranslated(parts, OF_SENTENCES)) continue;
    least = strange;
    best = parts;
  }
  return best;
}

/** Longest paragraph that is looked through, and most places in it that are tried. */
const PARAGRAPH = 20_000;
const PLACES = 60;

/** @returns Letters of the other language on both sides; null where a side is of no language, or both of one. */
function strangersIn([one, other]: Parts): number | null {
  if (!isWhole(one)) return null;
  const [first, second] = [spokenOf(one), spokenOf(other)];
  const [zh, en] = isChinese(first) ? [first, second] : [second, first];
  return isChinese(zh) && en.words > 2 && en.han <= en.words * 0.3 ? zh.words + en.han : null;
}

const isChinese = ({ han, words }: Spoken): boolean => han > 1 && words <= han * 0.3;

/** No mark of bold or emphasis goes on over the place. */
const isWhole = (text: string): boolean => (text.match(/(?<!\\)\*+/g)?.length ?? 0) % 2 === 0;

/** Longest line that is no sentence: a heading, a label with its value, a caption. */
const LINE = 240;

function byBlank(text: string): Parts | null {
  if (text.length > LINE) return null;
  const signs = [...text.matchAll(SIGN)].map(
    (match): Parts => [text.slice(0, match.index), text.slice(match.index + match[0].length)],
  );
  const signed = signs.find((parts) => (isTwo(parts) || isWord(parts)) && isTranslated(parts, WITH_SIGN));
  if (signed) return signed;
  const [, one = "", other = ""] = BEHIND_HAN.exec(text) ?? BEFORE_HAN.exec(text) ?? [];
  return isTwo([one, other]) && isTranslated([one, other], WITH_BLANK) ? [one, other] : null;
}

/** One side is Chinese without an English word, the other English without Han. */
function isTwo([one, other]: Parts): boolean {
  if (!isWhole(one) || spokenIn(one) === null || spokenIn(other) === null) return false;
  const [zh, en] = spokenIn(one) === "zh" ? [one, other] : [other, one];
  return spokenOf(zh).han > 1 && wordsIn(zh) === 0 && spokenOf(en).han === 0 && wordsIn(en) > 0;
}

/** A single Han and its word, which has a capital: 序 / Preface, 男 / Male, but not 元 / km. */
const isWord = ([one, other]: Parts): boolean =>
  [one, other].some((text) => /^\p{Script=Han}$/u.test(text)) &&
  [one, other].some((text) => /^[A-Z][a-z]{2,}(?: [A-Za-z]{2,})?$/.test(text));

function isTranslated([one, other]: Parts, [least, most]: readonly [number, number]): boolean {
  const ratio = (wordsIn(one) + wordsIn(other)) / (spokenOf(one).han + spokenOf(other).han);
  return ratio >= least && ratio <= most;
}
