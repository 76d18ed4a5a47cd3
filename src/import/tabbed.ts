/** Lines of pasted text in → the same in parts; those that a table was pasted as, its cells parted by tabs, as rows. */
import { languageOf, type Rows } from "./piece.ts";
import type { Line } from "./plain-notes.ts";

export interface Tabbed {
  readonly lines: readonly Line[];
  /** Cells by rows; null for lines that are text. */
  readonly rows: Rows | null;
}

/** A masthead parts publisher and date by a tab, in either language: three lines alike make a table of figures. */
const FEWEST_ROWS = 3;

export function tabbedParts(lines: readonly Line[]): readonly Tabbed[] {
  const parts: Tabbed[] = [];
  for (let from = 0; from < lines.length; ) {
    const width = cellsOf(lines[from]!).length;
    let to = from + 1;
    while (to < lines.length && isTabbed(width) === isTabbed(cellsOf(lines[to]!).length)) {
      if (isTabbed(width) && cellsOf(lines[to]!).length !== width) break;
      to += 1;
    }
    const run = lines.slice(from, to);
    parts.push(...(isTabbed(width) ? rowsOf(run) : [{ lines: run, rows: null }]));
    from = to;
  }
  return parts;
}

const isTabbed = (width: number): boolean => width > 1;

/** Blanks before a line are its indent; a cell that is empty at its end is still one. */
const cellsOf = ({ text }: Line): readonly string[] => text.replace(/^\s+/, "").split("\t");

/** Lines of as many cells each: a table, a translation beside its text, or lines that tabs only spread out. */
function rowsOf(lines: readonly Line[]): readonly Tabbed[] {
  const rows = lines.map(cellsOf);
  if (rows[0]!.length > 2 ? rows.length >= FEWEST_ROWS : rows.every(isPair)) return [{ lines, rows }];
  return lines.map((line) => ({ lines: [line], rows: isPair(cellsOf(line)) ? [cellsOf(line)] : null }));
}

const isPair = (cells: readonly string[]): boolean => {
  const [one = null, other = null, ...more] = cells.map(languageOf);
  return one !== null && other !== null && one !== other && more.length === 0;
};
