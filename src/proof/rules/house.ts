/** The house: credits, pictures, tables, lines as they were set. */

import { LANGUAGES } from "../../base/language.ts";
import { plainText } from "../../model/inline.ts";
import { slip } from "../finding.ts";
import type { Proof, Rule } from "../rule.ts";
import { sampleIssue } from "./sample-issue.ts";

export const credits: Rule = {
  id: "credits",
  group: "house",
  severity: "warning",
  says: { zh: "每篇文章须有署名。", en: "Every article has its credits." },
  example: {
    bad: { issue: sampleIssue(undefined, { credits: "" }) },
    good: { issue: sampleIssue() },
  },
  *check({ issue }) {
    for (const { credits: given, title, span } of issue.articles) {
      if (given.length > 0) continue;
      const inline = title.zh ?? title.en;
      const at = inline ? inline.span : span;
      yield slip(
        { ...at, end: Math.min(at.end, at.start + 8) },
        { zh: "这篇文章没有署名", en: "this article has no credits" },
      );
    }
  },
};

const SAYS_NOTHING =
  /^(?:图|图片|照片|插图|示意图|image|picture|photo|figure|fig\.?|graph|chart)?\s*[\d一二三四五六七八九十]*$|\.(?:png|jpe?g|svg|gif)$/i;
const FIGURE = (alt: string) =>
  sampleIssue(undefined, { more: `      - figure: { src: map.png, alt: ${alt} }\n` });

export const figureAlt: Rule = {
  id: "figure-alt",
  group: "house",
  severity: "warning",
  says: {
    zh: "图的替代文字说明图中所见，不重复图注，也不是文件名。",
    en: "A figure's alternative text says what is seen, in both languages; it is neither the caption nor a file's name.",
  },
  example: {
    bad: { issue: FIGURE("{ zh: 图1, en: Figure 1 }") },
    good: { issue: FIGURE("{ zh: 五大自创区的位置, en: Where the five zones lie }") },
  },
  *check({ issue }) {
    for (const block of issue.articles.flatMap(({ body }) => body)) {
      if (block.kind !== "figure") continue;
      for (const language of LANGUAGES) {
        const alt = block.alt[language];
        if (!alt) {
          if (block.alt.zh || block.alt.en)
            yield slip(
              block.srcSpan,
              language === "zh"
                ? { zh: "图没有中文替代文字", en: "the figure has no Chinese alternative text" }
                : { zh: "图没有英文替代文字", en: "the figure has no English alternative text" },
            );
          continue;
        }
        const text = plainText(alt).trim();
        const caption = block.caption?.[language];
        if (SAYS_NOTHING.test(text))
          yield slip(alt.span, {
            zh: `替代文字“${text}”什么也没有说明`,
            en: `the alternative text “${text}” says nothing`,
          });
        else if (caption && plainText(caption).trim() === text)
          yield slip(
            alt.span,
            { zh: "替代文字与图注相同", en: "the alternative text repeats the caption" },
            { related: [caption.span] },
          );
      }
    }
  },
};

const TABLE = (row: string) =>
  sampleIssue(undefined, {
    more: `      - table:\n          head: [ { zh: 名称, en: Name }, { zh: 数量, en: Number } ]\n          rows: [ [ ${row} ] ]\n`,
  });

export const tableShape: Rule = {
  id: "table-shape",
  group: "house",
  severity: "error",
  says: { zh: "表格各行的格数与表头相同。", en: "Every row of a table has as many cells as its head." },
  example: {
    bad: { issue: TABLE("{ zh: 自创区, en: Zones }") },
    good: { issue: TABLE("{ zh: 自创区, en: Zones }, 23") },
  },
  *check({ issue }) {
    for (const block of issue.articles.flatMap(({ body }) => body)) {
      if (block.kind !== "table") continue;
      for (const row of block.rows) {
        const first = row[0]?.zh ?? row[0]?.en;
        if (row.length === block.head.length) continue;
        const isLong = row.length > block.head.length;
        const message = {
          zh: `表头 ${block.head.length} 格，这一行 ${row.length} 格${isLong ? "；带逗号的数要加引号" : ""}`,
          en: `the head has ${block.head.length} cells, this row ${row.length}${isLong ? "; a number with commas stands in quotation marks" : ""}`,
        };
        const { file, start } = block.span;
        yield slip(first?.span ?? { file, start, end: start + 1 }, message);
      }
    }
  },
};

/** From here a line's spaces are wider, or its marks tighter, than the eye passes over; see test/texts.test.ts. */
const LOOSE = 1_000;

export const looseLine: Rule = {
  id: "loose-line",
  group: "house",
  severity: "note",
  says: {
    zh: "排版后过松或过紧的行；换一种说法即可消除。",
    en: "A line that was set too loose or too tight; other words would mend it.",
  },
  example: {
    bad: { line: { language: "en", badness: 2_500, last: false, characters: 30 } },
    good: { line: { language: "en", badness: 90, last: false, characters: 40 } },
  },
  *check({ lines }: Proof) {
    for (const { span, badness, last } of lines)
      if (!last && badness > LOOSE)
        yield slip(span, {
          zh: `这一行排得过松或过紧（${Math.round(badness)}）`,
          en: `this line is set too loose or too tight (${Math.round(badness)})`,
        });
  },
};

/** Characters that make no line. */
const RUNT = { zh: 2, en: 5 } as const;

export const runtLine: Rule = {
  id: "runt-line",
  group: "house",
  severity: "note",
  says: {
    zh: "段末一行只剩一个字或半个词。",
    en: "The last line of a paragraph holds a single character or the end of a word.",
  },
  example: {
    bad: { line: { language: "zh", badness: 0, last: true, characters: 1 } },
    good: { line: { language: "zh", badness: 0, last: true, characters: 9 } },
  },
  *check({ lines }: Proof) {
    for (const { span, last, characters, language } of lines)
      if (last && characters < RUNT[language])
        yield slip(span, { zh: "段末一行太短", en: "the last line is too short" });
  },
};
