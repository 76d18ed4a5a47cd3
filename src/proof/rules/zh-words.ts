/** Chinese words and numerals that are most likely slips: 十五来, 布署, 约 50 家左右. */
import { both, type Slip } from "../finding.ts";
import { NUMERALS } from "../numbers/zh-numeral.ts";
import { each, type Proof, type Rule } from "../rule.ts";
import { Covered, type ProofText, type Range, rangeOf } from "../text.ts";
import { IN_SURROUNDINGS } from "./confused-in-context.ts";
import { CONFUSED } from "./confused-words.ts";
import { mistakenIn } from "./mistaken-characters.ts";
import type { Mistaken } from "./mistaken-in-phrases.ts";
import { expectedOf, type Turn } from "./turn.ts";

/** From its first figure on, lest every one in a row of them be taken for one. */
const NUMBER = `(?:(?=\\d)(?<!\\d[,.]*)\\d[\\d,.]*(?: \\d{3})*|(?<![${NUMERALS}])[${NUMERALS}]+)`;

const DOUBTFUL_NUMBERS: readonly Turn[] = [
  {
    form: /(?<![\d零一二三四五六七八九十百千万亿两])((?:[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两]|\d+)) ?来(?=[，,]|我国|我们|全国|全市)/g,
    zh: "数字后缺少“年”等量词",
    en: "a measure word such as 年 is missing behind the number",
    expected: ([, number]) => `${number}年来`,
  },
  { form: new RegExp(`百分之${NUMBER}\\s*%`, "g"), zh: "“百分之”与“%”重复", en: "百分之 and % say the same" },
  {
    form: new RegExp(
      `(?:约|大约|大概|近|将近)(?:有|为|占|达)?\\s*${NUMBER}\\s*%?(?:余|多)?[\\p{Script=Han}]{0,3}(?:左右|上下)`,
      "gu",
    ),
    zh: "“约”与“左右”重复",
    en: "约 and 左右 say the same",
  },
  {
    form: new RegExp(`(?:超过|逾|多于)\\s*${NUMBER}\\s*[余多](?!年生)`, "g"),
    zh: "“超过”与“余”“多”重复",
    en: "超过 and 余 say the same",
  },
  {
    form: new RegExp(`${NUMBER}\\s*[多余]\\p{Script=Han}{0,2}左右`, "gu"),
    zh: "“多”“余”与“左右”矛盾",
    en: "多 and 左右 contradict each other",
  },
  {
    form: /(?<![〇零一二三四五六七八九\d])[一二]零[一二三四五六七八九零]{2}(?=年)/g,
    zh: "年份中的零用“〇”（GB/T 15835）",
    en: "〇 is the zero of a year (GB/T 15835)",
    expected: ([year]) => year!.replaceAll("零", "〇"),
  },
  {
    form: /(?<![一二三四五六七八九十第（])[一二三四五六七八]、[二三四五六七八九](?=[个天年月次家种人项位])/g,
    zh: "概数中间不用顿号（GB/T 15835）",
    en: "an approximate number has no 、 in it (GB/T 15835)",
    expected: ([typed]) => typed!.replace("、", ""),
  },
  {
    form: /(?<!\d)\d+\s*[千百](?=[个家人名项元台套亩次])/g,
    zh: "阿拉伯数字不与“千”“百”连用（GB/T 15835）",
    en: "digits do not go with 千 or 百 (GB/T 15835)",
  },
  {
    form: /\d多[万亿]/g,
    zh: "“多”在“万”“亿”之后",
    en: "多 comes behind 万 and 亿",
    expected: ([typed]) => `${typed![0]}${typed![2]}多`,
  },
  {
    form: new RegExp(`(?:减少|下降|降低|缩小|下跌)了?\\s*${NUMBER}\\s*倍`, "g"),
    zh: "减少不用倍数",
    en: "nothing falls by a multiple (倍)",
  },
];

function* doubtful(text: ProofText, turns: readonly Turn[]): Generator<Slip> {
  for (const turn of turns)
    for (const match of text.matches(turn.form)) {
      const expected = expectedOf(turn, match);
      yield text.slip(
        match,
        { zh: `“${match[0]}”：${turn.zh}`, en: `${match[0]}: ${turn.en}` },
        expected ? { expected: both(expected) } : {},
      );
    }
}

export const zhNumeral: Rule = {
  id: "zh-numeral",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "可疑的数字写法：缺少量词（十五来）、约数重复（约 50 家左右）、“零”与“〇”等。",
    en: "Doubtful numerals: no measure word (十五来), approximation said twice, 零 for 〇 and the like.",
  },
  example: {
    bad: {
      zh: "十五来，我国自创区的数量已达 23 家。",
      en: "In the past 15 years, the number of NIDZs has reached 23.",
    },
    good: {
      zh: "十五年来，我国自创区的数量已达 23 家。",
      en: "In the past 15 years, the number of NIDZs has reached 23.",
    },
  },
  check: (proof) => each(proof, "zh", (text) => doubtful(text, DOUBTFUL_NUMBERS)),
};

/** One character says nothing by itself: 大力的推进 is shown, and not 的. */
function neighbours(
  text: string,
  { start, end }: Range,
): { readonly before: string; readonly after: string } {
  if (end - start > 1) return { before: "", after: "" };
  return {
    before: /\p{Script=Han}{0,2}$/u.exec(text.slice(0, start))![0],
    after: /^\p{Script=Han}{0,2}/u.exec(text.slice(end))![0],
  };
}

interface Meant {
  readonly typed: string;
  readonly meant: string;
  /** What is typed in the place of the range. */
  readonly right: string;
}

