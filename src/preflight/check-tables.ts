/** Elements of the structure in → those that stand where they may not, and tables whose rows or headers are not whole. */
import type { Dict, Parsed } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

/** An element, its type as the standard names it. */
export interface Node {
  readonly id: number | null;
  readonly dict: Dict;
  readonly type: string;
  readonly kids: readonly Node[];
  readonly page: number | null;
}

export type Attributes = (node: Node, key: string) => Parsed;

/** What may stand in an element, where not everything may. */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  L: new Set(["LI", "L", "Caption"]),
  LI: new Set(["Lbl", "LBody"]),
  Table: new Set(["TR", "THead", "TBody", "TFoot", "Caption"]),
  THead: new Set(["TR"]),
  TBody: new Set(["TR"]),
  TFoot: new Set(["TR"]),
  TR: new Set(["TH", "TD"]),
  TOC: new Set(["TOC", "TOCI", "Caption"]),
};

/** What an element may stand in, where it may not stand in everything. */
const AROUND: Readonly<Record<string, ReadonlySet<string>>> = {
  LI: new Set(["L"]),
  LBody: new Set(["LI"]),
  TR: new Set(["Table", "THead", "TBody", "TFoot"]),
  THead: new Set(["Table"]),
  TBody: new Set(["Table"]),
  TFoot: new Set(["Table"]),
  TH: new Set(["TR"]),
  TD: new Set(["TR"]),
  TOCI: new Set(["TOC"]),
};

/** What a table has once at most. */
const ONCE = ["THead", "TFoot", "Caption"];

/** An element and what stands right in it. */
export function checkPlaces(node: Node, report: Report): void {
  const { type, kids } = node;
  const tell = (at: Node, detail: string) =>
    report("misplaced-element", "PDF/UA-1 7.2", { object: at.id, page: at.page, detail });
  for (const kid of kids) {
    const isOut = AROUND[kid.type] !== undefined && !AROUND[kid.type]!.has(type);
    if (isOut || (INSIDE[type] && !INSIDE[type].has(kid.type))) tell(kid, `${type} > ${kid.type}`);
  }
  const captions = kids.flatMap((kid, k) => (kid.type === "Caption" ? [k] : []));
  const isBetween = (k: number) => k > 0 && (type !== "Table" || k < kids.length - 1);
  if (/^(?:L|TOC|Table)$/.test(type) && captions.some(isBetween)) tell(node, `${type} > … Caption`);
  if (type !== "Table") return;
  const has = (kind: string) => kids.some((kid) => kid.type === kind);
  for (const kind of ONCE)
    if (kids.filter((kid) => kid.type === kind).length > 1) tell(node, `Table > ${kind}, ${kind}`);
  for (const kind of ["THead", "TFoot"]) if (has(kind) && !has("TBody")) tell(node, `Table > ${kind}`);
}

const GROUPS = new Set(["THead", "TBody", "TFoot"]);

/** The most columns that a cell is taken at its word for. */
const MOST_COLUMNS = 1000;

/** Rows are as wide as each other, and cells say what heads them: by its scope or by its name. */
export function checkTable(table: Node, attributes: Attributes, report: Report): void {
  const rows = table.kids
    .flatMap((kid) => (GROUPS.has(kid.type) ? kid.kids : [kid]))
    .filter(({ type }) => type === "TR");
  const cells = rows.flatMap(({ kids }) => kids);
  const isNamed = cells.some((cell) => attributes(cell, "Headers") !== null);
  // Where there are headers alone, none of them heads anything.
  const headers = cells.every(({ type }) => type === "TH") ? [] : cells.filter(({ type }) => type === "TH");
  for (const cell of headers)
    if (!isNamed && attributes(cell, "Scope") === null)
      report("no-scope", "PDF/UA-1 7.5", { object: cell.id, page: cell.page });
  const span = (cell: Node, key: string) =>
    Math.min(MOST_COLUMNS, Math.max(1, Number(attributes(cell, key) ?? 1) || 1));
  // Of every column, for how many rows a cell from above still fills it.
  let above: number[] = [];
  const widths = rows.map(({ kids }) => {
    const next = above.map((left) => Math.max(0, left - 1));
    let column = 0;
    for (const cell of kids) {
      while ((above[column] ?? 0) > 0) column += 1;
      const down = span(cell, "RowSpan") - 1;
      for (let k = span(cell, "ColSpan"); k > 0; k--) next[column++] = down;
    }
    const filled = above.findLastIndex((left) => left > 0) + 1;
    above = next;
    return Math.max(column, filled);
  });
  // What hangs over the last row makes rows of its own, which are to be as wide.
  for (let deep = 1; above.some((left) => left >= deep) && deep < MOST_COLUMNS; deep++)
    widths.push(above.filter((left) => left >= deep).length);
  if (new Set(widths).size > 1)
    report("uneven-rows", "PDF/UA-1 7.2", { object: table.id, page: table.page, detail: widths.join(", ") });
}
