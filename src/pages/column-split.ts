/** The texts of an issue in → the Chinese measure that wastes least paper and sets best, in whole ems. */
import { LANGUAGES, type Language, type Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import type { Passage } from "../inline/setting.ts";
import { quickLines } from "../lines/quick-fit.ts";
import type { StyleName, TextStyle } from "../model/design.ts";
import type { Inline } from "../model/inline.ts";
import type { Block, TextPair } from "../model/issue.ts";
import { onGrid } from "./block.ts";
import { opensAt, paragraphIndent } from "./body-blocks.ts";
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

/** How a text stands in its column. */
interface Standing {
  readonly indent: Pt;
  readonly hanging: Pt;
  /** From the edges of the column, on both sides. */
  readonly inset: Pt;
}

interface LongText extends Standing {
  readonly passage: Passage;
  readonly style: TextStyle;
}

type Pairing = Pair<LongText>;

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
  const { note, articles } = c.issue;
  const indented = ({ indent }: TextStyle): Standing => ({ indent, hanging: 0, inset: 0 });
  const ofNote = note ? pairing(c, note, "note", indented) : [];
  return [...ofNote, ...articles.flatMap(({ body }) => body.flatMap((_, k) => longTexts(c, body, k)))];
}

/** What of a block runs over several lines; headings and tables weigh little. */
function longTexts(c: Composition, body: readonly Block[], index: number): readonly Pairing[] {
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
): readonly Pairing[] {
  if (!zh || !en) return [];
  const made = (inline: Inline): LongText => {
    const style = styleOf(c, name, inline.language);
    return { passage: passage(c, inline, style), style, ...standing(style, inline.language) };
  };
  return [{ zh: made(zh), en: made(en) }];
}

const laneOf = (c: Composition, measure: Em): Pair<Lane> => {
  const [zh, en] = lanesOf(c.setting.design, c.edition, measure).body[0]! as [Lane, Lane];
  return { zh, en };
};

/** Height by first fit: wrong by a line here and there, right enough to leave most measures out. */
function quickHeight(c: Composition, pairs: readonly Pairing[], measure: Em): Pt {
  const lanes = laneOf(c, measure);
  const height = (pair: Pairing, language: Language) => {
    const { passage, style, indent, hanging, inset } = pair[language];
    const { paragraph } = itemizeOnce(c, passage);
    const measure = lanes[language].measure - 2 * inset - hanging;
    const make = () => quickLines(paragraph, measure, indent - hanging);
    const lines = c.memory ? c.memory.quick(passage, `${measure} ${indent - hanging}`, make) : make();
    return lines * style.leading;
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
    const texts = LANGUAGES.map((language) => {
      const { passage, style, indent, hanging, inset } = pair[language];
      const shape = shapeOf(lanes[language].measure - 2 * inset, style, { indent, hanging });
      return { broken: breakText(c, passage, shape), leading: style.leading };
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
