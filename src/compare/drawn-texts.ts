/** A drawn document in → every text on its pages, as an issue's are told, each tied to the glyphs that show it. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { type DrawItem, shownText, type TextItem } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { StructNode } from "../draw/struct-tree.ts";
import type { StructType } from "../model/element.ts";
import { type Inline, PLAIN } from "../model/inline.ts";
import { placeAt, placesFrom, stretch } from "../model/places.ts";
import type { Entry, Role } from "./texts.ts";

export interface DrawnTexts {
  readonly entries: readonly Entry[];
  /** The same, every text item of an entry with its place: an offset into all texts of the document. */
  readonly document: DrawnDocument;
}

/** Elements that a text belongs to as a whole; what stands inside them is part of it. */
const TEXT: ReadonlySet<StructType> = new Set<StructType>([
  "P",
  "H1",
  "H2",
  "H3",
  "H4",
  "LBody",
  "Caption",
  "TH",
  "TD",
]);

/** Made from other texts, by the program: they change with those alone. */
const DERIVED: ReadonlySet<StructType> = new Set<StructType>(["TOC", "Lbl", "Reference"]);

/** @param file What the places of this document are told from others by. */
export function drawnTexts(document: DrawnDocument, file: string): DrawnTexts {
  const { nodes } = document.structure;
  const owners = nodes.map((node) => textOwner(nodes, node));
  const items = new Map<number, TextItem[]>();
  for (const page of document.pages)
    for (const item of page.items) {
      const owner = item.kind === "text" && typeof item.tag === "number" ? owners[item.tag]! : null;
      if (item.kind !== "text" || owner === null) continue;
      const own = items.get(owner) ?? [];
      own.push(item);
      items.set(owner, own);
    }
  const placed = new Map<DrawItem, TextItem>();
  const leaves: Leaf[] = [];
  let at = 0;
  for (const node of depthFirst(nodes)) {
    const own = items.get(node.id);
    if (!own) continue;
    const spanned = own.map((item) => {
      const end = at + shownText(item).length;
      const source = { file, places: stretch(at, end - at) };
      const made = { ...item, typed: { source, start: 0, end: end - at } };
      placed.set(item, made);
      at = end;
      return made;
    });
    leaves.push({
      role: roleOf(nodes, node),
      inline: inlineOf(spanned, languageOf(nodes, node, document.info.language)),
    });
  }
  const pages = document.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => placed.get(item) ?? item),
  }));
  return { entries: pairedLeaves(leaves), document: { ...document, pages } };
}

/**
 * What the program itself says in the masthead of a manuscript's pages, number and date: told from the texts that
 * somebody typed by having no place of their own. They get one here, as all texts of a PDF do.
 */
export function mastheadTexts(document: DrawnDocument, file: string): DrawnTexts {
  const [first, ...rest] = document.pages;
  if (!first) return { entries: [], document };
  const isOwn = (item: DrawItem) => item.kind === "text" && item.typed === null;
  const read = drawnTexts({ ...document, pages: [{ ...first, items: first.items.filter(isOwn) }] }, file);
  const placed = read.document.pages[0]!.items.values();
  const items = first.items.map((item) => (isOwn(item) ? placed.next().value! : item));
  return {
    entries: read.entries.filter(({ role }) => role === "masthead"),
    document: { ...document, pages: [{ ...first, items }, ...rest] },
  };
}

/** Nodes from the root up, the node itself last. */
function pathTo(nodes: readonly StructNode[], node: StructNode): readonly StructNode[] {
  const path: StructNode[] = [];
  for (let at: StructNode | null = node; at; at = at.parent === null ? null : nodes[at.parent]!)
    path.unshift(at);
  return path;
}

function textOwner(nodes: readonly StructNode[], node: StructNode): number | null {
  const path = pathTo(nodes, node);
  if (path.some(({ type }) => DERIVED.has(type))) return null;
  return path.findLast(({ type }) => TEXT.has(type))?.id ?? null;
}

