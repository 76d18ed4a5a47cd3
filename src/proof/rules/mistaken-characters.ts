/** A Chinese text in → characters that make no word with their neighbours, and a common one with a look-alike: 质旦, 一愁莫展. */
import type { ProofTools, Words } from "../rule.ts";
import { Covered, type Range } from "../text.ts";
import { commonWords } from "./common-words.ts";
import { FREE, FUNCTION, lookAlikes } from "./look-alikes.ts";
import { endsOf, idiomsIn, isPlain, type Mistaken, phrasesIn } from "./mistaken-in-phrases.ts";

const HAN = /\p{Script=Han}+/gu;

const exchanged = (typed: string, at: number, char: string): string =>
  typed.slice(0, at) + char + typed.slice(at + 1);

/** Whether a character may stand there on purpose: beside one that is bound to a word, it may not. */
function isFree(typed: string, at: number): boolean {
  if (FUNCTION.has(typed[at]!)) return true;
  return (
    FREE.has(typed[at]!) && [...typed].some((char, k) => k !== at && (FREE.has(char) || FUNCTION.has(char)))
  );
}

/** Common words that the characters make with one of them exchanged. @param alone Whether one is a word of its own. */
function* wordsNear(typed: string, alone: (at: number) => boolean): Generator<string> {
  const words = commonWords();
  for (let at = 0; at < typed.length; at++) {
    if (!alone(at) || isFree(typed, at)) continue;
    for (const char of lookAlikes(typed[at]!)) {
      const meant = exchanged(typed, at, char);
      if (words.has(meant)) yield meant;
    }
  }
}

/** Whether words end where they did, but that a stretch is one. */
function isOneWord({ start, end }: Range, before: ReadonlySet<number>, after: ReadonlySet<number>): boolean {
  const isInside = (at: number) => at > start && at < end;
  if (!after.has(start) || !after.has(end)) return false;
  return [...after].every((at) => !isInside(at)) && [...before].every((at) => isInside(at) || after.has(at));
}

/** Words on either side that a dictionary parts anew where a character is exchanged: those further off stay as they are. */
const NEAR = 8;

/** @param run Han alone. */
function* inRun(run: string, words: Words): Generator<Mistaken> {
  const parts = words(run);
  const ends = endsOf(parts);
  const starts = [...ends];
  for (let first = 0; first < parts.length; first++)
    for (let last = first + 1; last < parts.length && starts[last + 1]! - starts[first]! <= 3; last++) {
      if (!isPlain(parts[first - 1]) || !isPlain(parts[last + 1])) continue;
      const [start, end] = [starts[first]!, starts[last + 1]!];
      const typed = run.slice(start, end);
      if (commonWords().has(typed)) continue;
      const alone = (at: number) => ends.has(start + at) && ends.has(start + at + 1);
      const around = { start: Math.max(0, first - NEAR), end: Math.min(parts.length, last + 1 + NEAR) };
      const from = starts[around.start]!;
      for (const meant of wordsNear(typed, alone)) {
        const before = endsOf(parts.slice(around.start, around.end));
        const after = endsOf(words(run.slice(from, start) + meant + run.slice(end, starts[around.end])));
        if (!isOneWord({ start: start - from, end: end - from }, before, after)) continue;
        yield { start, end, typed, meant };
        break;
      }
    }
}

/** Those that share no character with another one before them. */
function apart(found: readonly Mistaken[], length: number): readonly Mistaken[] {
  const taken = new Covered(length);
  return found.filter((one) => {
    if (taken.has(one)) return false;
    taken.add(one);
    return true;
  });
}

/** @returns Each once, in an idiom, a word or else in the shortest phrase that it stands in, as they stand. */
export function* mistakenIn(text: string, { readings, words }: ProofTools): Generator<Mistaken> {
  for (const { 0: run, index } of text.matchAll(HAN)) {
    const phrases = words ? [...phrasesIn(run, readings, words)] : [];
    const all = [
      ...idiomsIn(run, readings),
      ...(words ? inRun(run, words) : []),
      ...phrases.sort((a, b) => a.typed.length - b.typed.length),
    ];
    const found = apart(all, run.length);
    for (const one of [...found].sort((a, b) => a.start - b.start))
      yield { ...one, start: index + one.start, end: index + one.end };
  }
}
