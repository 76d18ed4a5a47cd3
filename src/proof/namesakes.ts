/** A line of Chinese and one of English in → whether both are the names of the same persons, in one order, and nothing else. */
import { type LatinName, latinNames } from "./names/en-names.ts";
import { isNamed } from "./names/name-book.ts";
import { romanise } from "./names/romanise.ts";
import { listedNames } from "./names/zh-names.ts";
import type { Readings } from "./rule.ts";

/** What parts names of English. */
const BETWEEN = /^(?:\s|,|;|&|、|\band\b)*$/;

export function areNamesakes(zh: string, en: string, readings: Readings): boolean {
  const names = namesOf(zh);
  const latin = apart(latinNames(en));
  if (names.length === 0 || names.length !== latin.length) return false;
  const rest = latin.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), en);
  return BETWEEN.test(rest) && names.every((name, k) => isNamed(romanise(name, readings), latin[k]!));
}

/** Words in a row are looked at two by two: Wang Xiaodong Li Ming holds a name in its middle, too. */
function apart(found: readonly LatinName[]): readonly LatinName[] {
  const kept: LatinName[] = [];
  for (const name of found) if (name.start >= (kept.at(-1)?.end ?? 0)) kept.push(name);
  return kept;
}

/** Blanks stand between names, or inside one that was spread: 王 冰. */
function namesOf(zh: string): readonly string[] {
  const typed = zh.trim().replace(/^(\p{Script=Han})\s+(?=\p{Script=Han}$)/u, "$1");
  const lines = typed.replace(/\s+/g, "、");
  const names = listedNames(lines).map(({ name }) => name);
  return names.length === lines.split(/[、，,;；]+/).length ? names : [];
}
