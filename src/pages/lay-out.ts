/** An issue and a design in → its pages and their structure. */
import { languagesOf } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { type Element, element } from "../model/element.ts";
import type { Article } from "../model/issue.ts";
import { isWorthAcross } from "./across-columns.ts";
import type { Block, Ornament, Piece } from "./block.ts";
import { bodyBlocks, type Outlining } from "./body-blocks.ts";
import { columnRules } from "./column-rule.ts";
import { chooseSplit, type SplitCandidate } from "./column-split.ts";
import type { Composition } from "./composition.ts";
import { contentsBlocks } from "./contents.ts";
import { creditBlocks } from "./credits.ts";
import { fillPages, type Placed } from "./fill-pages.ts";
import { footnoteBlocks } from "./footnotes.ts";
import type { Fragment } from "./fragment.ts";
import { furniture } from "./furniture.ts";
import { imprintBlocks } from "./imprint.ts";
import { type Lanes, lanesOf, typeHeight } from "./lanes.ts";
import { mastheadBlock } from "./masthead.ts";
import { noteBlocks } from "./note-box.ts";
import type { Page, PlacedPicture, PlacedPiece, PlacedRect } from "./page.ts";
import { hasCramped } from "./table-lanes.ts";
import { titleBlocks } from "./title-block.ts";

export interface LaidOut {
  readonly pages: readonly Page[];
  readonly structure: Element;
  /** The columns that the texts stand in. */
  readonly lanes: Lanes;
  /** The Chinese measures that were tried, best first. */
  readonly split: readonly SplitCandidate[];
}

export function layOut(c: Composition): LaidOut {
  const split = chooseSplit(c);
  const usual = lanesOf(c.setting.design, c.edition, split.measure);
  const nowhere = () => 0;
  let [lanes, filled] = [usual, fillWith(c, usual, nowhere)];
  if (hasCramped(c, usual)) {
    const wide = { ...usual, crampedAcross: true };
    const across = fillWith(c, wide, nowhere);
    if (isWorthAcross(across.pages, filled.pages, typeHeight(c.setting.design)))
      [lanes, filled] = [wide, across];
  }
  if (c.issue.articles.length > 1) {
    // The contents know their page numbers only now; their height does not depend on them.
    const { pageOf } = filled;
    filled = fillWith(c, lanes, (article) => pageOf.get(article) ?? 0);
  }
  const pages = filled.pages.map((page, k) => finished(c, lanes, page, k + 1));
  return { pages, structure: filled.structure, lanes, split: split.candidates };
}

function fillWith(c: Composition, lanes: Lanes, pageOf: (article: Article) => number) {
  const [language] = languagesOf(c.edition);
  const structure = element("Document", null, { language: language! });
  const { blocks, titles } = galley(c, lanes, structure, pageOf);
  const pages = fillPages(blocks, lanes, c.setting.design);
  const numbers = new Map<Article, number>();
  pages.forEach((page, k) => {
    for (const { fragment } of page) {
      const article = titles.get(fragment.block);
      if (article) numbers.set(article, k + 1);
    }
  });
  return { pages, structure, pageOf: numbers };
}

/** Every block of the issue, in reading order. */
function galley(c: Composition, lanes: Lanes, structure: Element, pageOf: (article: Article) => number) {
  const outlining: Outlining = { article: 0, heading: 0, subheading: 0 };
  const titles = new Map<Block, Article>();
  const front = element("Part", structure);
  const head = element("Sect", front);
  const blocks: Block[] = [mastheadBlock(c, head)];
  if (c.issue.note) blocks.push(...noteBlocks(c, c.issue.note, lanes, front));
  blocks.push(...contentsBlocks(c, lanes, front, pageOf));
  const articles = element("Part", structure);
  for (const article of c.issue.articles) {
    const owner = element("Art", articles);
    const title = titleBlocks(c, article, lanes, owner, outlining);
    if (title[0]) titles.set(title[0], article);
    blocks.push(
      ...title,
      ...bodyBlocks(c, article.body, lanes, owner, outlining),
      ...creditBlocks(c, article.credits, lanes, owner),
      ...footnoteBlocks(c, article, lanes, owner),
    );
  }
  blocks.push(...imprintBlocks(c, lanes, structure));
  return { blocks, titles };
}

