/** A text whose lines may be of both languages in → the lines of each. */
import type { Language } from "../base/language.ts";
import type { DraftPair } from "./draft.ts";
import { languageOf } from "./piece.ts";

/** Addresses are of no language, whatever letters they have. */
const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s)]+|(?<![^\s@])[^\s@]+@[^\s@]+/g;

export const spokenIn = (text: string): Language | null => languageOf(text.replace(ADDRESS, ""));

/** Lines of one language as one; Chinese needs no blank where a sentence ended. */
export const onOneLine = (lines: readonly string[]): string =>
  lines.reduce((before, line) => `${before}${/[。！？；…][”’」』）]*\**$/.test(before) ? "" : " "}${line}`);

/** A line of no language, a number, goes with the line before it; a text of none at all serves both. */
export function byLines(text: string): DraftPair {
  const lines = text.split("\n").filter((line) => line !== "");
  const first = lines.map(spokenIn).find((language) => language !== null) ?? null;
  if (first === null) {
    // Typed once for each language, an address is still one.
    const shared = [...new Set(lines)].join(" ");
    return { zh: shared, en: shared };
  }
  const texts = { zh: [] as string[], en: [] as string[] };
  let language = first;
  for (const line of lines) {
    language = spokenIn(line) ?? language;
    texts[language].push(line);
  }
  const whole = (side: readonly string[]) => (side.length === 0 ? null : onOneLine(side));
  return { zh: whole(texts.zh), en: whole(texts.en) };
}
