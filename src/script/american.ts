/** Hyphenation patterns of American English. A bundle has the trie ready made (scripts/bundle-program.mjs). */

import patterns from "hyphen/patterns/en-us.js";
import { type Patterns, trieWhenAsked } from "./hyphen-trie.ts";

export const american = trieWhenAsked(patterns as Patterns);
