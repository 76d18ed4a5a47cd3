import { describe, expect, test } from "vitest";
import { wholePieces } from "./join-pieces.ts";
import { piece } from "./piece.ts";

const ZH =
  "近年来，长三角地区的科研机构持续推进共建共享，跨省合作项目由一百余项增加到三百余项，覆盖生物医药等多个领域";
const EN =
  "In recent years, research institutions in the Yangtze River Delta have kept building and sharing together, in fields such as biomedicine and integrated circuits";

const whole = (...texts: readonly string[]) =>
  wholePieces(texts.map((text, k) => piece(text, "text", k + 1))).map(({ text }) => text);

test("a paragraph that a page's end has cut is one again", () => {
  expect(whole(ZH, "，并向西部延伸。")).toEqual([`${ZH}，并向西部延伸。`]);
  expect(whole(EN, "and in the west as well.")).toEqual([`${EN} and in the west as well.`]);
  expect(whole(`**${ZH}**`, "**，并向西部延伸。**")).toEqual([`**${ZH}，并向西部延伸。**`]);
});

describe("nothing goes on in", () => {
  test.each([
    ["a mention of a note behind its mark", `${ZH}。[^2]`],
    ["two mentions", `${ZH}。[^2][^3]`],
    ["a raised number behind its mark", `${ZH}。^1^`],
    ["bold to its end", `**${ZH}。**`],
    ["bold and a quotation", `**有人说：“${ZH}。”**[^1]`],
    ["dots", `${ZH}……`],
    ["single quotation marks", `‘${ZH}。’`],
  ])("a paragraph that ends with %s", (_, text) => {
    expect(whole(text, "存在问题", "调研发现，共享率仍然偏低。")).toHaveLength(3);
  });

  test("an English paragraph that ends with a mention of a note", () => {
    expect(whole(`${EN}.[^2]`, "Problems")).toHaveLength(2);
  });
});

test("what counts, and what is in bold alone, goes on from nothing", () => {
  const [first, second] = [`一是统一平台，${ZH}；`, `二是加大补贴，${ZH}；`];
  expect(whole(first, second)).toEqual([first, second]);
  expect(whole(ZH, "**存在问题**")).toEqual([ZH, "**存在问题**"]);
});
