/** A table in → whether its first column names its rows, so that a reader says its cells with those of their row. */
import type { Language } from "../base/language.ts";
import { type Inline, plainText } from "../model/inline.ts";
import { columnCount, type Table } from "./table-columns.ts";
import { isNumber } from "./table-numbers.ts";

/** What is longer is a text and no name, and would be heard with every cell of its row: characters, some two lines of a narrow cell. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 20, en: 60 };

/**
 * Only where it is certain: every row has a name, no two have the same, and none is a number, which may as well be what
 * the row tells. A corner without a text heads names as one with a text does.
 */
export function hasNamedRows(part: Table, language: Language): boolean {
  const names = part.rows.map((row) => nameOf(row[0]?.[language] ?? null));
  if (names.length === 0 || columnCount(part) < 2) return false;
  return names.every((name) => name !== null) && new Set(names).size === names.length;
}

/** @returns Null for a cell that names nothing. */
function nameOf(cell: Inline | null): string | null {
  if (!cell || isNumber(cell)) return null;
  const name = plainText(cell).trim();
  const isSentence = /[。！？；]|[.!?;]\s+\p{Lu}.*[.!?]$/u.test(name);
  return /\p{L}/u.test(name) && !isSentence && name.length <= LONGEST[cell.language] ? name : null;
}
