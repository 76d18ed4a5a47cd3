/** Hyphenation patterns of British English, apart from the American ones so that they load only when asked for. */

import patterns from "hyphen/patterns/en-gb.js";
import type { Patterns } from "./hyphenate.ts";

export const BRITISH = patterns as Patterns;
