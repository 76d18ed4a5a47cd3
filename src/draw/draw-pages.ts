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

/** A link that is being drawn: it goes on over line ends as long as its text does. */
interface OpenLink {
  readonly element: Element;
  readonly uri: string;
  readonly contents: string;
  readonly tag: number;
}

/** Active area of a link, as shares of the type size above and below its baseline. */
const LINK = { above: 0.85, below: 0.25 } as const;

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

  const outline: OutlineEntry[] = [];
  const destinations: Destination[] = [];
  const seen = new Set<Element>();
  const reach = (element: Element, piece: PlacedPiece, page: number) => {
    const { name, outline: entry } = element;
    if (seen.has(element) || name === null) return;
    seen.add(element);
    destinations.push({ name, page, y: piece.baseline - (piece.line.runs[0]?.size ?? 0) });
    if (entry) outline.push({ ...entry, name });
  };
  let open: OpenLink | null = null;
  const drawPiece = (piece: PlacedPiece, page: number, items: DrawItem[]) => {
    const { element } = piece;
    if (element) reach(element, piece, page);
    for (const run of piece.line.runs) {
      if (element === null || run.link === null) open = null;
      else if (open?.element !== element || open.uri !== run.link) {
        const owner = ids.get(element)!;
        // What leads to another place of the document is a reference to it.
        const parent = run.link.startsWith("#") ? builder.add("Reference", owner) : owner;
        const contents = titles.get(run.link) ?? spoken(run.link);
        open = { element, uri: run.link, contents, tag: builder.add("Link", parent) };
      }
      const tag = open ? open.tag : element === null ? "pagination" : ids.get(element)!;
      items.push(textItem(run, piece, design, tag));
      if (open) items.push(linkItem(run, piece, open));
    }
  };
  const pages = laid.pages.map((page, k) => {
    const items = grounds(page, design, ids);
    for (const piece of page.pieces) drawPiece(piece, k, items);
    for (const piece of page.pieces) items.push(...dots(piece, design));
    return { width: design.page.width, height: design.page.height, items };
  });
  return { pages, structure: builder.finish(), outline, destinations };
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
  const { face, size, scale, glyphs } = run;
  return {
    kind: "text",
    face,
    size,
    scale,
    colour: design.colours[run.colour],
    x: piece.x + run.x,
    baseline: piece.baseline,
    glyphs,
    tag,
    span: piece.file === null ? null : { file: piece.file, start: run.start, end: run.end },
  };
}

/** Dots of emphasis: their size and their place below the baseline, as shares of the type size (by eye). */
const DOT = { radius: 0.075, drop: 0.28 } as const;

/** They are artifacts: what they say stands in the text's structure. */
function dots({ line, x, baseline }: PlacedPiece, design: Design): readonly DrawItem[] {
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
