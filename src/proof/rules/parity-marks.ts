/** What is marked out in one language and not in the other: addresses, quotations, titles, bold type, ends of sentences. */
import { addressesIn } from "../addresses.ts";
import { type Slip, slip } from "../finding.ts";
import { isProse } from "../passages.ts";
import { eachPair, type FullPair, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";

const bare = (address: string): string =>
  address
    .replace(/^\+?86[- ]?/, "")
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");

export const parityAddress: Rule = {
  id: "parity-address",
  group: "parity",
  severity: "error",
  says: {
    zh: "电子邮箱、网址和电话两种语言须一致。",
    en: "E-mail and web addresses and telephone numbers are the same in both languages.",
  },
  example: {
    bad: { zh: "联系邮箱 office@example.org。", en: "Please write to ofice@example.org." },
    good: { zh: "联系邮箱 office@example.org。", en: "Please write to office@example.org." },
  },
  check: (proof) =>
    eachPair(proof, function* ({ zh, en }) {
      const [ours, theirs] = [addressesIn(zh), addressesIn(en)];
      const lacks = (all: typeof ours, one: (typeof ours)[number]) =>
        !all.some((other) => bare(other[0]) === bare(one[0]));
      const onlyZh = ours.filter((one) => lacks(theirs, one));
      const onlyEn = theirs.filter((one) => lacks(ours, one));
      for (const one of onlyZh) {
        const other = onlyEn.shift();
        const message = other
          ? {
              zh: `中文作 ${one[0]}，英文作 ${other[0]}`,
              en: `Chinese says ${one[0]}, English says ${other[0]}`,
            }
          : { zh: `英文中没有 ${one[0]}`, en: `English lacks ${one[0]}` };
        yield slip(other ? en.span(other) : zh.span(one), message, {
          related: [other ? zh.span(one) : en.head()],
        });
      }
      for (const one of onlyEn)
        yield slip(
          en.span(one),
          { zh: `中文中没有 ${one[0]}`, en: `Chinese lacks ${one[0]}` },
          { related: [zh.head()] },
        );
    }),
};

/** Names that Chinese quotes and English does not. */
const UNQUOTED = /^(?:一带一路|双一流|十[一二三四五]五|两个|三农|双碳|三严三实|放管服|互联网\+|双创)/;

const quotedZh = (text: ProofText) =>
  [...text.matches(/“([^“”]*)”/g)].filter(([, inner]) => !UNQUOTED.test(inner!));
const quotedEn = (text: ProofText) => [...text.matches(/"[^"]*"|“[^”]*”/g)];

export const parityQuote: Rule = {
  id: "parity-quote",
  group: "parity",
  severity: "warning",
  says: {
    zh: "中文加引号的词语，英文加了一部分而漏了其余的，须补齐。英文另加引号，或全句改为转述，不算差错。",
    en: "Where English quotes some of what Chinese quotes, it quotes all of it. Indirect speech and quotation marks of its own are no slip.",
  },
  example: {
    bad: {
      zh: "实现从“量的增长”向“质的提升”转变。",
      en: "The transformation from “quantitative increase” to qualitative improvement was achieved.",
    },
    good: {
      zh: "实现从“量的增长”向“质的提升”转变。",
      en: "The transformation from “quantitative increase” to “qualitative improvement” was achieved.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* ({ zh, en }) {
      const [ours, theirs] = [quotedZh(zh), quotedEn(en)];
      // Speech may be all that English quotes: 社区书记说：“……。”
      const speeches = ours.filter(([, inner]) => /[。！？]$/.test(inner!)).length;
      if (theirs.length <= speeches || theirs.length >= ours.length) return;
      const [n, m] = [ours.length, theirs.length];
      const message = {
        zh: `中文有 ${n} 处引号，英文只有 ${m} 处`,
        en: `Chinese quotes ${n} times, English ${m === 1 ? "once" : `${m} times`}`,
      };
      yield slip(en.span(theirs.at(-1)!), message, { related: [zh.span(ours.at(-1)!)] });
    }),
};

export const parityTitle: Rule = {
  id: "parity-title",
  group: "parity",
  severity: "warning",
  says: {
    zh: "《》中的书名、篇名和文件名，英文须用斜体、引号或首字母大写标明。",
    en: "A title in 《》 is in italics, quotation marks or capitals in English.",
  },
  example: {
    bad: { zh: "会上发布了《张江宣言》。", en: "A declaration of the zone was released at the meeting." },
    good: { zh: "会上发布了《张江宣言》。", en: "The Zhangjiang Declaration was released at the meeting." },
  },
  check: (proof) =>
    eachPair(proof, function* ({ zh, en }) {
      const titles = [...zh.matches(/《[^《》]+》/g)];
      if (titles.length === 0) return;
      const marked =
        en.runs.filter(({ mark, text }) => mark.emphasis && text.trim() !== "").length +
        quotedEn(en).length +
        [
          ...en.matches(
            /(?:[A-Z][\w'’-]*|of|the|on|for|and|in|to)(?: (?:[A-Z][\w'’-]*|of|the|on|for|and|in|to))*(?: \([A-Z][\w ]*\))?/g,
          ),
        ].filter(([phrase]) => (phrase.match(/\b[A-Z]/g) ?? []).length >= 2).length;
      if (marked >= titles.length) return;
      const message = {
        zh: `${titles.map(([title]) => title).join("")}在英文中没有标明的对应标题`,
        en: `no title in English answers ${titles.map(([title]) => title).join(", ")}`,
      };
      yield slip(zh.span(titles[0]!), message, { related: [en.head()] });
    }),
};

const boldRuns = ({ runs }: ProofText) => {
  let at = 0;
  return runs.flatMap(({ text, mark }) => {
    const start = at;
    at += text.length;
    return mark.bold && text.trim() !== "" ? [{ start, end: at }] : [];
  });
};

export const parityBold: Rule = {
  id: "parity-bold",
  group: "parity",
  severity: "warning",
  says: {
    zh: "两种语言加粗的地方一样多。",
    en: "As many places are in bold type in both languages.",
  },
  example: {
    bad: {
      zh: "吕薇指出，要衔接区域战略。",
      en: "**Lü Wei** pointed out that regional strategies should be aligned with.",
    },
    good: {
      zh: "**吕薇**指出，要衔接区域战略。",
      en: "**Lü Wei** pointed out that regional strategies should be aligned with.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* ({ zh, en }) {
      const [ours, theirs] = [boldRuns(zh), boldRuns(en)];
      if (ours.length === theirs.length) return;
      const message = {
        zh: `中文加粗 ${ours.length} 处，英文加粗 ${theirs.length} 处`,
        en: `${ours.length} in bold in Chinese, ${theirs.length} in English`,
      };
      const inZh = ours.length > theirs.length;
      const at = inZh ? zh.span(ours[theirs.length]!) : en.span(theirs[ours.length]!);
      yield slip(at, message, { related: [inZh ? en.head() : zh.head()] });
    }),
};

export const boldEdge: Rule = {
  id: "bold-edge",
  group: "house",
  severity: "note",
  says: {
    zh: "加粗词语末尾的标点，一期之内或都加粗，或都不加粗。",
    en: "The mark behind a bold phrase is bold throughout an issue, or nowhere.",
  },
  example: {
    bad: {
      zh: "**吕薇**提出，**吴俊**也提出；**白津夫**同意。",
      en: "**Lü Wei, a researcher,** proposed it, and **Wu Jun, a director**, did so too; **Bai Jinfu, an adviser**, agreed.",
    },
    good: {
      zh: "**吕薇**提出，**吴俊**也提出；**白津夫**同意。",
      en: "**Lü Wei, a researcher**, proposed it, and **Wu Jun, a director**, did so too; **Bai Jinfu, an adviser**, agreed.",
    },
  },
  *check(proof) {
    const [inside, outside]: [Slip[], Slip[]] = [[], []];
    const message = {
      zh: "此处标点随词语加粗，本期别处不是这样；请统一",
      en: "the mark is bold with its phrase here and plain elsewhere in this issue, or the other way round",
    };
    for (const passage of proof.passages)
      for (const text of [passage.zh, passage.en])
        for (const { end } of text && !passage.shared ? boldRuns(text) : []) {
          if (/[,;，；、]/.test(text!.text[end - 1]!))
            inside.push(text!.slip({ start: end - 1, end }, message));
          else if (/[,;，；、]/.test(text!.text[end] ?? ""))
            outside.push(text!.slip({ start: end, end: end + 1 }, message));
        }
    if (inside.length > 0 && outside.length > 0) yield* inside.length <= outside.length ? inside : outside;
  },
};

const ENDS = { zh: /[。！？…”’）》；：—]$/, en: /[.!?…"”’):;—]$/ };

/** What a new issue has where a text is to be written: told as such when the file is read. */
const isUnfilled = ({ zh, en }: FullPair): boolean =>
  /【待填】$/.test(zh.text.trimEnd()) || /\(to be filled in\)$/.test(en.text.trimEnd());

export const parityEnd: Rule = {
  id: "parity-end",
  group: "parity",
  severity: "warning",
  says: {
    zh: "一种语言以句末标点结束，另一种语言没有：文字可能被截断。",
    en: "Where one language ends its sentence, the other does too: a text without its end may have been cut off.",
  },
  example: {
    bad: { zh: "自创区发展面临新的任务和使命。", en: "The development of the zones faces new tasks and" },
    good: {
      zh: "自创区发展面临新的任务和使命。",
      en: "The development of the zones faces new tasks and missions.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* (pair: FullPair) {
      if (!isProse(pair) || isUnfilled(pair)) return;
      const ended = { zh: ENDS.zh.test(pair.zh.text.trimEnd()), en: ENDS.en.test(pair.en.text.trimEnd()) };
      if (ended.zh === ended.en) return;
      const [lacking, whole] = ended.zh ? [pair.en, pair.zh] : [pair.zh, pair.en];
      const message = {
        zh: "句末没有标点，而另一种语言有",
        en: "no mark ends this text, as one does in the other language",
      };
      yield slip(lacking.tail(), message, { related: [whole.tail()] });
    }),
};
