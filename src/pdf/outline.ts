/** Bookmarks in → the outline tree, and named destinations (ISO 32000-1, 12.3). */
import type { Destination, OutlineEntry } from "../draw/document.ts";
import { nameTree } from "./name-tree.ts";
import { type Ref, text } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

interface Item {
  readonly entry: OutlineEntry;
  readonly ref: Ref;
  readonly children: Item[];
}

/** @param pages Dictionaries and heights of the pages. */
export function writeDestinations(
  file: PdfFile,
  destinations: readonly Destination[],
  pages: readonly { readonly ref: Ref; readonly height: number }[],
): void {
  if (destinations.length === 0) return;
  const places = destinations.map(({ name, page: index, y }) => {
    const page = pages[index]!;
    return [name, [page.ref, "XYZ", null, Math.round(page.height - y), null]] as const;
  });
  const names = file.ref(nameTree(places));
  file.root.data.Names = { ...(file.root.data.Names as object), Dests: names };
}

export function writeOutline(file: PdfFile, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const top: Item[] = [];
  const open: Item[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop();
    const item = { entry, ref: file.ref(), children: [] };
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  const root = file.ref({ Type: "Outlines", Count: entries.length });
  link(root, top);
  Object.assign(file.root.data, { Outlines: root, PageMode: "UseOutlines" });
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
      Prev: items[i - 1]?.ref,
      Next: items[i + 1]?.ref,
      Count: item.children.length > 0 ? countOf(item) : undefined,
    });
    link(item.ref, item.children);
  });
}

const countOf = (item: Item): number => item.children.reduce((sum, child) => sum + 1 + countOf(child), 0);
