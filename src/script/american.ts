/** Hyphenation patterns of American English. A bundle has the trie ready made (scripts/bundle.mjs). */

import patterns from "hyphen/patterns/en-us.js";
import { type Patterns, trieOf } from "./hyphen-trie.ts";

export const AMERICAN = trieOf(patterns as Patterns);
