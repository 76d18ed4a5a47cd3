/** A text of either language in → where its sentences end, closing marks included. */
import { isTextMark } from "./char-class.ts";

const isChineseStop = (char: string): boolean => char === "。" || char === "！" || char === "？";
const isLatinStop = (char: string): boolean => char === "." || char === "!" || char === "?";
const isChineseCloser = (char: string): boolean => char !== "" && "”’）」』".includes(char);
const isLatinCloser = (char: string): boolean => char === "”" || char === "’" || char === ")";

/** What stands twice before a Latin stop that ends a sentence: initials and numbers of items do not have it. */
function isSmall(char: string): boolean {
  const unit = char.charCodeAt(0);
  if (unit < 0x80)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || "%)".includes(char);
  if (char === "”" || char === "’") return true;
  // No script of East Asia has small letters, and no mark is one.
  return !isTextMark(unit) && (unit < 0x2e80 || unit >= 0xa640) && /^\p{Ll}/u.test(char);
}

/** @returns Where the character begins that stands in front of `end`; -1 where it is none of those. */
function smallBefore(text: string, end: number): number {
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, end - 2), end));
  const from = end - (isPair ? 2 : 1);
  return from >= 0 && isSmall(text.slice(from, end)) ? from : -1;
}

/** @returns Indexes of what stands behind the end of each sentence, ascending; of the last one only if a stop ends it. */
export function sentenceEnds(text: string): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const isChinese = isChineseStop(char);
    if (!isChinese && !isLatinStop(char)) continue;
    if (!isChinese && smallBefore(text, smallBefore(text, i)) < 0) continue;
    const [isStop, isCloser] = isChinese ? [isChineseStop, isChineseCloser] : [isLatinStop, isLatinCloser];
    let end = i + 1;
    while (isStop(text.charAt(end))) end += 1;
    while (isCloser(text.charAt(end))) end += 1;
    if (!isChinese && end < text.length && text.charAt(end).trim() !== "") continue;
    found.push(end);
    i = end - 1;
  }
  return found;
}
