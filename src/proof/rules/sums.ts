/** Parts and their sum in one sentence (12 家、9 家，共 20 家; 12 in A and 9 in B, a total of 20) → sums that do not come out. */
import type { Slip } from "../finding.ts";
import { type Bounds, boundsOf, NUMBER, scaleOf, YEAR } from "../numbers/typed-number.ts";
import type { ProofText, Range } from "../text.ts";
import { PLACES } from "./places.ts";

const UNIT =
  "人次|家次|件次|家|名|人|位|件|所|座|台|套|个|项|篇|部|场|次|种|条|只|辆|艘|架|本|枚|亩|公顷|平方米|平方公里|公里|吨|千瓦时|千瓦|元";
const SCALE = "万亿|千万|百万|亿|万";
const COUNT = `(?<number>${NUMBER})\\s*(?<scale>${SCALE})?(?<unit>${UNIT})`;

/** What stands before the number of a part: a year may. */
const ZH_LABEL = "(?:[12]\\d{3} ?年)?[^\\d，。；、：（）]{0,16}";
const ZH_ITEM = new RegExp(`^(?:和|与|及|以及|并)?${ZH_LABEL}${COUNT}\\p{Script=Han}{0,8}$`, "u");
const ZH_TOTAL = new RegExp(
  `(?:[，,]|(?<=${UNIT}))\\s*(?:共计|合计|总计|总共|共)有?(?:为|达)?\\s*${COUNT}(?=[，。；）]|$)`,
  "gu",
);

/** A number that is near another one, or that each of several has, and what was there before: no part of a sum. */
const NO_PART =
  /[约近超逾余多每各第]|至少|不足|以上|以下|左右|上下|[原现已]有|累计|总|共|增长|达到|占|平均|人均/;

interface Part extends Range {
  readonly bounds: Bounds;
  readonly unit: string;
}

function partOf(match: RegExpMatchArray, start: number): Part {
  const { number, scale, unit } = match.groups!;
  return {
    start,
    end: start + match[0].length,
    bounds: boundsOf(number!, scaleOf(scale ?? ""), false),
    unit: unit ?? "",
  };
}

/** Parts that stand in a clause and nothing else; null where there is anything else. */
function partsOfClause(clause: string, offset: number): readonly Part[] | null {
  const parts: Part[] = [];
  for (const item of clause.matchAll(/[^、]+?(?=(?:以及|和|与|及)[^、]*\d|、|$)/g)) {
    const match = ZH_ITEM.exec(item[0]);
    if (!match || NO_PART.test(item[0])) return null;
    parts.push(partOf(match, offset + item.index));
  }
  return parts;
}

/** Parts stand within so many characters of their sum. */
const FAR = 400;

/** Parts that stand right before a place, clause by clause, the last clause first. */
function clausesBefore(sentence: string, end: number): readonly (readonly Part[])[] {
  const clauses: (readonly Part[])[] = [];
  let to = end;
  while (to > 0) {
    const from = sentence.lastIndexOf("，", to - 1) + 1;
    if (end - from > FAR) break;
    const inside = /其中(?:，|：|有|包括)?/.exec(sentence.slice(from, to));
    const start = inside ? from + inside.index + inside[0].length : from;
    const parts = partsOfClause(sentence.slice(start, to), start);
    if (!parts) break;
    clauses.push(parts);
    if (inside || from === 0) break;
    to = from - 1;
  }
  return clauses;
}

const sumOf = (parts: readonly Part[]): Bounds => ({
  low: parts.reduce((sum, { bounds }) => sum + bounds.low, 0),
  high: parts.reduce((sum, { bounds }) => sum + bounds.high, 0),
});

const ROUNDING = 1e-9;
const meet = (a: Bounds, b: Bounds): boolean =>
  a.low <= b.high * (1 + ROUNDING) && b.low <= a.high * (1 + ROUNDING);

/** Whether parts are more than their whole together; one that is more by itself is told as such. */
const comeToMore = (parts: readonly Part[], { bounds: { high } }: Part): boolean =>
  parts.every(({ bounds }) => bounds.low <= high) && sumOf(parts).low > high * (1 + ROUNDING);

