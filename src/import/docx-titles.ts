/** Pieces of a Word file, and the levels of its headings, in → the same, where headings of the first level are titles if the file has no others. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { isHeadline } from "./head.ts";
import { numbering } from "./headings.ts";
import { type Form, languageOf, type Piece } from "./piece.ts";

/** What each level is below a title that is a heading of the first. */
const FORMS: readonly Form[] = ["text", "title", "heading"];

/**
 * Many write titles as Heading 1 and headings as Heading 2. That the first heading has one of the second level below
 * it says so: of a title over headings of its own level the next would be one of these.
 */
export function titledByLevel(
  pieces: readonly Piece[],
  levels: ReadonlyMap<Piece, number>,
): readonly Piece[] {
  if (pieces.some(({ form }) => form === "title")) return pieces;
  const own = (language: Language) =>
    pieces.filter((piece) => !piece.table && languageOf(piece.text) === language);
  const isTop = (piece: Piece) => levels.get(piece) === 1;
  const headed = LANGUAGES.map(own).filter((side) => side.some(isTop));
  if (headed.length === 0 || !headed.every((side) => hasTitles(side, levels))) return pieces;
  return pieces.map((piece) => {
    const level = levels.get(piece) ?? 0;
    return level === 0 ? piece : { ...piece, form: FORMS[level] ?? "subheading" };
  });
}

function hasTitles(side: readonly Piece[], levels: ReadonlyMap<Piece, number>): boolean {
  const level = (piece: Piece) => levels.get(piece) ?? 0;
  const first = side.findIndex((piece) => level(piece) === 1);
  if (!side.slice(0, first).every(isHeadline)) return false;
  if (side.some((piece) => level(piece) === 1 && numbering(piece.text) !== null)) return false;
  // A title of two lines may be two paragraphs.
  const text = side.findIndex((piece, k) => k > first && level(piece) !== 1);
  const next = side.slice(text).find((piece) => level(piece) > 0);
  return text >= 0 && next !== undefined && level(next) === 2;
}
