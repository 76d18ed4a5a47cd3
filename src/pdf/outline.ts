/** Bookmarks in → the outline tree and named destinations (ISO 32000-1, 12.3). */
import type { OutlineEntry } from "../draw/document.ts";
import { type Kit, type Ref, text } from "./kit.ts";

interface Item {
  readonly entry: OutlineEntry;
  readonly ref: Ref;
  readonly children: Item[];
}

/** @param pages Dictionaries and heights of the pages. */
export function writeOutline(
  kit: Kit,
  entries: readonly OutlineEntry[],
  pages: readonly { readonly ref: Ref; readonly height: number }[],
): void {
  if (entries.length === 0) return;
  const destinations = entries.map((entry) => {
    const page = pages[entry.page]!;
    return [entry.name, [page.ref, "XYZ", null, page.height - entry.y, null]] as const;
  });
  // Sorted by code unit: what a locale thinks of names must not change the bytes.
  const sorted = [...destinations].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = kit.ref({ Names: sorted.flatMap(([name, place]) => [text(name), place]) });
  names.end();
  (kit._root.data.Names as Ref).data.Dests = names;

  const top: Item[] = [];
  const open: Item[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop();
    const item = { entry, ref: kit.ref({}), children: [] };
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  const root = kit.ref({ Type: "Outlines", Count: entries.length });
  link(root, top);
  root.end();
  kit._root.data.Outlines = root;
  kit._root.data.PageMode = "UseOutlines";
}

function link(parent: Ref, items: readonly Item[]): void {
  if (items.length === 0) return;
  parent.data.First = items[0]!.ref;
  parent.data.Last = items.at(-1)!.ref;
  items.forEach((item, i) => {
    Object.assign(item.ref.data, {
      Title: text(item.entry.title),
      Parent: parent,
      Dest: text(item.entry.name),
      ...(i > 0 ? { Prev: items[i - 1]!.ref } : {}),
      ...(i < items.length - 1 ? { Next: items[i + 1]!.ref } : {}),
      ...(item.children.length > 0 ? { Count: countOf(item) } : {}),
    });
    link(item.ref, item.children);
    item.ref.end();
  });
}

const countOf = (item: Item): number => item.children.reduce((sum, child) => sum + 1 + countOf(child), 0);
