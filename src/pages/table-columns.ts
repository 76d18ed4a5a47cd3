/** A table and the lane that it stands in → where each of its columns stands. */
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import type { StyleName } from "../model/design.ts";
import type { Block as ContentBlock } from "../model/issue.ts";
import { FORBIDDEN } from "../script/kinsoku.ts";
import { type ColumnNeed, columnWidths } from "./column-widths.ts";
import { type Composition, itemizeOnce, passage, setOne, styleOf } from "./composition.ts";
import type { Lane } from "./lanes.ts";

export type Table = Extract<ContentBlock, { kind: "table" }>;

/** Where a column's texts stand. */
export interface TableColumn {
  readonly x: Pt;
  readonly measure: Pt;
}

/** Ems of the table's type between two columns; less where they can hardly be read otherwise (by eye). */
const GAP = { usual: 1, least: 0.5 } as const;

/** Han that a line of a cell holds at least where there is room: less reads like a column of characters. */
const DECENT_HAN = 3;

export const rowStyle = (row: number): StyleName => (row === 0 ? "tableHead" : "table");

/** The head is the first row. */
export const rowsOf = (part: Table) => [part.head, ...part.rows];

export const columnCount = (part: Table): number => Math.max(...rowsOf(part).map((row) => row.length));

export function tableColumns(c: Composition, part: Table, lane: Lane): readonly TableColumn[] {
  const { size } = styleOf(c, "table", lane.language);
  const count = columnCount(part);
  const needs = Array.from({ length: count }, (_, k) => needOf(c, part, lane, k));
  const decent = needs.reduce((sum, need) => sum + need.decent, 0);
  const spare = (lane.measure - decent) / Math.max(1, count - 1);
  const gap = Math.min(GAP.usual * size, Math.max(GAP.least * size, spare));
  const widths = columnWidths(needs, lane.measure - gap * (count - 1));
  let x = lane.x;
  return widths.map((measure) => {
    const column = { x, measure };
    x += measure + gap;
    return column;
  });
}

function needOf(c: Composition, part: Table, { language }: Lane, column: number): ColumnNeed {
  // A column without a text is seen as well.
  const none = 2 * styleOf(c, "table", language).size;
  let [natural, decent, least] = [none, 0, 0];
  rowsOf(part).forEach((row, r) => {
    const inline = row[column]?.[language];
    if (!inline) return;
    const style = styleOf(c, rowStyle(r), language);
    const text = passage(c, inline, style, "names");
    const own = setOne(c, text)?.right ?? 0;
    const piece = longestPiece(itemizeOnce(c, text).paragraph);
    natural = Math.max(natural, own);
    least = Math.max(least, piece);
    decent = Math.max(decent, language === "zh" ? Math.min(own, DECENT_HAN * style.size) : piece);
  });
  least = Math.min(least, natural);
  return { natural, least, decent: Math.min(Math.max(decent, least), natural) };
}

/** Width of the widest stretch of a text in which no line may end, or only by dividing a word. */
function longestPiece({ boxes, seams }: Paragraph): Pt {
  let longest = 0;
  let width = 0;
  boxes.forEach((box, k) => {
    const seam = seams[k]!;
    const parts = k === 0 || (seam.cost !== FORBIDDEN && seam.hyphen === null);
    width = parts ? 0 : width + seam.width;
    // A mark that may hang does so at either end of a line.
    width += box.width - (parts ? box.hangLeft : 0);
    longest = Math.max(longest, width - box.hangRight);
  });
  return longest;
}
