/** An issue in → the numbers of its footnotes, in the order of their first mention, and where each is set. */
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
  for (const article of issue.articles) for (const pair of textsOf(issue, article)) both(pair);
  return numbers;
}

/**
 * The articles behind the first that mentions a note, each of which sets it again: by the article and by its texts, of
 * every such note the article's number. Most issues have none.
 */
export type RepeatedNotes = ReadonlyMap<Article | Inline, ReadonlyMap<string, number>>;

export function repeatedNotes(issue: Issue): RepeatedNotes {
  const { articles, notes } = issue;
  const repeated = new Map<Article | Inline, ReadonlyMap<string, number>>();
  const seen = new Set<string>();
  if (notes.size === 0) return repeated;
  articles.forEach((article, k) => {
    const texts = textsOf(issue, article).flatMap((pair) =>
      [pair?.zh, pair?.en].filter((inline) => !!inline),
    );
    const keys = new Set(texts.flatMap(({ runs }) => runs.flatMap(({ mark }) => mark.note ?? [])));
    const again = new Map([...keys].filter((key) => seen.has(key)).map((key) => [key, k + 1]));
    if (again.size > 0) for (const it of [article, ...texts]) repeated.set(it, again);
    for (const key of keys) seen.add(key);
  });
  return repeated;
}

/**
 * Name of the place where a footnote stands, or is mentioned first: each language has its own.
 *
 * @param article Number of the article that sets it again; undefined for the first that sets it.
 */
export function noteName(
  issue: string,
  what: "note" | "mention",
  number: number,
  language: Language,
  article: number | undefined,
): string {
  const name = `${what}-${number}.${language}`;
  return article === undefined ? `${issue}/${name}` : `${issue}/${article}.${name}`;
}

/**
 * Every text that may mention a footnote which stands at the end of an article, in reading order: the article's own,
 * and before those of the first the editor's note, which has no place of its own for footnotes.
 */
export const textsOf = ({ note, articles }: Issue, article: Article): readonly (TextPair | null)[] => [
  ...(articles[0] === article ? [note] : []),
  article.title,
  ...article.body.flatMap(pairsInBlock),
  ...article.credits.map((credit) => credit.value),
];
