/** An article's credits in → a block at its end: 整理：陈红光、赵程程 / Compiled by: … */
import type { Part, Passage } from "../inline/setting.ts";
import { type Element, element } from "../model/element.ts";
import { plainText } from "../model/inline.ts";
import type { Credit } from "../model/issue.ts";
import { standing } from "../model/places.ts";
import type { Block } from "./block.ts";
import { type Composition, ownText, passage, styleOf } from "./composition.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { spaced, type Text, textBlock } from "./text-block.ts";
import { colonAfter, withoutColon } from "./wording.ts";

export function creditBlocks(
  c: Composition,
  credits: readonly Credit[],
  lanes: Lanes,
  parent: Element,
): readonly Block[] {
  const { spaces } = c.setting.design;
  const written = credits.flatMap((credit) =>
    lanes.body
      .map((group) => group.flatMap((lane) => creditText(c, credit, lane, parent)))
      .filter((texts) => texts.length > 0),
  );
  return written.map((texts, k) =>
    textBlock(c, texts, { ...(k === 0 ? spaced(spaces.credits) : {}), closing: true }),
  );
}

function creditText(c: Composition, credit: Credit, lane: Lane, parent: Element): readonly Text[] {
  const { language } = lane;
  const typedLabel = credit.label[language];
  const value = credit.value[language];
  if (!typedLabel || !value) return [];
  const label = withoutColon(typedLabel);
  const style = styleOf(c, "credits", language);
  const typed = passage(c, value, style);
  const between = ownText(colonAfter(plainText(label)));
  const end = label.span.end;
  const colon = { ...between, places: standing(end, between.text.length) };
  const parts: Part[] = [{ runs: [...label.runs, colon, ...typed.parts[0]!.runs], style }];
  const whole: Passage = { ...typed, parts, kind: "credits" };
  const { x, measure } = lane;
  const owner = element("P", parent, { language });
  return [{ passage: whole, style, x, measure, element: owner, balanced: true }];
}
