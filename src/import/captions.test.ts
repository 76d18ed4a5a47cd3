import { describe, expect, test } from "vitest";
import { bodyOf, CLOSING, HEAD, OPENING, written } from "../../test/manuscript.ts";

describe("the caption of a table", () => {
  const rows = "| 地区 | 2024 |\n|--|--|\n| 上海 | 1 |";
  const english = "| Region | 2024 |\n|--|--|\n| Shanghai | 1 |";
  const caption = { zh: "表1 研发投入", en: "Table 1 R&D investment" };

  test.each([
    [
      "over a table of both languages",
      [caption.zh, caption.en, "| 地区 Region | 2024 |\n|--|--|\n| 上海 Shanghai | 1 |"],
    ],
    ["over the tables of each language", [`**${caption.zh}**`, rows, `**${caption.en}**`, english]],
  ])("stands in it, %s", (_, parts) => {
    const body = bodyOf(written(...HEAD, ...OPENING, ...parts, ...CLOSING));
    expect(body).toHaveLength(3);
    expect(body[1].table.caption).toEqual(caption);
  });

  test("is no sentence above it", () => {
    const body = bodyOf(
      written(...HEAD, ...OPENING, "表1显示了研发投入。", "Table 1 shows it.", rows, english),
    );
    expect(body[1]).toEqual({ zh: "表1显示了研发投入。", en: "Table 1 shows it." });
    expect(body[2].table.caption).toBeUndefined();
  });
});

describe("the caption of a table below it", () => {
  const table = (place: string) => `| 地区 | 2024 |\n|--|--|\n| ${place} | 1 |`;
  const caption = (k: number) => ({ zh: `表${k} 研发投入`, en: `Table ${k} R&D investment` });
  const typed = (k: number) => Object.values(caption(k));
  const between = ["各地继续开放。", "All regions go on opening."];
  const captionsOf = (...parts: readonly string[]) =>
    bodyOf(written(...HEAD, ...OPENING, ...parts, ...CLOSING)).map(
      (block: { table?: { caption?: unknown } }) => block.table && (block.table.caption ?? null),
    );

  test.each([
    ["of one", [table("上海"), ...typed(1)], [caption(1)]],
    [
      "of each of two that follow each other",
      [table("上海"), ...typed(1), table("浙江"), ...typed(2)],
      [caption(1), caption(2)],
    ],
    [
      "but not the one over the next",
      [table("上海"), ...typed(2), table("浙江"), ...typed(3), table("江苏")],
      [null, caption(2), caption(3)],
    ],
    [
      "nor where each has one above",
      [...typed(1), table("上海"), ...typed(2), table("浙江")],
      [caption(1), caption(2)],
    ],
    [
      "nor a second one",
      [...typed(1), table("上海"), ...typed(2), ...between],
      [caption(1), undefined, undefined],
    ],
  ])("stands in it, %s", (_, parts, made) => {
    expect(captionsOf(...parts).slice(1, -1)).toEqual(made);
  });
});

describe("a caption in a picture's own mark", () => {
  const figures = (...parts: readonly string[]) => bodyOf(written(...HEAD, ...OPENING, ...parts, ...CLOSING));
  const both = { zh: "图1 会场", en: "Figure 1 The venue" };

  test.each([
    ["on the next line", ['![a](a.png "图1 会场")\n*Figure 1 The venue*']],
    ["behind a blank line", ['![a](a.png "图1 会场")', "*Figure 1 The venue*"]],
    ["in Chinese", ['![a](a.png "Figure 1 The venue")', "**图1 会场**"]],
    ["with the first once more", ['![a](a.png "图1 会场")', "图1 会场", "Figure 1 The venue"]],
  ])("has its other language below, %s", (_, parts) => {
    const body = figures(...parts);
    expect(body).toHaveLength(3);
    expect(body[1].figure.caption).toEqual(both);
  });

  test("keeps away another figure's", () => {
    const body = figures('![a](a.png "图1 会场")', "图2 展厅", "Figure 2 The hall");
    expect(body[1].figure.caption).toEqual({ zh: "图1 会场" });
    expect(body[2]).toEqual({ zh: "图2 展厅", en: "Figure 2 The hall" });
  });
});
