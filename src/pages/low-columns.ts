/** The cells of a table that is too wide for its lane in → the widths of its columns at which it is lowest. */
import type { Pt } from "../base/length.ts";
import { type Cell, fillCell } from "./cell-lines.ts";

/** The texts of a column, by row, the head first; null where a cell is empty. */
export interface ColumnCells {
  readonly cells: readonly (Cell | null)[];
  /** All of its texts stand on one line. */
  readonly natural: Pt;
  /** It is never less. */
  readonly floor: Pt;
}

/** What parting a date or a name counts, in lines of the table's height (chosen by eye). */
const PARTED = 4;
/** A head of one line more is better than a row of one line more. */
const HEAD = 0.9;
/** Between two widths that are tried, pt. */
const STEP: Pt = 2;

/** How a column stands at a width, and down to it. */
interface Step {
  readonly width: Pt;
  /** Lines of each row. */
  readonly lines: readonly number[];
  /** Units that are parted below the head. */
  readonly parted: number;
}

function stepAt({ cells, floor }: ColumnCells, width: Pt): Step {
  let [widest, parted] = [floor, 0];
  const lines = cells.map((cell, row) => {
    if (!cell) return 0;
    const filled = fillCell(cell, width);
    widest = Math.max(widest, filled.widest);
    if (row > 0) parted += filled.parted;
    return filled.lines;
  });
  return { width: Math.min(width, widest), lines, parted };
}

/** From wide to narrow; between two of them nothing changes that counts. */
function stepsOf(column: ColumnCells, widest: Pt): readonly Step[] {
  const found: Step[] = [];
  for (let width = widest; ; width = Math.max(column.floor, found.at(-1)!.width - STEP)) {
    const step = stepAt(column, width);
    const last = found.at(-1);
    if (last && last.parted === step.parted && last.lines.every((lines, row) => lines === step.lines[row]))
      found.pop();
    found.push(step);
    if (step.width <= column.floor + 1e-6) return found;
  }
}

/** @returns What a table costs with columns that stand so, in lines. */
function costOf(steps: readonly Step[]): number {
  const rows = steps[0]!.lines.length;
  let cost = 0;
  for (let row = 0; row < rows; row++) {
    let most = 0;
    for (const { lines } of steps) most = Math.max(most, lines[row]!);
    cost += row === 0 ? HEAD * most : most;
  }
  return steps.reduce((sum, { parted }) => sum + PARTED * parted, cost);
}

/** The same at given widths. */
export const heightAt = (columns: readonly ColumnCells[], widths: readonly Pt[]): number =>
  costOf(columns.map((column, k) => stepAt(column, widths[k]!)));

/**
 * Columns begin as wide as their texts, and give way one after the other, each time the one whose narrowing costs least
 * for what it gives; then one takes from another as long as the table becomes lower.
 *
 * @param room Without the gaps, pt; not less than the floors of all columns.
 * @returns The least widths at which the table is as low as it was found to be: they add up to the room or less.
 */
export function lowWidths(columns: readonly ColumnCells[], room: Pt): readonly Pt[] {
  const floors = columns.reduce((sum, { floor }) => sum + floor, 0);
  const steps = columns.map((column) => {
    const most = Math.max(column.floor, Math.min(column.natural, room - floors + column.floor));
    return stepsOf(column, most);
  });
  let at: Standing = steps.map(() => 0);
  for (let next: Standing | null = at; next; next = exchanged(steps, at, room))
    at = narrowed(steps, next, room);
  return standing(steps, at).map(({ width }) => width);
}

type Steps = readonly (readonly Step[])[];

/** The step of each column. */
type Standing = readonly number[];

const standing = (steps: Steps, at: Standing): readonly Step[] => at.map((step, k) => steps[k]![step]!);

const replaced = <T>(list: readonly T[], index: number, by: T): readonly T[] =>
  list.map((one, k) => (k === index ? by : one));

/** By how much columns stand out over the room. */
const overBy = (now: readonly Step[], room: Pt): Pt => now.reduce((sum, { width }) => sum + width, -room);

/** Columns give way until they fit, and as long as that costs nothing. */
function narrowed(steps: Steps, from: Standing, room: Pt): Standing {
  for (let at = from; ; ) {
    const now = standing(steps, at);
    const over = overBy(now, room);
    const isOver = over > 1e-6;
    const cost = costOf(now);
    let best: { readonly column: number; readonly step: number; readonly rate: number } | null = null;
    for (let column = 0; column < steps.length; column++)
      for (let step = at[column]! + 1; step < steps[column]!.length; step++) {
        const next = steps[column]![step]!;
        const gives = now[column]!.width - next.width;
        const dearer = costOf(replaced(now, column, next)) - cost;
        const rate = isOver ? dearer / Math.min(gives, over) : dearer;
        if (!best || rate < best.rate - 1e-12) best = { column, step, rate };
        if (isOver && gives >= over) break;
      }
    if (!best || (!isOver && best.rate > 1e-9)) return at;
    at = replaced(at, best.column, best.step);
  }
}

/** @returns The best of the ways in which one column takes from another, or from what is left; null where none is lower. */
function exchanged(steps: Steps, at: Standing, room: Pt): Standing | null {
  const now = standing(steps, at);
  const over = overBy(now, room);
  let [best, least]: [Standing | null, number] = [null, costOf(now) - 1e-9];
  const weigh = (other: Standing): void => {
    const cost = costOf(standing(steps, other));
    if (cost < least) [best, least] = [other, cost];
  };
  for (let column = 0; column < steps.length; column++)
    for (let step = 0; step < at[column]!; step++) {
      const wider = replaced(at, column, step);
      const wanted = over + steps[column]![step]!.width - now[column]!.width;
      if (wanted <= 1e-6) weigh(wider);
      else
        for (let giver = 0; giver < steps.length; giver++) {
          if (giver === column) continue;
          const enough = steps[giver]!.findIndex(({ width }) => now[giver]!.width - width >= wanted - 1e-6);
          if (enough > at[giver]!) weigh(replaced(wider, giver, enough));
        }
    }
  return best;
}
