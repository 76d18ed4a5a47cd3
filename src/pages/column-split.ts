/** The texts of an issue in → the Chinese measure that wastes least paper and sets best, in whole ems. */
import type { Language, Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import type { StyleName, TextStyle } from "../model/design.ts";
import type { Inline } from "../model/inline.ts";
import type { Block, TextPair } from "../model/issue.ts";
import { opensAt, paragraphIndent } from "./body-blocks.ts";
import { type Composition, passage, styleOf } from "./composition.ts";
import {
  type LongText,
  type MeasuredPair,
  measuredPair,
  quickHeight,
  type Standing,
  setHeight,
} from "./pair-heights.ts";

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

/** @returns Ems of the Chinese body; the theme's own where it names one. */
export function chooseSplit(c: Composition): Split {
  const { layout } = c.setting.design;
  if (layout.measure !== null) return { measure: layout.measure, candidates: [] };
  if (c.edition !== "bilingual" || layout.mode !== "parallel")
    return { measure: layout.measureMin, candidates: [] };
  const pairs = sample(pairings(c)).map((pair) => measuredPair(c, pair));
  const quick: { readonly measure: Em; readonly height: Pt }[] = [];
  for (let measure = layout.measureMin; measure <= layout.measureMax; measure++)
    quick.push({ measure, height: sumOf(pairs, (pair) => quickHeight(c, pair, measure)) });
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

function sample(pairs: readonly Pair<LongText>[]): readonly Pair<LongText>[] {
  if (pairs.length <= ENOUGH) return pairs;
  return Array.from({ length: ENOUGH }, (_, k) => pairs[Math.floor((k * pairs.length) / ENOUGH)]!);
}

function pairings(c: Composition): readonly Pair<LongText>[] {
  const { note, articles } = c.issue;
  const indented = ({ indent }: TextStyle): Standing => ({ indent, hanging: 0, inset: 0 });
  const ofNote = note ? pairing(c, note, "note", indented) : [];
  return [...ofNote, ...articles.flatMap(({ body }) => body.flatMap((_, k) => longTexts(c, body, k)))];
}

/** What of a block runs over several lines; headings and tables weigh little. */
function longTexts(c: Composition, body: readonly Block[], index: number): readonly Pair<LongText>[] {
  const { design } = c.setting;
  const { listIndent, quoteIndent } = design.spaces;
  const part = body[index]!;
  if (part.kind === "paragraph") {
    const opens = opensAt(body, index);
    return pairing(c, part.text, "body", (style, language) => ({
      indent: paragraphIndent(design, style, language, opens),
      hanging: 0,
      inset: 0,
    }));
  }
  if (part.kind === "list") {
    const standing = () => ({ indent: listIndent, hanging: listIndent, inset: 0 });
    return part.items.flatMap((item) => pairing(c, item, "list", standing));
  }
  if (part.kind === "quote")
    return pairing(c, part.text, "quote", ({ indent }) => ({ indent, hanging: 0, inset: quoteIndent }));
  return [];
}

/** @returns Nothing where one language is missing. */
function pairing(
  c: Composition,
  { zh, en }: TextPair,
  name: StyleName,
  standing: (style: TextStyle, language: Language) => Standing,
): readonly Pair<LongText>[] {
  if (!zh || !en) return [];
  const made = (inline: Inline): LongText => {
    const style = styleOf(c, name, inline.language);
    return { passage: passage(c, inline, style), style, ...standing(style, inline.language) };
  };
  return [{ zh: made(zh), en: made(en) }];
}

/** A measure as its pages will have it. */
function tried(c: Composition, pairs: readonly MeasuredPair[], measure: Em): SplitCandidate {
  const set = pairs.map((pair) => setHeight(c, pair, measure));
  const height = sumOf(set, (pair) => pair.height);
  const blank = sumOf(set, (pair) => pair.blank);
  const ill = sumOf(set, (pair) => pair.ill);
  const cost = (2 * height + BLANK * blank) / c.setting.design.styles.body.zh.leading + ILL * ill;
  return { measure, height, blank, ill, cost };
}

const sumOf = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0);
