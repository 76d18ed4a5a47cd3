/** The texts of an issue in → the Chinese measure that wastes least paper and sets best, in whole ems. */
import type { Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import type { Passage } from "../inline/setting.ts";
import { quickLines } from "../lines/quick-fit.ts";
import type { StyleName, TextStyle } from "../model/design.ts";
import type { Block, TextPair } from "../model/issue.ts";
import { onGrid } from "./block.ts";
import { breakText, type Composition, itemizeOnce, passage, shapeOf, styleOf } from "./composition.ts";
import { type Lane, lanesOf } from "./lanes.ts";
import { pairForms } from "./level-pairs.ts";

/** A measure that was tried, and what it costs. */
export interface SplitCandidate {
  /** Chinese measure, em. */
  readonly measure: Em;
  /** Height of all pairs, pt. */
  readonly height: Pt;
  /** What the shorter texts of the pairs leave blank, pt. */
  readonly blank: Pt;
  /** Lines set ill, in either language. */
  readonly ill: number;
  /** What it comes to, in lines of paper; less is better. */
  readonly cost: number;
}

export interface Split {
  readonly measure: Em;
  /** Best first; empty where the theme pins the measure or the edition has no split. */
  readonly candidates: readonly SplitCandidate[];
}

/** Measures whose quick height is within this share of the least are set in earnest. */
const NEAR = 0.035;
/** Paper that stays blank counts this much again: it shows on every page. */
const BLANK = 2;
/** Splits whose costs differ by less than this share are alike. */
const ALIKE = 0.02;
/** Lines of paper that a line set ill is worth (chosen by eye). */
const ILL = 2;
/** Badness from which a line counts as set ill: spaces move alone. */
const ILL_BADNESS = 200;

interface Pairing {
  readonly zh: Passage;
  readonly en: Passage;
  readonly style: Pair<TextStyle>;
}

/** @returns Ems of the Chinese body; the theme's own where it names one. */
export function chooseSplit(c: Composition): Split {
  const { layout } = c.setting.design;
  if (layout.measure !== null) return { measure: layout.measure, candidates: [] };
  if (c.edition !== "bilingual" || layout.mode !== "parallel")
    return { measure: layout.measureMin, candidates: [] };
  const pairs = sample(pairings(c));
  const quick: { readonly measure: Em; readonly height: Pt }[] = [];
  for (let measure = layout.measureMin; measure <= layout.measureMax; measure++)
    quick.push({ measure, height: quickHeight(c, pairs, measure) });
  const least = Math.min(...quick.map(({ height }) => height));
  const candidates = quick
    .filter(({ height }) => height <= least * (1 + NEAR))
    .map(({ measure }) => tried(c, pairs, measure));
  const middle = (layout.measureMin + layout.measureMax) / 2;
  const bound = Math.min(...candidates.map(({ cost }) => cost)) * (1 + ALIKE);
  // Alike ones are told apart by what no edit of the text changes, or columns would jump with every comma.
  const rank = ({ cost }: SplitCandidate) => (cost <= bound ? 0 : cost);
  candidates.sort((a, b) => rank(a) - rank(b) || Math.abs(a.measure - middle) - Math.abs(b.measure - middle));
  return { measure: candidates[0]!.measure, candidates };
}

/** Pairs that the choice rests on; a long issue is known by some of its pages. */
const ENOUGH = 48;

function sample(pairs: readonly Pairing[]): readonly Pairing[] {
  if (pairs.length <= ENOUGH) return pairs;
  return Array.from({ length: ENOUGH }, (_, k) => pairs[Math.floor((k * pairs.length) / ENOUGH)]!);
}

function pairings(c: Composition): readonly Pairing[] {
  const texts = c.issue.articles.flatMap((article) => article.body.flatMap(longTexts));
  const all = c.issue.note ? [{ text: c.issue.note, style: "note" as const }, ...texts] : texts;
  return all.flatMap(({ text, style }): Pairing[] => {
    if (!text.zh || !text.en) return [];
    const zh = styleOf(c, style, "zh");
    const en = styleOf(c, style, "en");
    return [{ zh: passage(c, text.zh, zh), en: passage(c, text.en, en), style: { zh, en } }];
  });
}

/** What of a block runs over several lines; headings and tables weigh little. */
function longTexts(part: Block): readonly { readonly text: TextPair; readonly style: StyleName }[] {
  if (part.kind === "paragraph") return [{ text: part.text, style: "body" }];
  if (part.kind === "list") return part.items.map((text) => ({ text, style: "list" }));
  return part.kind === "quote" ? [{ text: part.text, style: "quote" }] : [];
}

const laneOf = (c: Composition, measure: Em): Pair<Lane> => {
  const [zh, en] = lanesOf(c.setting.design, c.edition, measure).body[0]! as [Lane, Lane];
  return { zh, en };
};

/** Height by first fit: wrong by a line here and there, right enough to leave most measures out. */
function quickHeight(c: Composition, pairs: readonly Pairing[], measure: Em): Pt {
  const lanes = laneOf(c, measure);
  const height = (pair: Pairing, language: "zh" | "en") => {
    const { indent, leading } = pair.style[language];
    const { paragraph } = itemizeOnce(c, pair[language]);
    const { measure } = lanes[language];
    const make = () => quickLines(paragraph, measure, indent);
    const lines = c.memory ? c.memory.quick(pair[language], `${measure} ${indent}`, make) : make();
    return lines * leading;
  };
  return pairs.reduce((sum, pair) => sum + Math.max(height(pair, "zh"), height(pair, "en")), 0);
}

/** A measure as its pages will have it. */
function tried(c: Composition, pairs: readonly Pairing[], measure: Em): SplitCandidate {
  const lanes = laneOf(c, measure);
  const { grid, styles } = c.setting.design;
  let height = 0;
  let blank = 0;
  let ill = 0;
  for (const pair of pairs) {
    const texts = (["zh", "en"] as const).map((language) => {
      const style = pair.style[language];
      const shape = shapeOf(lanes[language].measure, style, { indent: style.indent });
      return { broken: breakText(c, pair[language], shape), leading: style.leading };
    });
    const forms = pairForms(texts, grid)[0].breaks;
    const heights = texts.map(({ leading }, k) => forms[k]!.ends.length * leading);
    const tall = onGrid(Math.max(...heights), grid);
    height += tall;
    blank += 2 * tall - heights.reduce((sum, own) => sum + own, 0);
    texts.forEach((_, k) => {
      ill += forms[k]!.badness.filter((badness) => badness > ILL_BADNESS).length;
    });
  }
  const cost = (2 * height + BLANK * blank) / styles.body.zh.leading + ILL * ill;
  return { measure, height, blank, ill, cost };
}
