/** Cells of a Word table in → how many columns each stands in, and the rows without columns that only moved edges made. */
import { wordValue } from "./docx-styles.ts";
import type { Piece } from "./piece.ts";
import { childOf, type Element, elementsOf } from "./xml.ts";

/** Cells by rows and columns; null where the one before runs on. */
type Cells = readonly (readonly (readonly Piece[] | null)[])[];

/** Columns that a table has at most. */
const WIDEST = 64;

/** Columns that a cell stands in. */
export function spanOf(cell: Element): number {
  const span = Number(wordValue(childOf(cell, "w:tcPr"), "w:gridSpan") ?? 1);
  return span >= 1 && span <= WIDEST ? Math.floor(span) : 1;
}

const isUnderAnother = (cell: Element): boolean => {
  const merged = childOf(childOf(cell, "w:tcPr"), "w:vMerge");
  return merged !== null && merged.attributes["w:val"] !== "restart";
};

/** Whether a cell runs over others: a table of an issue has none that does. */
export function isMerged(table: Element, rows: Cells): boolean {
  const kept = columnsIn(rows);
  const runsOn = rows.some((row) => row.some((cell, at) => cell === null && kept.has(at)));
  return runsOn || elementsOf(table, "w:tc").some(isUnderAnother);
}

const columnsIn = (rows: Cells): ReadonlySet<number> =>
  new Set(rows.flatMap((row) => row.flatMap((cell, at) => (cell === null ? [] : [at]))));

/** Cells that others run over are empty; a column that holds nothing else was left behind by moving its edges. */
export function withoutSpare(rows: Cells): readonly (readonly (readonly Piece[])[])[] {
  const kept = columnsIn(rows);
  return rows.map((row) => row.filter((_, at) => kept.has(at)).map((cell) => cell ?? []));
}
