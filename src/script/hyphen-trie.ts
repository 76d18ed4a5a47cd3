/** Patterns of the `hyphen` package in → a trie in lists, which an engine reads sooner than objects. */

/** A node of the package's trie: what follows, and the number of the levels of the pattern that ends here. */
type Node = number | TrieMap | readonly [TrieMap, number];
interface TrieMap {
  readonly [char: string]: Node;
}

/** Levels, trie and exceptions of one English, as the package has them. */
export type Patterns = readonly [
  readonly (readonly number[])[],
  TrieMap,
  Readonly<Record<string, readonly number[]>>,
];

/**
 * The number of the levels of the pattern that ends here, -1 for none; the letters that patterns go on with; and where
 * each of them leads: on, or to the levels of a pattern that nothing follows.
 */
export type Place = readonly [number, string, ...(Place | number)[]];

export interface Trie {
  /** Of each pattern, from its first letter on. */
  readonly levels: readonly (readonly number[])[];
  /** A full stop stands for either end of a word. */
  readonly root: Place;
  /** Words that no pattern fits, with the places of their hyphens, the hyphens before them counted. */
  readonly exceptions: Readonly<Record<string, readonly number[]>>;
}

/** @returns What makes the trie when it is first asked for: few builds after an edit divide a word. */
export function trieWhenAsked([levels, trie, exceptions]: Patterns): () => Trie {
  let made: Trie | null = null;
  return () => {
    made ??= { levels, root: placeOf(trie, -1), exceptions };
    return made;
  };
}

function placeOf(map: TrieMap, ends: number): Place {
  const next = Object.values(map).map((node) => {
    if (typeof node === "number") return node;
    return Array.isArray(node) ? placeOf(node[0], node[1]) : placeOf(node as TrieMap, -1);
  });
  return [ends, Object.keys(map).join(""), ...next];
}