const likely = (text: ProofText, range: Range, { typed, meant, right }: Meant): Slip =>
  text.slip(
    range,
    { zh: `“${typed}”疑为“${meant}”`, en: `${typed} is most likely ${meant}` },
    { expected: both(right) },
  );

/** So often a word is typed on purpose. */
const ON_PURPOSE = 3;

/** @returns How often characters stand in an issue, counted once for each. */
function countsIn(passages: Proof["passages"]): (typed: string) => number {
  const known = new Map<string, number>();
  return (typed) => {
    const times =
      known.get(typed) ?? passages.reduce((sum, { zh }) => sum + (zh?.text.split(typed).length ?? 1) - 1, 0);
    known.set(typed, times);
    return times;
  };
}

/** Whether the characters belong to a name or a term, or are quoted by themselves. */
function isOwnWord({ issue, names }: Proof, { text }: ProofText, at: Mistaken): boolean {
  // It begins so far before them at most that it ends behind them.
  const isIn = (word: string): boolean =>
    word !== "" && text.slice(Math.max(0, at.end - word.length), at.start + word.length).includes(word);
  if (issue.publication.glossary.some(({ zh }) => isIn(zh)) || names.mentions.some(({ name }) => isIn(name)))
    return true;
  return /[“‘《·]/.test(text[at.start - 1] ?? "") && /[”’》·]/.test(text[at.end] ?? "");
}

/** Characters that are often mistaken, with the right ones, as they stand in a text. */
function* confusedIn(text: ProofText): Generator<readonly [RegExpExecArray & Range, string]> {
  for (const { form, right } of CONFUSED) for (const match of text.matches(form)) yield [match, right];
  for (const { core, form, right } of IN_SURROUNDINGS)
    for (let at = text.text.indexOf(core); at >= 0; at = text.text.indexOf(core, at + 1)) {
      form.lastIndex = at;
      const match = form.exec(text.text);
      if (match) yield [Object.assign(match, rangeOf(match)), right];
    }
}

export const zhWord: Rule = {
  id: "zh-word",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "错别字：常见的（布署、截止 2024 年、己经）、用错的“的”“地”“得”（发展的很快）、形近音近而不成词的（质旦、标淮），成语和常用短语里的（一愁莫展、产业结购）。",
    en: "Characters mistaken for others: those that often are (布署 for 部署, 己经 for 已经), 的, 地 and 得 for one another (发展的很快), look-alikes that make no word (质旦 for 质量), and those in idioms and common phrases (一愁莫展, 产业结购 for 产业结构).",
  },
  example: {
    bad: { zh: "加快布署重大创新平台。", en: "Accelerate the planning of major innovation platforms." },
    good: { zh: "加快部署重大创新平台。", en: "Accelerate the planning of major innovation platforms." },
  },
  check: (proof) => {
    const timesOf = countsIn(proof.passages);
    return each(proof, "zh", function* (text) {
      const told = new Covered(text.text.length);
      for (const [match, right] of confusedIn(text)) {
        if (told.has(match)) continue;
        const { before, after } = neighbours(text.text, match);
        told.add(match);
        yield likely(text, match, {
          typed: before + match[0] + after,
          meant: before + right + after,
          right,
        });
      }
      for (const one of mistakenIn(text.text, proof.tools)) {
        if (told.has(one)) continue;
        told.add(one);
        if (timesOf(one.typed) < ON_PURPOSE && !isOwnWord(proof, text, one))
          yield likely(text, one, { ...one, right: one.meant });
      }
    });
  },
};

const AFTER_ORDINAL: readonly Turn[] = [
  {
    form: /(?<=^|[。；：，\n])(?:第[一二三四五六七八九十]+(?!、第?[一二三四五六七八九十])|其[一二三四五](?!、其)|(?:首先|其次|再次|最后)(?!、(?:其次|再次|然后|最后)))、/g,
    zh: "其后用逗号（GB/T 15834）",
    en: "a comma follows it (GB/T 15834)",
    expected: ([typed]) => `${typed!.slice(0, -1)}，`,
  },
  {
    form: /（[一二三四五六七八九十]+）[、，．.]/g,
    zh: "带括号的序号后不加点号",
    en: "no mark follows a number in brackets",
    expected: ([typed]) => typed!.slice(0, -1),
  },
  {
    form: /^[一二三四五六七八九十]+[，,．.]/g,
    zh: "汉字序号后用顿号",
    en: "、 follows a Chinese numeral",
    expected: ([typed]) => `${typed!.slice(0, -1)}、`,
  },
  {
    form: /(?<=^|[。；：，\n])[一二三四五六七八九十]+是、/g,
    zh: "“是”后不加点号",
    en: "no mark follows 是",
    expected: ([typed]) => typed!.slice(0, -1),
  },
  {
    form: /、(?:和(?![谐平睦解善美])|与(?![会时世其])|及(?![时格早第])|以及|或(?![许者有]))(?=\p{Script=Han})/gu,
    zh: "连词前不用顿号",
    en: "no 、 stands before a conjunction",
    expected: ([typed]) => typed!.slice(1),
  },
  { form: /、等/g, zh: "“等”前不用顿号", en: "no 、 stands before 等", expected: "等" },
];

export const zhOrdinalMark: Rule = {
  id: "zh-ordinal-mark",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "序次语后的点号和顿号的用法：“第一，”“（一）”“一、”；“和”“等”前不用顿号。",
    en: "Marks behind ordinals (第一， （一） 一、), and no 、 before 和 or 等.",
  },
  example: {
    bad: { zh: "第一、要深化改革。", en: "First, reform should be deepened." },
    good: { zh: "第一，要深化改革。", en: "First, reform should be deepened." },
  },
  check: (proof) => each(proof, "zh", (text) => doubtful(text, AFTER_ORDINAL)),
};
