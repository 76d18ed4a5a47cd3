/** Pieces of one language in → masthead facts, editor's note, articles with their heads, credits and imprint. */
import type { Language } from "../base/language.ts";
import { type Facts, takeFacts } from "./facts.ts";
import { isShort, numbering } from "./headings.ts";
import type { Labelled } from "./labels.ts";
import type { Form, Piece } from "./piece.ts";

export interface ArticleSide {
  readonly series: Piece | null;
  readonly title: Piece | null;
  readonly body: readonly Piece[];
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

const SERIES = {
  zh: /之[一二三四五六七八九十\d]+$|第[一二三四五六七八九十\d]+[号篇讲]$/,
  en: /\b(?:Special\s+(?:Report|Issue|Feature)|Series|Report|Briefing|Part)\s+(?:No\.?\s*)?(?:\d+|[IVX]+)\b|\bNo\.?\s*\d+$/i,
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
    return { ...headOf(language, texts), credits };
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

/** What may stand over an article: short, without a number, no sentence. */
const isHeadline = ({ text, form, table }: Piece): boolean =>
  !table && HEADS.includes(form) && isShort(text) && numbering(text) === null;

const HEADS: readonly Form[] = ["text", "title", "heading", "subheading"];

function headOf(language: Language, pieces: readonly Piece[]): Omit<ArticleSide, "credits"> {
  const titled = pieces.some(({ form }) => form === "title");
  let end = 0;
  let named = false;
  while (end < pieces.length && isHeadline(pieces[end]!)) {
    const { form } = pieces[end]!;
    // Where titles are told by their style, a heading behind one belongs to the body.
    if (named && titled && form !== "title") break;
    named ||= form === "title";
    end += 1;
  }
  const head = pieces.slice(0, end);
  const body = pieces.slice(end);
  const isSeries = head.length > 1 && SERIES[language].test(head[0]!.text);
  const series = isSeries ? head[0]! : null;
  const titles = isSeries ? head.slice(1) : head;
  const [first] = titles;
  if (!first) return { series, title: null, body };
  const text = titles
    .map((piece) => piece.text.replace(/^\*\*([^*]+)\*\*$/, "$1"))
    .join(language === "zh" ? "\n" : " ");
  // A blank between Han in a title is where its lines part.
  const parted =
    language === "zh" ? text.replace(/(?<=[\p{Script=Han}》”）]) +(?=[\p{Script=Han}《“（])/gu, "\n") : text;
  return {
    series,
    title: { ...first, text: parted.replace(/\s*\n\s*/g, language === "zh" ? "\n" : " ") },
    body,
  };
}
