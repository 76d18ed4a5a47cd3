/** Pieces in → the same, with paragraphs that a page's end had cut in two made whole, and folios apart. */
import type { Language } from "../base/language.ts";
import { numbering, ordinal, referenceNumber } from "./headings.ts";
import { inBold, languageBy, type Piece, type Spoken, spokenOf } from "./piece.ts";
import { joined } from "./run-on.ts";

/** - 3 -, 第 3 页, 第 3 页 共 5 页, Page 3 of 5: the whole of a text, since sentences begin so as well. */
const FOLIO =
  /^(?:[-—–]? ?\d{1,3} ?[-—–]?|第 ?\d{1,4} ?页(?: ?[,，/／]? ?[（(]?共 ?\d{1,4} ?页[）)]?)?|Page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?)$/i;

/** Parts from the texts the numbers of pages that stood between them. A cell of a table is never one. */
export function withoutFolios(pieces: readonly Piece[]): {
  readonly texts: readonly Piece[];
  readonly folios: readonly Piece[];
} {
  const isFolio = ({ text, form, table }: Piece) => form === "text" && !table && FOLIO.test(text);
  return { texts: pieces.filter((piece) => !isFolio(piece)), folios: pieces.filter(isFolio) };
}

/** A paragraph in parts, with what the next is judged by: there may be very many. */
interface Parts {
  readonly first: Piece;
  readonly texts: string[];
  readonly spoken: Spoken;
  readonly letters: number;
}

export function wholePieces(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Parts[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    const spoken = spokenOf(piece.text);
    const letters = piece.text.length;
    if (before && isCut(before, piece, languageBy(spoken))) {
      before.texts.push(piece.text);
      whole[whole.length - 1] = {
        ...before,
        spoken: { han: before.spoken.han + spoken.han, words: before.spoken.words + spoken.words },
        letters: before.letters + letters,
      };
    } else whole.push({ first: piece, texts: [piece.text], spoken, letters });
  }
  return whole.map(({ first, texts }) => (texts.length === 1 ? first : { ...first, text: joined(texts) }));
}

/** Characters from which on a text without an end is no title: a page ended inside it. */
const LONG = { zh: 40, en: 140 } as const;

/** Behind the mark that ends a sentence its quotation may, and its bold; mentions of notes stand there too. */
const ENDED = /[。！？：.!?:…](?:["”’』」）)*]|\[\^[^\]\s]+\]|\^[^^\s]{1,8}\^)*$/;

function isCut({ first, texts, spoken, letters }: Parts, after: Piece, language: Language | null): boolean {
  if (first.form !== "text" || after.form !== "text" || first.table || after.table) return false;
  if (language === null || languageBy(spoken) !== language) return false;
  const length = language === "zh" ? spoken.han : letters;
  if (length < LONG[language] || ENDED.test(texts.at(-1)!)) return false;
  // What counts begins something of its own, and so does bold alone behind what is not.
  const { text } = after;
  const isHead = inBold(text) !== null && inBold(texts.at(-1)!) === null;
  const isCounted = [numbering(text), ordinal(text), referenceNumber(text)].some((it) => it !== null);
  return !isCounted && !isHead;
}
