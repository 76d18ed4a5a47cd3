/** A Chinese title in → where its phrases end, so that 推进 and the like stay whole. */
import { phraseWeights } from "./phrase-weights.ts";
import { wholeWordsAt } from "./whole-words.ts";

/** Stretches of text that vote on a boundary: name in the model, start and end from the boundary. */
const FEATURES = [
  ["UW1", -3, -2],
  ["UW2", -2, -1],
  ["UW3", -1, 0],
  ["UW4", 0, 1],
  ["UW5", 1, 2],
  ["UW6", 2, 3],
  ["BW1", -2, 0],
  ["BW2", -1, 1],
  ["BW3", 0, 2],
  ["TW1", -3, 0],
  ["TW2", -2, 1],
  ["TW3", -1, 2],
  ["TW4", 0, 3],
] as const;

/** What all weights of the model come to: a boundary needs more votes for it than against it. */
export const ALL_VOTES = 249;

/** Cost of breaking inside a phrase, a list, a word and a term, which no reader would part; of parting a particle too. */
const INSIDE = { phrase: 150, list: 100, particle: 100, word: 300, term: 1_000 } as const;

/** The same of a word and a term of a title, which takes a line more rather than part them. */
const INSIDE_SHOWN = 20_000;

/** A line of a title ends with none of these, which lead to what follows: 挑战与|前景, and with no dash. */
const LEADING = /[与和及或暨在对于]$|——$/;
/** Behind one of these a single Han belongs to what follows: 与高|技术产业. */
const JOINING = /[与和及或暨]/;
/** Nor begins with one of these, which belong to what is before them: 运行|的经验. */
const TRAILING = /^[的等]/;

/** Words as short as this may be parts of others (推进 of 推进器): where they end says nothing. */
const SHORT_WORD = 2;

/** What is told of the word before it in brackets, such as its short form: 碳捕集、利用与封存（CCUS）. */
const SHORT_FORM = /^（[^（）]{1,8}）/;

/** Items of a list that are no longer than this are read in one breath: 上海、苏州、成都. */
const SHORT_ITEM = 3;
const MARK = /[\p{P}\s]/u;

/**
 * @param terms Words of the publication that stay whole whatever the model says of them.
 * @param isDisplay Lists of short items stay whole, and particles with their words, as they do in titles; the cells of a
 *   table part there.
 * @returns Cost of a break in front of the character at UTF-16 index `at`; 0 where a phrase ends.
 */
export function phraseCosts(
  text: string,
  terms: readonly string[],
  isDisplay: boolean,
): (at: number) => number {
  const inTerm = new Set<number>();
  const atEdge = new Set<number>();
  for (const term of terms)
    for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
      for (let at = from + 1; at < from + term.length; at++) inTerm.add(at);
      atEdge.add(from).add(from + term.length);
    }
  const inWord = new Set<number>();
  for (let from = 0; from < text.length; from++)
    for (const { length } of wholeWordsAt(text, from)) {
      for (let at = from + 1; at < from + length; at++) inWord.add(at);
      if (length > SHORT_WORD) atEdge.add(from).add(from + length);
    }
  return (at) => {
    if (text[at] === "（") return isDisplay && SHORT_FORM.test(text.slice(at)) ? INSIDE.phrase : 0;
    if (inTerm.has(at)) return isDisplay ? INSIDE_SHOWN : INSIDE.term;
    // A narrow cell may part 技术 / 转移, which a title keeps whole, and not 技术转 / 移.
    if (inWord.has(at) && !isDisplay) return endsPhrase(text, at) ? INSIDE.phrase : INSIDE.word;
    if (inWord.has(at)) return INSIDE_SHOWN;
    if (isDisplay && isInList(text, at)) return INSIDE.list;
    if (isDisplay && (isBesideParticle(text, at) || isJoinedHan(text, at))) return INSIDE.particle;
    return atEdge.has(at) || endsPhrase(text, at) ? 0 : INSIDE.phrase;
  };
}

/** Whether a list of short items goes on in front of `at`: 上海、|苏州, but 政府采购、|融资担保 may be parted. */
function isInList(text: string, at: number): boolean {
  if (text[at - 1] !== "、") return false;
  let from = at - 1;
  while (from > 0 && at - 1 - from <= SHORT_ITEM && !MARK.test(text[from - 1]!)) from -= 1;
  if (at - 1 - from <= SHORT_ITEM) return true;
  const rest = text.slice(at, at + SHORT_ITEM + 1);
  return /^[^、和与及]{1,3}[、和与及]/.test(rest);
}

const isBesideParticle = (text: string, at: number): boolean =>
  LEADING.test(text.slice(Math.max(0, at - 2), at)) || TRAILING.test(text.slice(at, at + 1));

/** Whether a phrase of one Han that is joined to what is before it ends in front of `at`; 共和国 and 和平 are none. */
const isJoinedHan = (text: string, at: number): boolean =>
  at > 1 && JOINING.test(text[at - 2]!) && endsPhrase(text, at - 2) && endsPhrase(text, at - 1);

function endsPhrase(text: string, at: number): boolean {
  const model = phraseWeights();
  let votes = 0;
  for (const [name, from, to] of FEATURES) {
    if (at + from < 0 || at + to > text.length) continue;
    votes += model[name]?.[text.slice(at + from, at + to)] ?? 0;
  }
  return 2 * votes > ALL_VOTES;
}
