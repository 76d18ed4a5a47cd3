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
