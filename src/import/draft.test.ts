import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { draftOf } from "./draft.ts";
import { readPlain } from "./read-plain.ts";
import { remark, writeIssue } from "./write-issue.ts";

/** The issue's file that a manuscript in Markdown becomes. */
const written = (...paragraphs: readonly string[]) =>
  writeIssue(draftOf(readPlain(paragraphs.join("\n\n"), true), { names: ["刊"], imprint: [] }), "2025-01");
const bodyOf = (text: string) => parse(text, { schema: "failsafe" }).articles[0].body;

const HEAD = ["# 标题", "# Title"];
const OPENING = ["创新是引领发展的第一动力。", "Innovation is the primary driving force of development."];
const CLOSING = ["此后，各地继续加大投入。", "Since then the regions have gone on to invest."];
const pairOf = ([zh, en]: readonly string[]) => ({ zh, en });

test("a table of one language and a text of the other stand apart, each told of", () => {
  const table = "| 年份 | 投入 |\n|--|--|\n| 甲地 | 较高 |";
  const source = "Source: Ministry of Science and Technology, annual statistics.";
  const text = written(...HEAD, ...OPENING, table, source, ...CLOSING);
  expect(bodyOf(text)).toEqual([
    pairOf(OPENING),
    { table: { head: [{ zh: "年份" }, { zh: "投入" }], rows: [[{ zh: "甲地" }, { zh: "较高" }]] } },
    { en: source },
    pairOf(CLOSING),
  ]);
  expect(text.split(remark("alone"))).toHaveLength(3);
});

test("a quotation is no pair with a heading or an entry of a list", () => {
  const text = written(...HEAD, ...OPENING, "## 背景", "> A sentence that is quoted.", "- 甲", ...CLOSING);
  expect(bodyOf(text).slice(1, -1)).toEqual([
    { heading: { zh: "背景" } },
    { quote: { en: "A sentence that is quoted." } },
    { list: [{ zh: "甲" }] },
  ]);
});

test("of tables with other rows and columns every cell is kept, and the difference told", () => {
  const zh = "| 地区 | 投入 | 专利 |\n|--|--|--|\n| 甲地 | 较高 | 较多 |";
  const en = "| Region | Investment |\n|--|--|\n| A | higher |\n| B | lower |\n| C (new) | lowest |";
  const text = written(...HEAD, ...OPENING, zh, en, ...CLOSING);
  expect(bodyOf(text)[1].table).toEqual({
    head: [{ zh: "地区", en: "Region" }, { zh: "投入", en: "Investment" }, { zh: "专利" }],
    rows: [
      [{ zh: "甲地", en: "A" }, { zh: "较高", en: "higher" }, { zh: "较多" }],
      [{ en: "B" }, { en: "lower" }],
      [{ en: "C (new)" }, { en: "lowest" }],
    ],
  });
  expect(text).toContain(`${remark("rows")}\n      - table:`);
  expect(text).not.toContain(remark("joined"));
});

const notesOf = (text: string) => parse(text, { schema: "failsafe" }).notes;

