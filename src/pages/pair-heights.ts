/** A pair of texts and a Chinese measure in → the pair's height, quickly or as its pages will have it. */
import { LANGUAGES, type Language, type Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import type { Itemized } from "../inline/itemize.ts";
import type { Passage } from "../inline/setting.ts";
import { quickLines } from "../lines/quick-fit.ts";
import type { TextStyle } from "../model/design.ts";
import { onGrid } from "./block.ts";
import { breakText, type Composition, itemizeOnce, shapeOf } from "./composition.ts";
import { type Lane, lanesOf } from "./lanes.ts";
import { pairForms } from "./level-pairs.ts";

/** How a text stands in its column. */
export interface Standing {
  readonly indent: Pt;
  readonly hanging: Pt;
  /** From the edges of the column, on both sides. */
  readonly inset: Pt;
}

export interface LongText extends Standing {
  readonly passage: Passage;
  readonly style: TextStyle;
}

/** A pair as its pages will have it. */
interface SetPair {
  readonly height: Pt;
  /** What the shorter text leaves blank, pt. */
  readonly blank: Pt;
  /** Lines set ill, in either language. */
  readonly ill: number;
}

/** What is known of the heights of two paragraphs, by measure. */
interface Heights {
  readonly en: Itemized;
  /** Of both. */
  readonly standings: readonly Pt[];
  readonly quick: Map<Em, Pt>;
  readonly set: Map<Em, SetPair>;
}

export interface MeasuredPair {
  readonly pair: Pair<LongText>;
  readonly heights: Heights;
}

/** Badness from which a line counts as set ill: spaces move alone. */
const ILL_BADNESS = 200;

/** By the Chinese paragraph, which an edit of others leaves the same. */
const known = new WeakMap<Itemized, Heights>();

export function measuredPair(c: Composition, pair: Pair<LongText>): MeasuredPair {
  const [zh, en] = [itemizeOnce(c, pair.zh.passage), itemizeOnce(c, pair.en.passage)];
  const standings = LANGUAGES.flatMap((language) => {
    const { indent, hanging, inset } = pair[language];
    return [indent, hanging, inset];
  });
  const found = known.get(zh);
  if (found?.en === en && found.standings.every((one, k) => one === standings[k]))
    return { pair, heights: found };
  const heights: Heights = { en, standings, quick: new Map(), set: new Map() };
  known.set(zh, heights);
  return { pair, heights };
}

const lanesAt = (c: Composition, measure: Em): Pair<Lane> => {
  const [zh, en] = lanesOf(c.setting.design, c.edition, measure).body[0]! as [Lane, Lane];
  return { zh, en };
};

/** Height by first fit: wrong by a line here and there, right enough to leave most measures out. */
export function quickHeight(c: Composition, { pair, heights: { quick } }: MeasuredPair, measure: Em): Pt {
  const found = quick.get(measure);
  if (found !== undefined) return found;
  const lanes = lanesAt(c, measure);
  const height = (language: Language) => {
    const { passage, style, indent, hanging, inset } = pair[language];
    const { paragraph } = itemizeOnce(c, passage);
    const measure = lanes[language].measure - 2 * inset - hanging;
    const make = () => quickLines(paragraph, measure, indent - hanging);
    const lines = c.memory ? c.memory.quick(passage, `${measure} ${indent - hanging}`, make) : make();
    return lines * style.leading;
  };
  const made = Math.max(height("zh"), height("en"));
  quick.set(measure, made);
  return made;
}

export function setHeight(c: Composition, { pair, heights: { set } }: MeasuredPair, measure: Em): SetPair {
  const found = set.get(measure);
  if (found) return found;
  const lanes = lanesAt(c, measure);
  const texts = LANGUAGES.map((language) => {
    const { passage, style, indent, hanging, inset } = pair[language];
    const shape = shapeOf(lanes[language].measure - 2 * inset, style, { indent, hanging });
    return { broken: breakText(c, passage, shape), leading: style.leading };
  });
  const forms = pairForms(texts, c.setting.design.grid)[0].breaks;
  const heights = texts.map(({ leading }, k) => forms[k]!.ends.length * leading);
  const height = onGrid(Math.max(...heights), c.setting.design.grid);
  const made: SetPair = {
    height,
    blank: 2 * height - heights.reduce((sum, own) => sum + own, 0),
    ill: forms.reduce((sum, { badness }) => sum + badness.filter((one) => one > ILL_BADNESS).length, 0),
  };
  set.set(measure, made);
  return made;
}
