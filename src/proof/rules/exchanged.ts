/** The numbers of a pair in → those that changed places in one language, in a sentence or between two: 上海占 71%，北京占 24% as 24% and 71%. */
import type { Wording } from "../../base/language.ts";
import { type Slip, slip } from "../finding.ts";
import type { Quantities, Quantity } from "../numbers/quantity.ts";
import type { FullPair } from "../rule.ts";
import type { ProofText } from "../text.ts";
import { PLACES } from "./places.ts";

/** What a number belongs to, where both languages name it. */
interface Landmark {
  readonly zh: RegExp;
  readonly en: RegExp;
}

const NOUNS: readonly Landmark[] = [
  { zh: /(?<!进)出口/g, en: /\bexport(?:s|ed)?\b/gi },
  { zh: /进口(?!出)/g, en: /\bimport(?:s|ed)?\b/gi },
  { zh: /男[性生子童职]/g, en: /\b(?:men|males?|boys)\b/gi },
  { zh: /女[性生子童职]/g, en: /\b(?:women|females?|girls)\b/gi },
  { zh: /城[镇市]/g, en: /\b(?:urban|cities|towns?)\b/gi },
  { zh: /农村/g, en: /\b(?:rural|countryside)\b/gi },
  { zh: /收入/g, en: /\b(?:revenues?|incomes?)\b/gi },
  { zh: /利润/g, en: /\bprofits?\b/gi },
  { zh: /支出/g, en: /\b(?:expenditures?|spending)\b/gi },
  { zh: /企业/g, en: /\b(?:enterprises|companies|businesses)\b/gi },
  { zh: /高校|大学/g, en: /\b(?:universities|colleges)\b/gi },
  { zh: /就业/g, en: /\bemployment\b/gi },
  { zh: /(?<!固定资产)投资/g, en: /(?<!fixed[- ]asset )\binvestments?\b/gi },
  { zh: /固定资产投资/g, en: /\bfixed[- ]asset investment\b/gi },
  { zh: /消费/g, en: /\bconsumption\b/gi },
  { zh: /工业/g, en: /\bindustrial\b/gi },
  { zh: /农业/g, en: /\bagricultur(?:e|al)\b/gi },
  { zh: /服务业/g, en: /\bservices?\b/gi },
  { zh: /(?:一|首)季度/g, en: /\b(?:first quarter|Q1)\b/gi },
  { zh: /二季度/g, en: /\b(?:second quarter|Q2)\b/gi },
  { zh: /三季度/g, en: /\b(?:third quarter|Q3)\b/gi },
  { zh: /四季度/g, en: /\b(?:fourth quarter|Q4)\b/gi },
  { zh: /上半年/g, en: /\bfirst half\b/gi },
  { zh: /下半年/g, en: /\bsecond half\b/gi },
];

const named = (): readonly Landmark[] => [
  ...PLACES.map(({ zh, en }) => ({ zh: new RegExp(zh, "g"), en: new RegExp(`\\b${en}\\b`, "g") })),
  ...NOUNS,
];

/** Names in Latin letters are the same in both languages. */
function latinIn(zh: string): readonly Landmark[] {
  const words = new Set(zh.match(/(?<![\w.@/-])[A-Z][A-Za-z]+(?![\w.@/-])/g) ?? []);
  return [...words].map((word) => ({
    zh: new RegExp(`\\b${word}\\b`, "g"),
    en: new RegExp(`\\b${word}\\b`, "g"),
  }));
}

let known: readonly Landmark[] | null = null;

/** A stretch of one language: a sentence. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

function sentences({ text }: ProofText, end: RegExp): readonly Stretch[] {
  const ends = [...text.matchAll(end)].map(({ index }) => index + 1);
  return [...ends, text.length].map((end, k) => ({ start: ends[k - 1] ?? 0, end }));
}

const SENTENCES = { zh: /[。；！？]/g, en: /[.;!?](?=["”’)]?\s)/g } as const;

const inside = (all: readonly Quantity[], { start, end }: Stretch) =>
  all.filter((one) => one.start >= start && one.end <= end);

const valuesOf = (all: readonly Quantity[]): readonly number[] => all.map(({ values }) => values[0]!);

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.join(" ") === b.join(" ");

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** Where a landmark stands that is named once; null elsewhere. */
function placeOf(form: RegExp, { text }: ProofText, { start, end }: Stretch): number | null {
  const [first, second] = [...text.slice(start, end).matchAll(form)];
  return first && !second ? start + first.index : null;
}

