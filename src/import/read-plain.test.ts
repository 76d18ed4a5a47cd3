import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bodyOf, CLOSING, HEAD, OPENING, pairOf, written } from "../../test/manuscript.ts";
import { remark } from "./write-issue.ts";

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

  test("notes of which the languages have not as many are put together with none", () => {
    const list = "[^1]: 注文。\n[^2]: 又注。\n[^3]: Note text.\n[^4]: Another note.\n[^5]: A third note.";
    const text = written(...HEAD, "新词。[^1]又一词。[^2]", "A word,[^3] another,[^4] and more.[^5]", list);
    expect(notesOf(text)).toEqual({
      1: { zh: "注文。" },
      2: { zh: "又注。" },
      3: { en: "Note text." },
      4: { en: "Another note." },
      5: { en: "A third note." },
    });
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

  test("lines indented below an entry belong to it, and entries that are numbers alone are no folios", () => {
    const zh = "1. 加强研究。\n   扩大开放。\n2. 12";
    const en = "1. Strengthen research.\n   Open up.\n2. Twelve";
    expect(bodyOf(written(...HEAD, zh, en))).toEqual([
      {
        list: [
          { zh: "加强研究。扩大开放。", en: "Strengthen research. Open up." },
          { zh: "12", en: "Twelve" },
        ],
        ordered: "true",
      },
    ]);
  });

  test("a list that counts anew is another list", () => {
    const text = written(...HEAD, "1. 甲\n2. 乙\n\n1. 丙\n2. 丁");
    expect(bodyOf(text).map(({ list }: { list: unknown[] }) => list.length)).toEqual([2, 2]);
  });
});
