/** A table in → a caption and one block a row: each language's table stands in its own lane. */
import type { Language } from "../base/language.ts";
import { type Element, element } from "../model/element.ts";
import { plainText } from "../model/inline.ts";
import type { TextPair } from "../model/issue.ts";
import { type Block, endOf, type Ornament, onGrid, partHeight, type Row, startOf } from "./block.ts";
import { type Composition, ownPassage, styleOf } from "./composition.ts";
import type { Lane } from "./lanes.ts";
import { hasNamedRows } from "./row-names.ts";
import {
  cellText,
  columnCount,
  rowsOf,
  type Table,
  type TableColumn,
  tableColumns,
} from "./table-columns.ts";
import { pairTexts, spaced, type Text, textBlock } from "./text-block.ts";
import { continuedText } from "./wording.ts";

const EMPTY: TextPair = { zh: null, en: null };

export function tableBlocks(
  c: Composition,
  part: Table,
  lanes: readonly Lane[],
  parent: Element,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const tables = new Map(lanes.map(({ language }) => [language, element("Table", parent, { language })]));
  const cells = new Map(lanes.map((lane) => [lane.language, tableColumns(c, part, lane)]));
  const captions = part.caption
    ? pairTexts(c, lanes, part.caption, "caption", (language) => element("Caption", tables.get(language)!))
    : [];
  const rows = rowsOf(part);
  const named = new Set(lanes.flatMap(({ language }) => (hasNamedRows(part, language) ? [language] : [])));
  const columns = columnCount(part);
  const set = rows.map((row, k): Block => {
    const texts = lanes.flatMap((lane) => {
      const owner = element("TR", tables.get(lane.language)!);
      // Rows that were typed short are as long as the longest: every column has its cell.
      const whole = Array.from({ length: columns }, (_, n) => row[n] ?? EMPTY);
      const scopes = (column: number): Element["scope"] => {
        if (k === 0) return "Column";
        return column === 0 && named.has(lane.language) ? "Row" : null;
      };
      return cellTexts(c, whole, k, cells.get(lane.language)!, lane.language, owner, scopes);
    });
    const made = textBlock(c, texts, {
      padding: spaces.tablePadding,
      // Two rows at least stand on either side of a page's end.
      keepWithNext: k <= 1 || k === rows.length - 2,
    });
    return ruled(c, made, lanes, k === 0, k === rows.length - 1);
  });
  const last = set.length - 1;
  const repeated = set.length > 2 ? [continuedLabel(c, part, lanes), asArtifact(set[0]!)] : [];
  const all = set.map((row, k) => ({
    ...row,
    repeated: k > 1 ? repeated : [],
    before: k === 0 && captions.length === 0 ? spaces.table.before : 0,
    after: k === last ? spaces.table.after : 0,
    keepWithNext: k < last && row.keepWithNext,
  }));
  if (captions.length === 0) return all;
  return [
    textBlock(c, captions, {
      ...spaced(spaces.table),
      after: spaces.caption,
      keepWithNext: true,
      tied: true,
    }),
    ...all,
  ];
}

function cellTexts(
  c: Composition,
  row: readonly TextPair[],
  number: number,
  columns: readonly TableColumn[],
  language: Language,
  owner: Element,
  scopeOf: (column: number) => Element["scope"],
): readonly Text[] {
  return row.flatMap((pair, k): Text[] => {
    const scope = scopeOf(k);
    const made = element(scope ? "TH" : "TD", owner, { scope });
    const text = cellText(c, pair[language], number, columns[k], language, made);
    return text ? [text] : [];
  });
}

/** 续表 1, Table 1 (continued). */
function continuedLabel(c: Composition, part: Table, lanes: readonly Lane[]): Block {
  const texts = lanes.map(({ language, x, measure }): Text => {
    const style = styleOf(c, "caption", language);
    const caption = part.caption?.[language];
    const label = continuedText[language](caption ? plainText(caption) : "");
    return { passage: ownPassage(label, style, language), style, x, measure, element: null, indent: 0 };
  });
  return textBlock(c, texts, { after: c.setting.design.spaces.caption, tied: true });
}

/** The same lines again, as no part of the structure. */
const asArtifact = (head: Block): Block => ({
  ...head,
  strips: head.strips.map(({ rows, descent }) => ({ rows: rows.map(unowned), descent })),
  forms: [],
});

const unowned = (row: Row): Row => ({
  baseline: row.baseline,
  get pieces() {
    return row.pieces.map((piece) => ({
      get line() {
        return piece.line;
      },
      likeness: piece.likeness,
      x: piece.x,
      element: null,
      source: piece.source,
    }));
  },
  text: row.text,
  hyphened: row.hyphened,
  linked: row.linked,
});

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
