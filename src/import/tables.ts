/** Pieces in → the same, where a table that only held the two languages beside each other, or one row, is its text. */
import type { Doubt } from "./align.ts";
import type { DraftText } from "./draft.ts";
import { byLines } from "./line-languages.ts";
import { inBold, type Left, languageOf, type Piece, piece, type Rows, type Sifted } from "./piece.ts";

/** @returns What is left of the tables is told: heads such as 中文 | English, and a column that counts the rows. */
export function untabled(pieces: readonly Piece[]): Sifted {
  const read = pieces.map((it) => {
    const layout = it.table && layoutOf(it.table);
    return layout
      ? { pieces: cellsInTurn(layout.rows, it.at), left: layout.left }
      : { pieces: [it], left: [] };
  });
  return { pieces: read.flatMap((it) => it.pieces), left: read.flatMap((it) => it.left) };
}

/** A table whose cells are texts of an issue, in rows. */
export interface Layout {
  readonly rows: Rows;
  /** Where its first row and column stand in the table. */
  readonly from: number;
  readonly column: number;
  readonly left: readonly Left[];
}

const COUNT = /^(?:\d{1,4}[.、．)]?|[（(]\d{1,4}[）)]|)$/;
const COUNT_HEAD = /^(?:序号|编号|No\.?|#|)$/i;
const HEAD =
  /^(?:中文|英文|汉语|英语|(?:中文|英文)(?:版|稿|文本|原文|译文)?|原文|译文|Chinese|English)(?: ?(?:version|text|版))?$/i;

/**
 * A table of two columns, Chinese in one and English in the other, is how many offices lay a translation out; a row
 * over them may say which is which, and a column before them count the rows.
 *
 * @returns Null for a table that an issue has as one.
 */
export function layoutOf(rows: Rows): Layout | null {
  if (rows.length < 2) return { rows, from: 0, column: 0, left: [] };
  // Heads are often in bold.
  const head = rows[0]!.map((cell) => inBold(cell) ?? cell);
  const isCounted = rows.every(
    (row, k) => row.length === 3 && (COUNT.test(row[0]!) || (k === 0 && COUNT_HEAD.test(head[0]!))),
  );
  const column = isCounted ? 1 : 0;
  const from = head.slice(column).every((cell) => HEAD.test(cell)) ? 1 : 0;
  const texts = rows.slice(from).map((row) => row.slice(column));
  if (!isLayout(texts)) return null;
  const heads = from > 0 ? head : [];
  const counts = isCounted ? rows.slice(from).map(([count = ""]) => count) : [];
  const left = [heads, counts]
    .map((cells) => cells.filter((cell) => cell !== "").join(" "))
    .filter((text) => text !== "")
    .map((text): Left => ({ kind: "columns", text }));
  return { rows: texts, from, column, left };
}

function isLayout(rows: Rows): boolean {
  if (!rows.every((row) => row.length === 2)) return false;
  const sides = rows.map((row) => row.map(languageOf));
  // An E-mail line is the same on both sides.
  const full = sides.filter(([left, right], k) => left && right && rows[k]![0] !== rows[k]![1]);
  return full.length > 0 && full.every(([left, right]) => left !== right && left === full[0]![0]);
}

const cellsInTurn = (rows: Rows, at: number): readonly Piece[] =>
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
