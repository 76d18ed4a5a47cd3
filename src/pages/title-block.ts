/** Series line and title in → bands over the full measure, Chinese above English. */
import type { Language } from "../base/language.ts";
import { SUBTITLE } from "../inline/setting.ts";
import type { StyleName } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import type { Article, TextPair } from "../model/issue.ts";
import { type Block, block, rowOf } from "./block.ts";
import { entryOf, type Outlining } from "./body-blocks.ts";
import { type Composition, passage, setOne, styleOf } from "./composition.ts";
import { type Lanes, typeWidth } from "./lanes.ts";
import { oneLine } from "./one-line.ts";
import { lineRoom, pairTexts, spaced, type Text, textBlock } from "./text-block.ts";

export function titleBlocks(
  c: Composition,
  article: Article,
  lanes: Lanes,
  parent: Element,
  outlining: Outlining,
): readonly Block[] {
  const { spaces } = c.setting.design;
  Object.assign(outlining, { article: outlining.article + 1, heading: 0, subheading: 0 });
  const series = article.series ? seriesBands(c, article.series, lanes, parent) : [];
  const title = bands(c, article.title, "title", lanes, (language) =>
    element("H2", parent, { language, ...entryOf(c, article.title, language, outlining) }),
  );
  // The languages of a pair stand close; the space around a pair is outside both.
  const stack = (blocks: readonly Block[], first: number, between: number, last: number) =>
    blocks.map((made, k) => ({
      ...made,
      before: k === 0 ? first : between,
      after: k === blocks.length - 1 ? last : between,
    }));
  const all = [
    ...stack(series, spaces.series.before, 0, spaces.series.after),
    ...stack(title, spaces.title.before, spaces.title.after, spaces.subtitle.after),
  ];
  // A large title without a series line would stand close under the contents or the note: half of what parts articles.
  const opening = article.series ? 0 : spaces.article / 2;
  const least = outlining.article > 1 ? spaces.article : opening;
  return all.map((made, k) => (k === 0 ? { ...made, before: Math.max(made.before, least) } : made));
}

/** Between the languages of a series line, in ems of the Chinese. */
const SERIES_GAP = 1.5;

/** Both languages on one line where it holds them, else one under the other. */
function seriesBands(c: Composition, pair: TextPair, lanes: Lanes, parent: Element): readonly Block[] {
  const make = (language: Language) => element("P", parent, { language });
  const texts = lanes.full.flat().flatMap(({ language }) => {
    const inline = pair[language];
    return inline ? [{ passage: passage(c, inline, styleOf(c, "series", language), "display"), make }] : [];
  });
  const { size, align, leading } = styleOf(c, "series", "zh");
  const pieces =
    texts.length === 2 ? oneLine(c, texts, SERIES_GAP * size, align, typeWidth(c.setting.design)) : null;
  if (!pieces) return bands(c, pair, "series", lanes, make);
  const room = lineRoom(c, leading);
  const strips = [{ rows: [rowOf(0, pieces)], descent: room.descent }];
  return [block({ strips, ...room, keepWithNext: true, band: true })];
}

function bands(
  c: Composition,
  pair: TextPair,
  style: StyleName,
  lanes: Lanes,
  make: (language: Language) => Element,
): readonly Block[] {
  return lanes.full.flatMap((group) => {
    const texts = pairTexts(c, group, pair, style, make, () => ({ indent: 0, balanced: true }));
    const shown = style === "title" ? texts.map((text) => subtitled(c, text)) : texts;
    return shown.length === 0
      ? []
      : [textBlock(c, shown, { ...spaced(c.setting.design.spaces.title), keepWithNext: true, band: true })];
  });
}

/** A Chinese title that one line does not hold, its subtitle on a line of its own; the editor's line breaks stay. */
function subtitled(c: Composition, text: Text): Text {
  const { passage, measure } = text;
  if (passage.language !== "zh") return text;
  const typed = passage.parts.flatMap(({ runs }) => runs.map((run) => run.text)).join("");
  if (typed.indexOf(SUBTITLE) <= 0 || typed.includes("\n")) return text;
  const isOneLine = (setOne(c, passage)?.right ?? 0) <= measure;
  return isOneLine ? text : { ...text, passage: { ...passage, kind: "subtitled" } };
}
