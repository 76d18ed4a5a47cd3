/** Hyphenation patterns of British English, apart from the American ones so that they load only when asked for. */

import patterns from "hyphen/patterns/en-gb.js";
import { type Patterns, type Trie, trieOf } from "./hyphen-trie.ts";

let made: Trie | null = null;

/** Made when it is first asked for: few builds after an edit divide a word. */
export function british(): Trie {
  made ??= trieOf(patterns as Patterns);
  return made;
}
