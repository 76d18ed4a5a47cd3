import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { editIssue } from "./edit-issue.ts";
import { readIssue } from "./read-issue.ts";

/** Every kind of block and of scalar. */
const TEXT = `# Comment of words
issue: 2025-01
overall: 15
date: 2025-01-06
note: { zh: "按语“一”[^note]", en: 'Editor''s note: see https://example.org/a b, [^note].' }
articles:
  - series: 专栏 S1
    title:
      zh: |
        第一行
        第二行
      en: >-
        A folded title
        of two lines

        and a third
    body:
      - zh: 正文 and **bold** words，第二句。
        en: Plain text
          on two lines - and a dash
      - heading: { zh: 一、综述, en: 1. Overview }
      - subheading: { zh: "引号\\u00e9中 \\
          续行", en: "It \\"was\\"." }
      - { list: [{ zh: 甲乙, en: A b }, 021 22], ordered: true }
      - quote: { zh: 引文, en: Quoted words, by: { zh: 某人, en: Some One } }
      - figure: { src: a b.png, alt: { zh: 图一, en: Fig one }, caption: { zh: 图注, en: Cap tion } }
      - table: { caption: 表 T, head: [{ zh: 年份, en: Year of }], rows: [[2024], ["20 25"], [""], [{ zh: "", en: '' }]] }
    credits: [{ label: { zh: 整理, en: By me }, value: { zh: 甲丙, en: A C } }]
notes: { note: { zh: 脚注, en: foot note } }
imprint:
  - { role: editor, label: { zh: 编辑, en: Editor }, value: { zh: 丙丁, en: C D } }
`;

const file = (text: string) => ({ path: "content/2025-01.yaml", text });
const read = (text: string) => readIssue(file(text), publication);
const BEFORE = read(TEXT).value!;
const edited = (text: string, before = TEXT, issue = BEFORE) => editIssue(issue, file(before), file(text));
/** Between two edits of one kind. */
const STRIDE = 5;
/** @param to Exclusive. */
const withPut = (from: number, to: number, put: string) => TEXT.slice(0, from) + put + TEXT.slice(to);

describe("an issue in which words changed", () => {
  test("is what reading it gives, whatever was edited and wherever", () => {
    let turn = 0;
    let known = 0;
    let all = 0;
    for (const put of [
      "",
      "字",
      "x y",
      " ",
      "。",
      ". ",
      "#",
      ": ",
      "zh：",
      "'",
      '"',
      "\n",
      ",",
      "[^",
      "é",
      "*",
      "\\",
      "\t",
    ])
      for (const length of [0, 1, 3])
        for (let at = turn++ % STRIDE; at + length <= TEXT.length; at += STRIDE) {
          const text = withPut(at, at + length, put);
          if (text === TEXT) continue;
          all += 1;
          const issue = edited(text);
          if (issue === null) continue;
          known += 1;
          const [found, wanted] = [{ value: issue, diagnostics: [] }, read(text)];
          // Many times sooner than the comparison that tells what differs.
          if (!isDeepStrictEqual(found, wanted)) expect(found, text).toEqual(wanted);
        }
    expect(known).toBeGreaterThan(all / 20);
  });

  test("is known after each edit of many", () => {
    let [text, issue] = [TEXT, BEFORE];
    for (const [from, to] of [
      ["and **bold** words", "and several **bold** words"],
      ["第二句。", "第三句，还有第四句。"],
      ["on two lines", "on lines"],
      ["C D", "C Z D"],
      ["第一行", "第一百行"],
      ["foot note", "foot of a note"],
    ] as const) {
      const now = text.replace(from, to);
      expect(now).not.toBe(text);
      issue = edited(now, text, issue)!;
      expect(issue, to).toEqual(read(now).value);
      text = now;
    }
  });

  test.each([
    ["nothing changed", TEXT],
    ["a number of the issue's own", TEXT.replace("overall: 15", "overall: 16")],
    ["a path", TEXT.replace("a b.png", "a c.png")],
    ["a key", TEXT.replace("caption: 表", "captions: 表")],
    ["a comment", TEXT.replace("Comment of words", "Comment of letters")],
    ["a line more", TEXT.replace("第一行\n", "第一行\n        又一行\n")],
    ["the note that is mentioned", TEXT.replace("“一”[^note]", "“一”[^node]")],
    ["a text in the other language", TEXT.replace("en: Some One", "en: 某")],
    ["a text of nothing but a space", TEXT.replace("zh: 引文", 'zh: " "')],
  ])("is read anew: %s", (_, text) => {
    expect(edited(text)).toBeNull();
  });

  test("is read anew where a line comes to begin with three dots, which end a document", () => {
    const flow = `{issue: 2025-01, overall: 15, date: 2025-01-06, articles: [{title: {zh: 甲乙, en: "cc
.. d e"}, body: [{zh: 中文 a, en: en b c}]}]}
`;
    const issue = read(flow).value!;
    expect(edited(flow.replace(".. d e", ".. dd e"), flow, issue)).toEqual(
      read(flow.replace(".. d e", ".. dd e")).value,
    );
    for (const line of ["... d e", ".... d e", "...d e"]) {
      const text = flow.replace(".. d e", line);
      expect(edited(text, flow, issue), line).toBeNull();
    }
  });

  test("is read anew where a text may begin with spaces of its own", () => {
    const indented = TEXT.replace("      zh: |\n", "      zh: |2\n").replace(
      "        第二行",
      "          第二行 又",
    );
    const issue = read(indented).value!;
    expect(edited(indented.replace("第二行 又", "第三行 又"), indented, issue)).toBeNull();
    expect(edited(indented.replace("第二句", "第三句"), indented, issue)).not.toBeNull();
  });

  test("is read anew where a text has become longer than can be set", () => {
    const longer = (by: number) => TEXT.replace("年份", `年${"长".repeat(by)}份`);
    const before = longer(1_990);
    const { value } = read(before);
    expect(edited(longer(1_998), before, value!)).toEqual(read(longer(1_998)).value);
    expect(edited(longer(1_999), before, value!)).toBeNull();
    expect(read(longer(1_999)).diagnostics).toMatchObject([{ code: "too-many", what: "cell-characters" }]);
  });

  test("is read anew where it is another file", () => {
    const text = TEXT.replace("第二句", "第三句");
    expect(edited(text)).not.toBeNull();
    expect(editIssue(BEFORE, file(TEXT), { path: "content/2025-02.yaml", text })).toBeNull();
  });
});
