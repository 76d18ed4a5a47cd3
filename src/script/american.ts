/** Hyphenation patterns of American English. A bundle has the trie ready made (scripts/bundle.mjs). */

import patterns from "hyphen/patterns/en-us.js";
import { type Patterns, type Trie, trieOf } from "./hyphen-trie.ts";

let made: Trie | null = null;

/** Made when it is first asked for: few builds after an edit divide a word. */
export function american(): Trie {
  made ??= trieOf(patterns as Patterns);
  return made;
}
