/** Laid-out pages in → the display list and the structure tree. */
import type { Pt } from "../base/length.ts";
import { type LineRun, likenessOf } from "../lines/line.ts";
import type { Colour, ColourName, Design } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { LaidOut } from "../pages/lay-out.ts";
import type { Page, PlacedPiece } from "../pages/page.ts";
import type { DrawItem, DrawnPage, ImageItem, Sketch, Tag } from "./display-list.ts";
import type { Destination, OutlineEntry } from "./document.ts";
import { LinkAreas, LinkFinder, type OpenLink } from "./links.ts";
import { StructBuilder, type StructTree } from "./struct-tree.ts";

export interface Drawing {
  readonly pages: readonly DrawnPage[];
  readonly structure: StructTree;
  readonly outline: readonly OutlineEntry[];
  readonly destinations: readonly Destination[];
}

/** What a page needs to be drawn at any time: the ids of the structure, and the links of its runs, in their order. */
interface Tags {
  readonly ids: ReadonlyMap<Element, number>;
  readonly links: readonly OpenLink[];
}

/**
 * A page is drawn when its items are asked for; the last one is remembered. All of a book would fill the memory.
 *
 * @param once Every page is asked for once, and let go of then.
 */
export function drawPages(laid: LaidOut, design: Design, once = false): Drawing {
  const builder = new StructBuilder();
  const ids = new Map<Element, number>();
  const titles = new Map<string, string>();
  const mentions = new Map<string, string>();
  const add = (element: Element, parent: number | null) => {
    const id = builder.add(element.type, parent, element);
    ids.set(element, id);
    if (element.name && element.title) titles.set(`#${element.name}`, element.title);
    if (element.name && element.mention) {
      titles.set(`#${element.mention.name}`, element.mention.title);
      mentions.set(`#${element.name}`, element.mention.name);
    }
    for (const child of element.children) add(child, id);
  };
  add(laid.structure, null);

  const places = new PlaceFinder(mentions);
  const finder = new LinkFinder(builder, ids, titles);
  const links = laid.pages.map(({ pieces }, page) => {
    places.read(pieces, page);
    return finder.read(pieces);
  });
  const { outline, destinations } = places;
  const { width, height } = design.page;
  const sources: (Page | null)[] = [...laid.pages];
  const sourceOf = (k: number): Page => {
    const page = sources[k];
    if (!page) throw new Error(`page ${k + 1} was drawn and let go of`);
    return page;
  };
  let last: { readonly page: number; readonly items: readonly DrawItem[] } | null = null;
  const pages = sources.map((_, k): DrawnPage => {
    const tags = { ids, links: links[k]! };
    return {
      width,
      height,
      get items() {
        if (last?.page !== k) {
          last = { page: k, items: drawn(sourceOf(k), design, tags) };
          if (once) sources[k] = null;
        }
        return last.items;
      },
      get sketch() {
        const page = sourceOf(k);
        return page.setting === null ? null : sketched(page, page.setting, tags);
      },
    };
  });
  return { pages, structure: builder.finish(), outline, destinations };
}

/** Where what has a name begins. */
class PlaceFinder {
  readonly outline: OutlineEntry[] = [];
  readonly destinations: Destination[] = [];
  readonly #seen = new Set<Element>();
  readonly #mentions: Map<string, string>;

  /** @param mentions Names of the places where footnotes are mentioned first, by the links that lead to the notes. */
  constructor(mentions: ReadonlyMap<string, string>) {
    this.#mentions = new Map(mentions);
  }