/** Whether a number may have been meant for a sum: one that is far off counts something else. */
const isAbout = (a: Bounds, b: Bounds): boolean => a.low <= b.high * 2 && b.low <= a.high * 2;

/** The parts that a total is of: those of the last clause, or of all where each stands in its own. */
function mistakenSum(clauses: readonly (readonly Part[])[], total: Part): readonly Part[] | null {
  if (clauses.flat().some(({ unit }) => unit !== total.unit)) return null;
  const tails = clauses.map((_, k) => clauses.slice(0, k + 1).flat()).filter(({ length }) => length > 1);
  const [last] = clauses;
  if (!last || tails.some((parts) => meet(sumOf(parts), total.bounds))) return null;
  const parts = last.length > 1 ? last : (tails.at(-1) ?? []);
  return parts.length > 1 && isAbout(sumOf(parts), total.bounds) ? parts : null;
}

function told(text: ProofText, parts: readonly Part[], total: Part, offset: number): Slip {
  const { low, high } = sumOf(parts);
  const shown = (value: number): string => {
    const [scale, word] = value >= 1e8 ? [1e8, "亿"] : value >= 1e4 ? [1e4, "万"] : [1, ""];
    return text.language === "zh" ? `${Number((value / scale).toFixed(4))} ${word}`.trim() : `${value}`;
  };
  const sum = shown(Number(((low + high) / 2).toFixed(4)));
  const at = { start: offset + total.start, end: offset + total.end };
  const related = parts.map(({ start, end }) => text.span({ start: offset + start, end: offset + end }));
  const typed = text.at(at).replace(/^\D+/, "");
  return text.slip(
    at,
    { zh: `各部分合计 ${sum}，不是“${typed}”`, en: `the parts come to ${sum}, and not to “${typed}”` },
    { related },
  );
}

function* zhTotals(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  for (const match of sentence.matchAll(ZH_TOTAL)) {
    const total = partOf(match, match.index);
    const wrong = mistakenSum(clausesBefore(sentence, match.index), total);
    if (wrong) yield told(text, wrong, total, offset);
  }
}

/** Two of a row have nothing in common. */
const APART = [
  PLACES.map(({ zh }) => zh).join("|"),
  "中央财政|地方财政|中央|地方|社会资本|企业自筹|自筹|银行贷款",
  "男性|女性|男|女",
  "内资企业|外资企业|境内|境外|国内|国外",
  "东部|中部|西部|东北",
  "大型企业|中型企业|小型企业|微型企业",
].map((kinds) => new RegExp(`^(?:和|与|及|以及)?(?<kind>${kinds})[省市区]?(?:有|为|达)?\\s*${COUNT}$`, "u"));
const ZH_PARTS = /，其中(?:，|：|有|包括)?(?<parts>[^。；]*)/g;

/** Parts that have nothing in common: those of one place, and of another. */
function partsApart(clause: string, offset: number): readonly Part[] {
  for (const form of APART) {
    const found = new Map<string, Part>();
    for (const item of clause.matchAll(/[^、，]+?(?=(?:以及|和|与|及)[^、，]*\d|[、，]|$)/g)) {
      const match = form.exec(item[0]);
      if (!match) break;
      const { kind } = match.groups!;
      if (found.has(kind!)) return [];
      found.set(kind!, partOf(match, offset + item.index));
    }
    if (found.size > 1) return [...found.values()];
  }
  return [];
}

/** The largest number of a unit before a place; null where it is only said to be more than so much. */
function wholeBefore(sentence: string, end: number, unit: string): Part | null {
  let whole: Part | null = null;
  for (const match of sentence.slice(0, end).matchAll(new RegExp(COUNT, "gu"))) {
    if (match.groups!.unit !== unit) continue;
    if (/[约超逾过达]\s*$|至少\s*$/.test(sentence.slice(0, match.index))) return null;
    const part = partOf(match, match.index);
    if (!whole || part.bounds.high > whole.bounds.high) whole = part;
  }
  return whole;
}

