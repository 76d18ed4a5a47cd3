/** Words whose sense must not turn over in translation: ranks of persons, rise and fall, what is counted and then listed. */
import { both, type Slip, slip } from "../finding.ts";
import { enNumbers } from "../numbers/en-numbers.ts";
import type { Quantity } from "../numbers/quantity.ts";
import { zhNumbers } from "../numbers/zh-numbers.ts";
import { eachPair, type FullPair, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";
import { growthOf, wrongWay } from "./parity-growth.ts";

const OFFICE =
  "主任|部长|司长|局长|厅长|处长|院长|所长|校长|市长|省长|区长|县长|州长|主席|总裁|董事长|总经理|经理|秘书长|会长|理事长|教授|研究员|书记|总监|主编|馆长|组长|行长|台长|社长";

/** Offices that only a former holder is told of by. */
const HEAD = "总统|总理|首相|国务卿|大臣|议长|议员|大使|常委|院士|首席|联席|CEO|COO|CTO|CFO";

/** The same offices in English, those that may stand behind "former" and a few words more. */
const EN_OFFICE =
  "director|president|minister|mayor|governor|secretary|chair\\w*|dean|principal|premier|chancellor|ambassador|commissioner|manager|professor|researcher|academician|editor|speaker|senator|chief|CEO|COO|CTO|CFO";

interface Rank {
  readonly zh: RegExp;
  readonly en: RegExp;
  /** What answers these besides, and asks for nothing itself: former sites, measures and ministries. */
  readonly answers?: { readonly zh: RegExp; readonly en: RegExp };
  readonly names: { readonly zh: string; readonly en: string };
}

const RANKS: readonly Rank[] = [
  {
    zh: new RegExp(`(?:常务)?副(?=${OFFICE})`, "g"),
    en: /\b(?:[Dd]eputy|[Vv]ice|[Aa]ssociate)[- ](?=[A-Z]|general|director|president|chair|professor|secretary|minister|mayor)/g,
    names: { zh: "副职", en: "deputy" },
  },
  {
    zh: new RegExp(`(?:[原前](?:任|副)?|已故|时任)\\s*(?=${OFFICE}|${HEAD})`, "g"),
    en: new RegExp(`\\b(?:former|ex-)(?=[ -]?(?:[\\w’'&.-]+[ -]){0,5}(?:${EN_OFFICE})s?\\b)`, "gi"),
    answers: { zh: /[原前]/g, en: /\b(?:former|ex-)/gi },
    names: { zh: "原任", en: "former" },
  },
];

/** English names an office once where Chinese says the rank with each of two offices, and the other way round. */
const unequal = (zh: number, en: number): boolean =>
  zh !== en && (zh === 0 || en === 0 || Math.abs(zh - en) > 1);

export const parityRank: Rule = {
  id: "parity-rank",
  group: "parity",
  severity: "warning",
  says: {
    zh: "职务的正副、原任现任两种语言须一致。",
    en: "Whoever is a deputy, or a former holder of an office, is so in both languages.",
  },
  example: {
    bad: {
      zh: "成都高新区党工委书记卢铁城指出，成都坚持自主创新。",
      en: "Lu Tiecheng, Deputy Secretary of the Party Working Committee of Chengdu Hi-Tech Zone, pointed out that Chengdu adheres to independent innovation.",
    },
    good: {
      zh: "成都高新区党工委副书记卢铁城指出，成都坚持自主创新。",
      en: "Lu Tiecheng, Deputy Secretary of the Party Working Committee of Chengdu Hi-Tech Zone, pointed out that Chengdu adheres to independent innovation.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* (pair) {
      for (const { zh, en, answers = { zh, en }, names } of RANKS) {
        const [ours, theirs] = [[...pair.zh.matches(zh)], [...pair.en.matches(en)]];
        if (!unequal(ours.length, theirs.length)) continue;
        const answer =
          ours.length > theirs.length ? pair.en.matches(answers.en) : pair.zh.matches(answers.zh);
        if (!unequal(Math.max(ours.length, theirs.length), [...answer].length)) continue;
        const message = {
          zh: `${names.zh}：中文 ${ours.length} 处，英文 ${theirs.length} 处`,
          en: `“${names.en}”: ${ours.length} in Chinese, ${theirs.length} in English`,
        };
        const [at, other] =
          theirs.length > ours.length
            ? [pair.en.span(theirs[0]!), pair.zh.head()]
            : [pair.zh.span(ours[0]!), pair.en.head()];
        yield slip(at, message, { related: [other] });
      }
    }),
};

type Trend = "up" | "down";

const ZH_TREND = /(上升|增长|提高|增加|提升|上涨|扩大|增至|升至)|(下降|减少|降低|下跌|缩小|降至|减至|下滑)/g;
const EN_TREND =
  /\b(ros[e]|risen?|rises|rising|grew|grown?|grows|growing|increas(?:e|ed|es|ing)|climbed|up(?= by\b|\s*$))\b|\b(fell|fall(?:en|s|ing)?|dropped|drop(?:s|ping)?|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|reduc(?:e|ed|es|ing)|shrank|down(?= by\b|\s*$))\b/gi;

/** A number and its rise or fall stand within so many characters; clauses without a mark in them may go on for pages. */
const NEAR = 400;

/** The last word of rise or fall before a place, in the same clause. */
function trendBefore(text: string, at: number, words: RegExp, clause: RegExp): Trend | null {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const from = Math.max(0, ...[...before.matchAll(clause)].map((match) => match.index + match[0].length));
  const last = [...before.slice(from).matchAll(words)].at(-1);
  return last ? (last[1] ? "up" : "down") : null;
}

const nameOf = ({ kind, values }: Quantity): string => `${kind} ${values[0]}`;

/** Numbers that stand once in a text; null where one stands twice and either may be meant. */
function singles(quantities: readonly Quantity[]): ReadonlyMap<string, Quantity | null> {
  const found = new Map<string, Quantity | null>();
  for (const one of quantities) found.set(nameOf(one), found.has(nameOf(one)) ? null : one);
  return found;
}

export const parityTrend: Rule = {
  id: "parity-trend",
  group: "parity",
  severity: "error",
  says: {
    zh: "带数字的升降两种语言须同向：升还是降，增长了多少还是增长到多少，由多少到多少。",
    en: "What rises by a figure in one language does not fall by it, or come to it, in the other, and from 5 to 6 is no fall.",
  },
  example: {
    bad: { zh: "营业额上升了百分之十七。", en: "The turnover fell by 17%." },
    good: { zh: "营业额上升了百分之十七。", en: "The turnover rose by 17%." },
  },
  check: (proof) =>
    eachPair(proof, function* (pair: FullPair): Generator<Slip> {
      const { zh = [], en = [] } = proof.quantities.get(pair) ?? {};
      yield* wrongWay(pair.zh, zh);
      yield* wrongWay(pair.en, en);
      const others = singles(en);
      for (const ours of singles(zh).values()) {
        const theirs = ours && others.get(nameOf(ours));
        if (!theirs || ours.weak) continue;
        yield* growthOf(pair, ours, theirs);
        const a = trendBefore(pair.zh.text, ours.start, ZH_TREND, /[，。；：]/g);
        const b = trendBefore(pair.en.text, theirs.start, EN_TREND, /[.,;:] | while /g);
        if (!a || !b || a === b) continue;
        const message = {
          zh: `中文说${a === "up" ? "上升" : "下降"}，英文说${b === "up" ? "上升" : "下降"}`,
          en: `Chinese says that it ${a === "up" ? "rises" : "falls"}, English that it ${b === "up" ? "rises" : "falls"}`,
        };
        yield slip(pair.en.span(theirs), message, { related: [pair.zh.span(ours)] });
      }
    }),
};

const EN_LIST =
  /\b(?:the|these|following|its|their) ((?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))\b((?: [\w-]+){1,5}?)(?: of|:| —| –|, namely,?) ((?:[A-Za-z][\w'’-]*(?: [\w'’-]+){0,2}, )+(?:and )?[A-Za-z][\w'’-]*(?: [\w'’-]+){0,2}?(?: and [\w'’-]+(?: [\w'’-]+)?)?)(?=[,.;:)]|$)/g;
