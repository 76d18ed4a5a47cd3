/** The body of an article in → blocks: paragraphs, headings, lists, quotes. */
import { type Language, languagesOf } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { Design, TextStyle } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import { type Inline, plainText } from "../model/inline.ts";
import type { Block as ContentBlock, TextPair } from "../model/issue.ts";
import { typographicQuotes } from "../script/quotes.ts";
import type { Block } from "./block.ts";
import type { Composition } from "./composition.ts";
import { figureBlocks } from "./figure.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { tableInLanes } from "./table-lanes.ts";
import { markerAt, numeralWidth, pairTexts, spaced, type Text, textBlock } from "./text-block.ts";

/** Counts articles and their headings, so that each has a destination of its own: 2024-14/2.1. */
export interface Outlining {
  article: number;
  heading: number;
  subheading: number;
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
    const opens = opensAt(body, i);
    // A picture has no language: it stands once, however its captions do.
    if (part.kind === "figure") out.push(...figureBlocks(c, part, lanes.body, parent));
    else if (part.kind === "table") out.push(...tableInLanes(c, part, lanes, parent));
    else {
      const made = lanes.body.flatMap((group) => blocksOf(c, part, group, parent, opens, outlining));
      const isLone = part.kind === "paragraph" && made.every(isOneLine);
      if (isLone && endsSection(body, i)) out.push({ ...out.pop()!, leads: true });
      const leads = leadsOn(part, body[i + 1]) || (isLone && opens && goesOn(body[i + 1]));
      out.push(...(leads ? made.map((one) => ({ ...one, leads })) : made));
    }
  });
  return out;
}

/** Whether a paragraph ends with a colon in front of what it speaks of. */
function leadsOn(part: ContentBlock, next: ContentBlock | undefined): boolean {
  if (part.kind !== "paragraph" || !next || !LED.has(next.kind)) return false;
  const { zh, en } = part.text;
  return [zh, en].some((text) => text !== null && /[:：]\s*$/.test(plainText(text)));
}

const isOneLine = ({ strips }: Block): boolean => strips.every(({ rows }) => rows.length === 1);

const isHeading = ({ kind }: ContentBlock): boolean => kind === "heading" || kind === "subheading";

/** Whether a section goes on behind its first paragraph: with a single line of it the heading would stand at a foot. */
const goesOn = (next: ContentBlock | undefined): boolean => next !== undefined && !isHeading(next);

/** Whether what stands there ends a section of several paragraphs: a single line would be left above the next heading. */
function endsSection(body: readonly ContentBlock[], index: number): boolean {
  const next = body[index + 1];
  return body[index - 1]?.kind === "paragraph" && next !== undefined && isHeading(next);
}

/** What a colon leads to; a paragraph behind one may as well begin a page. */
const LED: ReadonlySet<ContentBlock["kind"]> = new Set(["list", "quote", "table"]);

/** Whether what stands there follows a title or heading. */
export function opensAt(body: readonly ContentBlock[], index: number): boolean {
  const previous = body[index - 1];
  return previous === undefined || isHeading(previous);
}

/** How a paragraph begins. @param opens It follows a title or heading. */
export const paragraphIndent = ({ en }: Design, style: TextStyle, language: Language, opens: boolean): Pt =>
  language === "en" && opens && en.flushAfterHeading ? 0 : style.indent;

function blocksOf(
  c: Composition,
  part: Exclude<ContentBlock, { kind: "figure" | "table" }>,
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
  const { design } = c.setting;
  const { spaces } = design;
  const texts = pairTexts(
    c,
    lanes,
    pair,
    "body",
    (language) => element("P", parent, { language }),
    ({ style, lane }) => ({ indent: paragraphIndent(design, style, lane.language, opens) }),
  );
  if (texts.length === 0) return [];
  return [textBlock(c, texts, { before: spaces.pair, after: spaces.pair, splittable: true })];
}

function headingBlock(
  c: Composition,
  pair: TextPair,
  kind: "heading" | "subheading",
  lanes: readonly Lane[],
  parent: Element,
  outlining: Outlining,
): readonly Block[] {
  // A subheading with no heading above it in its article is the first level below the title.
  const isThird = kind === "subheading" && outlining.heading > 0;
  if (isThird) outlining.subheading += 1;
  else Object.assign(outlining, { heading: outlining.heading + 1, subheading: 0 });
  const make = (language: Language) =>
    element(isThird ? "H4" : "H3", parent, { language, ...entryOf(c, pair, language, outlining) });
  const texts = pairTexts(c, lanes, pair, kind, make, ({ passage }) => ({
    indent: 0,
    hanging: numeralWidth(c, passage),
    balanced: true,
  }));
  if (texts.length === 0) return [];
  return [textBlock(c, texts, { ...spaced(c.setting.design.spaces[kind]), keepWithNext: true })];
}

/** A title on one line, with the quotation marks that are set. */
export function titleIn(c: Composition, inline: Inline, language: Language): string {
  const typed = plainText(inline).replaceAll("\n", language === "zh" ? "" : " ");
  return language === "en" && c.setting.design.en.smartQuotes ? typographicQuotes(typed) : typed;
}

/** The outline says both languages of the edition, each as it is set, and leads to the first. */
export function entryOf(
  c: Composition,
  pair: TextPair,
  language: Language,
  { article, heading, subheading }: Outlining,
): Partial<Pick<Element, "outline" | "name" | "title">> {
  const languages = languagesOf(c.edition);
  const written = languages.filter((each) => pair[each] !== null);
  if (language !== written[0]) return {};
  const titles = written.map((each) => titleIn(c, pair[each]!, each));
  const title = [...new Set(titles)].join(" / ");
  const path = [article, heading, subheading].filter((count) => count > 0);
  const name = `${c.issue.number}/${path.join(".")}`;
  return { outline: { title, level: path.length }, name, title };
}

function listBlocks(
  c: Composition,
  items: readonly TextPair[],
  ordered: boolean,
  lanes: readonly Lane[],
  parent: Element,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const lists = new Map(
    lanes.map(({ language }) => [
      language,
      element("L", parent, { language, marks: ordered ? "Decimal" : "Disc" }),
    ]),
  );
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
    return [
      textBlock(c, texts, {
        before,
        after: last ? Math.max(spaces.list.before, spaces.pair) : spaces.list.after,
        splittable: true,
        item: true,
      }),
    ];
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
  const texts = pairTexts(c, inset, pair, "quote", make);
  const quote = textBlock(c, texts, { ...spaced(spaces.quote), splittable: true });
  if (!by) return [quote];
  const sources = pairTexts(c, inset, by, "attribution", make, () => ({ balanced: true }));
  const source = textBlock(c, sources, { before: 0, after: spaces.quote.after });
  return [{ ...quote, after: 0, keepWithNext: true }, source];
}
