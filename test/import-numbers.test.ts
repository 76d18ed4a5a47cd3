import { describe, expect, test } from "vitest";
import { readDocx } from "../src/import/read-docx.ts";
import { docx, paragraph, table } from "./docx.ts";

const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

const list = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

const NUMBERING = {
  "word/numbering.xml": `<w:numbering>${[
    list(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)")),
    list(2, level(0, "decimal", "%1.")),
    list(3, level(0, "decimalEnclosedCircle", "%1")),
  ].join("")}</w:numbering>`,
};

const entry = (text: string, id = 1, depth = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

function formsOf(...body: readonly string[]) {
  const made = readDocx(docx(body.join(""), NUMBERING));
  if (typeof made === "string") throw new Error(made);
  return made.pieces.map(({ form, text }) => `${form} ${text}`);
}

describe("numbers that Word prints", () => {
  test("count a list where they go from 1 without a break", () => {
    expect(formsOf(entry("甲；"), entry("乙。"), paragraph("末段。"))).toEqual([
      "first 甲；",
      "number 乙。",
      "text 末段。",
    ]);
  });

  test("stay in the text where texts stand between them, or 2. would be printed as 1.", () => {
    const text = (zh: string) => paragraph(`${zh}的情况如下。`);
    expect(formsOf(entry("规划"), text("规划"), entry("环境"), text("环境"))).toEqual([
      "text 1. 规划",
      "text 规划的情况如下。",
      "text 2. 环境",
      "text 环境的情况如下。",
    ]);
  });

  test("stay in the text where a list has another inside, or 2. would be printed as 3.", () => {
    expect(formsOf(entry("甲"), entry("乙", 1, 1), entry("丙"))).toEqual([
      "text 1. 甲",
      "text a) 乙",
      "text 2. 丙",
    ]);
  });

  test("count a list in each language, whether it has its own, comes behind the other or stands below it", () => {
    const forms = ["first 甲；", "first One;", "number 乙。", "number Two."];
    expect(formsOf(entry("甲；", 1), entry("One;", 2), entry("乙。", 1), entry("Two.", 2))).toEqual(forms);
    expect(formsOf(entry("甲；"), entry("One;"), entry("乙。"), entry("Two."))).toEqual(forms);
    const behind = formsOf(entry("甲；"), entry("乙。"), entry("One;"), entry("Two."));
    expect(behind).toEqual([forms[0], forms[2], forms[1], forms[3]]);
  });

  test("are kept in the cells of a table, and circled ones as they are", () => {
    const rows = table([
      ["项目", "说明", "数量"],
      ["甲", "CELL", "2"],
    ]).replace(paragraph("CELL"), entry("要点", 3) + entry("难点", 3));
    const made = readDocx(docx(rows, NUMBERING));
    expect(typeof made === "string" ? made : made.pieces[0]?.table?.[1]).toEqual([
      "甲",
      "① 要点\n② 难点",
      "2",
    ]);
  });
});