describe("footnotes", () => {
  test("one key in both languages is one note; its lines below, indented, belong to it", () => {
    const text = written(
      ...HEAD,
      "创新是第一动力。[^a]",
      "Innovation comes first.[^a]",
      "[^a]: 注文，\n  第二行。\n[^a]: Note text,\n    a second line.\n\n    And a third.",
      ...CLOSING,
    );
    expect(notesOf(text)).toEqual({
      a: { zh: "注文，第二行。", en: "Note text, a second line. And a third." },
    });
    expect(bodyOf(text)).toEqual([
      { zh: "创新是第一动力。[^a]", en: "Innovation comes first.[^a]" },
      pairOf(CLOSING),
    ]);
  });

  test("keys that one language has alone are paired in their order, those in cells of tables too", () => {
    const text = written(
      ...HEAD,
      "创新是第一动力。[^1]",
      "Innovation comes first.[^2]",
      "| 年份 | 投入 |\n|--|--|\n| 甲地[^3] | 较高 |",
      "| Year | Input |\n|--|--|\n| Region A[^4] | higher |",
      "[^1]: 注一。\n[^2]: Note one.\n[^3]: 注二。\n[^4]: Note two.",
    );
    expect(notesOf(text)).toEqual({
      1: { zh: "注一。", en: "Note one." },
      3: { zh: "注二。", en: "Note two." },
    });
    expect(bodyOf(text)[1].table.rows[0][0]).toEqual({ zh: "甲地[^3]", en: "Region A[^3]" });
  });

  test("a note of one language is told of; an address serves both; one that no text mentions is kept", () => {
    const text = written(
      ...HEAD,
      "创新是第一动力。[^1][^2]",
      "Innovation comes first.[^2]",
      "[^1]: 注文。\n\n[^2]: https://example.org/\n\n[^3]: 没有提到的注。",
    );
    expect(notesOf(text)).toEqual({
      1: { zh: "注文。" },
      2: { zh: "https://example.org/", en: "https://example.org/" },
      3: { zh: "没有提到的注。" },
    });
    expect(text).toContain(`  ${remark("alone")}\n  1:\n`);
  });

  test("letters of a key, or of an address, say nothing of a text's language", () => {
    const zh = "新词[^word]，见[网](https://example.org/news)。";
    const text = written(...HEAD, zh, "A word.[^zi]", "[^word]: 注文。\n[^zi]: Note text.");
    expect(bodyOf(text)).toEqual([{ zh, en: "A word.[^word]" }]);
    expect(notesOf(text)).toEqual({ word: { zh: "注文。", en: "Note text." } });
  });

  test("a note typed in both languages, and one that a picture mentions in the other's place, are no partners", () => {
    const both = "[^1]: 注文。\n[^2]: 又注。\n[^2]: Another note.";
    expect(notesOf(written(...HEAD, "新词。[^1]", "A word.[^2]", both))).toEqual({
      1: { zh: "注文。" },
      2: { zh: "又注。", en: "Another note." },
    });
    const notes = "[^1]: 注文。\n[^2]: 图的来源。";
    const picture = written(...HEAD, "新词。[^1]", "A word.", "![图](figures/a.png)[^2]", notes);
    expect(notesOf(picture)).toEqual({ 1: { zh: "注文。" }, 2: { zh: "图的来源。" } });
  });

  test("a line that ends with a mention behind its sentence is a paragraph", () => {
    const text = written(...HEAD, "新词。[^1]\n又一段。\nA word.[^1]\nAnother text.", "[^1]: 注文。");
    expect(bodyOf(text)).toEqual([
      { zh: "新词。[^1]", en: "A word.[^1]" },
      { zh: "又一段。", en: "Another text." },
    ]);
  });

  test("where every article counts its notes from 1 each mentions its own", () => {
    const article = (n: string, k: number) => [
      `# 标题${n}`,
      `# Title ${k}`,
      `第${n}篇的正文。[^1]又见前注。[^1]`,
      `Text ${k} as it reads.[^1]`,
      `[^1]: 第${n}篇的注。`,
      `[^1]: Note to text ${k}.`,
    ];
    const text = written(...article("一", 1), ...article("二", 2));
    expect(notesOf(text)).toEqual({
      1: { zh: "第一篇的注。", en: "Note to text 1." },
      "1-2": { zh: "第二篇的注。", en: "Note to text 2." },
    });
    const { articles } = parse(text, { schema: "failsafe" });
    expect(articles[1].body).toEqual([
      { zh: "第二篇的正文。[^1-2]又见前注。[^1-2]", en: "Text 2 as it reads.[^1-2]" },
    ]);
  });
});

describe("lists of Markdown", () => {
  test("texts numbered one behind the other are entries, however short or long", () => {
    const text = written(
      ...HEAD,
      "1. 甲\n2. 加强基础研究，提升原始创新能力；",
      "1. A\n2. Strengthen basic research and improve the capacity for original innovation;",
      ...CLOSING,
    );
    expect(bodyOf(text)[0]).toEqual({
      list: [
        { zh: "甲", en: "A" },
        {
          zh: "加强基础研究，提升原始创新能力；",
          en: "Strengthen basic research and improve the capacity for original innovation;",
        },
      ],
      ordered: "true",
    });
  });

  test("entries of both languages in turns, and all of them numbered 1", () => {
    const turns = written(...HEAD, "1. 甲\n\n1. First\n\n2. 乙\n\n2. Second");
    const ones = written(...HEAD, "1. 甲\n1. 乙", "1. First\n1. Second");
    const list = [
      { zh: "甲", en: "First" },
      { zh: "乙", en: "Second" },
    ];
    for (const text of [turns, ones]) expect(bodyOf(text)).toEqual([{ list, ordered: "true" }]);
  });

  test("a number over a text heads it; numbers that do not begin with 1 stay as they were typed", () => {
    const text = written(
      ...HEAD,
      ...["1. 背景", "1. Background", ...OPENING, "2. 现状", "2. Status", ...CLOSING],
      ...["3. 加强基础研究。", "4. 深化改革。", "3. Strengthen research.", "4. Deepen reform."],
    );
    expect(bodyOf(text)).toEqual([
      { heading: { zh: "1. 背景", en: "1. Background" } },
      pairOf(OPENING),
      { heading: { zh: "2. 现状", en: "2. Status" } },
      pairOf(CLOSING),
      { zh: "3. 加强基础研究。", en: "3. Strengthen research." },
      { zh: "4. 深化改革。", en: "4. Deepen reform." },
    ]);
  });

  test("a list that counts anew is another list", () => {
    const text = written(...HEAD, "1. 甲\n2. 乙\n\n1. 丙\n2. 丁");
    expect(bodyOf(text).map(({ list }: { list: unknown[] }) => list.length)).toEqual([2, 2]);
  });
});

