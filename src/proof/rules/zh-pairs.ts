/** Quotation marks and brackets of Chinese: in pairs, of the right kind, the inner ones inside (GB/T 15834 §4.8, §4.9). */
import { both, type Slip } from "../finding.ts";
import { each, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";

const at = (start: number) => ({ start, end: start + 1 });

/** A mark without its partner, a mark of the wrong level. */
function* quotes(text: ProofText): Generator<Slip> {
  const open: { readonly mark: string; readonly start: number }[] = [];
  for (let i = 0; i < text.text.length; i++) {
    const mark = text.text[i]!;
    if (mark === "“" || mark === "‘") {
      const outer = open.at(-1)?.mark;
      if (outer === mark) {
        const inner = mark === "“" ? "‘ ’" : "“ ”";
        const message = {
          zh: `“${mark}”套在同样的引号里，或前一个引号没有结束`,
          en: `${mark} stands inside a quotation of its own kind, or the one before was not closed`,
        };
        yield text.slip(at(i), message, {
          related: [text.span(at(open.at(-1)!.start))],
          expected: both(inner),
        });
        open.pop();
      } else if (outer === undefined && mark === "‘") {
        const message = { zh: "外层引号用双引号", en: "the outer quotation marks are double" };
        yield text.slip(at(i), message, { expected: both("“ ”") });
      }
      open.push({ mark, start: i });
    } else if (mark === "”" || (mark === "’" && !/[A-Za-z]/.test(text.text[i - 1] ?? ""))) {
      const last = open.pop();
      if (last && (last.mark === "“") === (mark === "”")) continue;
      if (last) open.push(last);
      const message = { zh: `后引号“${mark}”没有前引号`, en: `${mark} closes nothing` };
      yield text.slip(at(i), message);
    }
  }
  for (const { mark, start } of open)
    yield text.slip(at(start), { zh: `前引号“${mark}”没有后引号`, en: `${mark} is never closed` });
}

function* straight(text: ProofText): Generator<Slip> {
  const marks = [
    ...text.matches(
      /(?<=[\p{Script=Han}，。、；：（》]|^)"|"(?=[\p{Script=Han}，。、；：）《]|$)|(?<=\p{Script=Han})'|'(?=\p{Script=Han})/gu,
    ),
  ];
  const doubles = [...text.matches(/"/g)];
  const paired = doubles.length % 2 === 0;
  for (const match of marks) {
    const number = doubles.findIndex(({ start }) => start === match.start);
    const curly = number >= 0 && paired ? (number % 2 === 0 ? "“" : "”") : null;
    const message = { zh: `中文里用了直引号“${match[0]}”`, en: `a straight ${match[0]} stands in Chinese` };
    yield text.slip(
      match,
      message,
      curly ? { expected: both(curly), replacement: curly } : { expected: both("“ ”") },
    );
  }
}

const CORNERS: Readonly<Record<string, string>> = { "「": "“", "」": "”", "『": "‘", "』": "’" };

export const zhQuotes: Rule = {
  id: "zh-quotes",
  group: "chinese",
  severity: "error",
  says: {
    zh: "引号用“ ”，成对出现；引号里再用引号时用‘ ’。",
    en: "Quotation marks are “ ”, in pairs, and ‘ ’ inside them.",
  },
  example: {
    bad: { zh: "发布了“张江宣言。", en: "The Zhangjiang Declaration was released." },
    good: { zh: "发布了“张江宣言”。", en: "The Zhangjiang Declaration was released." },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      yield* quotes(text);
      yield* straight(text);
      for (const match of text.matches(/[「」『』]/g)) {
        const curly = CORNERS[match[0]]!;
        const message = {
          zh: `横排简体用“ ”，不用“${match[0]}”`,
          en: `${match[0]} is not used in simplified Chinese set in lines`,
        };
        yield text.slip(match, message, { expected: both(curly), replacement: curly });
      }
    }),
};

const PARTNER: Readonly<Record<string, string>> = {
  "）": "（",
  "》": "《",
  "〉": "〈",
  "】": "【",
  "〕": "〔",
  "］": "［",
  ")": "(",
  "]": "[",
};
const OPENING = new Set(Object.values(PARTNER));

const ALL_PARTNERS: Readonly<Record<string, string>> = { ...PARTNER, "”": "“", "’": "‘" };
const CLOSING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ALL_PARTNERS).map(([closing, opening]) => [opening, closing]),
);