/** From the top left of the type area to the top left of the trim. */
function finished(c: Composition, lanes: Lanes, placed: readonly Placed[], number: number): Page {
  const { design } = c.setting;
  const { margin } = design.page;
  const rects: PlacedRect[] = columnRules(placed, lanes, design).map((rule) => ({
    ...rule,
    x: margin.left + rule.x,
    y: margin.top + rule.y,
  }));
  const pictures: PlacedPicture[] = [];
  for (const { fragment, x, y } of placed) {
    const left = margin.left + x;
    const top = margin.top + y;
    const { block, from, height } = fragment;
    if (block.ground) {
      const ground = { x: left + block.ground.x, width: block.ground.width };
      if (block.ground.frame === "tint")
        rects.push({ ...ground, y: top, height, colour: "tint", meaning: "background" });
      else
        for (const edge of [top, top + height - block.ground.rule])
          rects.push({ ...ground, y: edge, height: block.ground.rule, colour: "rule", meaning: "layout" });
    }
    if (from.every((rows) => rows === 0))
      for (const ornament of block.ornaments) put(ornament, left, top, rects, pictures);
  }
  const extra = furniture(c, number);
  const pieces = (): readonly PlacedPiece[] => {
    const all: PlacedPiece[] = [];
    for (const { fragment, x, y } of placed) putPieces(fragment, margin.left + x, margin.top + y, all);
    all.push(...extra.pieces);
    return all;
  };
  // Where lines are kept, their pieces take no more room; elsewhere those of a book would fill the memory.
  const kept = c.memory?.lines ? pieces() : null;
  return {
    get pieces() {
      return kept ?? pieces();
    },
    rects: [...rects, ...extra.rects],
    pictures,
    setting: c.memory?.settings ?? null,
  };
}

/** @param left Of the block, and its top. From the top left of the trim. @param into Its pieces come behind the others. */
function putPieces({ block, from, to }: Fragment, left: Pt, top: Pt, into: PlacedPiece[]): void {
  const { strips } = block;
  for (let k = 0; k < strips.length; k++) {
    const { rows } = strips[k]!;
    const lead = rows[from[k]!]?.baseline ?? 0;
    for (let at = from[k]!; at < to[k]!; at++) {
      const { baseline, linked, pieces } = rows[at]!;
      const y = top + block.padding + block.ascent + baseline - lead;
      for (const piece of pieces) into.push(new BlockPiece(piece, left + piece.x, y, linked));
    }
  }
}

/** A piece of a block at its place on the page; its line is set when it is asked for. */
class BlockPiece implements PlacedPiece {
  readonly x: Pt;
  readonly baseline: Pt;
  readonly element: PlacedPiece["element"];
  readonly source: PlacedPiece["source"];
  readonly linked: boolean;
  readonly #piece: Piece;

  constructor(piece: Piece, x: Pt, baseline: Pt, linked: boolean) {
    this.x = x;
    this.baseline = baseline;
    this.element = piece.element;
    this.source = piece.source;
    this.linked = linked;
    this.#piece = piece;
  }

  get line() {
    return this.#piece.line;
  }

  get likeness() {
    return this.#piece.likeness;
  }
}

function put(
  ornament: Ornament,
  left: number,
  top: number,
  rects: PlacedRect[],
  pictures: PlacedPicture[],
): void {
  const { width, height } = ornament;
  const [x, y] = [left + ornament.x, top + ornament.y];
  if (ornament.kind === "rect")
    rects.push({ x, y, width, height, colour: ornament.colour, meaning: "layout" });
  else pictures.push({ x, y, width, height, src: ornament.src, element: ornament.element });
}
