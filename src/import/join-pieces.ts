/** Pieces in → the same, with paragraphs that a page's end had cut in two made whole, and folios apart. */

import { numbering } from "./headings.ts";
import { countHan, languageOf, type Piece } from "./piece.ts";
import { joined } from "./read-plain.ts";

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

export function wholePieces(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    if (before && isCut(before, piece))
      whole[whole.length - 1] = { ...before, text: joined(before.text, piece.text) };
    else whole.push(piece);
  }
  return whole;
}

/** Characters from which on a text without an end is no title: a page ended inside it. */
const LONG = { zh: 40, en: 140 } as const;

function isCut(before: Piece, after: Piece): boolean {
  if (before.form !== "text" || after.form !== "text" || before.table || after.table) return false;
  const language = languageOf(before.text);
  if (language === null || languageOf(after.text) !== language) return false;
  const length = language === "zh" ? countHan(before.text) : before.text.length;
  if (length < LONG[language] || /[。！？：.!?:]["”』」）)*]*$/.test(before.text)) return false;
  return numbering(after.text) === null;
}
