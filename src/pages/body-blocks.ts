/** The body of an article in → blocks: paragraphs, headings, lists, quotes. */
import type { Language } from "../base/language.ts";
import type { StyleName } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import { plainText } from "../model/inline.ts";
import type { Block as ContentBlock, TextPair } from "../model/issue.ts";
import type { Block } from "./block.ts";
import type { Composition } from "./composition.ts";
import { figureBlocks } from "./figure.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { tableBlocks } from "./table.ts";
import { markerAt, numeralWidth, pairTexts, spaced, type Text, textBlock } from "./text-block.ts";

/** Counts headings of an issue, so that each has a destination of its own. */
export interface Outlining {
  next: number;
}

export function bodyBlocks(
  c: Composition,
  body: readonly ContentBlock[],
  lanes: Lanes,
  parent: Element,
  outlining: Outlining,
): readonly Block[] {
  const out: Block[] = [];
  body.forEach((part, i) => {
    const previous = body[i - 1]?.kind;
    const opens = previous === undefined || previous === "heading" || previous === "subheading";
    for (const group of lanes.body) out.push(...blocksOf(c, part, group, parent, opens, outlining));
  });
  return out;
}

function blocksOf(
  c: Composition,
  part: ContentBlock,
  lanes: readonly Lane[],
  parent: Element,
  opens: boolean,
  outlining: Outlining,
): readonly Block[] {
  switch (part.kind) {
    case "paragraph":
      return paragraphBlock(c, part.text, lanes, parent, opens);
    case "heading":
      return headingBlock(c, part.text, "heading", lanes, parent, outlining);
    case "subheading":
      return headingBlock(c, part.text, "subheading", lanes, parent, outlining);
    case "list":
      return listBlocks(c, part.items, part.ordered, lanes, parent);
    case "quote":
      return quoteBlocks(c, part.text, part.by, lanes, parent);
    case "figure":
      return figureBlocks(c, part, lanes, parent);
    case "table":
      return tableBlocks(c, part, lanes, parent);
  }
}

/** @param opens The paragraph follows a title or heading. */
function paragraphBlock(
  c: Composition,
  pair: TextPair,
  lanes: readonly Lane[],
  parent: Element,
  opens: boolean,
): readonly Block[] {
  const { spaces, en } = c.setting.design;
  const texts = pairTexts(
    c,
    lanes,
    pair,
    "body",
    (language) => element("P", parent, { language }),
    ({ style, lane }) => ({
      indent: lane.language === "en" && opens && en.flushAfterHeading ? 0 : style.indent,
    }),
  );
  if (texts.length === 0) return [];
  return [textBlock(c, texts, { before: spaces.pair, after: spaces.pair, splittable: true })];
}

const LEVEL = { heading: { type: "H3", outline: 2 }, subheading: { type: "H4", outline: 3 } } as const;

function headingBlock(
  c: Composition,
  pair: TextPair,
  kind: "heading" | "subheading",
  lanes: readonly Lane[],
  parent: Element,
  outlining: Outlining,
): readonly Block[] {
  const { type, outline } = LEVEL[kind];
  const make = (language: Language) =>
    element(type, parent, { language, outline: outlineOf(c, pair, language, outline, outlining) });
  const texts = pairTexts(c, lanes, pair, kind, make, ({ passage }) => ({
    indent: 0,
    hanging: numeralWidth(c, passage),
    balanced: true,
  }));
  if (texts.length === 0) return [];
  return [textBlock(c, texts, { ...spaced(c.setting.design.spaces[kind]), keepWithNext: true })];
}

/** The outline is in the edition's first language alone. */
export function outlineOf(
  c: Composition,
  pair: TextPair,
  language: Language,
  level: number,
  outlining: Outlining,
): Element["outline"] {
  const leading = c.edition === "en" ? "en" : "zh";
  const inline = pair[language];
  if (language !== leading || !inline) return null;
  outlining.next += 1;
  const title = plainText(inline).replaceAll("\n", "");
  return { title, level, name: `${c.issue.number}/${outlining.next}` };
}

function listBlocks(
  c: Composition,
  items: readonly TextPair[],
  ordered: boolean,
  lanes: readonly Lane[],
  parent: Element,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const lists = new Map(lanes.map(({ language }) => [language, element("L", parent, { language })]));
  return items.flatMap((item, k) => {
    const make = (language: Language) => element("LI", lists.get(language)!);
    const texts = pairTexts(c, lanes, item, "list", make).map((text): Text => {
      const { language } = text.passage;
      const mark = ordered ? `${k + 1}.` : "•";
      const right = text.x + spaces.listIndent - 0.4 * text.style.size;
      const marker = markerAt(c, mark, text.style, language, right, element("Lbl", text.element));
      return {
        ...text,
        indent: spaces.listIndent,
        hanging: spaces.listIndent,
        marker,
        element: element("LBody", text.element),
      };
    });
    const last = k === items.length - 1;
    const before = k === 0 ? Math.max(spaces.list.before, spaces.pair) : spaces.list.after;
    return [textBlock(c, texts, { before, after: last ? spaces.pair : spaces.list.after, splittable: true })];
  });
}

function quoteBlocks(
  c: Composition,
  pair: TextPair,
  by: TextPair | null,
  lanes: readonly Lane[],
  parent: Element,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const inset = lanes.map((lane) => ({
    ...lane,
    x: lane.x + spaces.quoteIndent,
    measure: lane.measure - 2 * spaces.quoteIndent,
  }));
  const quotes = new Map(
    lanes.map(({ language }) => [language, element("BlockQuote", parent, { language })]),
  );
  const make = (language: Language) => element("P", quotes.get(language)!);
  const texts = (text: TextPair, style: StyleName) => pairTexts(c, inset, text, style, make);
  const quote = textBlock(c, texts(pair, "quote"), { ...spaced(spaces.quote), splittable: true });
  if (!by) return [quote];
  const source = textBlock(c, texts(by, "attribution"), { before: 0, after: spaces.quote.after });
  return [{ ...quote, after: 0, keepWithNext: true }, source];
}