const ZH_LIST =
  /((?:[^，。；：、“”（）]{2,24}、){1,200}[^，。；：、“”（）]{2,24}?)(?:这|等)\s*([二三四五六七八九十]|\d{1,2})\s*(?:大|个|项|种|类|家)/g;

/** Items of an English enumeration: A, B and C. */
const itemsOf = (list: string): number =>
  list.split(/,\s+(?:and\s+)?|\s+and\s+/).filter((item) => item !== "").length;

function* listedInEnglish(text: ProofText): Generator<Slip> {
  for (const match of text.matches(EN_LIST)) {
    const [whole, typed, , list] = match;
    const counted = enNumbers(typed!)[0]?.values[0] ?? 0;
    const listed = itemsOf(list!);
    // With "of", what follows may be a list of its own; only lists that close the clause were matched.
    if (listed < 2 || counted === listed || !/ and /.test(whole)) continue;
    const message = {
      zh: `“${typed}”之后列出了 ${listed} 项`,
      en: `“${typed}” is said, and ${listed} are named`,
    };
    yield text.slip(match, message);
  }
}

function* listedInChinese(text: ProofText): Generator<Slip> {
  for (const match of text.matches(ZH_LIST)) {
    const [whole, list, typed] = match;
    const counted = zhNumbers(`${typed}个`)[0]?.values[0] ?? 0;
    const listed = list!.split("、").length;
    // 等 may stand for more than what is named, 这 may not.
    const open = /等\s*\S+\s*.$/.test(whole);
    if (open ? counted >= listed : counted === listed) continue;
    const message = {
      zh: `列出了 ${listed} 项，却说是“${typed}”`,
      en: `${listed} are named and “${typed}” is said`,
    };
    yield text.slip(match, message);
  }
}

