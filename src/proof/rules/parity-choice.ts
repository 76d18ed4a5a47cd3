/** One of a set, such as a weekday, a quarter, he or she, a city → the same one in both languages. */
import { type Slip, slip } from "../finding.ts";
import { eachPair, type FullPair, type Rule } from "../rule.ts";
import { rangeOf } from "../text.ts";
import { CHOICES, type Choice } from "./choices.ts";

/** Where the members of a set stand in a text, the first place of each. */
function membersIn(text: string, forms: readonly RegExp[]): ReadonlyMap<number, RegExpExecArray> {
  const found = new Map<number, RegExpExecArray>();
  for (const [member, form] of forms.entries()) {
    const match = form.exec(text);
    if (match) found.set(member, match);
  }
  return found;
}

/** One member is named in Chinese alone, and another one in English alone: the one was put for the other. */
function* exchanged(pair: FullPair, { zh, en, single }: Choice): Generator<Slip> {
  const ours = membersIn(pair.zh.text, zh);
  if (ours.size === 0 || (single && ours.size > 1)) return;
  const theirs = membersIn(pair.en.text, en);
  if (theirs.size === 0 || (single && theirs.size > 1)) return;
  const onlyZh = [...ours].filter(([member]) => !theirs.has(member));
  const onlyEn = [...theirs].filter(([member]) => !ours.has(member));
  const [[, left], [, right]] = [onlyZh[0] ?? [], onlyEn[0] ?? []];
  if (!left || !right || onlyZh.length > 1 || onlyEn.length > 1) return;
  const message = {
    zh: `中文作“${left[0]}”，英文作“${right[0]}”`,
    en: `Chinese says “${left[0]}”, English says “${right[0]}”`,
  };
  yield slip(pair.en.span(rangeOf(right)), message, { related: [pair.zh.span(rangeOf(left))] });
}

export const parityChoice: Rule = {
  id: "parity-choice",
  group: "parity",
  severity: "warning",
  says: {
    zh: "星期、季度、上下半年、他和她、进口和出口、国家和城市等两种语言须一致。",
    en: "A weekday, a quarter or half of a year, he or she, imports or exports, a country or city is the same one in both languages.",
  },
  example: {
    bad: { zh: "陕西今年上半年出口增长。", en: "Exports of Shanxi grew in the first half of this year." },
    good: { zh: "陕西今年上半年出口增长。", en: "Exports of Shaanxi grew in the first half of this year." },
  },
  check: (proof) =>
    eachPair(proof, function* (pair) {
      for (const choice of CHOICES) yield* exchanged(pair, choice);
    }),
};
