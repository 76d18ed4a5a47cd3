/** A table and the lane that it stands in → where each of its columns stands. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import type { SetLine } from "../lines/line.ts";
import type { StyleName } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { Inline } from "../model/inline.ts";
import type { Block as ContentBlock } from "../model/issue.ts";
import { FORBIDDEN } from "../script/kinsoku.ts";
import { type Cell, cellOf } from "./cell-lines.ts";
import { type ColumnNeed, columnWidths, fromFloors } from "./column-widths.ts";
import { type Composition, itemizeOnce, passage, setOne, styleOf } from "./composition.ts";
import type { Lane } from "./lanes.ts";
import { heightAt, lowWidths } from "./low-columns.ts";
import { withAlign } from "./style-variants.ts";
import { wholePlaces } from "./table-numbers.ts";
import type { Text } from "./text-block.ts";

export type Table = Extract<ContentBlock, { kind: "table" }>;

/** Where a column's texts stand. */
export interface TableColumn {
  readonly x: Pt;
  readonly measure: Pt;
  /** Null for a column of words. */
  readonly numbers: NumberPlaces | null;
  /** How its texts are set. */
  readonly kind: CellKind;
}

/** The words of a table that is too wide for its lane otherwise are divided. */
type CellKind = "labels" | "divided";

/** How the numbers of a column stand under each other: by their decimal points, with the head above their end. */
interface NumberPlaces {
  /** Where the texts of each row end, the head first, from the column's left edge; null for one that begins there. */
  readonly ends: readonly (Pt | null)[];
}

/**
 * Ems of the table's type between two columns; less where they can hardly be read otherwise, and the least where their
 * longest pieces do not fit otherwise: at half an em columns of English words read as one (by eye).
 */
const GAP = { usual: 1, less: { zh: 0.5, en: 0.75 }, least: 0.5 } as const;

/** Han that a line of a cell holds at least where there is room: less reads like a column of characters. */
const DECENT_HAN = 3;

export const rowStyle = (row: number): StyleName => (row === 0 ? "tableHead" : "table");

/** The head is the first row. */
export const rowsOf = (part: Table) => [part.head, ...part.rows];

export const columnCount = (part: Table): number => Math.max(...rowsOf(part).map((row) => row.length));

export function tableColumns(c: Composition, part: Table, lane: Lane): readonly TableColumn[] {
  const { size } = styleOf(c, "table", lane.language);
  const count = columnCount(part);
  const askAs = (kind: CellKind) => Array.from({ length: count }, (_, k) => askedBy(c, part, lane, k, kind));
  const whole = askAs("labels");
  const least = whole.reduce((sum, { need }) => sum + need.least, GAP.least * size * (count - 1));
  const kind: CellKind = least > lane.measure + 1e-6 ? "divided" : "labels";
  const asked = kind === "divided" ? askAs(kind) : whole;
  const decent = asked.reduce((sum, { need }) => sum + need.decent, 0);
  const spare = (lane.measure - decent) / Math.max(1, count - 1);
  const longest = asked.reduce((sum, { need }) => sum + need.least, 0);
  const less = GAP.less[lane.language] * size;
  const fits = longest + less * (count - 1) <= lane.measure;
  const gap = Math.min(GAP.usual * size, Math.max(fits ? less : GAP.least * size, spare));
  const needs = asked.map(({ need }) => need);
  const room = lane.measure - gap * (count - 1);
  const usual: Across = {
    gap,
    widths: columnWidths(needs, room, kind === "divided" && lane.language === "en"),
  };
  const isTight = needs.reduce((sum, { natural }) => sum + natural, 0) > room && decent <= room;
  const across = isTight ? lowest(c, part, lane, needs, usual) : usual;
  let x = lane.x;
  return across.widths.map((measure, k) => {
    const { need, numbers } = asked[k]!;
    // In front of words numbers would stand close to what they do not belong to: both sides share what is left over.
    const spare = asked[k + 1]?.numbers === null ? Math.max(0, measure - need.natural) / 2 : 0;
    const column = { x, measure, numbers: numbers && placesOf(numbers, k === 0, measure - spare), kind };
    x += measure + across.gap;
    return column;
  });
}

/** How the columns of a table stand side by side. */
interface Across {
  readonly gap: Pt;
  readonly widths: readonly Pt[];
}

/** Lines of height below which two ways to set a table are alike: a head of a line more for a row of one less. */
const ALIKE = 0.5;

/** By how much gaps are made less, in ems, and what that counts, in lines of the table's height (chosen by eye). */
const NARROWER = { by: 0.25, cost: 1 } as const;

/** The lowest way to set a table whose rows do not all fit on one line. @param usual What it is, where none is lower. */
function lowest(
  c: Composition,
  part: Table,
  { language, measure }: Lane,
  needs: readonly ColumnNeed[],
  usual: Across,
): Across {
  const { size } = styleOf(c, "table", language);
  const naturals = needs.map(({ natural }) => natural);
  const columns = needs.map(({ natural, decent }, k) => ({
    natural,
    floor: decent,
    cells: rowsOf(part).map((row, r): Cell | null => {
      const inline = row[k]?.[language];
      const text = inline && passage(c, inline, styleOf(c, rowStyle(r), language), "labels");
      return text ? cellOf(itemizeOnce(c, text).paragraph) : null;
    }),
  }));
  let [best, least] = [usual, heightAt(columns, usual.widths)];
  let dearer = 0;
  for (let { gap } = usual; gap >= GAP.less[language] * size - 1e-6; gap -= NARROWER.by * size) {
    const room = measure - gap * (needs.length - 1);
    const widths = fromFloors(naturals, lowWidths(columns, room), room);
    const height = heightAt(columns, widths) + dearer;
    if (height < least - ALIKE) [best, least] = [{ gap, widths }, height];
    dearer += NARROWER.cost;
  }
  return best;
}

