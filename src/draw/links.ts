/** The links of set lines in → a node of the structure for each, and the areas of the page that it is touched on. */
import type { Pt } from "../base/length.ts";
import type { LineRun } from "../lines/line.ts";
import type { Element } from "../model/element.ts";
import type { PlacedPiece } from "../pages/page.ts";
import { glyphEnd, type LinkItem } from "./display-list.ts";
import type { StructBuilder } from "./struct-tree.ts";

/** A link, which goes on over line ends as long as its text does. */
export interface OpenLink {
  readonly uri: string;
  readonly contents: string;
  readonly tag: number;
}

/** Active area of a link, as shares of the type size above and below its baseline. */
const LINK = { above: 0.85, below: 0.25 } as const;

/** Makes a node of the structure for every link, from page to page. */
export class LinkFinder {
  readonly #builder: StructBuilder;
  readonly #ids: ReadonlyMap<Element, number>;
  readonly #titles: ReadonlyMap<string, string>;
  /** By the text that they stand in: lines of others come between two of its own, on the page and at its end. */
  readonly #open = new Map<Element, OpenLink>();

  constructor(
    builder: StructBuilder,
    ids: ReadonlyMap<Element, number>,
    titles: ReadonlyMap<string, string>,
  ) {
    this.#builder = builder;
    this.#ids = ids;
    this.#titles = titles;
  }

  /** @returns For every run of the page that is a link the one that it belongs to. */
  read(pieces: readonly PlacedPiece[]): readonly OpenLink[] {
    const found: OpenLink[] = [];
    for (const piece of pieces) {
      const { element, linked } = piece;
      if (element === null) continue;
      if (!linked) {
        this.#open.delete(element);
        continue;
      }
      // A line is set when it is asked for: most of them are those of the build before.
      for (const { link } of piece.line.runs) {
        if (link === null) this.#open.delete(element);
        else found.push(this.#linkTo(link, element));
      }
    }
    return found;
  }

  #linkTo(uri: string, element: Element): OpenLink {
    const open = this.#open.get(element);
    if (open?.uri === uri) return open;
    const owner = this.#ids.get(element)!;
    // What leads to another place of the document is a reference to it.
    const parent = uri.startsWith("#") ? this.#builder.add("Reference", owner) : owner;
    // An entry of the contents says its title in its own language, where its place is called in all of the edition's.
    const own = element.type === "TOCI" ? element.title : null;
    const contents = own ?? this.#titles.get(uri) ?? spoken(uri);
    const made = { uri, contents, tag: this.#builder.add("Link", parent) };
    this.#open.set(element, made);
    return made;
  }
}

/**
 * The links of a line, each in one piece whatever faces it is set in: the tab key stops at each of them.
 *
 * @param next Index of the first among the page's links, which are as many as its runs that are linked.
 */
function linkItems(piece: PlacedPiece, links: readonly OpenLink[], next: number): readonly LinkItem[] {
  const items: LinkItem[] = [];
  let before: OpenLink | null = null;
  for (const run of piece.line.runs) {
    const link: OpenLink | null = run.link === null ? null : links[next++]!;
    if (link) {
      const item = linkItem(run, piece, link);
      items.push(link === before ? joined(items.pop()!, item) : item);
    }
    before = link;
  }
  return items;
}

/**
 * Puts a line's links behind those of the lines before it. A title in the contents and its page number are one link,
 * with what lies between them.
 */
export class LinkAreas {
  readonly items: LinkItem[] = [];
  #last: PlacedPiece | null = null;

  /** @param next Index of the line's first among the page's links. */
  add(piece: PlacedPiece, links: readonly OpenLink[], next: number): void {
    const [first, ...others] = linkItems(piece, links, next);
    if (!first) return;
    const before = this.items.at(-1);
    const goesOn =
      piece.element?.type === "TOCI" && before?.tag === first.tag && this.#last?.baseline === piece.baseline;
    this.items.push(goesOn ? joined(this.items.pop()!, first) : first, ...others);
    this.#last = piece;
  }
}

function joined(a: LinkItem, b: LinkItem): LinkItem {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { ...a, x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function linkItem(run: LineRun, piece: PlacedPiece, link: OpenLink): LinkItem {
  const count = run.glyphs.length;
  const width: Pt = count > 0 ? glyphEnd(run, count - 1) : 0;
  return {
    kind: "link",
    uri: link.uri,
    x: piece.x + run.x,
    y: piece.baseline - LINK.above * run.size,
    width,
    height: (LINK.above + LINK.below) * run.size,
    tag: link.tag,
    contents: link.contents,
  };
}

/** What a screen reader says of a link: its address without the scheme of mail and telephone. */
const spoken = (uri: string): string => uri.replace(/^(?:mailto|tel):/, "");
