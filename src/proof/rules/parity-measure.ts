/** What belongs to a number that both languages have: its unit, and whether it is the least or the most → the same in both. */
import type { Wording } from "../../base/language.ts";
import { type Slip, slip } from "../finding.ts";
import { byValue } from "../numbers/by-value.ts";
import type { Quantity } from "../numbers/quantity.ts";
import { eachPair, type FullPair, type Proof, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";
import { enUnit, sameUnit, zhUnit } from "./units.ts";

const isShare = ({ kind }: Quantity): boolean => kind === "percent";

/** Numbers of a text by what another may mean by them. */
function alikeIn(quantities: readonly Quantity[]): (asked: Quantity) => readonly Quantity[] {
  const shares = byValue(quantities.filter(isShare));
  const counts = byValue(quantities.filter((one) => !isShare(one)));
  return (asked) => {
    const of = isShare(asked) ? shares : counts;
    return asked.values.length === 1
      ? of(asked.values[0]!)
      : [...new Set(asked.values.flatMap((value) => of(value)))].sort((a, b) => a.start - b.start);
  };
}

/** A number of Chinese with those of English that may be meant by it. */
function* answered(proof: Proof, pair: FullPair): Generator<readonly [Quantity, readonly Quantity[]]> {
  const { zh = [], en = [] } = proof.quantities.get(pair) ?? {};
  const alike = alikeIn(en.filter(({ weak }) => !weak));
  for (const ours of zh) {
    if (ours.weak || (ours.kind !== "count" && ours.kind !== "percent")) continue;
    const theirs = alike(ours);
    if (theirs.length > 0) yield [ours, theirs];
  }
}

/** A point is what two percentages are apart. */
const pointOf = (text: string): string => (/点|point/i.test(text) ? "point" : "%");

const zhUnitOf = ({ text }: ProofText, { kind, start, end }: Quantity): string | null =>
  kind === "percent" ? pointOf(text.slice(start, end)) : zhUnit(text, start, end);

const enUnitOf = ({ text }: ProofText, { kind, start, end }: Quantity): string | null =>
  kind === "percent" ? pointOf(text.slice(start, end)) : enUnit(text, start, end);

/** Two weeks are 十四天: the unit is of the other reading. */
const isInWeeks = (days: Quantity, weeks: Quantity): boolean => 7 * weeks.values[0]! === days.values[0];

function unitsDiffer(ours: string, theirs: string, isPercent: boolean): Wording {
  if (!isPercent)
    return {
      zh: `单位不同：中文作“${ours}”，英文作“${theirs}”`,
      en: `another unit: Chinese says “${ours}”, English says “${theirs}”`,
    };
  return {
    zh: `百分比与百分点不同：中文作“${ours}”，英文作“${theirs}”`,
    en: `a percentage is no percentage point: Chinese says “${ours}”, English says “${theirs}”`,
  };
}

export const parityUnit: Rule = {
  id: "parity-unit",
  group: "parity",
  severity: "error",
  says: {
    zh: "同一个数的单位两种语言须一致：货币、长度、面积、重量、时间，百分比和百分点。",
    en: "A number has the same unit in both languages: money, length, area, mass, time, per cent and percentage points.",
  },
  example: {
    bad: {
      zh: "占比提高 3 个百分点，投资 20 亿美元。",
      en: "The share rose by 3%, and 2 billion yuan was invested.",
    },
    good: {
      zh: "占比提高 3 个百分点，投资 20 亿美元。",
      en: "The share rose by 3 percentage points, and US$2 billion was invested.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* (pair): Generator<Slip> {
      const known = new Map<readonly Quantity[], ReadonlySet<string | null>>();
      // Numbers of one value share their counterparts, which are read once.
      const unitsOf = (theirs: readonly Quantity[]) => {
        const units = known.get(theirs) ?? new Set(theirs.map((other) => enUnitOf(pair.en, other)));
        known.set(theirs, units);
        return units;
      };
      for (const [ours, theirs] of answered(proof, pair)) {
        const unit = zhUnitOf(pair.zh, ours);
        if (unit === null || (unit === "day" && theirs.some((other) => isInWeeks(ours, other)))) continue;
        if (![...unitsOf(theirs)].every((other) => other !== null && !sameUnit(unit, other))) continue;
        const isPercent = ours.kind === "percent";
        const around = (text: ProofText, at: Quantity, before: number, after: number) =>
          isPercent ? text.at(at) : text.text.slice(Math.max(0, at.start - before), at.end + after).trim();
        const [zhEnd] = /^[余多]?\s*(?:\p{Script=Han}{1,4}|\w+)/u.exec(pair.zh.text.slice(ours.end)) ?? [""];
        const [enEnd] = /^[\s-]?(?:(?:square|nautical|US|metric) )?\p{L}*/u.exec(
          pair.en.text.slice(theirs[0]!.end),
        ) ?? [""];
        const sign =
          /(?:[A-Z]{1,3} ?)?[$€£¥]? ?$/.exec(
            pair.en.text.slice(Math.max(0, theirs[0]!.start - 8), theirs[0]!.start),
          )?.[0].length ?? 0;
        const message = unitsDiffer(
          around(pair.zh, ours, 0, zhEnd.length),
          around(pair.en, theirs[0]!, sign, enEnd.length),
          isPercent,
        );
        yield slip(pair.en.span(theirs[0]!), message, { related: [pair.zh.span(ours)] });
      }
    }),
};

type Bound = "least" | "most";

/** 不少于 is looked for before 少于: the longer one begins further to the left. */
const ZH_BOUND =
  /(?:(不少于|不低于|不小于|(?:至少|最少)(?:可以?|能|应|要|须)?(?:借|领|选|申报|申请|报|容纳|使用)?(?:图书|项目)?|超过|超|逾|突破|高于|多于|大于)|不超过|不多于|不高于|不大于|不到|不足|低于|少于|未满|(?:最多|至多)(?:只?可以?|只?能)?(?:借|领|选|申报|申请|报|容纳|使用)?(?:图书|项目)?|将近|接近|(?<![最附远])近)\s*$/;
const EN_BOUND =
  /\b(?:((?:no|not|never) (?:less|fewer|lower|below) than|more than|over|exceed(?:s|ed|ing)?|at least|above|upwards of|surpass(?:es|ed|ing)?)|(?:no|not|never) (?:more|higher|larger|longer) than|(?:not|never) (?:to )?exceed(?:s|ed|ing)?|less than|fewer than|below|at most|up to|nearly|almost|close to)(?: US| HK| RMB)? ?[$€£¥]?$/i;

/** Words of a bound stand right before their number. */
const BEFORE = 60;

function zhBound({ text }: ProofText, { start, end }: Quantity): Bound | null {
  const [before, after] = [text.slice(Math.max(0, start - BEFORE), start), text.slice(end)];
  // 近三年: the last three years.
  if (/近\s*$/.test(before) && /^\s*(?:年|个月|天|周|日)/.test(after)) return null;
  const bound = ZH_BOUND.exec(before);
  if (bound) {
    if (/[不未]$/.test(before.slice(0, bound.index))) return null;
    return bound[1] === undefined ? "most" : "least";
  }
  if (/^\s*\p{Script=Han}{0,3}?以上/u.test(after) || /[余多]/.test(text.slice(start, end))) return "least";
  return /^\s*\p{Script=Han}{0,3}?以下/u.test(after) ? "most" : null;
}

function enBound({ text }: ProofText, { start }: Quantity): Bound | null {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const bound = EN_BOUND.exec(before);
  if (!bound || /\b(?:not|no|never|without|cannot) (?:be )?$/i.test(before.slice(0, bound.index)))
    return null;
  return bound[1] === undefined ? "most" : "least";
}

export const parityBound: Rule = {
  id: "parity-bound",
  group: "parity",
  severity: "warning",
  says: {
    zh: "“超过”“不少于”与“近”“不足”等，两种语言不能相反。",
    en: "What is more than a number in one language is not less than it, or nearly it, in the other.",
  },
  example: {
    bad: { zh: "近 50 家企业参会。", en: "More than 50 enterprises attended." },
    good: { zh: "近 50 家企业参会。", en: "Nearly 50 enterprises attended." },
  },
  check: (proof) =>
    eachPair(proof, function* (pair): Generator<Slip> {
      const { zh = [] } = proof.quantities.get(pair) ?? {};
      const alike = alikeIn(zh);
      for (const [ours, theirs] of answered(proof, pair)) {
        if (theirs.length > 1 || alike(ours).length > 1) continue;
        const [a, b] = [zhBound(pair.zh, ours), enBound(pair.en, theirs[0]!)];
        if (!a || !b || a === b) continue;
        const number = pair.zh.at(ours);
        const message = {
          zh: `中文说${a === "least" ? "超过" : "不到"} ${number}，英文说${b === "least" ? "超过" : "不到"}`,
          en: `Chinese has ${a === "least" ? "more" : "less"} than “${number}”, English ${b === "least" ? "more" : "less"} than “${pair.en.at(theirs[0]!)}”`,
        };
        yield slip(pair.en.span(theirs[0]!), message, { related: [pair.zh.span(ours)] });
      }
    }),
};