/** A node and all below it, as they are read. */
function* depthFirst(nodes: readonly StructNode[], node = nodes[0]): Generator<StructNode> {
  if (!node) return;
  yield node;
  for (const child of node.children) yield* depthFirst(nodes, nodes[child]);
}

const languageOf = (nodes: readonly StructNode[], node: StructNode, otherwise: Language): Language =>
  pathTo(nodes, node).findLast(({ language }) => language !== null)?.language ?? otherwise;

const BY_TYPE: Readonly<Partial<Record<StructType, Role>>> = {
  H1: "name",
  H2: "title",
  H3: "heading",
  H4: "subheading",
  LBody: "list",
  BlockQuote: "quote",
  Figure: "figure",
  Table: "table",
  Note: "footnote",
};

function roleOf(nodes: readonly StructNode[], node: StructNode): Role {
  const path = pathTo(nodes, node);
  const known = path.findLast(({ type }) => BY_TYPE[type]);
  if (known) return BY_TYPE[known.type]!;
  // Beside its figure; a table's stands inside the table.
  if (node.type === "Caption") return "figure";
  const article = path.find(({ type }) => type === "Art");
  if (article) {
    const title = article.children.findIndex((child) => nodes[child]!.type === "H2");
    const own = article.children.indexOf(path[path.indexOf(article) + 1]!.id);
    return own < title ? "series" : "paragraph";
  }
  const part = path.find(({ type }) => type === "Part");
  if (!part) return "imprint";
  const [first] = part.children;
  return path.some(({ id }) => id === first) ? "masthead" : "note";
}

/** Its lines as one text: a hyphen that a line's end added is left out; the blank that words part at is drawn there. */
function inlineOf(items: readonly TextItem[], language: Language): Inline {
  const { source } = items[0]!.typed!;
  let text = "";
  const offsets: number[] = [];
  let at = 0;
  for (const { typed, glyphs } of items) {
    at = placeAt(typed!.source.places, 0);
    for (const glyph of glyphs)
      for (const unit of glyph.text.split("")) {
        if (unit !== "\u00ad") {
          text += unit;
          offsets.push(at);
        }
        at += 1;
      }
  }
  return {
    language,
    runs: [{ text, mark: PLAIN, places: placesFrom(offsets) }],
    span: { file: source.file, start: placeAt(source.places, 0), end: at },
  };
}

interface Leaf {
  readonly role: Role;
  readonly inline: Inline;
}

/** Texts of one role, Chinese ones and the English ones behind them: as many of each are pairs. */
function pairedLeaves(leaves: readonly Leaf[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let from = 0; from < leaves.length; ) {
    const { role } = leaves[from]!;
    let end = from + 1;
    const continues = ({ role: other, inline }: Leaf) =>
      other === role && !(inline.language === "zh" && leaves[end - 1]!.inline.language === "en");
    while (end < leaves.length && continues(leaves[end]!)) end += 1;
    entries.push(...zipped(role, leaves.slice(from, end)));
    from = end;
  }
  return entries;
}

function zipped(role: Role, leaves: readonly Leaf[]): readonly Entry[] {
  const [zh, en] = LANGUAGES.map((language) =>
    leaves.map(({ inline }) => inline).filter((inline) => inline.language === language),
  ) as [Inline[], Inline[]];
  // Where one language has more texts, those that stand next to each other are a pair.
  const common = zh.length === en.length ? zh.length : Math.min(1, zh.length, en.length);
  const alone = zh.length - common;
  return [
    ...zh.slice(0, alone).map((text): Entry => ({ role, texts: { zh: text, en: null } })),
    ...Array.from({ length: common }, (_, k): Entry => ({ role, texts: { zh: zh[alone + k]!, en: en[k]! } })),
    ...en.slice(common).map((text): Entry => ({ role, texts: { zh: null, en: text } })),
  ];
}
