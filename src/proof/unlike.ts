/** A text and what was paired with it in → what tells that they are no pair: numbers or names, none of which the other has. */
import { type LatinName, latinNames } from "./names/en-names.ts";
import { isNamed } from "./names/name-book.ts";
import { romanise } from "./names/romanise.ts";
import { namesIn } from "./names/zh-names.ts";
import { enNumbers } from "./numbers/en-numbers.ts";
import { mismatches } from "./numbers/match.ts";
import { zhNumbers } from "./numbers/zh-numbers.ts";
import type { Readings } from "./rule.ts";

/** From so many on, numbers that the other side has none of tell; fewer may be put in words. */
const MANY = 3;

/** @returns Null for what may well be a pair. A slip in one number of several, or in a letter of a name, is none. */
export function unlike(zh: string, en: string, readings: Readings): "numbers" | "names" | null {
  if (otherNumbers(zh, en)) return "numbers";
  return otherNames(zh, en, readings) ? "names" : null;
}

function otherNumbers(zh: string, en: string): boolean {
  const quantities = { zh: zhNumbers(zh), en: enNumbers(en) };
  const [ours, theirs] = [quantities.zh, quantities.en].map((all) => all.filter(({ weak }) => !weak).length);
  const open = mismatches(quantities);
  const isOpen = open.filter((it) => it.zh).length === ours && open.filter((it) => it.en).length === theirs;
  return isOpen && (Math.min(ours!, theirs!) > 0 || Math.max(ours!, theirs!) >= MANY);
}

function otherNames(zh: string, en: string, readings: Readings): boolean {
  const [ours, theirs] = [namesIn(zh), latinNames(en)];
  if (ours.length === 0 || theirs.length === 0) return false;
  return ours.every(({ name }) => {
    const forms = romanise(name, readings);
    // With a surname in common they may be one: the verb behind a name is read as a part of it at times.
    const isOne = ({ surname, given }: LatinName) =>
      forms.surnames.includes(surname) || forms.surnames.includes(given);
    return !theirs.some((latin) => isOne(latin) || isNamed(forms, latin));
  });
}
