/** Numbers that run on: 一是、二是, First, Second, headings, and the enumerations of a pair against each other. */
import { both, type Slip, slip } from "../finding.ts";
import { parseNumeral } from "../numbers/zh-numeral.ts";
import { each, eachPair, type Proof, type Rule } from "../rule.ts";
import type { ProofText, Range } from "../text.ts";

interface Mark extends Range {
  readonly form: string;
  readonly value: number;
}

const FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";

interface Form {
  readonly name: string;
  readonly expression: RegExp;
  readonly value: (typed: string) => number | null;
}

const digits = (typed: string) => Number(typed);
const letter = (typed: string) => typed.charCodeAt(0) - 96;

const ZH_FORMS: readonly Form[] = [
  {
    name: "是",
    expression: /(?<=^|[。；：，\n])([一二三四五六七八九十]+)是(?=[^，。]{2})/g,
    value: parseNumeral,
  },
  { name: "（）", expression: /[（(]([一二三四五六七八九十]+)[）)]/g, value: parseNumeral },
  { name: "(1)", expression: /[（(](\d{1,2})[）)]/g, value: digits },
  { name: "第", expression: /(?<=^|[。；：\n])第([一二三四五六七八九十]+)(?=[，、])/g, value: parseNumeral },
  { name: "①", expression: /([①-⑩])/g, value: (typed) => CIRCLED.indexOf(typed) + 1 },
];

const EN_FORMS: readonly Form[] = [
  {
    name: "First",
    expression:
      /(?<=^|[.;:!?] (?:and )?)(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?(?=, )/gi,
    value: (typed) => FIRSTS.indexOf(typed.toLowerCase()) + 1,
  },
  { name: "(1)", expression: /\((\d{1,2})\)/g, value: digits },
  { name: "(a)", expression: /\(([a-h])\)/g, value: letter },
];

function marksOf(text: ProofText, forms: readonly Form[]): readonly Mark[] {
  return forms.flatMap(({ name, expression, value }) =>
    [...text.matches(expression)].flatMap((match) => {
      const number = value(match[1]!);
      return number === null ? [] : [{ form: name, value: number, start: match.start, end: match.end }];
    }),
  );
}

/** Enumerations of one text: marks of one form, as far as they count from 1. */
const runsOf = (marks: readonly Mark[]): readonly (readonly Mark[])[] =>
  [...new Set(marks.map(({ form }) => form))]
    .map((form) => marks.filter((mark) => mark.form === form))
    .filter((run) => run.length >= 2 && run[0]!.value === 1);

export const parityList: Rule = {
  id: "parity-list",
  group: "parity",
  severity: "error",
  says: {
    zh: "段内列举的项数两种语言须相同。",
    en: "Both languages enumerate as many items.",
  },
  example: {
    bad: {
      zh: "有下列情形的：（一）逾期未还；（二）损坏图书；（三）转借他人。",
      en: "In the following cases: (1) books are overdue; (2) books are damaged.",
    },
    good: {
      zh: "有下列情形的：（一）逾期未还；（二）损坏图书；（三）转借他人。",
      en: "In the following cases: (1) books are overdue; (2) books are damaged; (3) books are lent to others.",
    },
  },
  check: (proof) =>
    eachPair(proof, function* ({ zh, en }) {
      const [ours] = runsOf(marksOf(zh, ZH_FORMS));
      const [theirs] = runsOf(marksOf(en, EN_FORMS));
      if (!ours || !theirs || ours.length === theirs.length) return;
      const message = {
        zh: `中文列举 ${ours.length} 项，英文列举 ${theirs.length} 项`,
        en: `Chinese enumerates ${ours.length}, English ${theirs.length}`,
      };
      const more = ours.length > theirs.length;
      yield slip(more ? en.span(theirs.at(-1)!) : zh.span(ours.at(-1)!), message, {
        related: [more ? zh.span(ours.at(-1)!) : en.span(theirs.at(-1)!)],
      });
    }),
};

const HEADING = {
  zh: /^(?:(第)([一二三四五六七八九十]+)[章节部]|([一二三四五六七八九十]+)(、)|（([一二三四五六七八九十]+)(）)|(\d{1,2})(\.)(?!\d))/,
  en: /^(?:(\d{1,2})(\.)(?!\d)|\((\d{1,2})(\)))/,
};

/** Headings of one form, in the order of an article. */
function* headings({ passages }: Proof, language: "zh" | "en"): Generator<Slip> {
  let last = new Map<string, number>();
  for (const { kind, shared, [language]: text } of passages) {
    if (kind === "title") last = new Map();
    if (!text || shared || (kind !== "heading" && kind !== "subheading")) continue;
    if (kind === "heading") last.delete("subheading");
    const match = HEADING[language].exec(text.text);
    const typed = match
      ?.slice(1)
      .find((part) => part !== undefined && /^(?:\d+|[一二三四五六七八九十]+)$/.test(part));
    const value = typed === undefined ? null : /\d/.test(typed) ? Number(typed) : parseNumeral(typed);
    if (value === null) continue;
    const before = last.get(kind) ?? 0;
    last.set(kind, value);
    if (value === before + 1) continue;
    const message = {
      zh: `标题编号是 ${value}，${before === 0 ? "此前没有编号" : `前一个是 ${before}`}`,
      en: `this heading is number ${value}; ${before === 0 ? "none stands before it" : `the one before is ${before}`}`,
    };
    yield text.slip({ start: 0, end: match![0].length }, message, { expected: both(String(before + 1)) });
  }
}

function* enumerations(text: ProofText, forms: readonly Form[]): Generator<Slip> {
  for (const run of runsOf(marksOf(text, forms)))
    for (let i = 1; i < run.length; i++) {
      const expected = run[i - 1]!.value + 1;
      // A list may begin anew.
      if (run[i]!.value === expected || run[i]!.value === 1) continue;
      const message = {
        zh: `列举的序号由 ${expected - 1} 跳到 ${run[i]!.value}`,
        en: `the enumeration goes from ${expected - 1} to ${run[i]!.value}`,
      };
      yield text.slip(run[i]!, message, { expected: both(String(expected)) });
      return;
    }
}

export const sequence: Rule = {
  id: "sequence",
  group: "house",
  severity: "error",
  says: {
    zh: "标题编号和段内序号须连续。",
    en: "Numbers of headings and of enumerations run on.",
  },
  example: {
    bad: { zh: "措施如下：（一）减税；（三）降费。", en: "The measures are: (1) tax cuts; (3) lower fees." },
    good: { zh: "措施如下：（一）减税；（二）降费。", en: "The measures are: (1) tax cuts; (2) lower fees." },
  },
  check: function* (proof) {
    yield* headings(proof, "zh");
    yield* headings(proof, "en");
    yield* each(proof, "zh", (text) => enumerations(text, ZH_FORMS));
    yield* each(proof, "en", (text) => enumerations(text, EN_FORMS));
  },
};
