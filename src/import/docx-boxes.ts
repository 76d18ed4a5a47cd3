/** Pieces of a Word file, and which stood in text boxes, in → those that do not repeat the text, and what is told of all. */
import { countHan, type Piece, type Sifted, unmarked } from "./piece.ts";

/** What is quoted from a text again is a sentence or a good part of one: in letters of Chinese and of English. */
const QUOTED = { zh: 8, en: 24 } as const;

/** Marks, blanks and dots around a quotation are its own. */
const lettersOf = (text: string): string =>
  unmarked(text)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** Layouts draw a sentence of the text out of it: that stands in the text already. */
export function withoutRepeats(pieces: readonly Piece[], boxed: ReadonlySet<Piece>): Sifted {
  const boxes = pieces.filter((piece) => boxed.has(piece));
  if (boxes.length === 0) return { pieces, left: [] };
  // Between letters of two texts stands what no text has.
  const text = pieces
    .filter((piece) => !boxed.has(piece))
    .map((piece) => lettersOf(piece.text))
    .join("\n");
  const isRepeat = ({ text: typed, table }: Piece) => {
    const letters = lettersOf(typed);
    return (
      table === null &&
      letters.length >= QUOTED[countHan(letters) > 0 ? "zh" : "en"] &&
      text.includes(letters)
    );
  };
  const repeats = new Set(boxes.filter(isRepeat));
  return {
    pieces: pieces.filter((piece) => !repeats.has(piece)),
    left: boxes.map((piece) => ({ kind: repeats.has(piece) ? "repeated" : "box", text: piece.text })),
  };
}
