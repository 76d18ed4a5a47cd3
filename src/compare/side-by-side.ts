/** Pages of two builds in → one document that shows them beside each other, with what changed marked. */
import type { Pt } from "../base/length.ts";
import {
  type DrawItem,
  type DrawnPage,
  glyphEnd,
  type LinkItem,
  type RectItem,
  type Tag,
  type TextItem,
  typedAt,
} from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { StructNode } from "../draw/struct-tree.ts";
import type { Colour } from "../model/design.ts";
import type { Places } from "./compare-issues.ts";

export interface Shown {
  readonly document: DrawnDocument;
  /** Where the characters stand that only this side has. */
  readonly places: Places;
  /** Drawn over its first page and again over every other. */
  readonly label: (page: number) => readonly TextItem[];
}

/** A3 across holds two pages of A4 at nearly their size; pt. */
const SHEET = { width: 1190.55, height: 841.89, margin: 24, head: 26, gap: 20 } as const;

/** Told apart without colours too: what went is struck through, what came is underlined. */
const MARKS = {
  before: {
    tint: colour(0.99, 0.86, 0.85, [0, 0.16, 0.1, 0]),
    line: colour(0.78, 0.16, 0.14, [0, 0.9, 0.8, 0.15]),
    height: 0.28,
  },
  after: {
    tint: colour(0.84, 0.94, 0.85, [0.14, 0, 0.18, 0]),
    line: colour(0.1, 0.5, 0.2, [0.8, 0.1, 0.9, 0.15]),
    height: -0.16,
  },
} as const;

const EDGE = colour(0.75, 0.75, 0.75, [0, 0, 0, 0.25]);

function colour(r: number, g: number, b: number, cmyk: Colour["cmyk"]): Colour {
  return { rgb: [r, g, b], cmyk, spot: null, share: 1 };
}

/** Faces of the two sides may differ: their ids are told apart by these. */
export const PREFIX = { before: "before/", after: "after/" } as const;

type SideName = keyof typeof PREFIX;

export function sideBySide(before: Shown, after: Shown): DrawnDocument {
  const nodes = before.document.structure.nodes.length;
  const count = Math.max(before.document.pages.length, after.document.pages.length);
  const pages = Array.from({ length: count }, (_, k): DrawnPage => {
    const items = [...halfSheet(before, "before", k, 1), ...halfSheet(after, "after", k, 1 + nodes)];
    return { width: SHEET.width, height: SHEET.height, items };
  });
  return {
    ...after.document,
    pages,
    outline: [],
    structure: { nodes: joinedTrees(before.document, after.document) },
    images: new Map([
      ...named(before.document.images, PREFIX.before),
      ...named(after.document.images, PREFIX.after),
    ]),
  };
}

const named = (images: ReadonlyMap<string, Uint8Array>, prefix: string) =>
  [...images].map(([key, bytes]) => [prefix + key, bytes] as const);

/** Both documents as parts of one, the old first. */
function joinedTrees(before: DrawnDocument, after: DrawnDocument): readonly StructNode[] {
  const [root] = after.structure.nodes;
  const [one, other] = [before.structure.nodes, after.structure.nodes];
  const moved = (nodes: readonly StructNode[], by: number) =>
    nodes.map((node) => ({
      ...node,
      id: node.id + by,
      type: node.parent === null ? ("Part" as const) : node.type,
      parent: node.parent === null ? 0 : node.parent + by,
      children: node.children.map((child) => child + by),
    }));
  return [{ ...root!, children: [1, 1 + one.length] }, ...moved(one, 1), ...moved(other, 1 + one.length)];
}

function halfSheet(
  { document, places, label }: Shown,
  side: SideName,
  k: number,
  nodes: number,
): readonly DrawItem[] {
  const page = document.pages[k];
  if (!page) return [];
  const room = {
    width: (SHEET.width - SHEET.gap) / 2 - SHEET.margin,
    height: SHEET.height - SHEET.margin * 2 - SHEET.head,
  };
  const scale = Math.min(room.width / page.width, room.height / page.height);
  const left = side === "before" ? SHEET.margin : (SHEET.width + SHEET.gap) / 2;
  const top = SHEET.margin + SHEET.head;
  const place: Place = { scale, left, top, nodes, prefix: PREFIX[side] };
  const head = label(k).map((item) => ({
    ...item,
    x: left + item.x,
    baseline: SHEET.margin + 12,
    face: PREFIX[side] + item.face,
  }));
  return [
    ...frame(left, top, page.width * scale, page.height * scale),
    ...head,
    ...marksOf(page, places, side).map((item) => placed(item, place)),
    ...page.items.filter((item) => item.kind !== "link").map((item) => placed(item, place)),
  ];
}