/** A quotation that ends inside a bracket it began before, or the other way round: each is a pair, and they cross. */
function* crossings(text: ProofText): Generator<Slip> {
  const open: string[] = [];
  for (const match of text.matches(/[“”‘’（）《》〈〉【】〔〕［］]/g)) {
    const [mark] = match;
    if (mark in CLOSING) open.push(mark);
    const partner = ALL_PARTNERS[mark];
    if (partner === undefined) continue;
    const last = open.pop();
    if (last === partner || last === undefined) continue;
    const before = open.pop();
    const isQuote = (one: string) => /[“‘]/.test(one);
    // Brackets that cross each other are told one by one.
    if (before === partner && isQuote(last) !== isQuote(partner))
      yield text.slip(match, {
        zh: `${partner}…${mark}与${last}…${CLOSING[last]}交叉，后开的先关`,
        en: `${partner}…${mark} and ${last}…${CLOSING[last]} cross: what is opened last is closed first`,
      });
    open.push(...(before === undefined || before === partner ? [] : [before]), last);
  }
}

export const zhBrackets: Rule = {
  id: "zh-brackets",
  group: "chinese",
  severity: "error",
  says: {
    zh: "括号、书名号成对出现，与引号互不交叉；书名号里再用书名号时用〈〉。",
    en: "Brackets and title marks are in pairs and do not cross each other or quotation marks; a title inside a title is in 〈〉.",
  },
  example: {
    bad: {
      zh: "国家自主创新示范区（以下简称“自创区”充分发挥作用。",
      en: "National zones (hereinafter NIDZs) play their role.",
    },
    good: {
      zh: "国家自主创新示范区（以下简称“自创区”）充分发挥作用。",
      en: "National zones (hereinafter NIDZs) play their role.",
    },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      yield* crossings(text);
      const open: { readonly mark: string; readonly start: number }[] = [];
      for (let i = 0; i < text.text.length; i++) {
        const mark = text.text[i]!;
        if (OPENING.has(mark)) {
          if (mark === "《" && open.at(-1)?.mark === "《")
            yield text.slip(
              at(i),
              { zh: "书名号里再用书名号时用〈〉", en: "a title inside a title is in 〈〉" },
              { expected: both("〈 〉") },
            );
          open.push({ mark, start: i });
          continue;
        }
        const partner = PARTNER[mark];
        if (partner === undefined) continue;
        // 1) and a) number a list; （…) is a matter of widths, for another rule.
        if (
          mark === ")" &&
          (open.at(-1)?.mark === "（" ||
            (open.at(-1)?.mark !== "(" && /(?:^|[^\w])[\da-z]{1,2}$/.test(text.text.slice(0, i))))
        ) {
          if (open.at(-1)?.mark === "（") open.pop();
          continue;
        }
        if (mark === "）" && open.at(-1)?.mark === "(") {
          open.pop();
          continue;
        }
        // 1）and a）number a list too.
        if (
          mark === "）" &&
          open.at(-1)?.mark !== "（" &&
          /(?:^|[：；。，\n])[\da-z]{1,2}$/.test(text.text.slice(0, i))
        )
          continue;
        if (open.at(-1)?.mark === partner) open.pop();
        else yield text.slip(at(i), { zh: `“${mark}”没有前一半`, en: `${mark} closes nothing` });
      }
      for (const { mark, start } of open)
        yield text.slip(at(start), { zh: `“${mark}”没有后一半`, en: `${mark} is never closed` });
    }),
};
