/** Pieces of one language in → masthead facts, editor's note, articles with their credits, and imprint. */
import type { Language } from "../base/language.ts";
import { type Facts, takeFacts } from "./facts.ts";
import { isHeadline, SERIES } from "./head.ts";
import type { Labelled } from "./labels.ts";
import type { Piece } from "./piece.ts";

export interface ArticleSide {
  /** Series, title and body. */
  readonly texts: readonly Piece[];
  readonly credits: readonly Labelled[];
}

export interface Side {
  readonly facts: Facts;
  readonly note: Piece | null;
  readonly articles: readonly ArticleSide[];
  readonly imprint: readonly Labelled[];
}

const NOTE = {
  zh: /^\**(?:编者按|编者的话|编者语|按语|按)\**\s*[:：]/,
  en: /^\**Editor(?:[’']s|s[’']|ial)?\s+note\**\s*[:：]/i,
} as const;

/** @param names Name and publisher, as mastheads print them. */
export function sideOf(
  language: Language,
  pieces: readonly Piece[],
  names: readonly string[],
  labelled: (line: string) => readonly Labelled[] | null,
): Side {
  const { facts, rest } = takeFacts(pieces, names);
  const noteAt = rest.slice(0, NOTE_REACH).findIndex(({ text }) => NOTE[language].test(text));
  const note = rest[noteAt] ?? null;
  const texts = rest.filter((piece) => piece !== note);
  const tail = trailing(texts, labelled);
  const imprint = tail.labels.filter(({ role }) => role !== "credit");
  const last = tail.labels.filter(({ role }) => role === "credit");
  const parts = articlesOf(language, tail.texts);
  const articles = parts.map((part, k) => {
    const { texts, labels } = trailing(part, labelled);
    const credits = k === parts.length - 1 ? [...labels, ...last] : labels;
    return { texts, credits };
  });
  return { facts, note, articles, imprint };
}

/** The note stands before the first article, or right behind its title. */
const NOTE_REACH = 8;

/** Labelled lines at the end of a text. */
function trailing(pieces: readonly Piece[], labelled: (line: string) => readonly Labelled[] | null) {
  let end = pieces.length;
  const labels: Labelled[] = [];
  while (end > 0) {
    const piece = pieces[end - 1]!;
    const found = piece.text.length <= LABELLED ? labelled(piece.text) : null;
    if (!found) break;
    labels.unshift(...found);
    end -= 1;
  }
  return { texts: pieces.slice(0, end), labels };
}

const LABELLED = 300;

/** A new article begins with its series line, or with what was a title in the original. */
function articlesOf(language: Language, pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const articles: Piece[][] = [[]];
  for (const piece of pieces) {
    const current = articles.at(-1)!;
    const begins = piece.form === "title" || (SERIES[language].test(piece.text) && isHeadline(piece));
    if (begins && current.some((before) => !isHeadline(before))) articles.push([piece]);
    else current.push(piece);
  }
  return articles;
}
