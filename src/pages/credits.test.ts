import { expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { lineText } from "../lines/line.ts";

const ISSUE = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:
      - quote:
          zh: 创新没有终点。
          en: Innovation has no end.
          by: { zh: Johan Schot，苏塞克斯大学科学政策研究所教授, en: "Johan Schot, Professor at SPRU, University of Sussex" }
    credits:
      - label: { zh: 作者, en: Author }
        value: { zh: 周文斌（上海市科学学研究所研究员）, en: "Zhou Wenbin (Research Fellow, Shanghai Institute for Science of Science)" }
`;

const linesOf = (edition: Edition, issue = ISSUE) =>
  press(issue, edition)
    .laid.pages.flatMap(({ pieces }) => pieces)
    .filter(({ element }) => element !== null)
    .map(({ line }) => lineText(line));

test("credits end their lines with a phrase, in either language", () => {
  const lines = linesOf("bilingual");
  expect(lines).toEqual(expect.arrayContaining(["作者：周文斌", "（上海市科学学研究所研究员）"]));
  expect(lines).toEqual(
    expect.arrayContaining([
      "Author: Zhou Wenbin (Research Fellow, ",
      "Shanghai Institute for Science of Science)",
    ]),
  );
});

test("what names are called by stands with the first of them", () => {
  const names = "Chen Hongguang, Zhao Chengcheng, Wang Bing";
  const credit = `[ { label: { zh: 整理, en: Compiled by }, value: { zh: 陈红光, en: "${names}" } } ]`;
  const issue = `${ISSUE.slice(0, ISSUE.indexOf("    credits:"))}    credits: ${credit}\n`;
  expect(linesOf("en", issue)).toEqual(
    expect.arrayContaining(["Compiled by: Chen Hongguang, ", "Zhao Chengcheng, Wang Bing"]),
  );
});

test("who said a quotation is named in phrases", () => {
  expect(linesOf("zh")).toEqual(expect.arrayContaining(["Johan Schot，", "苏塞克斯大学科学政策研究所教授"]));
  expect(linesOf("en")).toEqual(
    expect.arrayContaining(["Johan Schot, Professor at SPRU, ", "University of Sussex"]),
  );
});
