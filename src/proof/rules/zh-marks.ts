/** Marks of Chinese punctuation in their wrong form (GB/T 15834): half-width, doubled, dashes, ellipses. */
import { both, type Slip } from "../finding.ts";
import { each, type Rule } from "../rule.ts";
import { halfWidth, type ProofText, type Range } from "../text.ts";
import { PLACES } from "./places.ts";

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
  ".": "。",
};

const HAN = String.raw`[\p{Script=Han}”’）》】％%]`;
const HALF = new RegExp(
  // A mark beside Han; a full stop only behind it, where a sentence ends. What stands in brackets is looked at from
  // the bracket, not from every place before it.
  `(?<=${HAN})[,;:!?](?!\\/\\/)|(?<=[\\w])[,;!?](?=[\\p{Script=Han}“‘（《])|\\((?=[^()]*\\p{Script=Han})|\\)(?<=\\p{Script=Han}[^()]*\\))|(?<=\\p{Script=Han}|[”’）])\\.(?=[\\p{Script=Han}“]|$)`,
  "gu",
);

function replaced(text: ProofText, at: Range, expected: string, zh: string, en: string): Slip {
  return text.slip(at, { zh, en }, { expected: both(expected), replacement: expected });
}

/** 世界知识产权组织(WIPO)发布: Latin alone within, and Han before the brackets. x(t) is a formula. */
function* latinInBrackets(text: ProofText): Generator<Slip> {
  for (const match of text.matches(/(?<=[\p{Script=Han}”》])\(([^()（）\p{Script=Han}]*)\)/gu)) {
    if (text.isAddress(match)) continue;
    for (const [start, mark] of [
      [match.start, "("],
      [match.end - 1, ")"],
    ] as const)
      yield replaced(
        text,
        { start, end: start + 1 },
        FULL[mark]!,
        `中文里用了半角“${mark}”`,
        `a half-width “${mark}” stands in Chinese`,
      );
  }
}

/** The matching bracket may be full-width: then this one is a slip even where only Latin stands within. */
function* halfBrackets(text: ProofText): Generator<Slip> {
  for (const match of text.matches(/（[^（）()]*(\))|(\()[^（）()]*）/g)) {
    const at = match[1] ? match.end - 1 : match.start;
    const mark = match[1] ?? match[2]!;
    if (/\p{Script=Han}/u.test(match[0])) continue;
    yield replaced(
      text,
      { start: at, end: at + 1 },
      FULL[mark]!,
      `“${mark}”与全角括号不成对`,
      `“${mark}” does not match its full-width partner`,
    );
  }
}

export const zhHalfWidth: Rule = {
  id: "zh-half-width",
  group: "chinese",
  severity: "error",
  says: {
    zh: "中文用全角标点。",
    en: "Chinese has full-width marks.",
  },
  example: {
    bad: { zh: "自创区发展迅速,成效显著。", en: "NIDZs develop fast, with remarkable results." },
    good: { zh: "自创区发展迅速，成效显著。", en: "NIDZs develop fast, with remarkable results." },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      if (!/\p{Script=Han}/u.test(text.text)) return;
      yield* halfBrackets(text);
      yield* latinInBrackets(text);
      for (const match of text.matches(HALF)) {
        if (text.isAddress(match)) continue;
        const mark = match[0];
        yield replaced(
          text,
          match,
          FULL[mark]!,
          `中文里用了半角“${mark}”`,
          `a half-width “${mark}” stands in Chinese`,
        );
      }
    }),
};

export const zhDoubledMark: Rule = {
  id: "zh-doubled-mark",
  group: "chinese",
  severity: "error",
  says: {
    zh: "两个点号不连用（？！除外）。",
    en: "Two pauses or stops do not stand side by side, ？！ aside.",
  },
  example: {
    bad: { zh: "自创区发展迅速，，成效显著。", en: "NIDZs develop fast, with remarkable results." },
    good: { zh: "自创区发展迅速，成效显著。", en: "NIDZs develop fast, with remarkable results." },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      for (const match of text.matches(
        /[，、；：]{2,}|[，、；：]+[。！？]|(?<![。！？]{2})[。！？]+[，、；：]+|(?<!。)。(?:[！？]|。(?!。))|[！？]。/g,
      )) {
        const marks = match[0];
        const same = [...marks].every((mark) => mark === marks[0]);
        const message = { zh: `标点“${marks}”连用`, en: `marks stand side by side: ${marks}` };
        yield text.slip(match, message, same ? { expected: both(marks[0]!), replacement: marks[0]! } : {});
      }
    }),
};

/** Han that a single dash may join: places and times, 北京—上海. */
const JOINED = 6;

/** 中国—阿拉伯国家博览会: places are joined by a dash of one em, whatever follows them (GB/T 15834 §4.13). */
const NAMED = `${PLACES.map(({ zh }) => zh).join("|")}|中国|美国|俄罗斯|东盟|欧盟|海合会|[亚非欧]洲|拉美|中东|中亚|阿拉伯`;
const ENDS_WITH_PLACE = new RegExp(`(?:${NAMED}|[国省市州洲])$`);
const BEGINS_WITH_PLACE = new RegExp(`^(?:${NAMED})`);

