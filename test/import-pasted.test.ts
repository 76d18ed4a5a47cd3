import { describe, expect, test } from "vitest";
import { draftOf } from "../src/import/draft.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { writeIssue } from "../src/import/write-issue.ts";

const issueOf = (text: string, markdown = false) =>
  writeIssue(
    draftOf(readPlain(text, markdown), { names: ["试刊", "编辑部", "Editorial office"], imprint: [] }),
    "2025-3",
  );

const lines = (text: string) => text.split("\n").map((line) => line.trim());

describe("a table pasted as lines with tabs", () => {
  test("with a translation beside its text is read as pairs, whatever counts its rows", () => {
    const pasted = [
      "标题\tTitle",
      "",
      "序号\t中文\tEnglish",
      "1\t创新是第一动力。\tInnovation is the driving force.",
      "2\t开放是必由之路。\tOpenness is the way.",
    ].join("\n");
    const text = issueOf(pasted);
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        "zh: 标题",
        "en: Title",
        "- zh: 创新是第一动力。",
        "en: Innovation is the driving force.",
        "- zh: 开放是必由之路。",
        "en: Openness is the way.",
      ]),
    );
    expect(text).toContain(
      "# 栏头、序号未导入： Heads of columns and their numbers were not taken over: 序号 中文 English | 1 2\n",
    );
  });

  test("of figures is a table, its empty cells in their places", () => {
    const { pieces } = readPlain("地区\t2023\t2024\n上海\t1,900\t\n北京\t\t3,100\n", false);
    expect(pieces.map(({ table }) => table)).toEqual([
      [
        ["地区", "2023", "2024"],
        ["上海", "1,900", ""],
        ["北京", "", "3,100"],
      ],
    ]);
  });

  test("is none where a masthead parts publisher and date by a tab, or a tab begins a paragraph", () => {
    const head = "编辑部\t2025年2月14日\nEditorial office\tFebruary 14, 2025\n\n标题\n\nTitle\n\n";
    const text = issueOf(`${head}\t创新是第一动力。\n\n\tInnovation is the driving force.\n`);
    expect(text).toContain("date: 2025-02-14\n");
    expect(lines(text)).toEqual(expect.arrayContaining(["zh: 标题", "- zh: 创新是第一动力。"]));
    expect(text).not.toContain("编辑部");
  });
});
