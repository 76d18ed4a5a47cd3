/** The articles of an issue with several in → its table of contents, with page numbers. */
import type { Language } from "../base/language.ts";
import { sourceOf } from "../inline/setting.ts";
import { type Element, element } from "../model/element.ts";
import type { Article } from "../model/issue.ts";
import { type Block, block, type Row, rowOf, type Strip } from "./block.ts";
import { titleIn } from "./body-blocks.ts";
import {
  type Composition,
  ownPassage,
  ownText,
  passage,
  setOne,
  setText,
  shapeOf,
  styleOf,
} from "./composition.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { lineRoom, spaced, textBlock } from "./text-block.ts";
import { contentsTitle } from "./wording.ts";

/** @param pageOf Page number of an article, from 1; 0 while it is not known. */
export function contentsBlocks(
  c: Composition,
  lanes: Lanes,
  parent: Element,
  pageOf: (article: Article) => number,
): readonly Block[] {
  const { articles } = c.issue;
  if (articles.length < 2) return [];
  const band = lanes.columns.length > 1;
  const groups = band ? lanes.full : lanes.body;
  const lists = new Map(
    groups.flat().map(({ language }) => [language, element("TOC", parent, { language })]),
  );
  return groups.flatMap((group) => [
    headline(c, group, lists, band),
    ...entries(c, group, pageOf, lists, band),
  ]);
}

/** Where one of them takes several lines, all stand apart as the items of a list do. */
function entries(
  c: Composition,
  lanes: readonly Lane[],
  pageOf: (article: Article) => number,
  lists: ReadonlyMap<Language, Element>,
  band: boolean,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const leadings = lanes.map(({ language }) => styleOf(c, "contents", language).leading);
  const room = lineRoom(c, Math.max(...leadings));
  const all = c.issue.articles.map((article, k) =>
    lanes.map((lane): Strip => {
      const rows = entry(c, article, k + 1, lane, pageOf(article), lists.get(lane.language)!);
      return { rows, descent: room.descent };
    }),
  );
  const apart = all.some((strips) => strips.some(({ rows }) => rows.length > 1)) ? spaces.list.before : 0;
  return all.map((strips, k) => {
    const isLast = k === all.length - 1;
    const space = { before: k > 0 ? apart : 0, after: isLast ? spaces.note.after : 0 };
    return block({ strips, ...room, ...spaced(space), keepWithNext: !isLast, item: true, band });
  });
}

/** 本期目录 / In this issue */
function headline(
  c: Composition,
  lanes: readonly Lane[],
  lists: ReadonlyMap<Language, Element>,
  band: boolean,
): Block {
  const texts = lanes.map(({ language, x, measure }) => {
    const style = styleOf(c, "subheading", language);
    const owner = element("Caption", lists.get(language)!);
    return {
      passage: ownPassage(contentsTitle[language], style, language),
      style,
      x,
      measure,
      element: owner,
    };
  });
  return textBlock(c, texts, { ...spaced(c.setting.design.spaces.subheading), keepWithNext: true, band });
}

/** Title at the left, page at the right of its last line. */
function entry(
  c: Composition,
  article: Article,
  index: number,
  lane: Lane,
  page: number,
  list: Element,
): readonly Row[] {
  const inline = article.title[lane.language];
  if (!inline) return [];
  const style = styleOf(c, "contents", lane.language);
  const owner = element("TOCI", list, { title: titleIn(c, inline, lane.language) });
  const link = `#${c.issue.number}/${index}`;
  // A title's footnote is mentioned where the title stands.
  const runs = inline.runs
    .filter(({ mark }) => mark.note === null)
    .map((run) => ({ ...run, text: run.text.replaceAll("\n", " "), mark: { ...run.mark, link } }));
  // Takes no room, and keeps the page's number apart from the title for who hears or copies them.
  const apart = ownText(" ", link);
  const title = passage(c, { ...inline, runs: [...runs, apart] }, style, "display");
  const number = page > 0 ? setOne(c, ownPassage(String(page), style, "en", link)) : null;
  const lines = setText(c, title, shapeOf(lane.measure - 3 * style.size, style, {}, true));
  return lines.map((line, k): Row => {
    const piece = { line, x: lane.x, element: owner, source: sourceOf(title) };
    const isLast = k === lines.length - 1;
    const right = number && isLast ? [{ line: number, x: lane.x + lane.measure - number.right }] : [];
    return rowOf(k * style.leading, [piece, ...right.map((at) => ({ ...at, element: owner, source: null }))]);
  });
}
