/** What a picture shows, in one language or both → one text, in which each is read in its own voice. */
import { type Language, TAG } from "../base/language.ts";
import type { Description } from "../model/element.ts";

/** Between two languages, for readers who see the text. */
const BETWEEN = " / ";

/** Stands around the name of a language from which on a text is in it (ISO 32000-1, 14.9.2.3). */
const ESCAPE = "\u001b";

/** @param around Language of what the text belongs to, which holds until another one is named. */
export function spoken(descriptions: readonly Description[], around: Language | null): string {
  let now = around;
  const parts = descriptions.map(({ language, text }) => {
    const turn = language === now ? "" : `${ESCAPE}${TAG[language].replace("-", "")}${ESCAPE}`;
    now = language;
    return turn + text;
  });
  return parts.join(BETWEEN);
}