export const zhDash: Rule = {
  id: "zh-dash",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "破折号占两字，用“——”；起止、走向用一字线“—”。",
    en: "A dash is two ems long (——); a single — joins places and times.",
  },
  example: {
    bad: { zh: "这是一个老问题--怎样让城市慢下来。", en: "It is an old question: how a city may slow down." },
    good: {
      zh: "这是一个老问题——怎样让城市慢下来。",
      en: "It is an old question: how a city may slow down.",
    },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      for (const match of text.matches(/-{2,}|－{2,}|─+|―+|—{3,}|–{2,}/g)) {
        if (text.isAddress(match)) continue;
        yield replaced(text, match, "——", `破折号写作“${match[0]}”`, `the dash is typed as ${match[0]}`);
      }
      for (const match of text.matches(/—(?<=([\p{Script=Han}”》）]+)—)(?=([\p{Script=Han}“《（]+))/gu)) {
        if (text.text[match.start - 1] === "—" || text.text[match.end] === "—") continue;
        if (
          (Math.min(match[1]!.length, match[2]!.length) <= JOINED &&
            Math.max(match[1]!.length, match[2]!.length) <= 2 * JOINED) ||
          (ENDS_WITH_PLACE.test(match[1]!) && BEGINS_WITH_PLACE.test(match[2]!))
        )
          continue;
        yield replaced(
          text,
          match,
          "——",
          "此处似为破折号，只有一字长",
          "a dash is meant here, and it is only one em long",
        );
      }
    }),
};

export const zhEllipsis: Rule = {
  id: "zh-ellipsis",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "省略号六点占两字，用“……”；其后不用“等”，也不再用点号。",
    en: "An ellipsis is six dots (……), with neither 等 nor a stop behind it.",
  },
  example: {
    bad: {
      zh: "光伏、储能、充电桩...都已投用。",
      en: "Photovoltaics, batteries and charging points are all in use.",
    },
    good: {
      zh: "光伏、储能、充电桩……都已投用。",
      en: "Photovoltaics, batteries and charging points are all in use.",
    },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      for (const match of text.matches(/\.{3,}|。{3,}|·{3,}|(?<!…)…(?!…)|…{3,}/g)) {
        if (text.isAddress(match)) continue;
        const message = { zh: `省略号写作“${match[0]}”`, en: `the ellipsis is typed as ${match[0]}` };
        // Three full stops may be a key that was held down: only the editor can know.
        const replacement = match[0].startsWith("。") ? {} : { replacement: "……" };
        yield text.slip(match, message, { expected: both("……"), ...replacement });
      }
      for (const match of text.matches(/……(?:等|[，。、；])/g))
        yield text.slip(match, {
          zh: `“${match[0]}”：省略号后不用“${match[0].slice(2)}”`,
          en: `no ${match[0].slice(2)} behind an ellipsis`,
        });
    }),
};

export const zhFullWidth: Rule = {
  id: "zh-full-width",
  group: "chinese",
  severity: "error",
  says: {
    zh: "数字和字母用半角。",
    en: "Digits and letters are half-width.",
  },
  example: {
    bad: { zh: "覆盖６６个高新区。", en: "They cover 66 high-tech zones." },
    good: { zh: "覆盖 66 个高新区。", en: "They cover 66 high-tech zones." },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      for (const match of text.matches(/[０-９Ａ-Ｚａ-ｚ]+(?:[．％][０-９]*)*|(?<=\d)％/g)) {
        const half = [...match[0]].map(halfWidth).join("");
        yield replaced(text, match, half, `全角“${match[0]}”`, `full-width ${match[0]}`);
      }
    }),
};

/** Labels and names of two characters are spread to the width of three: 整 理, 王 冰. */
const SPREAD = /^(?:.*[、，])?\p{Script=Han}[ \u3000]+\p{Script=Han}(?:[、，].*)?$/u;

/** The halves of a slogan are as long as each other, and quoted or a title's: “共享创新 共塑未来”. */
function isSlogan(before: string, after: string): boolean {
  const [head] = /(?<=[“《\s])\p{Script=Han}{3,9}$/u.exec(before) ?? [];
  const [tail] = /^\p{Script=Han}{3,9}(?=[”》：\s])/u.exec(after) ?? [];
  return head !== undefined && head.length === tail?.length;
}

export const zhSpace: Rule = {
  id: "zh-space",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "汉字之间、标点前后不留空格；编号之后和撑开的两字姓名除外。",
    en: "No spaces between Han characters or beside marks, but behind a number (第一条　) and in spread names of two characters.",
  },
  example: {
    bad: { zh: "自创区的成就 源于开放。", en: "The achievements of NIDZs stem from opening up." },
    good: { zh: "自创区的成就源于开放。", en: "The achievements of NIDZs stem from opening up." },
  },
  check: (proof) =>
    each(proof, "zh", function* (text, { kind }) {
      if (/label|credit|imprint|name|cell/.test(kind) && SPREAD.test(text.text)) return;
      for (const match of text.matches(
        /(?<=[\p{Script=Han}，。、；：！？”’）》])[ \u3000]+(?=[\p{Script=Han}“‘（《])|(?<=\S)[ \u3000]+(?=[，。、；：！？”’）》])|(?<=[“‘（《])[ \u3000]+(?=\S)/gu,
      )) {
        const before = text.text.slice(0, match.start);
        if (
          /(?:^|\n)(?:第[一二三四五六七八九十百\d]+[编章条节]|[（(]?[一二三四五六七八九十\d]+[）).、])$/.test(
            before,
          )
        )
          continue;
        if (
          isSlogan(before, text.text.slice(match.end)) ||
          (/日$/.test(before) && /^(?:星期|周)[一二三四五六日天]/.test(text.text.slice(match.end)))
        )
          continue;
        const message = { zh: "中文里有空格", en: "a space stands inside Chinese" };
        yield text.slip(match, message, { replacement: "" });
      }
    }),
};
