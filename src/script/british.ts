/** Hyphenation patterns of British English, apart from the American ones so that they load only when asked for. */

import patterns from "hyphen/patterns/en-gb.js";
import { type Patterns, trieWhenAsked } from "./hyphen-trie.ts";

export const british = trieWhenAsked(patterns as Patterns);
