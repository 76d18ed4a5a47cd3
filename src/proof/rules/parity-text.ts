/** Pairs whose two texts can not be each other's translation: out of proportion, untranslated, copied twice. */
import { type Slip, slip } from "../finding.ts";
import { isProse, type Passage } from "../passages.ts";
import { each, eachPair, type FullPair, isFull, type Rule } from "../rule.ts";
import type { ProofText, Range } from "../text.ts";
import { SECOND_ISSUE, sampleIssue } from "./sample-issue.ts";

const HAN = /\p{Script=Han}/gu;
const hanIn = (text: string): number => text.match(HAN)?.length ?? 0;
const lettersIn = (text: string): number => text.match(/[\p{Script=Latin}\d]/gu)?.length ?? 0;

/** English letters to a Han character: whole texts of several kinds keep between these, pairs of few characters aside. */
const PROPORTION = { least: 2.2, most: 7.5, from: 30 } as const;

/**
 * A translator's own proportion is steadier than that: how far a pair may be from the middle one of its issue, and how
 * much further one of few characters, in which a long name weighs much: by this many characters over its own.
 */
const OWN = { least: 0.65, most: 1.5, from: 5, shorter: 8 } as const;

/** Han characters, and what stands in Chinese in Latin letters by its share. */
const weightOf = ({ zh }: FullPair): number => hanIn(zh.text) + lettersIn(zh.text) / 3;

const ratioOf = (pair: FullPair): number => lettersIn(pair.en.text) / Math.max(1, weightOf(pair));

const isLong = (passage: Passage): passage is FullPair =>
  isFull(passage) &&
  !passage.shared &&
  isProse(passage) &&
  Math.max(weightOf(passage), lettersIn(passage.en.text) / 5) >= PROPORTION.from;

export const parityLength: Rule = {
  id: "parity-length",
  group: "parity",
  severity: "warning",
  says: {
    zh: "两种语言长短比例失常：可能有一边漏译。",
    en: "A pair is out of proportion: a part may have been left out of one language.",
  },
  example: {
    bad: {
      zh: "自创区取得的成就源于开放、赋权和探索，要继续深化改革，激发创新活力，促进科技成果转化，树立新的标杆。",
      en: "The achievements of the zones stem from opening up, empowerment and trial.",
    },
    good: {
      zh: "自创区取得的成就源于开放、赋权和探索，要继续深化改革，激发创新活力。",
      en: "The achievements of the zones stem from opening up, empowerment and trial; we should continue to deepen reform and stimulate the drive for innovation.",
    },
  },
  check: (proof) => {
    const ratios = proof.passages.filter(isLong).map(ratioOf);
    const middle =
      ratios.length < OWN.from ? null : ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)]!;
    return eachPair(proof, function* (pair) {
      if (!isLong(pair)) return;
      const further = 1 + OWN.shorter / weightOf(pair);
      const least = middle === null ? PROPORTION.least : (OWN.least * middle) / further;
      const most = middle === null ? PROPORTION.most : OWN.most * middle * further;
      const ratio = ratioOf(pair);
      if (ratio >= least && ratio <= most) return;
      const [short, whole] = ratio < least ? [pair.en, pair.zh] : [pair.zh, pair.en];
      const [en, zh] = ratio < least ? ["English", "英文"] : ["Chinese", "中文"];
      const message = {
        zh: `${zh}与另一种语言相比过短，可能漏译`,
        en: `${en} is too short beside the other language; something may be left out`,
      };
      yield slip(short.head(), message, { related: [whole.head()] });
    });
  },
};

