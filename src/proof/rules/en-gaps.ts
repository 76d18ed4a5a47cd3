/** English marks that stand too near or too far: brackets without their space, 5 %, a stop behind a figure; and -- for a dash. */
import { both, type Slip } from "../finding.ts";
import { each, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";

/** Words that a bracket stands close to: f(x), log(price), poly(ethylene glycol). */
const CLOSE =
  /(?:^|[^A-Za-z])(?:log|ln|exp|sin|cos|tan|max|min|arg|argmax|argmin|det|sqrt|sum|mean|var|softmax|poly|bis|tris|tetrakis|print|function)$/i;

/** What may stand close to a word: plurals, numerals of chemistry, a trade mark: zone(s), company(ies), iron(III), (R). */
const ENDING = /^(?:e?s|i?es|ren|r|ed|d|ing|al|TM|tm|R|C|c|[IVX]+|[+\-±]?\d*[+\-±]?|\w|sp\d?)$/;

/** Office(WIPO), big(very big). */
function* bracketWithoutSpace(text: ProofText): Generator<Slip> {
  for (const match of text.matches(/(?<=[a-z]{3}|[a-z]["”’%])\(([^()]*)\)/g)) {
    const before = text.text.slice(0, match.start);
    if (text.isAddress(match) || CLOSE.test(before) || ENDING.test(match[1]!)) continue;
    // A name of chemistry, or of a program: get_value(name), CamelCase(name).
    if (/[\w/.]*(?:_|\d|[a-z][A-Z])[\w/.]*$/.test(before) || /^[a-z\d]{1,3}$/.test(match[1]!)) continue;
    const at = { start: match.start, end: match.start + 1 };
    const message = { zh: "括号之前缺少空格", en: "no space before the bracket" };
    yield text.slip(at, message, { expected: both(" ("), replacement: " (" });
  }
  // Looked back from the bracket, not from every letter.
  for (const match of text.matches(/\)(?=[a-z]{2}|[A-Z][a-z])(?<=(?:^|\s)\(([^()]*)\))/g)) {
    if (text.isAddress(match) || !/\s|^[A-Z]{2,}$/.test(match[1]!)) continue;
    const message = { zh: "括号之后缺少空格", en: "no space behind the bracket" };
    yield text.slip(match, message, { expected: both(") "), replacement: ") " });
  }
}

/** In 2024.The, by 5%.The; v2.Beta and 3.Zhejiang are left alone. */
function* stopBehindFigure(text: ProofText): Generator<Slip> {
  for (const match of text.matches(/(?<=\s(?:19|20)\d\d|\d%|[a-z]\)|[a-z]["”])[.](?=[A-Z][a-z]*[ ,])/g)) {
    if (text.isAddress(match)) continue;
    const message = { zh: "标点之后缺少空格", en: "no space behind the mark" };
    yield text.slip(match, message, { expected: both(". "), replacement: ". " });
  }
}

function* percentApart(text: ProofText): Generator<Slip> {
  for (const match of text.matches(/(?<=\d) +(?=%(?!\w))/g)) {
    const message = { zh: "英文里数字与 % 之间不空格", en: "in English % stands close to its number" };
    yield text.slip(match, message, { replacement: "" });
  }
}

export function* gaps(text: ProofText): Generator<Slip> {
  yield* bracketWithoutSpace(text);
  yield* stopBehindFigure(text);
  yield* percentApart(text);
}

/** Two or three hyphens with text on both sides; behind a blank alone they begin an option of a program: --fix. */
const HYPHENS =
  /(?<=[\p{L}\d)”"’'%,.!?])(?<![a-z]-)-{2,3}(?=[\p{L}\d“"‘(])|(?<=[\p{L}\d)”"’'%,.!?]) +-{2,3}(?: +(?=\S)|$)/gu;

/** Within what has an @, a slash or a dot in it, as addresses and names of files do. */
const isInPath = (text: string, at: number): boolean =>
  /[@/]|\.\w/.test(/\S*$/.exec(text.slice(0, at))![0] + /^\S*/.exec(text.slice(at))![0]);

export const enDash: Rule = {
  id: "en-dash",
  group: "english",
  severity: "warning",
  says: {
    zh: "英文破折号用 —，数字之间用 –，不用两个连字符。",
    en: "A dash is —, between figures –, not two hyphens.",
  },
  example: {
    bad: {
      zh: "自创区——改革的试验田——发展迅速。",
      en: "NIDZs -- the testing grounds of reform -- develop fast.",
    },
    good: {
      zh: "自创区——改革的试验田——发展迅速。",
      en: "NIDZs — the testing grounds of reform — develop fast.",
    },
  },
  check: (proof) =>
    each(proof, "en", function* (text) {
      for (const match of text.matches(HYPHENS)) {
        if (text.isAddress(match) || isInPath(text.text, match.start)) continue;
        const isRange = /\d$/.test(text.text.slice(0, match.start)) && /^\d/.test(text.text.slice(match.end));
        const dash = match[0].replace(/-+/, isRange ? "–" : "—");
        const message = { zh: "两个连字符代替了破折号", en: "hyphens stand for a dash" };
        yield text.slip(match, message, { expected: both(dash.trim()), replacement: dash });
      }
    }),
};
