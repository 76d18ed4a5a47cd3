/** An English word in → the places where it may be divided. Liang's algorithm over the hyph-en-us patterns. */

import patterns from "hyphen/patterns/en-us.js";
import { isPinyin } from "./pinyin.ts";

/** A node of the pattern trie: what follows, and the index of the levels of the pattern that ends here. */
type Node = number | TrieMap | readonly [TrieMap, number];
interface TrieMap {
  readonly [char: string]: Node;
}

/** Levels, trie and exceptions of one English, as the `hyphen` package has them. */
export type Patterns = readonly [
  readonly (readonly number[])[],
  TrieMap,
  Readonly<Record<string, readonly number[]>>,
];

const AMERICAN = patterns as Patterns;

export interface HyphenRules {
  readonly minLeft: number;
  readonly minRight: number;
  readonly minWord: number;
}

/** All points that patterns and exceptions allow, as counts of letters before the hyphen. */
function points(lower: string, patterns: Patterns): readonly number[] {
  const exceptions = patterns[2];
  const listed = Object.hasOwn(exceptions, lower) ? exceptions[lower] : undefined;
  // The package counts the hyphens of an exception's definition among its letters.
  return listed?.map((marker, k) => marker - k) ?? fromPatterns(lower, patterns);
}

function fromPatterns(lower: string, [levelsOf, trie]: Patterns): readonly number[] {
  const word = `.${lower}.`;
  const levels = new Uint8Array(word.length + 1);
  for (let start = 0; start < word.length; start++) {
    let map: TrieMap | null = trie;
    // The levels of a pattern begin at its first letter; the dot for the start of a word has none.
    const at = Math.max(1, start);
    for (let i = start; map !== null && i < word.length; i++) {
      // One character names nothing that every object has.
      const node: Node | undefined = map[word[i]!];
      if (node === undefined) break;
      const ends =
        typeof node === "number" ? node : Array.isArray(node) ? (node as [TrieMap, number])[1] : null;
      if (ends !== null) {
        const own = levelsOf[ends]!;
        for (let k = 0; k < own.length; k++) if (own[k]! > levels[at + k]!) levels[at + k] = own[k]!;
      }
      map =
        typeof node === "number"
          ? null
          : Array.isArray(node)
            ? (node as [TrieMap, number])[0]
            : (node as TrieMap);
    }
  }
  const out: number[] = [];
  for (let i = 1; i < lower.length; i++) if (levels[i + 1]! % 2 === 1) out.push(i);
  return out;
}

/**
 * Where a word of letters may be divided. None in acronyms and in romanised Chinese names; a capitalised
 * ordinary word divides, as this kind of text is full of title case.
 *
 * @param other Patterns of the `hyphen` package for another English.
 * @returns Counts of letters before each hyphen, ascending.
 */
export function hyphenate(word: string, rules: HyphenRules, other: Patterns = AMERICAN): readonly number[] {
  if (word.length < rules.minWord) return [];
  const isPlain = /^[A-Za-z]+$/.test(word);
  if (!isPlain && !/^\p{L}+$/u.test(word)) return [];
  const capitals = word.match(isPlain ? /[A-Z]/g : /\p{Lu}/gu)?.length ?? 0;
  if (capitals > 1) return [];
  if (capitals === 1 && (!(isPlain ? /^[A-Z]/ : /^\p{Lu}/u).test(word) || isPinyin(word))) return [];
  return points(word.toLowerCase(), other).filter(
    (i) => i >= rules.minLeft && word.length - i >= rules.minRight,
  );
}
