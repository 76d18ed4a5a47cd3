/** A table in → a caption and one block a row: each language's table stands in its own lane. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { StyleName } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import type { Block as ContentBlock, TextPair } from "../model/issue.ts";
import { type Block, endOf, type Ornament, onGrid, partHeight, startOf } from "./block.ts";
import { type Composition, passage, setOne, styleOf } from "./composition.ts";
import type { Lane } from "./lanes.ts";
import { withAlign } from "./style-variants.ts";
import { pairTexts, spaced, type Text, textBlock } from "./text-block.ts";

type Table = Extract<ContentBlock, { kind: "table" }>;

const EMPTY: TextPair = { zh: null, en: null };

/** Where a column's text stands. */
interface Cell {
  readonly x: Pt;
  readonly measure: Pt;
}

export function tableBlocks(
  c: Composition,
  part: Table,
  lanes: readonly Lane[],
  parent: Element,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const tables = new Map(lanes.map(({ language }) => [language, element("Table", parent, { language })]));
  const cells = new Map(lanes.map((lane) => [lane.language, cellsOf(c, part, lane)]));
  const captions = part.caption
    ? pairTexts(c, lanes, part.caption, "caption", (language) => element("Caption", tables.get(language)!))
    : [];
  const rows = [part.head, ...part.rows];
  const columns = Math.max(...rows.map((row) => row.length));
  const set = rows.map((row, k): Block => {
    const style: StyleName = k === 0 ? "tableHead" : "table";
    const texts = lanes.flatMap((lane) => {
      const owner = element("TR", tables.get(lane.language)!);
      // Rows that were typed short are as long as the longest: every column has its cell.
      const whole = Array.from({ length: columns }, (_, n) => row[n] ?? EMPTY);
      return cellTexts(
        c,
        whole,
        style,
        cells.get(lane.language)!,
        lane.language,
        owner,
        k === 0 ? "TH" : "TD",
      );
    });
    const made = textBlock(c, texts, {
      padding: spaces.tablePadding,
      keepWithNext: k === 0 || k === rows.length - 2,
    });
    return ruled(c, made, lanes, k === 0, k === rows.length - 1);
  });
  const last = set.length - 1;
  const all = set.map((row, k) => ({
    ...row,
    before: k === 0 && captions.length === 0 ? spaces.table.before : 0,
    after: k === last ? spaces.table.after : 0,
    keepWithNext: k < last && row.keepWithNext,
  }));
  if (captions.length === 0) return all;
  return [
    textBlock(c, captions, { ...spaced(spaces.table), after: spaces.caption, keepWithNext: true }),
    ...all,
  ];
}

/** Columns as wide as their widest text asks, shrunk together to the lane. */
function cellsOf(c: Composition, part: Table, lane: Lane): readonly Cell[] {
  const { language } = lane;
  const columns = Math.max(part.head.length, ...part.rows.map((row) => row.length));
  const gap = styleOf(c, "table", language).size;
  const widths = Array.from({ length: columns }, (_, k) => {
    const natural = [part.head, ...part.rows].map((row, r) => {
      const inline = row[k]?.[language];
      if (!inline) return 0;
      return setOne(c, passage(c, inline, styleOf(c, r === 0 ? "tableHead" : "table", language)))?.right ?? 0;
    });
    return Math.max(2 * gap, ...natural);
  });
  const room = lane.measure - gap * (columns - 1);
  const total = widths.reduce((sum, width) => sum + width, 0);
  // Narrow columns keep what they need; only those over an even share give way.
  const even = room / columns;
  const fixed = widths.reduce((sum, width) => sum + (width <= even ? width : 0), 0);
  const wide = total - fixed;
  const scale = total <= room || wide === 0 ? room / Math.max(total, 1) : (room - fixed) / wide;
  let x = lane.x;
  return widths.map((width) => {
    const measure = total > room && width <= even ? width : width * scale;
    const cell = { x, measure };
    x += measure + gap;
    return cell;
  });
}

function cellTexts(
  c: Composition,
  row: readonly TextPair[],
  styleName: StyleName,
  cells: readonly Cell[],
  language: Language,
  owner: Element,
  type: "TH" | "TD",
): readonly Text[] {
  const style = withAlign(styleOf(c, styleName, language), "left");
  return row.flatMap((pair, k): Text[] => {
    const made = element(type, owner);
    const inline = pair[language];
    const cell = cells[k];
    if (!inline || !cell) return [];
    return [{ passage: passage(c, inline, style, "names"), style, ...cell, element: made, indent: 0 }];
  });
}

/** Hairlines above the head, under it and under the last row. */
function ruled(c: Composition, row: Block, lanes: readonly Lane[], isHead: boolean, isLast: boolean): Block {
  const { spaces, grid } = c.setting.design;
  const height = onGrid(partHeight(row, startOf(row), endOf(row)), grid);
  const tops = [...(isHead ? [0] : []), ...(isHead || isLast ? [height - spaces.tableRule] : [])];
  const ornaments = tops.flatMap((y) =>
    lanes.map(
      (lane): Ornament => ({
        kind: "rect",
        x: lane.x,
        y,
        width: lane.measure,
        height: spaces.tableRule,
        colour: "text",
      }),
    ),
  );
  return { ...row, ornaments };
}
