/** An English word in → the places where it may be divided. Liang's algorithm over the hyph-en-us patterns. */
import { MONTHS } from "../base/months.ts";
import type { EnglishRules } from "../model/design.ts";
import { american } from "./american.ts";
import type { Place, Trie } from "./hyphen-trie.ts";
import { isPinyin } from "./pinyin.ts";

/** Least letters before a hyphen, behind it, and in a word that is divided. */
type HyphenRules = Pick<EnglishRules, "hyphenMinLeft" | "hyphenMinRight" | "hyphenMinWord">;

/** All points that patterns and exceptions allow, as counts of letters before the hyphen. */
function points(lower: string, trie: Trie): readonly number[] {
  const listed = Object.hasOwn(trie.exceptions, lower) ? trie.exceptions[lower] : undefined;
  // The package counts the hyphens of an exception's definition among its letters.
  return listed?.map((marker, k) => marker - k) ?? fromPatterns(lower, trie);
}

function fromPatterns(lower: string, { levels: levelsOf, root }: Trie): readonly number[] {
  const word = `.${lower}.`;
  const levels = new Uint8Array(word.length + 1);
  for (let start = 0; start < word.length; start++) {
    let place: Place | number = root;
    // The levels of a pattern begin at its first letter; the dot for the start of a word has none.
    const at = Math.max(1, start);
    for (let i = start; typeof place !== "number" && i < word.length; i++) {
      const k: number = place[1].indexOf(word[i]!);
      if (k < 0) break;
      place = place[k + 2] as Place | number;
      const ends: number = typeof place === "number" ? place : place[0];
      if (ends < 0) continue;
      const own = levelsOf[ends]!;
      for (let k = 0; k < own.length; k++) if (own[k]! > levels[at + k]!) levels[at + k] = own[k]!;
    }
  }
  const out: number[] = [];
  for (let i = 1; i < lower.length; i++) if (levels[i + 1]! % 2 === 1) out.push(i);
  return out;
}

/** Words that are read in one piece with the number beside them: October 2, 50 billion. */
const WHOLE: ReadonlySet<string> = new Set([
  ...MONTHS,
  ...["million", "millions", "billion", "billions", "trillion", "trillions", "percent"],
]);

/** A letter that sounds alone; those of other alphabets than ours count as one. */
// Both cases are said: where case is left out of account, ſ is an s that is not of ASCII.
const VOWEL = /[AEIOUYaeiouy\P{ASCII}]/u;

/** Whether a part of a word can be spoken: the patterns know Ts-inghua no better than that. */
const isSpoken = (part: string): boolean => VOWEL.test(part);

/**
 * Where a word of letters may be divided, into parts that can each be spoken. None in acronyms, in romanised Chinese
 * names, and in months and millions; a capitalised ordinary word divides, as this kind of text is full of title case.
 *
 * @param other Patterns of another English.
 * @returns Counts of letters before each hyphen, ascending.
 */
export function hyphenate(word: string, rules: HyphenRules, other: Trie | null = null): readonly number[] {
  if (word.length < rules.hyphenMinWord || WHOLE.has(word)) return [];
  const isPlain = /^[A-Za-z]+$/.test(word);
  if (!isPlain && !/^\p{L}+$/u.test(word)) return [];
  const capitals = word.match(isPlain ? /[A-Z]/g : /\p{Lu}/gu)?.length ?? 0;
  if (capitals > 1) return [];
  if (capitals === 1 && (!(isPlain ? /^[A-Z]/ : /^\p{Lu}/u).test(word) || isPinyin(word))) return [];
  return points(word.toLowerCase(), other ?? american()).filter(
    (i) =>
      i >= rules.hyphenMinLeft &&
      word.length - i >= rules.hyphenMinRight &&
      isSpoken(word.slice(0, i)) &&
      isSpoken(word.slice(i)),
  );
}
