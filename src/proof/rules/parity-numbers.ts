/** Numbers of one language that the other lacks, or has otherwise: counts, percentages, dates, ordinals. */

import type { Wording } from "../../base/language.ts";
import { MONTHS } from "../../base/months.ts";
import { both, type Slip, slip } from "../finding.ts";
import { type Mismatch, mismatches } from "../numbers/match.ts";
import type { Quantities, Quantity } from "../numbers/quantity.ts";
import { eachPair, type FullPair, type Proof, type Rule } from "../rule.ts";
import { grouped } from "../text.ts";
import { exchanged, exchangedAcross } from "./exchanged.ts";

const inThousands = (value: number): string => {
  const [whole, fraction] = String(Number(value.toPrecision(12))).split(".");
  const digits = whole!.length > 4 ? grouped(whole!) : whole!;
  return fraction ? `${digits}.${fraction}` : digits;
};

/** How the other language writes a number. */
function counterpart({ kind, values }: Quantity, language: "zh" | "en"): string {
  const value = values[0]!;
  if (kind === "percent") return `${inThousands(value)}%`;
  if (kind === "month") return language === "en" ? MONTHS[value - 1]! : `${value} 月`;
  if (language === "en") return inThousands(value);
  if (value >= 1e8) return `${Number((value / 1e8).toPrecision(10))} 亿`;
  if (value >= 1e4) return `${Number((value / 1e4).toPrecision(10))} 万`;
  return String(value);
}

function told({ zh, en }: Mismatch, pair: FullPair): Slip {
  if (zh && en) {
    const [ours, theirs] = [pair.zh.at(zh), pair.en.at(en)];
    const message: Wording = {
      zh: `中文作“${ours}”，英文作“${theirs}”`,
      en: `Chinese says “${ours}”, English says “${theirs}”`,
    };
    const expected: Wording = {
      zh: `英文作 ${counterpart(zh, "en")}，或中文作 ${counterpart(en, "zh")}`,
      en: `${counterpart(zh, "en")} in English, or ${counterpart(en, "zh")} in Chinese`,
    };
    return slip(pair.en.span(en), message, { related: [pair.zh.span(zh)], expected });
  }
  if (zh) {
    const ours = pair.zh.at(zh);
    const message = { zh: `中文的“${ours}”在英文中没有对应的数`, en: `nothing in English answers “${ours}”` };
    const expected = both(counterpart(zh, "en"));
    return slip(pair.zh.span(zh), message, { related: [pair.en.head()], expected });
  }
  const at = en!;
  const theirs = pair.en.at(at);
  const message = {
    zh: `英文的“${theirs}”在中文中没有对应的数`,
    en: `nothing in Chinese answers “${theirs}”`,
  };
  return slip(pair.en.span(at), message, {
    related: [pair.zh.head()],
    expected: both(counterpart(at, "zh")),
  });
}

const NONE: Quantities = { zh: [], en: [] };

const ofKinds =
  (...kinds: readonly Quantity["kind"][]) =>
  (proof: Proof) =>
    eachPair(proof, (pair) =>
      mismatches(proof.quantities.get(pair) ?? NONE)
        .filter(({ kind }) => kinds.includes(kind))
        .map((mismatch) => told(mismatch, pair)),
    );

/** Numbers that the other language lacks, and those that changed places. */
const withOrder = (kind: "percent" | "count") =>
  function* (proof: Proof): Generator<Slip> {
    yield* ofKinds(kind)(proof);
    yield* eachPair(proof, function* (pair) {
      const all = proof.quantities.get(pair) ?? NONE;
      yield* exchanged(pair, all, kind);
      yield* exchangedAcross(pair, all, kind);
    });
  };

export const parityNumber: Rule = {
  id: "parity-number",
  group: "parity",
  severity: "error",
  says: {
    zh: "数目两种语言须一致；万、亿、中文数字和英文数词一律换算后比较。",
    en: "A count is the same in both languages; 万, 亿, Chinese numerals and number words are reckoned out.",
  },
  example: {
    bad: { zh: "每年约有 5 万家企业诞生。", en: "About 5,000 enterprises are born every year." },
    good: { zh: "每年约有 5 万家企业诞生。", en: "About 50,000 enterprises are born every year." },
  },
  check: withOrder("count"),
};

export const parityPercent: Rule = {
  id: "parity-percent",
  group: "parity",
  severity: "error",
  says: {
    zh: "百分数两种语言须一致，所指也须相同。",
    en: "A percentage is the same in both languages, and is said of the same thing.",
  },
  example: {
    bad: { zh: "产业规模占全国的百分之二十。", en: "The industry accounts for 12% of the national total." },
    good: { zh: "产业规模占全国的百分之二十。", en: "The industry accounts for 20% of the national total." },
  },
  check: withOrder("percent"),
};

export const parityDate: Rule = {
  id: "parity-date",
  group: "parity",
  severity: "error",
  says: {
    zh: "年份和月份两种语言须一致。",
    en: "Years and months are the same in both languages.",
  },
  example: {
    bad: { zh: "论坛于 2024 年 9 月举行。", en: "The forum was held in August 2024." },
    good: { zh: "论坛于 2024 年 9 月举行。", en: "The forum was held in September 2024." },
  },
  check: ofKinds("year", "month"),
};

export const parityOrdinal: Rule = {
  id: "parity-ordinal",
  group: "parity",
  severity: "error",
  says: {
    zh: "序数、届次、期号和标题编号两种语言须一致。",
    en: "Ordinals, issue numbers and numbers of headings are the same in both languages.",
  },
  example: {
    bad: { zh: "这是第十五届论坛。", en: "This is the fourteenth forum." },
    good: { zh: "这是第十五届论坛。", en: "This is the fifteenth forum." },
  },
  check: ofKinds("ordinal"),
};
