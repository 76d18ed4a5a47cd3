/** A whole and its parts in one sentence (100 家，其中 120 家; 占 45%、35% 和 30%) → parts that are more than the whole, or come to something else. */
import type { Slip } from "../finding.ts";
import { exactly, NUMBER, scaleOf, YEAR } from "../numbers/typed-number.ts";
import type { ProofText, Range } from "../text.ts";
import { wrongSums } from "./sums.ts";

const SENTENCE = { zh: /[^。；\n]+/g, en: /[^;\n]+?(?:\.(?!\d)|;|$|(?=\n))/g } as const;

/** Each of these kinds has no part in common with the others of its row. */
const APART = [
  "企业|高校|高等学校|大学|科研院所|科研机构|研究机构|研究院所|科研单位|医院|医疗机构|政府部门",
  "制造业|服务业|农业|建筑业|金融业",
  "第一产业|第二产业|第三产业|一产|二产|三产",
  "内资企业|外资企业|港澳台资企业",
  "大型企业|中型企业|小型企业|微型企业|大企业|中小企业",
  "东部|中部|西部|东北",
  "男性|女性",
  "博士|硕士|本科|专科",
  "城镇|农村|城市",
  "基础研究|应用研究|试验发展",
] as const;

const SHARE = APART.map(
  (kinds) =>
    new RegExp(
      `(?<![\\p{Script=Han}])(?<kind>${kinds})占(?:比)?(?:为|达)?\\s*(?<share>${NUMBER})\\s*%`,
      "gu",
    ),
);

/** Shares of kinds that have nothing in common: rounded up, three of them may come to 101 %. */
function* shares(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  if (!sentence.includes("占")) return;
  for (const form of SHARE) {
    const found = [...sentence.matchAll(form)];
    const kinds = new Set(found.map(({ groups }) => groups!.kind));
    if (found.length < 2 || kinds.size < found.length) continue;
    const sum = found.reduce((all, { groups }) => all + exactly(groups!.share!, 1), 0);
    if (sum <= 100 + found.length / 2) continue;
    const last = found.at(-1)!;
    const at = { start: offset + found[0]!.index, end: offset + last.index + last[0].length };
    const shown = Number(sum.toFixed(2));
    yield text.slip(at, {
      zh: `各部分合计 ${shown}%，超过了 100%`,
      en: `the shares come to ${shown}%, which is more than 100%`,
    });
  }
}

/** Not 个 and 项: three plans may have twelve tasks. */
const UNIT = "家|名|人|位|件|所|座|台|元|公里|吨";
const COUNTED = new RegExp(`(?<number>${NUMBER})\\s*(?<scale>万|亿)?(?<unit>${UNIT})`, "g");
const PART = new RegExp(
  `，其中(?:，|有|包括)?[^，。；\\d]{0,12}?(?<number>${NUMBER})\\s*(?<scale>万|亿)?(?<unit>${UNIT})`,
  "g",
);
const EN_COUNTED = new RegExp(
  `(?<![\\d.,$€£-])(?<number>${NUMBER})(?<scale> thousand| million| billion)?(?!\\d|%|[.,]\\d)`,
  "g",
);
const EN_PART = new RegExp(
  `, of (?:which|whom) (?<number>${NUMBER})(?<scale> thousand| million| billion)?(?!\\d|%|[.,]\\d| per ?cent)`,
  "g",
);

type Counted = Range & { readonly value: number; readonly unit: string; readonly typed: string };

function countedIn(sentence: string, form: RegExp): readonly Counted[] {
  return Array.from(sentence.matchAll(form), ({ index, 0: whole, groups }) => ({
    start: index,
    end: index + whole.length,
    value: exactly(groups!.number!, scaleOf(groups!.scale ?? "")),
    unit: groups!.unit ?? "",
    typed: whole.replace(/^.*?(?=\d)/s, "").trim(),
  }));
}

/** A part that is more than anything of its unit before it. */
function* largerParts(text: ProofText, sentence: string, offset: number): Generator<Slip> {
  const isZh = text.language === "zh";
  const inside = countedIn(sentence, isZh ? PART : EN_PART);
  if (inside.length === 0) return;
  const counted = countedIn(sentence, isZh ? COUNTED : EN_COUNTED).filter(
    ({ typed }) => isZh || !YEAR.test(typed),
  );
  const parts = new Map(inside.map((part) => [part.end, part]));
  const most = new Map<string, Counted>();
  for (const one of counted) {
    const part = parts.get(one.end);
    const largest = most.get(one.unit);
    if (!largest || largest.value < one.value) most.set(one.unit, one);
    if (!part || !largest || largest.value >= part.value) continue;
    const start = offset + part.end - part.typed.length;
    yield text.slip(
      { start, end: offset + part.end },
      {
        zh: `其中的“${part.typed}”比总数“${largest.typed}”还多`,
        en: `“${part.typed}” is part of “${largest.typed}”, and more than it`,
      },
      { related: [text.span({ start: offset + largest.start, end: offset + largest.end })] },
    );
  }
}

export function* wrongParts(text: ProofText): Generator<Slip> {
  for (const match of text.matches(SENTENCE[text.language])) {
    if (text.language === "zh") yield* shares(text, match[0], match.start);
    yield* largerParts(text, match[0], match.start);
    yield* wrongSums(text, match[0], match.start);
  }
}