/** Landmarks (by their order in Chinese) and numbers (`#`) as they follow each other. */
function orderOf(places: readonly number[], numbers: readonly Quantity[]): readonly string[] {
  const marks = [
    ...places.map((at, k) => [at, String(k)] as const),
    ...numbers.map(({ start }) => [start, "#"] as const),
  ];
  return marks.sort(([a], [b]) => a - b).map(([, mark]) => mark);
}

/** Each number with a landmark before it, each with one behind it, or all landmarks first. */
const PAIRED = /^(?:(?:\d+ #(?: |$))+|(?:# \d+(?: |$))+|(?:\d+ )+#(?: #)+)$/;

/**
 * Numbers of one kind in a sentence that both languages have in another order, beside what they belong to in the
 * same one. A sentence that was turned round has its landmarks in another order too, and is none.
 */
export function* exchanged(pair: FullPair, all: Quantities, kind: "percent" | "count"): Generator<Slip> {
  const ofKind = (among: readonly Quantity[]) => among.filter((one) => one.kind === kind && !one.weak);
  const [zhAll, enAll] = [ofKind(all.zh), ofKind(all.en)];
  if (zhAll.length < 2 || isSame(valuesOf(zhAll), valuesOf(enAll))) return;
  for (const zhSentence of sentences(pair.zh, SENTENCES.zh)) {
    const zh = inside(zhAll, zhSentence);
    if (zh.length < 2 || new Set(valuesOf(zh)).size < zh.length) continue;
    for (const enSentence of sentences(pair.en, SENTENCES.en)) {
      const en = inside(enAll, enSentence);
      const isOther = isSame(valuesOf(zh), valuesOf(en));
      if (isOther || !isSame(sorted(valuesOf(zh)), sorted(valuesOf(en)))) continue;
      if (isInStep(pair, { zh: zhSentence, en: enSentence }, { zh, en }, all)) yield told(pair, { zh, en });
    }
  }
}

/** Whether as many landmarks as numbers stand beside them alike in both languages. */
function isInStep(
  pair: FullPair,
  at: { readonly zh: Stretch; readonly en: Stretch },
  numbers: Quantities,
  all: Quantities,
): boolean {
  known ??= named();
  const names = [...known, ...latinIn(pair.zh.text.slice(at.zh.start, at.zh.end))].flatMap(({ zh, en }) => {
    const [ours, theirs] = [placeOf(zh, pair.zh, at.zh), placeOf(en, pair.en, at.en)];
    return ours === null || theirs === null ? [] : [{ zh: ours, en: theirs }];
  });
  const years = inside(all.zh, at.zh).flatMap(({ kind, values, start }) => {
    const others = inside(all.en, at.en).filter((one) => one.kind === "year" && one.values[0] === values[0]);
    return kind === "year" && others.length === 1 ? [{ zh: start, en: others[0]!.start }] : [];
  });
  const count = numbers.zh.length;
  const found = [names, years].find(({ length }) => length === count);
  if (!found) return false;
  const inOrder = found.toSorted((a, b) => a.zh - b.zh);
  const order = orderOf(
    inOrder.map(({ zh }) => zh),
    numbers.zh,
  );
  const theirs = orderOf(
    inOrder.map(({ en }) => en),
    numbers.en,
  );
  return isSame(order, theirs) && PAIRED.test(order.join(" "));
}

/** Sentences to their stop: clauses behind a semicolon belong to them. */
const WHOLE = { zh: /[。！？]/g, en: /[.!?](?=["”’)]?\s+["“(]?[A-Z])/g } as const;

const whole = (text: ProofText): readonly Stretch[] =>
  sentences(text, WHOLE[text.language]).filter((one) => text.at(one) !== "");

/** The only number of one side that the other side's sentence lacks; null where there are none, or several. */
function onlyOdd(ours: readonly Quantity[], theirs: readonly Quantity[]): Quantity | null {
  const values = new Set(valuesOf(theirs));
  const [odd, second] = ours.filter((one) => !values.has(one.values[0]!));
  return odd && !second ? odd : null;
}

/** A sentence of each language, the same in number, with the one number in each that the other lacks. */
interface OddPair {
  readonly at: { readonly zh: Stretch; readonly en: Stretch };
  readonly zh: Quantity;
  readonly en: Quantity;
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** How much a translation is longer in one place than in another. */
const apart = (a: OddPair["at"], b: OddPair["at"]): number =>
  Math.abs(Math.log((lengthOf(a.en) * lengthOf(b.zh)) / (lengthOf(a.zh) * lengthOf(b.en))));

/** By so much the sentences in their order must be more alike in length than in the other order; chosen by trial. */
const CLEARLY = 0.25;

/** Whether two sentences are known to follow each other alike in both languages: no one turned them round. */
function areInOrder(pair: FullPair, [first, second]: readonly [OddPair, OddPair], all: Quantities): boolean {
  known ??= named();
  const marks = [...known, ...latinIn(pair.zh.text)].flatMap(({ zh, en }) => {
    const has = (form: RegExp, text: ProofText, at: Stretch) => placeOf(form, text, at) !== null;
    const [a, b] = [has(zh, pair.zh, first.at.zh), has(zh, pair.zh, second.at.zh)];
    const [c, d] = [has(en, pair.en, first.at.en), has(en, pair.en, second.at.en)];
    return a === b || c === d ? [] : [a === c];
  });
  if (marks.includes(false)) return false;
  const others = ({ at, zh, en }: OddPair) => {
    const values = new Set(valuesOf(inside(all.en, at.en).filter((one) => one !== en)));
    return inside(all.zh, at.zh).some((one) => one !== zh && values.has(one.values[0]!));
  };
  if (marks.length > 0 || others(first) || others(second)) return true;
  const crossed = [
    { zh: first.at.zh, en: second.at.en },
    { zh: second.at.zh, en: first.at.en },
  ] as const;
  return apart(first.at, second.at) + CLEARLY < apart(...crossed);
}

/** Numbers of one kind that changed places between two sentences, which follow each other alike in both languages. */
export function* exchangedAcross(
  pair: FullPair,
  all: Quantities,
  kind: "percent" | "count",
): Generator<Slip> {
  const ofKind = (among: readonly Quantity[]) => among.filter((one) => one.kind === kind && !one.weak);
  // What one language alone has is told by itself.
  const shared = (ours: readonly Quantity[], theirs: readonly Quantity[]) => {
    const values = new Set(valuesOf(theirs));
    return ours.filter(({ values: [value] }) => values.has(value!));
  };
  const [zhKind, enKind] = [ofKind(all.zh), ofKind(all.en)];
  const [zhAll, enAll] = [shared(zhKind, enKind), shared(enKind, zhKind)];
  if (zhAll.length < 2 || !isSame(sorted(valuesOf(zhAll)), sorted(valuesOf(enAll)))) return;
  if (isSame(valuesOf(zhAll), valuesOf(enAll))) return;
  const [ours, theirs] = [whole(pair.zh), whole(pair.en)];
  if (ours.length < 2 || ours.length !== theirs.length) return;
  const odd: OddPair[] = [];
  for (const [k, zhAt] of ours.entries()) {
    const [zh, en] = [inside(zhAll, zhAt), inside(enAll, theirs[k]!)];
    if (isSame(sorted(valuesOf(zh)), sorted(valuesOf(en)))) continue;
    const [left, right] = [onlyOdd(zh, en), onlyOdd(en, zh)];
    if (!left || !right || zh.length !== en.length) return;
    odd.push({ at: { zh: zhAt, en: theirs[k]! }, zh: left, en: right });
  }
  const [first, second, third] = odd;
  if (!first || !second || third) return;
  const isExchange = first.zh.values[0] === second.en.values[0] && second.zh.values[0] === first.en.values[0];
  if (isExchange && areInOrder(pair, [first, second], all))
    yield told(pair, { zh: [first.zh, second.zh], en: [first.en, second.en] });
}

function told(pair: FullPair, { zh, en }: Quantities): Slip {
  const [ours, theirs] = [zh.map((one) => pair.zh.at(one)), en.map((one) => pair.en.at(one))];
  const message: Wording = {
    zh: `几个数对调了：中文依次为 ${ours.join("、")}，英文依次为 ${theirs.join("、")}`,
    en: `numbers changed places: Chinese has ${ours.join(", ")} in this order, English ${theirs.join(", ")}`,
  };
  const expected: Wording = { zh: "核对后改为同一次序", en: "the same order in both, once it is looked up" };
  return slip(pair.en.span({ start: en[0]!.start, end: en.at(-1)!.end }), message, {
    related: [pair.zh.span({ start: zh[0]!.start, end: zh.at(-1)!.end })],
    expected,
  });
}