describe("titles", () => {
  const head = (text: string) => parse(text, { schema: "failsafe" }).articles[0];

  test.each([
    ["a text that introduces a list", "会议提出三项建议：", "The meeting made three proposals:"],
    ["a sentence with a note", "内容不太重要。[^1]", "This is of no importance.[^1]"],
    ["a short text without an end", "本刊讯", "From our correspondent"],
  ])("%s is none, where the other language's title is told by its style", (_, zh, en) => {
    const text = written("# 测试导入", "Test Import", zh, en, ...CLOSING, "[^1]: 注文。");
    expect(head(text).title).toEqual({ zh: "测试导入", en: "Test Import" });
    expect(bodyOf(text)).toEqual([{ zh, en }, pairOf(CLOSING)]);
  });

  test("a text that introduces a list, or a sentence with a note, is none where no title is told", () => {
    for (const en of ["The meeting made three proposals:", "This is of no importance.[^1]"]) {
      const text = written("测试导入", "Test Import", "内容不太重要。[^1]", en, ...CLOSING, "[^1]: 注文。");
      expect(head(text).title).toEqual({ zh: "测试导入", en: "Test Import" });
    }
  });

  test("it has as many lines as the other language's at most, and a heading of a section is none", () => {
    const text = written(
      "# 以创新为载体\n",
      "# 推进发展",
      "Taking Innovation",
      "as the Carrier",
      "A short text",
    );
    expect(head(text).title).toEqual({
      zh: "以创新为载体\n推进发展",
      en: "Taking Innovation as the Carrier",
    });
    const lone = written("# 标题", "## 背景", "## Background", ...OPENING);
    expect(head(lone).title).toEqual({ zh: "标题" });
    expect(bodyOf(lone)[0]).toEqual({ heading: { zh: "背景", en: "Background" } });
  });

  test("of headings the first alone is the title, and the next heads a section", () => {
    const text = written("## 标题", "## Title", "### 背景", "### Background", ...OPENING);
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(text)[0]).toEqual({ subheading: { zh: "背景", en: "Background" } });
  });
});

test("what a picture is called is told with its name; ranges are not lowered; code is text", () => {
  const text = written(
    ...HEAD,
    "增长5~10%，下降20~30%。",
    "![创新的图](figures/x.png)",
    "```yaml\na note in code\n```",
  );
  expect(text).toContain(`${remark("picture")} figures/x.png 创新的图\n`);
  expect(bodyOf(text)).toEqual([{ zh: "增长5\\~10%，下降20~30%。", en: "a note in code" }]);
});

describe("mastheads", () => {
  const FACTS = ["2025 年第 3 期", "2025年2月14日"];

  test("a date that is not the issue's is text, in either language, and so is one below a sentence", () => {
    const text = written(...FACTS, ...HEAD, "2024年3月1日", "March 1, 2024", ...OPENING, "2025年2月14日");
    expect(parse(text, { schema: "failsafe" }).date).toBe("2025-02-14");
    expect(bodyOf(text)).toEqual([
      { zh: "2024年3月1日", en: "March 1, 2024" },
      pairOf(OPENING),
      { zh: "2025年2月14日" },
    ]);
  });

  test("of an unknown publication the lines taken for its name are told; titles by their style are none", () => {
    const unknown = (...paragraphs: string[]) =>
      writeIssue(draftOf(readPlain(paragraphs.join("\n\n"), true), { names: [], imprint: [] }), "2025-03");
    const named = unknown("某某观察", FACTS[0]!, ...HEAD, ...OPENING);
    expect(named).toContain(`\n${remark("masthead")} 某某观察\n`);
    const titled = unknown("# 标题", FACTS[1]!, "# Title", ...OPENING);
    expect(parse(titled, { schema: "failsafe" }).articles[0].title).toEqual({ zh: "标题", en: "Title" });
    const lone = unknown("标题", FACTS[1]!, "Title", ...OPENING);
    expect(parse(lone, { schema: "failsafe" }).articles[0].title).toEqual({ zh: "标题", en: "Title" });
  });
});

test("an editor of the article and one of the imprint both stay", () => {
  const text = written(...HEAD, ...OPENING, "编辑：甲某", "Editor: Jia", "编辑：乙某", "Editor: Yi");
  const { articles, imprint } = parse(text, { schema: "failsafe" });
  const label = { zh: "编辑", en: "Editor" };
  expect(articles[0].credits).toEqual([{ label, value: { zh: "甲某", en: "Jia" } }]);
  expect(imprint).toEqual([{ role: "editor", label, value: { zh: "乙某", en: "Yi" } }]);
});
