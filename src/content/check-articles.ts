/** An issue's tree and what is missing in it → dashes that made several articles of one, told instead of what these lack. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import { listOf, type MapNode } from "./yaml-nodes.ts";

const KEYS = ["series", "title", "body", "credits"];

const keysOf = (map: MapNode): readonly string[] => map.entries.map(({ key }) => key.text);

const isWhole = (keys: readonly string[]): boolean => keys.includes("title") && keys.includes("body");

/** Entries that are articles together alone: each has keys that those before it lack, in the order of an article. */
function piecesOf(root: MapNode): readonly (readonly MapNode[])[] {
  const groups: MapNode[][] = [];
  let keys: string[] = [];
  let last = -1;
  for (const node of listOf(root, "articles")) {
    const own = node.kind === "map" ? keysOf(node) : [];
    if (node.kind !== "map" || own.length === 0 || own.some((key) => !KEYS.includes(key))) return [];
    const first = KEYS.indexOf(own[0]!);
    const isPiece = first > last && (!isWhole(keys) || !(own.includes("title") || own.includes("body")));
    if (groups.length > 0 && isPiece) {
      groups.at(-1)!.push(node);
      keys.push(...own);
    } else {
      groups.push([node]);
      keys = [...own];
    }
    last = Math.max(...keys.map((key) => KEYS.indexOf(key)));
  }
  return groups.filter((group) => group.length > 1 && isWhole(group.flatMap(keysOf)));
}

/** A dash too many before a key of an article: one mistake, where two articles each lack something. */
export function extraDashes(
  root: MapNode,
  file: SourceFile,
  faults: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!faults.some(({ code }) => code === "missing-key")) return faults;
  const groups = piecesOf(root);
  const starts = new Set(groups.flat().map((node) => node.entries[0]!.key.span.start));
  const told = groups.flatMap((group) =>
    group.slice(1).map((node): Diagnostic => {
      const { text, span } = node.entries[0]!.key;
      const start = file.text.lastIndexOf("-", span.start);
      const at = { file: file.path, start, end: start + 1 };
      return { code: "yaml", severity: "error", span: at, fault: "extra-dash", detail: text };
    }),
  );
  return [...faults.filter((one) => one.code !== "missing-key" || !starts.has(one.span.start)), ...told];
}