/** 教育部等 17 部门: the ministry is one of the 17, and 16 others are left. */
function* countedAmong({ zh, en }: FullPair): Generator<Slip> {
  for (const match of zh.matches(
    /(?<=[\p{Script=Han}）])等\s*(\d{1,2}|[二三四五六七八九十]{1,3})\s*(?:个|家)?(?:部门|部委|单位|机构)/gu,
  )) {
    const total = zhNumbers(`${match[1]}个`)[0]?.values[0];
    if (total === undefined) continue;
    for (const others of en.matches(
      /\band ((?:an?other )?[\w-]+)(?= other (?:[a-z]+ )?(?:departments|ministries|agencies|authorities|bodies|institutions|organizations|units)\b)/g,
    )) {
      if (enNumbers(others[1]!)[0]?.values[0] !== total) continue;
      const message = {
        zh: `“${match[0]}”已含前面列出的，英文却说另有 ${total} 个`,
        en: `${match[0]} counts those that are named before it, and English names ${total} others`,
      };
      const named = (/[^，。；：]*$/.exec(zh.text.slice(0, match.start))![0].match(/、/g)?.length ?? 0) + 1;
      const expected = both(String(total - named));
      yield en.slip(
        { start: others.end - others[1]!.length, end: others.end },
        message,
        total > named ? { expected, related: [zh.span(match)] } : { related: [zh.span(match)] },
      );
    }
  }
}

export const countedList: Rule = {
  id: "counted-list",
  group: "parity",
  severity: "warning",
  says: {
    zh: "说了几项，就列出几项；“教育部等 17 部门”含教育部，其余是 16 个。",
    en: "As many are named as were counted; of 教育部等 17 部门 the ministry is one, and 16 others are left.",
  },
  example: {
    bad: {
      zh: "围绕数学、物理、化学这四个领域开展研究。",
      en: "Research centers on the four fields of mathematics, physics and chemistry.",
    },
    good: {
      zh: "围绕数学、物理、化学这三个领域开展研究。",
      en: "Research centers on the three fields of mathematics, physics and chemistry.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* (pair) {
      yield* listedInChinese(pair.zh);
      yield* listedInEnglish(pair.en);
      yield* countedAmong(pair);
    }),
};
