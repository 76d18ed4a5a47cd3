/** An issue's tree in → rows of tables that are longer than the head, most often a number that its commas took apart. */
import type { Diagnostic } from "../base/diagnostic.ts";
import {
  type ListNode,
  listOf,
  type MapNode,
  mapOf,
  mapsOf,
  type Node,
  type TextNode,
} from "./yaml-nodes.ts";

export function longRows(root: MapNode): readonly Diagnostic[] {
  const tables = mapsOf(root, "articles")
    .flatMap((article) => mapsOf(article, "body"))
    .flatMap((part) => mapOf(part, "table") ?? []);
  return tables.flatMap((table) => {
    const head = listOf(table, "head").length;
    return listOf(table, "rows").flatMap((row): Diagnostic[] => {
      if (head === 0 || row.kind !== "list" || row.items.length <= head) return [];
      const parts = cutNumber(row);
      const number = parts?.map(({ text }) => text).join(",") ?? null;
      const first = (parts?.[0] ?? row.items[head]!).span;
      const end = parts ? parts.at(-1)!.span.end : Math.max(first.start + 1, first.end);
      const about = { cells: row.items.length, head, number };
      return [{ code: "long-row", severity: "warning", span: { ...first, end }, ...about }];
    });
  });
}

/** The first number that was typed as 1,013,567 without quotation marks: its pieces touch but for the comma. */
function cutNumber({ items }: ListNode): readonly TextNode[] | null {
  for (const [k, item] of items.entries()) {
    if (!isPlain(item) || !/^\d{1,3}$/.test(item.text)) continue;
    const parts = [item];
    for (const next of items.slice(k + 1)) {
      const touches = isPlain(next) && next.span.start === parts.at(-1)!.span.end + 1;
      if (!touches || !/^\d{3}(?:\.\d+)?%?$/.test(next.text)) break;
      parts.push(next);
    }
    if (parts.length > 1) return parts;
  }
  return null;
}

const isPlain = (node: Node): node is TextNode => node.kind === "text" && !node.isQuoted;
