import { describe, expect, test } from "vitest";
import { bodyOf, HEAD, OPENING, pairOf, written } from "../../test/manuscript.ts";
import { partsOf } from "./parted.ts";

describe("a text with both languages behind each other", () => {
  test.each([
    [
      "论坛在上海举行。The forum was held in Shanghai.",
      "论坛在上海举行。",
      "The forum was held in Shanghai.",
    ],
    [
      "研发投入3.6万亿元。[^1] R&D reached 3.6 trillion yuan.[^1]",
      "研发投入3.6万亿元。[^1]",
      "R&D reached 3.6 trillion yuan.[^1]",
    ],
    [
      "The forum was held in Shanghai. 2月论坛在上海举行。",
      "The forum was held in Shanghai.",
      "2月论坛在上海举行。",
    ],
    [
      "他说：“我们开放。” He said, “We are open to all.”",
      "他说：“我们开放。”",
      "He said, “We are open to all.”",
    ],
    ["标题 / Title", "标题", "Title"],
    ["序 / Preface", "序", "Preface"],
    ["Female｜女", "Female", "女"],
    ["科技创新｜Innovation in science", "科技创新", "Innovation in science"],
    ["**一、总体态势 1. Overall situation**", "**一、总体态势**", "**1. Overall situation**"],
    [
      "研发投入（亿元） Table 1 R&D investment (100 million yuan)",
      "研发投入（亿元）",
      "Table 1 R&D investment (100 million yuan)",
    ],
    ["Overall situation 总体态势", "Overall situation", "总体态势"],
    ["作者：王晓明 Author: Wang Xiaoming", "作者：王晓明", "Author: Wang Xiaoming"],
  ])("%s", (text, one, other) => {
    expect(partsOf(text)).toEqual([one, other]);
  });

  test.each([
    "GDP / 亿元",
    "元 / km",
    "元 / MWh",
    "序 Preface",
    "编辑｜殷梦宇",
    "我们为什么选择 OpenAI",
    "与 Python 有关的问题",
    "国家统计局 https://www.stats.gov.cn",
    "他说：“Hello, dear friends of Shanghai.”随后离开会场。",
    "论坛由 Pujiang Innovation Forum 主办。会上发布了 Global Innovation Hubs Index。",
    "**论坛在上海举行。The forum** was held in Shanghai.",
    "中国经济 China 2024年增长",
  ])("is not %s", (text) => {
    expect(partsOf(text)).toEqual([text]);
  });

  test("is a pair of the issue; so are a title, the cells of a table and a note", () => {
    const text = written(
      "# 标题 / Title",
      "论坛在上海举行。[^1] The forum was held in Shanghai.[^1]",
      "| 地区 Region | 2024 |\n|--|--|\n| 上海 Shanghai | 1 |",
      "[^1]: 统计公报，二月。Statistical bulletin of the year.",
    );
    expect(text).toContain("title:\n      zh: 标题\n      en: Title\n");
    expect(bodyOf(text)).toEqual([
      { zh: "论坛在上海举行。[^1]", en: "The forum was held in Shanghai.[^1]" },
      {
        table: {
          head: [{ zh: "地区", en: "Region" }, "2024"],
          rows: [[{ zh: "上海", en: "Shanghai" }, "1"]],
        },
      },
    ]);
    expect(text).toContain("    zh: 统计公报，二月。\n    en: Statistical bulletin of the year.\n");
    expect(text).not.toContain("Check:");
  });

  test("is none in a manuscript that is Chinese but for names", () => {
    const body = "这一年各地持续推进科技创新，建设创新平台，培育企业，取得了积极进展，未来可期。";
    const text = written("# 全面推出 Apple Vision", body, body);
    expect(text).toContain("zh: 全面推出 Apple Vision\n");
  });

  test("a table whose names alone are English stays as it is", () => {
    const rows = [
      ["上海 Shanghai", "北京"],
      ["天津", "重庆"],
    ];
    const text = written(
      ...HEAD,
      ...OPENING,
      `| 甲地 | 乙地 |\n|--|--|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`,
    );
    expect(bodyOf(text)[0]).toEqual(pairOf(OPENING));
    expect(bodyOf(text)[1].table.rows[0]).toEqual([{ zh: "上海 Shanghai" }, { zh: "北京" }]);
  });
});