export const parityCopied: Rule = {
  id: "parity-copied",
  group: "parity",
  severity: "error",
  says: {
    zh: "没有译出的文字：英文中夹有汉字，中文中只有英文，或两边完全相同。",
    en: "Untranslated text: Han characters left in English, Chinese that is all English, both sides the same.",
  },
  example: {
    bad: { zh: "自创区要深化交流合作。", en: "NIDZs should deepen 交流合作." },
    good: { zh: "自创区要深化交流合作。", en: "NIDZs should deepen exchanges and cooperation." },
  },
  check: function* (proof) {
    yield* eachPair(proof, function* (pair): Generator<Slip> {
      const { zh, en, kind } = pair;
      if (
        zh.text === en.text &&
        lettersIn(zh.text) + hanIn(zh.text) > 3 &&
        kind !== "cell" &&
        !zh.isAddress({ start: 0, end: zh.text.length })
      ) {
        const message = { zh: "两种语言的文字完全相同", en: "both languages have the same text" };
        yield slip(hanIn(zh.text) > 0 ? en.head() : zh.head(), message, {
          related: [hanIn(zh.text) > 0 ? zh.head() : en.head()],
        });
      } else if (isProse(pair) && hanIn(zh.text) === 0 && lettersIn(zh.text) > 8) {
        const message = { zh: "中文一边没有汉字，尚未翻译", en: "the Chinese side has no Chinese in it" };
        yield slip(zh.head(), message, { related: [en.head()] });
      }
    });
    for (const { shared, kind, zh } of proof.passages) {
      if (!shared || !zh || kind === "cell" || kind.startsWith("imprint") || hanIn(zh.text) === 0) continue;
      const message = {
        zh: "一段文字兼作两种语言，英文里印出的会是汉字；请分写 zh 和 en",
        en: "one text serves both languages, and English readers get Chinese; write zh and en",
      };
      yield slip(zh.head(), message);
    }
    yield* each(proof, "en", function* (text, { zh }) {
      if (zh?.text === text.text) return;
      for (const match of text.matches(/\p{Script=Han}+/gu)) {
        const message = { zh: `英文中夹有汉字“${match[0]}”`, en: `“${match[0]}” is left in English` };
        yield text.slip(match, message, { related: zh ? [zh.head()] : [] });
      }
    });
    yield* each(proof, "zh", function* (text, { en }) {
      if (en?.text === text.text || hanIn(text.text) === 0) return;
      for (const match of text.matches(/[A-Za-z][\w'’-]*(?:[ ,]+[A-Za-z][\w'’-]*){5,}/g)) {
        if (text.isAddress(match)) continue;
        const message = { zh: "中文中夹有整句英文", en: "a stretch of English is left in Chinese" };
        yield text.slip(match, message, { related: en ? [en.head()] : [] });
      }
    });
  },
};

const BOTH_WAYS = [
  ["zh", "en"],
  ["en", "zh"],
] as const;

/** Sentences end with a stop, and with what closes behind it. */
const SENTENCES = { zh: /(?<=[。！？][”’）]?)(?![”’）])/, en: /(?<=[.!?]["”’)]?)\s+/ } as const;

/** Sentences so short are said twice for their effect: 慢，不是停。 */
const LONG_SENTENCE = { zh: 12, en: 45 } as const;

/** @returns The second of two sentences that are the same, at least so long; null for none. */
function saidTwice({ text, language }: ProofText, least: number): Range | null {
  const seen = new Set<string>();
  let at = 0;
  for (const typed of text.split(SENTENCES[language])) {
    const sentence = typed.trim();
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    if (sentence.length >= least && seen.has(sentence)) return { start, end: at };
    seen.add(sentence);
  }
  return null;
}

/** A sentence that was pasted twice: the other language, which would repeat it too, does not. */
function* pastedTwice(pair: FullPair): Generator<Slip> {
  for (const [language, other] of BOTH_WAYS) {
    const again = saidTwice(pair[language], LONG_SENTENCE[language]);
    if (!again || saidTwice(pair[other], LONG_SENTENCE[other] / 3)) continue;
    const message = { zh: "这句话在本段写了两遍", en: "this sentence stands twice in its paragraph" };
    yield slip(pair[language].span(again), message, { related: [pair[other].head()] });
  }
}

/** Texts so short recur by themselves. */
const LONG_ENOUGH = { zh: 16, en: 48 } as const;

export const parityTwice: Rule = {
  id: "parity-twice",
  group: "parity",
  severity: "error",
  says: {
    zh: "同一段文字配了两段不同的译文，或一句话只在一种语言里写了两遍：多半是复制后忘了改。",
    en: "One text stands beside two different ones, or a sentence stands twice in one language alone: most likely it was copied and not changed.",
  },
  example: {
    bad: {
      issue: sampleIssue(SECOND_ISSUE, {
        body: `      - zh: 杭州持续做强供给侧，布局建设大科学装置。
        en: Hangzhou has strengthened the supply side and planned large research facilities.
      - zh: 成都坚持自主创新的导向，建设创新平台。
        en: Hangzhou has strengthened the supply side and planned large research facilities.
`,
      }),
    },
    good: {
      issue: sampleIssue(SECOND_ISSUE, {
        body: `      - zh: 杭州持续做强供给侧，布局建设大科学装置。
        en: Hangzhou has strengthened the supply side and planned large research facilities.
      - zh: 成都坚持自主创新的导向，建设创新平台。
        en: Chengdu keeps to independent innovation and builds platforms for it.
`,
      }),
    },
  },
  *check(proof) {
    yield* eachPair(proof, pastedTwice);
    const { passages } = proof;
    for (const [language, other] of BOTH_WAYS) {
      const seen = new Map<string, FullPair>();
      for (const passage of passages.filter(isProse).filter(isFull)) {
        const { text } = passage[language];
        if (text.length < LONG_ENOUGH[language]) continue;
        const first = seen.get(text);
        seen.set(text, first ?? passage);
        if (!first || first[other].text === passage[other].text) continue;
        const message = {
          zh: "这段文字在前面已配了另一段译文",
          en: "this text stands beside another one before",
        };
        yield slip(passage[language].head(), message, {
          related: [first[language].head(), passage[other].head()],
        });
      }
    }
  },
};
