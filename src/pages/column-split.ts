/** The texts of an issue in → the Chinese measure that wastes the least paper, in whole ems. */

import type { Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { quickLines } from "../lines/quick-fit.ts";
import type { StyleName, TextStyle } from "../model/design.ts";
import type { Block, TextPair } from "../model/issue.ts";
import { onGrid } from "./block.ts";
import { type Composition, itemizeOnce, passage, styleOf } from "./composition.ts";
import { type Lane, lanesOf } from "./lanes.ts";

/** Splits whose heights differ by less than this share are equal: the one with the least blank wins. */
const EQUAL = 0.02;

interface Pairing {
  readonly zh: Paragraph;
  readonly en: Paragraph;
  readonly style: Pair<TextStyle>;
}

/** @returns Ems of the Chinese body; the theme's own where it names one. */
export function chooseMeasure(c: Composition): Em {
  const { design } = c.setting;
  const { layout } = design;
  if (layout.measure !== null) return layout.measure;
  if (c.edition !== "bilingual" || layout.mode !== "parallel") return layout.measureMin;
  const pairs = pairings(c);
  const candidates: { readonly measure: Em; readonly height: Pt; readonly blank: Pt }[] = [];
  for (let measure = layout.measureMin; measure <= layout.measureMax; measure++) {
    const [zh, en] = lanesOf(design, c.edition, measure).body[0]! as [Lane, Lane];
    const sizes = pairs.map((pair) => sizeOf(pair, zh, en, design.grid));
    const height = sizes.reduce((sum, size) => sum + size.height, 0);
    candidates.push({ measure, height, blank: sizes.reduce((sum, size) => sum + size.blank, 0) });
  }
  const least = Math.min(...candidates.map((candidate) => candidate.height));
  const equal = candidates.filter(({ height }) => height <= least * (1 + EQUAL));
  return equal.reduce((a, b) => (b.blank <= a.blank ? b : a)).measure;
}

function pairings(c: Composition): readonly Pairing[] {
  const texts = c.issue.articles.flatMap((article) => article.body.flatMap(longTexts));
  const all = c.issue.note ? [{ text: c.issue.note, style: "note" as const }, ...texts] : texts;
  return all.flatMap(({ text, style }): Pairing[] => {
    if (!text.zh || !text.en) return [];
    const zh = styleOf(c, style, "zh");
    const en = styleOf(c, style, "en");
    return [
      {
        zh: itemizeOnce(c, passage(c, text.zh, zh)).paragraph,
        en: itemizeOnce(c, passage(c, text.en, en)).paragraph,
        style: { zh, en },
      },
    ];
  });
}

/** What of a block runs over several lines; headings and tables weigh little. */
function longTexts(part: Block): readonly { readonly text: TextPair; readonly style: StyleName }[] {
  if (part.kind === "paragraph") return [{ text: part.text, style: "body" }];
  if (part.kind === "list") return part.items.map((text) => ({ text, style: "list" }));
  return part.kind === "quote" ? [{ text: part.text, style: "quote" }] : [];
}

/** Height of a pair whose first baselines are level (rules: pages), and what its shorter text leaves blank. */
function sizeOf({ zh, en, style }: Pairing, left: Lane, right: Lane, grid: Pt) {
  const a = (quickLines(zh, left.measure, style.zh.indent) - 1) * style.zh.leading;
  const b = (quickLines(en, right.measure, style.en.indent) - 1) * style.en.leading;
  return { height: onGrid(Math.max(a, b) + style.zh.leading, grid), blank: Math.abs(a - b) };
}