function frame(x: Pt, y: Pt, width: Pt, height: Pt): readonly RectItem[] {
  const thin = 0.5;
  return [
    rect(x, y, width, thin, EDGE),
    rect(x, y + height, width, thin, EDGE),
    rect(x, y, thin, height, EDGE),
    rect(x + width, y, thin, height, EDGE),
  ];
}

interface Place {
  readonly scale: number;
  readonly left: Pt;
  readonly top: Pt;
  /** Added to the ids of the structure. */
  readonly nodes: number;
  readonly prefix: string;
}

function placed(item: Exclude<DrawItem, LinkItem>, { scale, left, top, nodes, prefix }: Place): DrawItem {
  const tag = (typeof item.tag === "number" ? item.tag + nodes : item.tag) as Tag;
  const x = left + item.x * scale;
  switch (item.kind) {
    case "text": {
      const glyphs = item.glyphs.map((glyph) => ({
        ...glyph,
        y: glyph.y * scale,
        width: glyph.width * scale,
      }));
      return {
        ...item,
        tag,
        x,
        baseline: top + item.baseline * scale,
        size: item.size * scale,
        face: prefix + item.face,
        glyphs,
        xs: item.xs.map((x) => x * scale),
      };
    }
    case "dot":
      return { ...item, tag, x, y: top + item.y * scale, radius: item.radius * scale };
    case "image":
    case "rect": {
      const y = top + item.y * scale;
      const made = { ...item, tag, x, y, width: item.width * scale, height: item.height * scale };
      return made.kind === "image" ? { ...made, image: prefix + made.image } : made;
    }
  }
}

/** A tint behind every stretch of changed characters, a line through or under it, and a bar beside its line. */
function marksOf(page: DrawnPage, places: Places, side: SideName): readonly RectItem[] {
  const { tint, line, height } = MARKS[side];
  const bars = new Map<number, RectItem>();
  const marks = page.items.flatMap((item) => {
    if (item.kind !== "text") return [];
    const found = stretchesOf(item, places);
    if (found.length > 0) {
      const at = side === "before" ? 10 : page.width - 13;
      bars.set(
        Math.round(item.baseline),
        rect(at, item.baseline - item.size * 0.85, 3, item.size * 1.15, line),
      );
    }
    return found.flatMap(({ x, width }) => [
      rect(x, item.baseline - item.size * 0.88, width, item.size * 1.14, tint),
      rect(x, item.baseline - item.size * height, width, Math.max(0.6, item.size * 0.06), line),
    ]);
  });
  return [...marks, ...bars.values()];
}

const rect = (x: Pt, y: Pt, width: Pt, height: Pt, colour: Colour): RectItem => ({
  kind: "rect",
  x,
  y,
  width,
  height,
  colour,
  tag: "background",
});

/** Neighbouring glyphs whose characters were typed at these places. */
function stretchesOf(item: TextItem, places: Places): readonly { readonly x: Pt; readonly width: Pt }[] {
  const { x, glyphs, xs, typed } = item;
  if (!typed || places.size === 0) return [];
  const { file } = typed.source;
  const found: { x: Pt; width: Pt }[] = [];
  let unit = 0;
  let open = false;
  glyphs.forEach((glyph, k) => {
    const isChanged = glyph.text !== "" && places.has(`${file}:${typedAt(typed, unit)}`);
    const last = found.at(-1);
    if (isChanged && open && last) last.width = x + glyphEnd(item, k) - last.x;
    else if (isChanged) found.push({ x: x + xs[k]!, width: glyph.width * item.scale });
    if (glyph.text !== "") open = isChanged;
    unit += glyph.text.length;
  });
  return found;
}
