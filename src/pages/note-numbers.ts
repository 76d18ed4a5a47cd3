/** An issue in → the numbers of its footnotes, in the order of their first mention. */
import type { Language } from "../base/language.ts";
import type { Inline } from "../model/inline.ts";
import type { Article, Issue, TextPair } from "../model/issue.ts";
import { pairsInBlock } from "../model/pairs.ts";

/** Numbers run on over the whole issue, and are the same in every edition. */
export function noteNumbers(issue: Issue): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const see = (inline: Inline | null) => {
    for (const { mark } of inline?.runs ?? [])
      if (mark.note !== null && !numbers.has(mark.note)) numbers.set(mark.note, numbers.size + 1);
  };
  const both = (pair: TextPair | null) => {
    see(pair?.zh ?? null);
    see(pair?.en ?? null);
  };
  both(issue.note);
  for (const article of issue.articles) for (const pair of textsOf(article)) both(pair);
  return numbers;
}

/** Name of the place where a footnote stands: each language has its own. */
export const noteName = (issue: string, number: number, language: Language): string =>
  `${issue}/note-${number}.${language}`;

/** Every text of an article that may mention a footnote, in reading order. */
export const textsOf = (article: Article): readonly (TextPair | null)[] => [
  article.title,
  ...article.body.flatMap(pairsInBlock),
  ...article.credits.map((credit) => credit.value),
];
