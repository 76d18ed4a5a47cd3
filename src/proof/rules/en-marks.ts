/** English marks and spaces in their wrong form: mixed quotation marks, spaces, full-width marks, a sentence's first letter. */
import { addressesIn } from "../addresses.ts";
import { both, type Slip } from "../finding.ts";
import { isProse } from "../passages.ts";
import { each, type Proof, type Rule } from "../rule.ts";
import { capitalised, grouped, halfWidth, type ProofText, type Range } from "../text.ts";
import { gaps } from "./en-gaps.ts";

/** Feet and inches are no quotation marks. */
const STRAIGHT = /(?<!\d)"|"(?=[\p{L}“])/gu;
const CURLY = /[“”]/g;

interface Forms {
  readonly straight: number;
  readonly curly: number;
}

function formsOf({ passages }: Proof): Forms {
  const count = { straight: 0, curly: 0 };
  for (const { en, shared } of passages) {
    if (!en || shared) continue;
    count.straight += [...en.matches(STRAIGHT)].length;
    count.curly += [...en.matches(CURLY)].length;
  }
  return count;
}

/** A text's own marks first: one that mixes them is made even by the form of the whole issue. */
function* mixed(text: ProofText, { straight, curly }: Forms): Generator<Slip> {
  if (straight === 0 || curly === 0) return;
  const toStraight = straight >= curly;
  for (const match of text.matches(toStraight ? CURLY : STRAIGHT)) {
    const opens = /(?:^|[\s([—–])$/.test(text.text.slice(0, match.start));
    const expected = toStraight ? '"' : opens ? "“" : "”";
    const message = {
      zh: `本期引号多用${toStraight ? "直引号" : "弯引号"}，此处不同；请统一`,
      en: `this issue types ${toStraight ? "straight" : "curly"} quotation marks, and another one here`,
    };
    yield text.slip(match, message, { expected: both(expected), replacement: expected });
  }
}

function* unclosed(text: ProofText): Generator<Slip> {
  const straight = [...text.matches(STRAIGHT)];
  if (straight.length % 2 === 1 && !/[“”]/.test(text.text))
    yield text.slip(straight.at(-1)!, { zh: "引号不成对", en: "a quotation mark has no partner" });
  let depth = 0;
  for (const match of text.matches(/[“”]/g)) {
    depth += match[0] === "“" ? 1 : -1;
    if (depth !== 0 && depth !== 1) {
      yield text.slip(match, { zh: `“${match[0]}”不成对`, en: `${match[0]} has no partner` });
      depth = match[0] === "“" ? 1 : 0;
    }
  }
  if (depth === 1 && !/"/.test(text.text)) {
    const last = text.text.lastIndexOf("“");
    yield text.slip(
      { start: last, end: last + 1 },
      { zh: "引号没有结束", en: "a quotation mark is never closed" },
    );
  }
}

function* brackets(text: ProofText): Generator<Slip> {
  const open: number[] = [];
  for (const match of text.matches(/[()[\]]/g)) {
    if (text.isAddress(match)) continue;
    const lists = match[0] === ")" && /(?:^|[\s;,])[\da-z]{1,3}$/.test(text.text.slice(0, match.start));
    if (match[0] === "(" || match[0] === "[") open.push(match.start);
    else if (open.length > 0) open.pop();
    else if (!lists)
      yield text.slip(match, { zh: `“${match[0]}”没有前一半`, en: `${match[0]} closes nothing` });
  }
  for (const start of open)
    yield text.slip({ start, end: start + 1 }, { zh: "括号没有后一半", en: "this bracket is never closed" });
}

export const enQuotes: Rule = {
  id: "en-quotes",
  group: "english",
  severity: "warning",
  says: {
    zh: "英文引号和括号成对；一期之内直引号、弯引号只用一种（直引号排印时自动变为弯引号）。",
    en: "Quotation marks and brackets are in pairs; an issue types straight or curly ones, not both (straight ones are set as curly).",
  },
  example: {
    bad: { zh: "发布了“张江宣言”。", en: 'The "Zhangjiang Declaration was released.' },
    good: { zh: "发布了“张江宣言”。", en: 'The "Zhangjiang Declaration" was released.' },
  },
  check: (proof) => {
    const forms = formsOf(proof);
    return each(proof, "en", function* (text) {
      yield* mixed(text, forms);
      yield* unclosed(text);
      yield* brackets(text);
    });
  },
};

/** A mark that stands right before the next word takes the space with it: 2023 ,15 is no number of five figures. */
function strayBlank(text: ProofText, { start, end }: Range): Slip {
  const message = { zh: "标点前后多了空格", en: "a space before a mark, or behind an opening one" };
  const [mark = "", next = ""] = [text.text[end], text.text[end + 1]];
  if (!/[,;:]/.test(mark) || !/[\p{L}\d]/u.test(next))
    return text.slip({ start, end }, message, { replacement: "" });
  const isBetweenFigures = /\d/.test(text.text[start - 1]!) && /\d/.test(next);
  // 1 ,000 and 10 :30 are most likely a number and a time: only the editor can know.
  const mayBeNumber = mark === ":" || (mark === "," && /^\d{3}(?!\d)/.test(text.text.slice(end + 1)));
  if (isBetweenFigures && mayBeNumber) return text.slip({ start, end }, message);
  return text.slip({ start, end: end + 1 }, message, { expected: both(`${mark} `), replacement: `${mark} ` });
}

/** Two stops behind a sentence; inside one they may be what is left of an ellipsis. */
const isDoubledStop = (text: string, { start, end }: Range): boolean =>
  /[\p{L}\d)”"’%]$/u.test(text.slice(0, start)) && /^["”’]?(?:\s+["“‘]?\p{Lu}|\s*$)/u.test(text.slice(end));

export const enSpace: Rule = {
  id: "en-space",
  group: "english",
  severity: "warning",
  says: {
    zh: "英文词间、括号之前一个空格，标点之前没有、之后有空格。",
    en: "One space between words and before a bracket, none before a mark and one behind it.",
  },
  example: {
    bad: { zh: "自创区发展迅速，成效显著。", en: "NIDZs develop  fast , with remarkable results." },
    good: { zh: "自创区发展迅速，成效显著。", en: "NIDZs develop fast, with remarkable results." },
  },
  check: (proof) =>
    each(proof, "en", function* (text) {
      for (const match of text.matches(/(?<=\S) {2,}(?=\S)/g))
        yield text.slip(match, { zh: "连续的空格", en: "more than one space" }, { replacement: " " });
      for (const match of text.matches(/(?<=[\p{L}\d"”’)%]) +(?=[,;:!?)]|\.(?!\.|\d|\w))|(?<=\() +(?=\S)/gu))
        yield strayBlank(text, match);
      yield* gaps(text);
      for (const match of text.matches(
        /(?<=[\p{L}\d"”)])[,;](?=["“]?[\p{L}])|(?<=[\p{L}]):(?=[\p{L}])|(?<=[\p{Ll}]{2})[.!?](?=[A-Z][a-z])/gu,
      )) {
        if (text.isAddress(match)) continue;
        yield text.slip(
          match,
          { zh: "标点之后缺少空格", en: "no space behind the mark" },
          { expected: both(`${match[0]} `), replacement: `${match[0]} ` },
        );
      }
      for (const match of text.matches(/,{2,}|(?<!\.)\.{2}(?!\.)|[,;:][.,;:]|\.,(?! )/g)) {
        if (text.isAddress(match)) continue;
        const message = { zh: `标点“${match[0]}”连用`, en: `marks stand side by side: ${match[0]}` };
        const isOne = match[0] === ".." ? isDoubledStop(text.text, match) : /^(.)\1$/.test(match[0]);
        const mark = match[0][0]!;
        yield text.slip(match, message, isOne ? { expected: both(mark), replacement: mark } : {});
      }
    }),
};

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "。": ".",
  "；": ";",
  "：": ":",
  "！": "!",
  "？": "?",
  "（": "(",
  "）": ")",
  "、": ",",
  "％": "%",
  "～": "–",
  "　": " ",
  "．": ".",
};
const SPACED = new Set("，。；：！？、");

export const enFullWidth: Rule = {
  id: "en-full-width",
  group: "english",
  severity: "error",
  says: {
    zh: "英文不用全角标点、数字和字母。",
    en: "No full-width marks, digits or letters in English.",
  },
  example: {
    bad: { zh: "自创区发展迅速，成效显著。", en: "NIDZs develop fast， with remarkable results." },
    good: { zh: "自创区发展迅速，成效显著。", en: "NIDZs develop fast, with remarkable results." },
  },
  check: (proof) =>
    each(proof, "en", function* (text) {
      for (const match of text.matches(/[，。；：！？（）、％～　．《》〈〉【】「」０-９Ａ-Ｚａ-ｚ]/g)) {
        const mark = match[0];
        const plain = HALF[mark] ?? (/[０-ｚ]/.test(mark) ? halfWidth(mark) : null);
        const message = { zh: `英文里用了全角“${mark}”`, en: `a full-width ${mark} stands in English` };
        const next = text.text[match.end];
        const isBetweenFigures = /\d/.test(text.text[match.start - 1] ?? "") && /\d/.test(next ?? "");
        const isSpaced = SPACED.has(mark) && next !== undefined && !/[\s)"”]/.test(next);
        // 10：30 is a time. 1，000 and 3。5 may be numbers, or two of them: only the editor can know.
        const gap = isSpaced && !(isBetweenFigures && mark === "：") ? " " : "";
        const isUnclear =
          isBetweenFigures &&
          (mark === "。" || (mark === "，" && /^\d{3}(?!\d)/.test(text.text.slice(match.end))));
        yield text.slip(
          match,
          message,
          plain ? { expected: both(plain), ...(isUnclear ? {} : { replacement: plain + gap }) } : {},
        );
      }
    }),
};

const ABBREVIATED =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|al|No|Nos|Vol|pp|p|ca|approx|Dr|Mr|Mrs|Ms|Prof|St|Ltd|Co|Inc|Fig|U\.S|a\.m|p\.m|Art|Sec|Ph\.D)|\b[A-Z]|\.\.)\.["”’)]?\s+$/;

/** What follows a question that was quoted. */
const SAID =
  /^(?:(?:[a-z]+ ){1,3}(?:asked|said|says|asks|wondered|replied|exclaimed|cried|shouted)|(?:asked|said|says|asks) [\p{L}]+)\b/u;

const NAMES =
  /(?<![-\w@./])((?<=(?:Yangtze|Pearl) )river delta|china|chinese|beijing|shanghai|hangzhou|shenzhen|guangzhou|chengdu|wuhan|tianjin|english|asia|asian|europe|european|american|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october|november|december|i)(?![-\w@./])/g;

export const enCase: Rule = {
  id: "en-case",
  group: "english",
  severity: "warning",
  says: {
    zh: "句首、国名、地名、月份和星期首字母大写。",
    en: "Sentences, countries, places, months and weekdays begin with a capital.",
  },
  example: {
    bad: { zh: "取得成就。要继续深化改革。", en: "Much was achieved. we should continue to deepen reform." },
    good: { zh: "取得成就。要继续深化改革。", en: "Much was achieved. We should continue to deepen reform." },
  },
  check: (proof) =>
    each(proof, "en", function* (text, passage) {
      const small = (start: number) => {
        const letter = text.text[start]!;
        return text.slip(
          { start, end: start + 1 },
          { zh: "句首应大写", en: "a sentence begins with a capital" },
          { expected: both(letter.toUpperCase()) },
        );
      };
      if (isProse(passage) && /^["“]?[a-z][a-z]/.test(text.text) && !text.isAddress({ start: 0, end: 1 }))
        yield small(/[a-z]/.exec(text.text)!.index);
      for (const match of text.matches(/[.!?]["”’)]?\s+(?=[a-z][a-z]*[\s,])/g)) {
        // “Is it real?” he asked.
        if (/^[!?]["”’]/.test(match[0]) && SAID.test(text.text.slice(match.end))) continue;
        if (ABBREVIATED.test(text.text.slice(0, match.end))) continue;
        yield small(match.end);
      }
      for (const match of text.matches(NAMES)) {
        if (text.isAddress(match) || /\(i$/.test(text.text.slice(0, match.end))) continue;
        yield text.slip(
          match,
          { zh: `“${match[0]}”首字母应大写`, en: `${match[0]} has a capital` },
          { expected: both(match[0].replace(/\b[a-z]+/g, capitalised)) },
        );
      }
    }),
};

export const enNumber: Rule = {
  id: "en-number",
  group: "english",
  severity: "note",
  says: {
    zh: "五位及以上的数加千分撇；句子不以数字开头。",
    en: "Numbers of five digits and more have commas; a sentence does not begin with a figure.",
  },
  example: {
    bad: { zh: "每年诞生 50000 家企业。", en: "Every year 50000 enterprises are born." },
    good: { zh: "每年诞生 50000 家企业。", en: "Every year 50,000 enterprises are born." },
  },
  check: (proof) =>
    each(proof, "en", function* (text, passage) {
      if (!isProse(passage)) return;
      const addresses = addressesIn(text);
      for (const match of text.matches(/(?<![\d.,/-]|\p{L})\d{5,}(?![\d/-]|\.\d|\p{L})/gu)) {
        if (
          text.isAddress(match) ||
          addresses.some(({ start, end }) => match.start >= start && match.end <= end)
        )
          continue;
        // No safe fix: GB/T 15834 and Shanghai 200031 count nothing.
        yield text.slip(
          match,
          { zh: `${match[0]} 未加千分撇`, en: `${match[0]} has no commas` },
          { expected: both(grouped(match[0])) },
        );
      }
      for (const match of text.matches(/(?=\d)(?<=[a-z)"”][.!?]["”]? +)\d+(?!\d*(?:[.)]|\s*%?\s*$))/g)) {
        if (/^(?:19|20)\d\d$/.test(match[0]) || ABBREVIATED.test(text.text.slice(0, match.start))) continue;
        yield text.slip(match, { zh: "句子以数字开头", en: "the sentence begins with a figure" });
      }
    }),
};
