/** Pieces of one language in → masthead facts, editor's note, articles with their credits, and imprint. */
import type { Language } from "../base/language.ts";
import { beginsWithBy, isInstitution, withOffice } from "./bylines.ts";
import { type Facts, isBracketedDate, takeFacts } from "./facts.ts";
import { isHeadline, isSeries } from "./head.ts";
import { EDITORS, isCredit, type Labelled, type LabelReader } from "./labels.ts";
import type { Form, Piece } from "./piece.ts";
import { MENTION } from "./plain-notes.ts";

export interface ArticleSide {
  /** Series, title and body. */
  readonly texts: readonly Piece[];
  readonly credits: readonly Labelled[];
}

export interface Side {
  readonly facts: Facts;
  /** Lines taken for the masthead's name and publisher, and left out. */
  readonly guessed: readonly Piece[];
  readonly note: Piece | null;
  readonly articles: readonly ArticleSide[];
  readonly imprint: readonly Labelled[];
}

const NOTE = {
  zh: /^\**(?:编者按|编者的话|编者语|按语|按)\**\s*[:：]/,
  en: /^\**Editor(?:[’']s|s[’']|ial)?\s+note\**\s*[:：]/i,
} as const;

/**
 * @param names Name and publisher, as mastheads print them.
 * @param others Facts that the other language has said.
 */
export function sideOf(
  language: Language,
  pieces: readonly Piece[],
  names: readonly string[],
  labelled: LabelReader,
  others: Facts,
): Side {
  const note =
    pieces.slice(0, NOTE_REACH).find(({ text, table }) => !table && NOTE[language].test(text)) ?? null;
  const { facts, guessed, rest } = takeFacts(
    pieces.filter((piece) => piece !== note),
    names,
    others,
  );
  const tail = trailing(rest, labelled);
  const { imprint, credits: last } = imprintApart(tail.labels);
  const parts = articlesOf(language, tail.texts);
  const articles = parts.map((part, k) => {
    const { texts: text, labels } = trailing(part, labelled);
    const { texts, labels: above } = leading(text, labelled);
    const credits = [...above, ...labels, ...(k === parts.length - 1 ? last : [])];
    return { texts, credits };
  });
  return { facts, guessed, note, articles, imprint };
}

/** The note stands before the first article, or right behind its title; the masthead may stand above. */
const NOTE_REACH = 16;

/** Labelled lines at the end of a text. */
function trailing(pieces: readonly Piece[], labelled: LabelReader) {
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

/** Who made an article may stand below its title. */
function leading(pieces: readonly Piece[], labelled: LabelReader) {
  const isOne = (piece: Piece) =>
    !piece.table &&
    BYLINES.includes(piece.form) &&
    isCredit(piece.text) &&
    // Over an article stands its title: By Land and Sea.
    (piece !== pieces[0] || !beginsWithBy(piece.text));
  const end = pieces.findIndex((piece) => !standsAbove(piece) && !isOne(piece));
  const head = pieces.slice(0, Math.max(0, end));
  const officeOf = (credit: Piece) => {
    const next = head[head.indexOf(credit) + 1];
    return next && !isOne(next) && next.form === "text" && isInstitution(next.text) ? next : null;
  };
  const credits = head.filter(isOne).map((credit) => ({ credit, office: officeOf(credit) }));
  const taken = new Set(credits.flatMap(({ credit, office }) => [credit, office]));
  return {
    texts: pieces.filter((piece) => !taken.has(piece)),
    labels: credits.flatMap(({ credit, office }) => {
      const found = labelled(credit.text) ?? [];
      return found.map((label, k) =>
        office && k === found.length - 1 ? withOffice(label, office.text) : label,
      );
    }),
  };
}

/** The day of a speech stands among the lines of its head. */
const standsAbove = (piece: Piece): boolean => isHeadline(piece) || isBracketedDate(piece.text);

/** A byline may have the style of the title that it stands below. */
const BYLINES: readonly Form[] = ["text", "title"];

/**
 * Of people an imprint names one for each role, at the very end; who stands above under the same role made the
 * article, but for a line that was only typed again. Offices, addresses and numbers are never an article's. What
 * mentions a note is: an imprint has no place for its number.
 */
function imprintApart(labels: readonly Labelled[]) {
  const entries = labels.filter(({ role, value }) => role !== "credit" && value.search(MENTION) < 0);
  const last = new Map(entries.map((entry) => [entry.role, entry]));
  const imprint = entries.filter((entry) => !EDITORS.includes(entry.role) || last.get(entry.role) === entry);
  const isNew = ({ role, value }: Labelled) => last.get(role)?.value !== value;
  return { imprint, credits: labels.filter((label) => !imprint.includes(label) && isNew(label)) };
}

/** A new article begins with its series line, or with what was a title in the original. */
function articlesOf(language: Language, pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const articles: Piece[][] = [[]];
  for (const piece of pieces) {
    const current = articles.at(-1)!;
    const begins = piece.form === "title" || (isSeries(language, piece.text) && isHeadline(piece));
    if (begins && !current.every(standsAbove)) articles.push([piece]);
    else current.push(piece);
  }
  return articles;
}
