/** Laid-out pages in → the display list and the structure tree. */
import type { Pt } from "../base/length.ts";
import type { LineRun } from "../lines/line.ts";
import type { Colour, Design } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { LaidOut } from "../pages/lay-out.ts";
import type { Page, PlacedPiece } from "../pages/page.ts";
import type { DrawItem, DrawnPage, Tag } from "./display-list.ts";
import type { Destination, OutlineEntry } from "./document.ts";
import { StructBuilder, type StructTree } from "./struct-tree.ts";

export interface Drawing {
  readonly pages: readonly DrawnPage[];
  readonly structure: StructTree;
  readonly outline: readonly OutlineEntry[];
  readonly destinations: readonly Destination[];
}

/** A link, which goes on over line ends as long as its text does. */
interface OpenLink {
  readonly element: Element;
  readonly uri: string;
  readonly contents: string;
  readonly tag: number;
}

/** Active area of a link, as shares of the type size above and below its baseline. */
const LINK = { above: 0.85, below: 0.25 } as const;

/** What a page needs to be drawn at any time: the ids of the structure, and the links of its runs, in their order. */
interface Tags {
  readonly ids: ReadonlyMap<Element, number>;
  readonly links: readonly OpenLink[];
}

/** A page is drawn when its items are asked for; the last one is remembered. All of a book would fill the memory. */
export function drawPages(laid: LaidOut, design: Design): Drawing {
  const builder = new StructBuilder();
  const ids = new Map<Element, number>();
  const titles = new Map<string, string>();
  const add = (element: Element, parent: number | null) => {
    const id = builder.add(element.type, parent, element);
    ids.set(element, id);
    if (element.name && element.title) titles.set(`#${element.name}`, element.title);
    for (const child of element.children) add(child, id);
  };
  add(laid.structure, null);

  const { outline, destinations } = placesIn(laid.pages);
  const links = linksOf(laid.pages, builder, ids, titles);
  const { width, height } = design.page;
  let last: { readonly page: number; readonly items: readonly DrawItem[] } | null = null;
  const pages = laid.pages.map((page, k): DrawnPage => {
    return {
      width,
      height,
      get items() {
        if (last?.page !== k) last = { page: k, items: drawn(page, design, { ids, links: links[k]! }) };
        return last.items;
      },
    };
  });
  return { pages, structure: builder.finish(), outline, destinations };
}

/** Where what has a name begins. */
function placesIn(pages: readonly Page[]): Pick<Drawing, "outline" | "destinations"> {
  const outline: OutlineEntry[] = [];
  const destinations: Destination[] = [];
  const seen = new Set<Element>();
  pages.forEach(({ pieces }, page) => {
    for (const piece of pieces) {
      const { element, baseline } = piece;
      if (!element || element.name === null || seen.has(element)) continue;
      seen.add(element);
      destinations.push({ name: element.name, page, y: baseline - (piece.line.runs[0]?.size ?? 0) });
      if (element.outline) outline.push({ ...element.outline, name: element.name });
    }
  });
  return { outline, destinations };
}

/** @returns For every page the links of its runs that have one. Each is a node of the structure. */
function linksOf(
  pages: readonly Page[],
  builder: StructBuilder,
  ids: ReadonlyMap<Element, number>,
  titles: ReadonlyMap<string, string>,
): readonly (readonly OpenLink[])[] {
  let open: OpenLink | null = null;
  return pages.map(({ pieces }) => {
    const found: OpenLink[] = [];
    for (const piece of pieces) {
      const { element } = piece;
      if (!piece.linked || element === null) {
        open = null;
        continue;
      }
      for (const { link } of piece.line.runs) {
        if (link === null) {
          open = null;
          continue;
        }
        if (open?.element !== element || open.uri !== link) {
          const owner = ids.get(element)!;
          // What leads to another place of the document is a reference to it.
          const parent = link.startsWith("#") ? builder.add("Reference", owner) : owner;
          const contents = titles.get(link) ?? spoken(link);
          open = { element, uri: link, contents, tag: builder.add("Link", parent) };
        }
        found.push(open);
      }
    }
    return found;
  });
}

function drawn(page: Page, design: Design, { ids, links }: Tags): readonly DrawItem[] {
  const items = grounds(page, design, ids);
  const { pieces } = page;
  let next = 0;
  for (const piece of pieces) {
    const { element } = piece;
    for (const run of piece.line.runs) {
      const link = element === null || run.link === null ? null : links[next++]!;
      const tag = link ? link.tag : element === null ? "pagination" : ids.get(element)!;
      items.push(textItem(run, piece, design, tag));
      if (link) items.push(linkItem(run, piece, link));
    }
  }
  for (const piece of pieces) items.push(...dots(piece, design));
  return items;
}

function grounds(page: Page, design: Design, ids: ReadonlyMap<Element, number>): DrawItem[] {
  const colour = (name: keyof Design["colours"]): Colour => design.colours[name];
  return [
    ...page.rects.map(({ meaning, colour: name, ...place }): DrawItem => {
      return { kind: "rect", ...place, colour: colour(name), tag: meaning };
    }),
    ...page.pictures.map(({ src, element, ...place }): DrawItem => {
      return { kind: "image", ...place, image: src, tag: ids.get(element)! };
    }),
  ];
}

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
    tag,
    span: piece.file === null ? null : { file: piece.file, start: run.start, end: run.end },
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
    .flatMap(({ size, colour, x: left, glyphs }) =>
      glyphs.map(
        (glyph): DrawItem => ({
          kind: "dot",
          x: x + left + glyph.x + glyph.width / 2,
          y: baseline + DOT.drop * size,
          radius: DOT.radius * size,
          colour: design.colours[colour],
          tag: "layout",
        }),
      ),
    );
}

function linkItem(run: LineRun, piece: PlacedPiece, link: OpenLink): DrawItem {
  const last = run.glyphs.at(-1);
  const width: Pt = last ? last.x + last.width : 0;
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
