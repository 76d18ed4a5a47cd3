/** A Chinese text in → idioms and phrases of the press with one character that sounds or looks like the right one: 一愁莫展, 产业结购. */
import type { Readings, Words } from "../rule.ts";
import type { Range } from "../text.ts";
import { commonIdioms } from "./common-words.ts";
import { FREE, FUNCTION, lookAlikes } from "./look-alikes.ts";
import { pressPhrases } from "./press-phrases.ts";

/** Characters that were typed, where they stand, and the word they most likely are. */
export interface Mistaken extends Range {
  readonly typed: string;
  readonly meant: string;
}

/** Where words end, 0 and the end of the text among them. */
export function endsOf(parts: readonly string[]): ReadonlySet<number> {
  const ends = new Set([0]);
  let at = 0;
  for (const { length } of parts) {
    at += length;
    ends.add(at);
  }
  return ends;
}

/** @returns Where a phrase differs from what stands at a place, if in a single character; else -1. */
function onlyOther(run: string, start: number, phrase: string): number {
  let at = -1;
  for (let k = 0; k < phrase.length; k++) {
    if (run[start + k] === phrase[k]) continue;
    if (at >= 0) return -1;
    at = k;
  }
  return at;
}

/** Idioms with a character that sounds or looks like the right one. */
export function* idiomsIn(run: string, readings: Readings): Generator<Mistaken> {
  const { all, byHalf } = commonIdioms();
  for (let start = 0; start + 4 <= run.length; start++) {
    const typed = run.slice(start, start + 4);
    if (all.has(typed)) continue;
    const near = [...(byHalf.get(typed.slice(0, 2)) ?? []), ...(byHalf.get(typed.slice(2)) ?? [])];
    const meant = near.find((idiom) => {
      const at = onlyOther(typed, 0, idiom);
      if (at < 0) return false;
      const [wrong, right] = [typed[at]!, idiom[at]!];
      return (
        lookAlikes(wrong).includes(right) || readings(wrong).some((one) => readings(right).includes(one))
      );
    });
    if (meant !== undefined) yield { start, end: start + 4, typed, meant };
  }
}

/** Sounds that are typed for one another: zh and z, -ng and -n. */
const heard = (reading: string): string => reading.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");

/** Whether one character may be typed for another: by its sound, or by its looks. */
const isNear = (wrong: string, right: string, readings: Readings): boolean =>
  lookAlikes(wrong).includes(right) ||
  readings(wrong).some((one) => readings(right).some((other) => heard(one) === heard(other)));

/** Words on either side that a dictionary needs for where they end. */
const NEAR = 8;

/** Whether what stands beside a stretch is a word for certain, and no part of a name. */
export const isPlain = (part: string | undefined): boolean =>
  part === undefined || part.length > 1 || FUNCTION.has(part);

const isFreeWord = (char: string): boolean => FUNCTION.has(char) || FREE.has(char);

/** Whether a character may stand beside the others of a word on purpose: 企业改个名字 is no 企业改革. */
const mayBeMeant = (char: string, others: string): boolean =>
  others === ""
    ? isFreeWord(char)
    : [...others].some((other) =>
        FUNCTION.has(char) ? isFreeWord(other) : FREE.has(char) && FUNCTION.has(other),
      );

/** A text as words, and the word that holds a place. */
function wordAt(parts: readonly string[], at: number): { readonly start: number; readonly index: number } {
  let start = 0;
  let index = 0;
  while (start + parts[index]!.length <= at) start += parts[index++]!.length;
  return { start, index };
}

/** Phrases of so many characters leave no doubt within. */
const LONG = 5;

/** Whether words end at both ends of a stretch, typed and meant, and the character that differs belongs to a word only there. */
function isNoWord(run: string, { start, end, meant }: Mistaken, wrong: number, words: Words): boolean {
  const from = Math.max(0, start - NEAR);
  const [before, after] = [run.slice(from, start), run.slice(end, end + NEAR)];
  const typed = words(before + run.slice(start, end) + after);
  const at = before.length + wrong;
  const { start: first, index } = wordAt(typed, at);
  if (first !== at || typed[index]!.length > 1) return false;
  const right = words(before + meant + after);
  const bounds = [before.length, before.length + meant.length];
  const [ends, rightEnds] = [endsOf(typed), endsOf(right)];
  if (bounds.some((bound) => !ends.has(bound) || !rightEnds.has(bound))) return false;
  const isFirst = wrong === 0;
  const isLast = wrong === meant.length - 1;
  if ((isFirst && !isPlain(typed[index - 1])) || (isLast && !isPlain(typed[index + 1]))) return false;
  if (!isFirst && !isLast && meant.length >= LONG) return true;
  const word = wordAt(right, at);
  const others = [...right[word.index]!].filter((_, k) => k !== at - word.start).join("");
  return !mayBeMeant(run[start + wrong]!, others);
}

/** Phrases of the press with a character that makes no word where it stands. */
export function* phrasesIn(run: string, readings: Readings, words: Words): Generator<Mistaken> {
  const { all, byFirst, byLast } = pressPhrases();
  for (let at = 0; at + 2 <= run.length; at++) {
    const two = run.slice(at, at + 2);
    for (const list of [byFirst.get(two), byLast.get(two)])
      for (const meant of list ?? NONE) {
        const start = meant.startsWith(two) ? at : at + 2 - meant.length;
        const end = start + meant.length;
        if (start < 0 || end > run.length) continue;
        const other = onlyOther(run, start, meant);
        if (other < 0 || !isNear(run[start + other]!, meant[other]!, readings)) continue;
        const one = { start, end, typed: run.slice(start, end), meant };
        if (!all.has(one.typed) && isNoWord(run, one, other, words)) yield one;
      }
  }
}

const NONE: readonly string[] = [];