  read(pieces: readonly PlacedPiece[], page: number): void {
    for (const piece of pieces) {
      const { element } = piece;
      if (!element) continue;
      if (piece.linked && this.#mentions.size > 0) this.#readMentions(piece, page);
      if (element.name === null || this.#seen.has(element)) continue;
      this.#seen.add(element);
      this.destinations.push({ name: element.name, page, y: topOf(piece) });
      if (element.outline) this.outline.push({ ...element.outline, name: element.name });
    }
  }

  #readMentions(piece: PlacedPiece, page: number): void {
    for (const { link } of piece.line.runs) {
      const name = link === null ? undefined : this.#mentions.get(link);
      if (name === undefined) continue;
      this.#mentions.delete(link!);
      this.destinations.push({ name, page, y: topOf(piece) });
    }
  }
}

const topOf = ({ baseline, line }: PlacedPiece): Pt => baseline - (line.runs[0]?.size ?? 0);

/** @param setting What tells the page's design and faces from others. */
function sketched(page: Page, setting: number, { ids, links }: Tags): Sketch {
  const { rects, pictures, pieces } = page;
  const nodes = new Map<number, number>();
  const place = (node: number): number => {
    const known = nodes.get(node) ?? nodes.size;
    nodes.set(node, known);
    return known;
  };
  const images = imageItems(page, ids);
  const found = new LinkAreas();
  const told: string[] = [JSON.stringify([setting, rects, pictures.map((at) => ({ ...at, element: null }))])];
  for (const { element } of pictures) place(ids.get(element)!);
  const places = new Float64Array(3 * pieces.length);
  let at = 0;
  let next = 0;
  for (const piece of pieces) {
    const { element, x, baseline, linked } = piece;
    places[at++] = element ? place(ids.get(element)!) : -1;
    places[at++] = x;
    places[at++] = baseline;
    told.push(piece.likeness ?? likenessOf(piece.line));
    if (!linked || !element) continue;
    const first = next;
    for (const { link } of piece.line.runs) if (link !== null) told.push(`${place(links[next++]!.tag)}`);
    found.add(piece, links, first);
  }
  return { likeness: told.join("\n"), places, nodes: [...nodes.keys()], images, links: found.items };
}

function drawn(page: Page, design: Design, { ids, links }: Tags): readonly DrawItem[] {
  const items = grounds(page, design, ids);
  const { pieces } = page;
  const areas = new LinkAreas();
  let next = 0;
  for (const piece of pieces) {
    const { element } = piece;
    const first = next;
    for (const run of piece.line.runs) {
      const link = element === null || run.link === null ? null : links[next++]!;
      const tag = link ? link.tag : element === null ? "pagination" : ids.get(element)!;
      items.push(textItem(run, piece, design, tag));
    }
    if (next > first) areas.add(piece, links, first);
  }
  items.push(...areas.items);
  for (const piece of pieces) items.push(...dots(piece, design));
  return items;
}

function grounds(page: Page, design: Design, ids: ReadonlyMap<Element, number>): DrawItem[] {
  const colour = (name: ColourName): Colour => design.colours[name];
  return [
    ...page.rects.map(({ meaning, colour: name, ...place }): DrawItem => {
      return { kind: "rect", ...place, colour: colour(name), tag: meaning };
    }),
    ...imageItems(page, ids),
  ];
}

const imageItems = ({ pictures }: Page, ids: ReadonlyMap<Element, number>): readonly ImageItem[] =>
  pictures.map(({ src, element, ...place }) => {
    return { kind: "image", ...place, image: src, tag: ids.get(element)! };
  });

function textItem(run: LineRun, piece: PlacedPiece, design: Design, tag: Tag): DrawItem {
  const { face, size, scale } = run;
  return {
    kind: "text",
    face,
    size,
    scale,
    colour: design.colours[run.colour],
    x: piece.x + run.x,
    baseline: piece.baseline,
    glyphs: run.glyphs,
    xs: run.xs,
    tag,
    typed: piece.source && { source: piece.source, start: run.start, end: run.end },
  };
}

/** Dots of emphasis: their size and their place below the baseline, as shares of the type size (by eye). */
const DOT = { radius: 0.075, drop: 0.28 } as const;

const NONE: readonly DrawItem[] = [];

/** They are artifacts: what they say stands in the text's structure. */
function dots({ line, x, baseline }: PlacedPiece, design: Design): readonly DrawItem[] {
  if (!line.runs.some(({ dotted }) => dotted)) return NONE;
  return line.runs
    .filter((run) => run.dotted)
    .flatMap(({ size, scale, colour, x: left, glyphs, xs }) =>
      glyphs.map(
        ({ width }, k): DrawItem => ({
          kind: "dot",
          x: x + left + xs[k]! + (width * scale) / 2,
          y: baseline + DOT.drop * size,
          radius: DOT.radius * size,
          colour: design.colours[colour],
          tag: "layout",
        }),
      ),
    );
}
