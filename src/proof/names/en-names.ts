/** An English text in → the names in Pinyin that it holds: Wu Jiaxi, Ouyang Xiu, Li Na. */
import { isPinyin } from "../../script/pinyin.ts";
import type { Range } from "../text.ts";
import { folded } from "./romanise.ts";

export interface LatinName extends Range {
  readonly text: string;
  readonly surname: string;
  readonly given: string;
}

const FORM = /\b([A-Z][a-zü]*|[A-Z]{2,})[ ]([A-Z][a-zü]*(?:[-'’][A-Za-zü]+|[A-Z][a-zü]+)?)\b/g;

const reads = (word: string): boolean => isPinyin(word.replace(/ü|yu(?=$)/g, "v")) || isPinyin(word);

/** Two words in a row may be a name and begin another one: every pair is looked at. */
export function latinNames(text: string): readonly LatinName[] {
  const found: LatinName[] = [];
  FORM.lastIndex = 0;
  for (let match = FORM.exec(text); match; match = FORM.exec(text)) {
    const [whole, first, second] = match;
    const [surname, given] = [folded(first!), folded(second!)];
    if (reads(surname) && reads(given))
      found.push({ text: whole, surname, given, start: match.index, end: match.index + whole.length });
    FORM.lastIndex = match.index + first!.length;
  }
  return found;
}

/** A surname and a word that is no Pinyin: letters of a given name that changed places, Wenkna for Wenkan. */
export function garbledNames(text: string, surnames: readonly string[]): readonly LatinName[] {
  return [...text.matchAll(/\b([A-Z][a-zü]+) ([A-Z][a-zü]{4,})\b/g)].flatMap((match) => {
    const [surname, given] = [folded(match[1]!), folded(match[2]!)];
    if (!surnames.includes(surname) || reads(given)) return [];
    return [{ text: match[0], surname, given, start: match.index, end: match.index + match[0].length }];
  });
}
