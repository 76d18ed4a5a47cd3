/** Series line and title in → bands over the full measure, Chinese above English. */
import type { Language } from "../base/language.ts";
import type { StyleName } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import type { Article, TextPair } from "../model/issue.ts";
import type { Block } from "./block.ts";
import { entryOf, type Outlining } from "./body-blocks.ts";
import type { Composition } from "./composition.ts";
import type { Lanes } from "./lanes.ts";
import { pairTexts, spaced, textBlock } from "./text-block.ts";

export function titleBlocks(
  c: Composition,
  article: Article,
  lanes: Lanes,
  parent: Element,
  outlining: Outlining,
): readonly Block[] {
  const { spaces } = c.setting.design;
  Object.assign(outlining, { article: outlining.article + 1, heading: 0, subheading: 0 });
  const series = article.series
    ? bands(c, article.series, "series", lanes, (language) => element("P", parent, { language }))
    : [];
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
  return [
    ...stack(series, spaces.series.before, 0, spaces.series.after),
    ...stack(title, spaces.title.before, spaces.title.after, spaces.subtitle.after),
  ];
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
    return texts.length === 0
      ? []
      : [textBlock(c, texts, { ...spaced(c.setting.design.spaces.title), keepWithNext: true, band: true })];
  });
}