/** A cell's text at its place; null where it is empty. @param number Of its row, the head's being 0. */
export function cellText(
  c: Composition,
  inline: Inline | null | undefined,
  number: number,
  column: TableColumn | undefined,
  language: Language,
  owner: Element | null,
): Text | null {
  if (!inline || !column) return null;
  const { x, measure, numbers, kind } = column;
  const style = styleOf(c, rowStyle(number), language);
  const end = numbers?.ends[number] ?? null;
  return {
    passage: passage(c, inline, style, kind),
    style: withAlign(style, end === null ? "left" : "right"),
    x,
    measure: end ?? measure,
    element: owner,
    indent: 0,
  };
}

/** The parts of a column's numbers, the head's left out. pt. */
interface Numbers {
  /** In front of the point. */
  readonly fronts: readonly Pt[];
  /** From the point on. */
  readonly tails: readonly Pt[];
  /** What a dash at their end would hang over the column. */
  readonly hangs: readonly Pt[];
}

const widest = (widths: readonly Pt[]): Pt => Math.max(0, ...widths);

/** What a first column holds names its rows: its numbers stand at its left edge. */
function placesOf({ fronts, tails, hangs }: Numbers, isFirst: boolean, right: Pt): NumberPlaces {
  const tail = widest(tails);
  const end = isFirst ? Math.min(right, widest(fronts) + tail) : right;
  // Where the column has not room for both parts, the numbers stay whole.
  const ends = tails.map((own, k) => Math.min(end, Math.max(end - tail + own, fronts[k]! + own)) - hangs[k]!);
  return { ends: [isFirst ? null : end, ...ends] };
}

function askedBy(
  c: Composition,
  part: Table,
  { language }: Lane,
  column: number,
  kind: CellKind,
): { readonly need: ColumnNeed; readonly numbers: Numbers | null } {
  // A column without a text is seen as well.
  const none = 2 * styleOf(c, "table", language).size;
  let [natural, rows, decent, least] = [none, none, 0, 0];
  const lines: (SetLine | null)[] = [];
  const hangs: Pt[] = [];
  rowsOf(part).forEach((row, r) => {
    const inline = row[column]?.[language];
    const style = styleOf(c, rowStyle(r), language);
    const text = inline ? passage(c, inline, style, kind) : null;
    const line = text && setOne(c, text);
    const paragraph = text && itemizeOnce(c, text).paragraph;
    lines.push(line);
    hangs.push(paragraph?.boxes.at(-1)?.hangRight ?? 0);
    if (!line || !paragraph) return;
    const piece = longestPiece(paragraph, false);
    natural = Math.max(natural, line.right);
    if (r > 0) rows = Math.max(rows, line.right);
    least = Math.max(least, kind === "divided" ? longestPiece(paragraph, true) : piece);
    decent = Math.max(decent, language === "zh" ? Math.min(line.right, DECENT_HAN * style.size) : piece);
  });
  const parts = numbersOf(part, language, column, lines.slice(1));
  const numbers = parts && { ...parts, hangs: hangs.slice(1) };
  if (numbers) {
    const both = widest(numbers.fronts) + widest(numbers.tails);
    natural = Math.max(natural, both);
    rows = Math.max(rows, both);
    least = Math.max(least, both);
  }
  least = Math.min(least, natural);
  decent = Math.min(Math.max(decent, least), natural);
  return { need: { natural, rows: Math.max(rows, decent), decent, least }, numbers };
}

function numbersOf(
  part: Table,
  language: Language,
  column: number,
  lines: readonly (SetLine | null)[],
): Omit<Numbers, "hangs"> | null {
  const places = wholePlaces(part.rows.map((row) => row[column]?.[language] ?? null));
  if (!places) return null;
  const fronts = lines.map((line, k) => (line ? widthOf(line, places[k]!) : 0));
  return { fronts, tails: lines.map((line, k) => (line?.right ?? 0) - fronts[k]!) };
}

/** @param count Of a line's first characters, spaces left out. */
function widthOf({ runs, right }: SetLine, count: number): Pt {
  let left = count;
  for (const run of runs)
    for (const [k, { text }] of run.glyphs.entries()) {
      if (text.trim() === "") continue;
      if (left <= 0) return run.x + run.xs[k]!;
      left -= text.length;
    }
  return right;
}

/**
 * Width of the widest stretch of a text in which no line may end, or only by dividing a word.
 *
 * @param divides Words are divided as well.
 */
function longestPiece({ boxes, seams }: Paragraph, divides: boolean): Pt {
  let longest = 0;
  let width = 0;
  boxes.forEach((box, k) => {
    const seam = seams[k]!;
    const parts = k === 0 || (seam.cost !== FORBIDDEN && (divides || seam.hyphen === null));
    width = parts ? 0 : width + seam.width;
    // A mark that may hang does so at either end of a line.
    width += box.width - (parts ? box.hangLeft : 0);
    const hyphen = divides ? (seams[k + 1]?.hyphen?.width ?? 0) : 0;
    longest = Math.max(longest, width + hyphen - box.hangRight);
  });
  return longest;
}
