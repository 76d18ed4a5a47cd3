/** Pieces in → the same, where a table that only held the two languages beside each other, or one row, is its text. */
import type { Doubt } from "./align.ts";
import type { DraftText } from "./draft.ts";
import { byLines } from "./line-languages.ts";
import { languageOf, type Piece, piece } from "./piece.ts";

/** A table of two columns, Chinese in one and English in the other, is how many offices lay a translation out. */
export const untabled = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((it) =>
    it.table && (it.table.length < 2 || isLayout(it.table)) ? cellsInTurn(it.table, it.at) : [it],
  );

function isLayout(rows: readonly (readonly string[])[]): boolean {
  if (!rows.every((row) => row.length === 2)) return false;
  const sides = rows.map((row) => row.map(languageOf));
  // An E-mail line is the same on both sides.
  const full = sides.filter(([left, right], k) => left && right && rows[k]![0] !== rows[k]![1]);
  return full.length > 0 && full.every(([left, right]) => left !== right && left === full[0]![0]);
}

const cellsInTurn = (rows: readonly (readonly string[])[], at: number): readonly Piece[] =>
  rows.flatMap((row) =>
    row
      .flatMap((cell) => cell.split("\n"))
      .filter((text) => text !== "")
      .map((text) => piece(text, "text", at)),
  );

/** Tables of both languages with the same rows are one table of pairs; in one table alone cells may hold both. */
export function tableBlock(
  zh: Piece | null,
  en: Piece | null,
): { readonly rows: readonly (readonly DraftText[])[]; readonly doubt: Doubt | null } {
  const [one, other] = [zh?.table ?? null, en?.table ?? null];
  if (one && other) {
    const rows = longer(one, other).map((_, k) => rowPair(one[k] ?? [], other[k] ?? []));
    const alike = one.length === other.length && one.every((row, k) => row.length === other[k]!.length);
    return { rows, doubt: alike ? null : "rows" };
  }
  const rows = (one ?? other)!.map((row) => row.map(cellOf));
  const whole = rows
    .flat()
    .every((cell) => typeof cell === "string" || (cell.zh !== null && cell.en !== null));
  return { rows, doubt: whole ? null : "alone" };
}

const longer = <T>(one: readonly T[], other: readonly T[]): readonly T[] =>
  one.length < other.length ? other : one;

/** Cells by their places: a table that has more rows or columns than the other keeps them. */
const rowPair = (zh: readonly string[], en: readonly string[]): readonly DraftText[] =>
  longer(zh, en).map((_, k) => cellPair(zh[k] ?? "", en[k] ?? ""));

const cellPair = (zh: string, en: string): DraftText => (zh === en ? zh : { zh: zh || null, en: en || null });

/** Lines of a cell by their language. */
const cellOf = (cell: string): DraftText => (languageOf(cell) === null ? cell : byLines(cell));
