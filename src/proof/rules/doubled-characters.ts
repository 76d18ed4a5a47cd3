/** A Chinese text in → characters that were typed twice at the edge of a word: 企企业, 支持持, 科技技创新. */
import type { Words } from "../rule.ts";
import type { Range } from "../text.ts";
import { commonWords } from "./common-words.ts";
import { FREE, FUNCTION } from "./look-alikes.ts";

const TWICE = /(\p{Script=Han})\1/gu;

/** They may be words of their own beside one that begins or ends with them: 各列列表, 同类类型, 合规规则. */
const OWN_WORD = /[列类标规序式级品组词项]/;

/** They make no word of their own, though they stand for many in names. */
const NO_WORD = /[技策改]/;

/** Words on either side that a dictionary needs for where they end. */
const NEAR = 8;

interface Part extends Range {
  readonly text: string;
}

/** The words around a place, with where they stand. */
function partsAround(text: string, at: number, words: Words): readonly Part[] {
  const before = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, at - NEAR), at))![0];
  const after = /^\p{Script=Han}*/u.exec(text.slice(at, at + NEAR + 2))![0];
  let end = at - before.length;
  return words(before + after).map((part) => {
    const start = end;
    end += part.length;
    return { text: part, start, end };
  });
}

/** Whether what stands beside is a word for certain: a single character may belong to the one that is doubled. */
const isCertain = (part: Part | undefined): boolean =>
  part === undefined || part.text.length > 1 || FUNCTION.has(part.text);

/** 踏踏实实: both characters of a word are doubled. */
const isBoth = (text: string, at: number): boolean =>
  (text[at + 2] !== undefined && text[at + 2] === text[at + 3]) || (at >= 2 && text[at - 2] === text[at - 1]);

/** @returns Where a character stands twice that stands once in the common word at its side. */
export function* doubledIn(text: string, words: Words): Generator<Range> {
  for (const { index: at, 1: char } of text.matchAll(TWICE)) {
    if (OWN_WORD.test(char!) || isBoth(text, at)) continue;
    if ((FREE.has(char!) || FUNCTION.has(char!)) && !NO_WORD.test(char!)) continue;
    const parts = partsAround(text, at, words);
    const first = parts.findIndex(({ start, end }) => start <= at && at < end);
    const [own, next] = [parts[first]!, parts[first + 1]];
    if (own.end !== at + 1 || !next) continue;
    const isBefore = own.text === char && next.text.length > 1 && commonWords().has(next.text);
    const isBehind = next.text === char && own.text.length > 1 && commonWords().has(own.text);
    if (isBefore ? isCertain(parts[first - 1]) : isBehind && isCertain(parts[first + 2]))
      yield { start: at, end: at + 2 };
  }
}
