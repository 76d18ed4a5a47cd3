/** How a number that both languages have came about: a rise by it or to it, more or fewer, from one to another → the same in both. */
import type { Wording } from "../../base/language.ts";
import { type Slip, slip } from "../finding.ts";
import type { Quantity } from "../numbers/quantity.ts";
import type { FullPair } from "../rule.ts";
import type { ProofText } from "../text.ts";

type Step = "by" | "to" | "more" | "fewer";

/** Words stand right beside their number. */
const NEAR = 50;

const ZH_ABOUT = "(?:约|近|超|逾|超过|将近|大约)?";
const ZH_BY = new RegExp(`(?:增长|下降|上升|提高|增加|减少|降低|上涨|下跌|提升|下滑)了?${ZH_ABOUT}\\s*$`);
const ZH_TO = new RegExp(
  `(?:增|升|降|减|增长|增加|提高|提升|上升|下降|减少|降低|扩大|缩短)(?:到|至|为)了?${ZH_ABOUT}\\s*$`,
);
/** 速度、比重 and the like are told by what they came to, and 增长 may be their name: 同比增长 5%. */
const ZH_MORE = /比[^，。；]{1,12}(增加|多|减少|少)了?\s*$/;

const EN_ABOUT = "(?:(?:about|nearly|over|almost|around|more than|less than|some|approximately) )?";
const CHANGE =
  "(?:increas(?:e|es|ed|ing)|rose|risen|rise|rises|rising|grew|grown|growth|climbed|fell|fallen|dropped|declined?|decreased?|down|up|reduced)";
const MONEY = "(?:(?:US|HK|RMB) ?)?[$€£¥]?";
const EN_BY = new RegExp(`\\b${CHANGE} by ${EN_ABOUT}${MONEY}$`, "i");
/** 增长 5% may be growth that was lifted to 5%. */
const EN_TO = new RegExp(`\\b(?!growth)${CHANGE} to ${EN_ABOUT}${MONEY}$`, "i");
const EN_MORE = /^(?: [a-z-]+){0,2} (?:(more)|fewer|less) than (?:(?:in )?(?:the|last|a|that of) )/;

function zhSteps({ text }: ProofText, { start }: Quantity): readonly Step[] {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const more = ZH_MORE.exec(before);
  const compared: readonly Step[] = more ? [/[增多]/.test(more[1]!) ? "more" : "fewer"] : [];
  if (ZH_TO.test(before)) return ["to", ...compared];
  return ZH_BY.test(before) ? ["by", ...compared] : compared;
}

function enSteps({ text }: ProofText, { start, end }: Quantity): readonly Step[] {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const more = EN_MORE.exec(text.slice(end, end + NEAR).replace(/^%/, ""));
  const compared: readonly Step[] = more ? [more[1] ? "more" : "fewer"] : [];
  if (EN_TO.test(before)) return ["to", ...compared];
  return EN_BY.test(before) ? ["by", ...compared] : compared;
}

const NAMES: Readonly<Record<Step, Wording>> = {
  by: { zh: "变动的幅度", en: "what it changed by" },
  to: { zh: "变动后的数", en: "what it came to" },
  more: { zh: "更多", en: "more" },
  fewer: { zh: "更少", en: "fewer" },
};

const OPPOSITE: Readonly<Record<Step, Step>> = { by: "to", to: "by", more: "fewer", fewer: "more" };

/** @param ours A number that stands once in either language. */
export function* growthOf(pair: FullPair, ours: Quantity, theirs: Quantity): Generator<Slip> {
  const others = enSteps(pair.en, theirs);
  const turned = zhSteps(pair.zh, ours).find((step) => others.includes(OPPOSITE[step]));
  if (turned === undefined) return;
  const [a, b] = [NAMES[turned], NAMES[OPPOSITE[turned]]];
  const number = pair.zh.at(ours);
  const message = {
    zh: `“${number}”在中文里是${a.zh}，在英文里是${b.zh}`,
    en: `“${number}” is ${a.en} in Chinese and ${b.en} in English`,
  };
  yield slip(pair.en.span(theirs), message, { related: [pair.zh.span(ours)] });
}

const ZH_FROM = /[由从]$/;
const ZH_FALL =
  /^\s*([^\s，。；\d]{0,4}?)\s*(?:(降|减|缩|下降|减少|降低|下跌|缩短)|升|增|提高|增加|增长|上升|提升|扩大)(?:到|至|为)了?约?\s*$/;
const EN_FROM =
  /\b(?:(fell|dropped|declined|decreased|(?:was |were )?reduced|shrank)|(?:rose|grew|increased|climbed|(?:was |were )?raised))\b[^.;,]{0,20} from $/;

const RANGE = /^([\d.,]+%?)(\D+)([\d.,]+.*)$/s;

/** Quantities of one kind side by side: from the one to the other. */
function pairsOf(text: string, quantities: readonly Quantity[]) {
  return quantities.flatMap((to, k) => {
    const from = quantities[k - 1];
    if (!from || from.weak || to.weak || from.kind !== to.kind || from.values.length + to.values.length > 2)
      return [];
    if (from.kind !== "count" && from.kind !== "percent") return [];
    const after = text.slice(to.end, to.end + 24);
    // "3.2% to 2.3%" was read as one.
    const range = from.start === to.start ? RANGE.exec(text.slice(from.start, to.end)) : null;
    const between = range ? range[2]! : text.slice(from.end, to.start);
    const typed = () =>
      range ? [range[1]!, range[3]!] : [from, to].map((one) => text.slice(one.start, one.end));
    return [{ from, to, between, after, typed }];
  });
}

/** “fell from 5 MW to 6 MW”: it rose, or the numbers are the wrong way round. */
export function* wrongWay(text: ProofText, quantities: readonly Quantity[]): Generator<Slip> {
  for (const { from, to, between, after, typed } of pairsOf(text.text, quantities)) {
    const before = text.text.slice(Math.max(0, from.start - NEAR), from.start);
    const falls =
      text.language === "zh"
        ? fallsInChinese(before, between, after)
        : fallsInEnglish(before, between, after);
    const [a, b] = [from.values[0]!, to.values[0]!];
    if (falls === null || a === b || falls === b < a) continue;
    const [first, last] = typed().map((one) => one.trim());
    const message = {
      zh: `由“${first}”到“${last}”不是${falls ? "下降" : "上升"}`,
      en: `from “${first}” to “${last}” is no ${falls ? "fall" : "rise"}`,
    };
    yield text.slip({ start: from.start, end: to.end }, message);
  }
}

/** 由 900 米扩大到 1.2 公里 has two units, and nothing is said of it. */
function fallsInChinese(before: string, between: string, after: string): boolean | null {
  if (!ZH_FROM.test(before.trimEnd()) || /[第名位]|排/.test(before.slice(-12) + between)) return null;
  const way = ZH_FALL.exec(between);
  return way && after.trimStart().startsWith(way[1]!) ? way[2] !== undefined : null;
}

function fallsInEnglish(before: string, between: string, after: string): boolean | null {
  const way = EN_FROM.exec(before.replace(/[$€£¥]$/, ""));
  if (!way || /\brank|\bplace\b/i.test(before)) return null;
  const own = /^%?((?: [\p{L}²³/]+)?) to (?:about |nearly |over )?[$€£¥]?$/u.exec(between);
  if (!own || own[1] !== (own[1] === "" ? "" : / [\p{L}²³/]+/u.exec(after)?.[0])) return null;
  return way[1] !== undefined;
}
