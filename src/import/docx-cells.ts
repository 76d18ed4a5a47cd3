/** Cells of a Word table in → how many columns each stands in, and the rows without columns that only moved edges made. */
import { wordValue } from "./docx-styles.ts";
import type { Piece } from "./piece.ts";
import { childOf, type Element } from "./xml.ts";

/** Columns that a table has at most. */
const WIDEST = 64;

/** Columns that a cell stands in. */
export function spanOf(cell: Element): number {
  const span = Number(wordValue(childOf(cell, "w:tcPr"), "w:gridSpan") ?? 1);
  return span >= 1 && span <= WIDEST ? Math.floor(span) : 1;
}

/** Cells that others run over are empty; a column that holds nothing else was left behind by moving its edges. */
export function withoutSpare(
  rows: readonly (readonly (readonly Piece[] | null)[])[],
): readonly (readonly (readonly Piece[])[])[] {
  const kept = new Set(rows.flatMap((row) => row.flatMap((cell, at) => (cell === null ? [] : [at]))));
  return rows.map((row) => row.filter((_, at) => kept.has(at)).map((cell) => cell ?? []));
}