function* zhWholes(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  for (const match of sentence.matchAll(ZH_PARTS)) {
    const clause = match.groups!.parts!;
    const parts = partsApart(clause, match.index + match[0].length - clause.length);
    const unit = parts[0]?.unit;
    if (unit === undefined || parts.some((part) => part.unit !== unit)) continue;
    const whole = wholeBefore(sentence, match.index, unit);
    if (whole && comeToMore(parts, whole)) yield told(text, parts, whole, offset);
  }
}

const EN_WORD = "(?!(?:with|by|each|per|and|or|than|times|percent|million|billion)\\b)[\\p{L}'’-]+";
const EN_ITEM = `(?<![\\d.,$€£-])(?:${NUMBER})(?: ${EN_WORD}){0,6}`;
const EN_LIST = new RegExp(`(?:${EN_ITEM}, ){0,12}${EN_ITEM},? and ${EN_ITEM}$`, "u");
const EN_TOTAL = new RegExp(
  `, (?:(?:for|making|with) )?(?:a total of|totall?ing) (?<number>${NUMBER})(?=[.,;)](?!\\d)|$)|, (?:or )?(?<all>${NUMBER}) in (?:total|all)\\b`,
  "g",
);
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|hundreds?|dozens?|another|about|nearly|over|more|almost|around)\b/iu;
const OWNED = /\b(?:with|by|for|to|than|between) $|\d[^,;]*$/;

function* enTotals(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  for (const match of sentence.matchAll(EN_TOTAL)) {
    const { number, all } = match.groups!;
    const from = Math.max(0, match.index - FAR);
    const before = sentence.slice(from, match.index);
    const list = EN_LIST.exec(before);
    if (!list) continue;
    // Whatever stands right before may be one of the parts, in words, or have the first of them to itself.
    const head = before.slice(Math.max(0, list.index - 40), list.index);
    if (NUMBER_WORD.test(head + list[0]) || OWNED.test(head)) continue;
    const parts = [...list[0].matchAll(new RegExp(NUMBER, "g"))].map((one) => ({
      start: from + list.index + one.index,
      end: from + list.index + one.index + one[0].length,
      bounds: boundsOf(one[0], 1, false),
      unit: "",
      typed: one[0],
    }));
    if (parts.some(({ typed }) => YEAR.test(typed))) continue;
    const typed = number ?? all!;
    const start = match.index + match[0].lastIndexOf(typed);
    const total = { start, end: start + typed.length, bounds: boundsOf(typed, 1, false), unit: "" };
    const tails = parts.slice(0, -1).map((_, k) => parts.slice(k));
    if (!isAbout(sumOf(parts), total.bounds)) continue;
    if (!tails.some((tail) => meet(sumOf(tail), total.bounds))) yield told(text, parts, total, offset);
  }
}

/** As in Chinese; a firm stands in one place, though it may have offices in many. */
const EN_PLACES = `${PLACES.map(({ en }) => en).join("|")}|Inner Mongolia|Tibet|Hong Kong|Macao`;
const EN_SCALE = "thousand|million|billion";
const EN_TYPED = new RegExp(`^[\\d.,\\s]*\\d(?: (?:${EN_SCALE}))?`);
const EN_COUNT = `(?<number>${NUMBER})(?: (?<scale>${EN_SCALE}))?(?: (?:of them|of these))?`;
const STAND =
  "(?: (?:are|were|is|was))?(?: (?:located|situated|based|headquartered|registered|built|held|founded|established))?";
const EN_APART = [
  `(?: (?!(?:are|were|is|was)\\b)(?<noun>\\p{L}+))??${STAND} (?:in|from) (?<kind>${EN_PLACES})(?: Province| Municipality| City)?`,
  "(?: (?:are|were))? (?<kind>men|women|males?|females?)",
  "(?: (?:are|were))? (?<kind>domestic|foreign)(?: (?<noun>\\p{L}+))?",
].map((form) => new RegExp(`^${EN_COUNT}${form}$`, "u"));
const SAME_KIND: Readonly<Record<string, string>> = { males: "male", females: "female" };

