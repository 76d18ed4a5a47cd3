/** An issue in → the numbers of its footnotes, in the order of their first mention. */
import type { Language } from "../base/language.ts";
import type { Inline } from "../model/inline.ts";
import type { Article, Block as ContentBlock, Issue, TextPair } from "../model/issue.ts";

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
export function textsOf(article: Article): readonly (TextPair | null)[] {
  const inBlock = (part: ContentBlock): readonly (TextPair | null)[] => {
    switch (part.kind) {
      case "list":
        return part.items;
      case "quote":
        return [part.text, part.by];
      case "figure":
        return [part.caption];
      case "table":
        return [part.caption, ...part.head, ...part.rows.flat()];
      default:
        return [part.text];
    }
  };
  return [article.title, ...article.body.flatMap(inBlock), ...article.credits.map((credit) => credit.value)];
}
