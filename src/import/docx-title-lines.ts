/** Pieces of a Word file, and the lines that those had which Word broke, in → the same, where titles keep their lines. */
import { isHeadline } from "./head.ts";
import { languageOf, type Piece } from "./piece.ts";

/**
 * In running text a line is broken for looks. A title's lines are parted by its sense, and a subtitle stands on one of
 * its own: they stand in the middle, over all text of their language.
 *
 * @param broken Pieces of several lines that stand in the middle.
 */
export function titleLines(
  pieces: readonly Piece[],
  broken: ReadonlyMap<Piece, readonly string[]>,
): readonly Piece[] {
  if (broken.size === 0) return pieces;
  const begun = { zh: false, en: false };
  return pieces.flatMap((piece): readonly Piece[] => {
    const language = languageOf(piece.text);
    if (language === null) return [piece];
    begun[language] ||= !isHeadline(piece);
    const lines = broken.get(piece);
    if (!lines) return [piece];
    const parts = lines.map((text): Piece => ({ ...piece, text }));
    return !begun[language] && parts.every(isHeadline) ? parts : [piece];
  });
}
