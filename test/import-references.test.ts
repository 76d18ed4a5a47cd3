import { describe, expect, test } from "vitest";
import { draftOf } from "../src/import/draft.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { remark, writeIssue } from "../src/import/write-issue.ts";
import { docx, paragraph } from "./docx.ts";
import { bodyOf, HEAD, OPENING, pairOf, written } from "./manuscript.ts";

/** Works of both languages under one row of numbers. */
const WORKS = [
  "[1] 王晓东. 示范区的建设[J]. 中国科技论坛, 2021: 12",
  "[2] Smith J. Clusters of innovation[J]. Business Review, 1998: 77",
  "[3] 李明. 新质生产力[M]. 上海人民出版社, 2023",
  "[4] Romer P. Technological change[J]. Political Economy, 1990: 71",
];
const ALONE = [{ zh: WORKS[0] }, { en: WORKS[1] }, { zh: WORKS[2] }, { en: WORKS[3] }];

const doubtsIn = (text: string, name: "alone" | "numbers") => text.split(remark(name)).length - 1;

describe("a list of references", () => {
  test.each([
    ["as its numbers are typed", WORKS],
    [
      "in brackets of Chinese",
      WORKS.map((work) => work.replace(/^\[(\d)\]/, (_, k) => (Number(k) % 2 ? `［${k}］` : `〔${k}〕`))),
    ],
  ])("has works of one language alone, and that is told: %s", (_, works) => {
    const text = written(...HEAD, ...OPENING, ...works);
    expect(bodyOf(text)).toEqual([
      pairOf(OPENING),
      ...works.map((work, k) => (k % 2 === 0 ? { zh: work } : { en: work })),
    ]);
    expect(doubtsIn(text, "alone")).toBe(4);
  });

  test("of each language is paired by its numbers", () => {
    const zh = ["[1] 王晓东. 示范区的建设", "[2] 李明. 新质生产力", "[3] 赵程程. 论区域创新"];
    const en = ["[1] Wang Xiaodong. Building zones", "[3] Zhao Chengcheng. On regions"];
    const text = written(...HEAD, ...OPENING, ...zh, ...en);
    expect(bodyOf(text).slice(1)).toEqual([
      pairOf([zh[0]!, en[0]!]),
      { zh: zh[1] },
      pairOf([zh[2]!, en[1]!]),
    ]);
  });

  test("has no work that runs on with the line below it", () => {
    const text = written(...HEAD, ...OPENING, WORKS[0]!, WORKS[1]!, "Contact the editors for more.");
    expect(bodyOf(text).slice(1)).toEqual([
      { zh: WORKS[0] },
      { en: WORKS[1] },
      { en: "Contact the editors for more." },
    ]);
  });

  test("is no paragraph that lines or pages have cut, however long its works are", () => {
    const han = (k: number) => `[${k}] 王晓东. ${"国家自主创新示范区的建设与发展".repeat(3)}[J]. 科学, 2021`;
    const latin = (k: number) =>
      `[${k}] Smith J. ${"The new economics of ".repeat(8)}competition[J]. Review, 1998`;
    const pasted = [...HEAD.map((line) => line.slice(2)), ...OPENING].join("\n\n");
    for (const entry of [han, latin]) {
      const works = [entry(1), entry(2), entry(3)];
      const { pieces } = readPlain(works.join("\n"), false);
      expect(pieces.map(({ text }) => text)).toEqual(works);
      const draft = draftOf(readPlain(`${pasted}\n\n${works.join("\n\n")}`, false), {
        names: [],
        imprint: [],
      });
      expect(bodyOf(writeIssue(draft, "2025-01"))).toHaveLength(4);
    }
  });

  test("keeps the numbers that Word prints before it, since texts name them", () => {
    const numbering = (text: string) => ({
      "word/numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    });
    const entry = (text: string) =>
      paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const body = [
      ...["标题", "Title", ...OPENING].map((text) => paragraph(text)),
      ...WORKS.map((work) => entry(work.slice(4).replace(/\[.\]/, ""))),
    ].join("");
    const bodyWith = (label: string) => {
      const original = readDocx(docx(body, numbering(label)));
      if (typeof original === "string") throw new Error(original);
      return bodyOf(writeIssue(draftOf(original, { names: [], imprint: [] }), "2025-01"));
    };
    expect(bodyWith("[%1]").slice(1)).toEqual(
      ALONE.map((side) =>
        Object.fromEntries(Object.entries(side).map(([k, it]) => [k, it?.replace(/(?<=\D)\[.\]/, "")])),
      ),
    );
    expect(bodyWith("%1.").slice(1)).toHaveLength(1);
  });
});

test("entries with two numbers are a pair that wants a second look", () => {
  const [one, two, other] = ["1. 上海的做法", "2. The way of Beijing", "1. The way of Shanghai"];
  expect(doubtsIn(written(...HEAD, ...OPENING, one, two), "numbers")).toBe(1);
  expect(doubtsIn(written(...HEAD, ...OPENING, one, other), "numbers")).toBe(0);
  expect(doubtsIn(written(...HEAD, ...OPENING, "（二）上海的做法", other), "numbers")).toBe(0);
});