/** What stands between a whole and its parts. */
const EN_PARTS =
  /(?:, (?:of (?:which|whom|these|them),? |including |with |namely )|: )(?=\d)(?<parts>[^:;]*)|(?<=^\s*[Oo]f (?:the |its |these |those |all )?\d[^:;]{0,80}), (?=\d)(?<of>[^:;]*)/g;

/** A number with what it counts, at the end of a clause. */
const EN_WHOLE = new RegExp(
  `(?<![\\d.,$€£¥/-])(?<number>${NUMBER})(?: (?<scale>${EN_SCALE}))?(?<counted>(?: [\\p{L}'’-]+(?: \\d{4}$)?){1,8})$`,
  "u",
);

/** Several things that are not counted may have the parts: 15 people in offices, including 12 in A and 9 in B. */
const OTHER_THINGS = /\b(?:in|of|at|across|for|with|to|by|from|on|through|that|which|who)\b.*\b\p{Ll}+s\b/u;
const MONEY_OR_TIME =
  /^ (?:yuan|dollars?|euros?|RMB|percent|per cent|percentage|years?|months?|days?|hours?|times?)\b/;

/** What is counted before a place; null where it is only said to be more or less than so much. */
function enWholeBefore(sentence: string, end: number): (Part & { readonly counted: string }) | null {
  const clause = sentence.slice(Math.max(0, end - 120), end);
  const match = EN_WHOLE.exec(clause);
  if (!match || NUMBER_WORD.test(clause) || /\b(?:least|most|some|up to|exceed\p{L}*)\b/u.test(clause))
    return null;
  // Firms and labs may share the parts: 10 firms and 12 labs, of which 8 are in A and 9 in B.
  if (/\d/.test(clause.slice(0, match.index).replace(/\b(?:19|20)\d\d\b/g, ""))) return null;
  const { number, scale, counted } = match.groups!;
  if (OTHER_THINGS.test(counted!) || MONEY_OR_TIME.test(counted!) || YEAR.test(number!)) return null;
  const start = end - clause.length + match.index;
  const typed = match[0].slice(0, match[0].length - counted!.length);
  const bounds = boundsOf(number!, scaleOf(scale ?? ""), false);
  return { start, end: start + typed.length, bounds, unit: "", counted: counted! };
}

/** Parts that have nothing in common, and are of what the whole counts. */
function enPartsApart(clause: string, offset: number, counted: string): readonly Part[] {
  for (const form of EN_APART) {
    const found = new Map<string, Part>();
    for (const { 0: item, index } of clause.matchAll(/(?<=^|, and | and |, )\d.*?(?=,? and |, |\.?$)/g)) {
      const match = form.exec(item);
      if (!match || (match.groups!.noun && !counted.includes(match.groups!.noun))) break;
      const kind = SAME_KIND[match.groups!.kind!] ?? match.groups!.kind!;
      if (found.has(kind)) return [];
      const part = partOf(match, offset + index);
      const typed = EN_TYPED.exec(item)![0];
      found.set(kind, { ...part, end: part.start + typed.length });
    }
    if (found.size > 1) return [...found.values()];
  }
  return [];
}

function* enWholes(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  for (const match of sentence.matchAll(EN_PARTS)) {
    const clause = match.groups!.parts ?? match.groups!.of!;
    const whole = enWholeBefore(sentence, match.index);
    if (!whole) continue;
    const parts = enPartsApart(clause, match.index + match[0].length - clause.length, whole.counted);
    if (parts.length > 1 && comeToMore(parts, whole)) yield told(text, parts, whole, offset);
  }
}

/** @param sentence That stands in the text at the offset. */
export function* wrongSums(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  if (text.language === "en") {
    yield* enTotals(text, sentence, offset);
    yield* enWholes(text, sentence, offset);
  } else {
    yield* zhTotals(text, sentence, offset);
    yield* zhWholes(text, sentence, offset);
  }
}
