/** A tree and what was told of its keys in → the tree with the keys that were meant, so that what stands under them is read. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { MapNode, Node } from "./yaml-nodes.ts";

/** The keys that were most likely meant, by where the misspelt ones begin. */
type Meant = ReadonlyMap<number, string>;

export const meantIn = (faults: readonly Diagnostic[]): Meant =>
  new Map(
    faults.flatMap((fault) =>
      fault.code === "unknown-key" && fault.nearest !== null
        ? [[fault.span.start, fault.nearest] as const]
        : [],
    ),
  );

/**
 * Lists and maps alone have something under them: of a text, nothing is sure before its key is.
 *
 * @returns The same tree where nothing is renamed; no map has a key twice by it.
 */
export function withMeant(root: MapNode, meant: Meant): MapNode {
  if (meant.size === 0) return root;
  const keys = new Set(root.entries.map(({ key }) => key.text));
  const entries = root.entries.map((entry) => {
    const value = within(entry.value, meant);
    const text = meant.get(entry.key.span.start);
    const isRenamed = text !== undefined && value.kind !== "text" && !keys.has(text);
    if (!isRenamed) return value === entry.value ? entry : { ...entry, value };
    keys.add(text);
    return { key: { ...entry.key, text }, value };
  });
  return entries.every((entry, k) => entry === root.entries[k]) ? root : { ...root, entries };
}

function within(node: Node, meant: Meant): Node {
  if (node.kind === "map") return withMeant(node, meant);
  if (node.kind === "text") return node;
  const items = node.items.map((item) => within(item, meant));
  return items.every((item, k) => item === node.items[k]) ? node : { ...node, items };
}
