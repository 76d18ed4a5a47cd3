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

const HEAD = "# 标题\n\n# Title\n\n";

describe("Markdown as programs save it", () => {
  test("front matter says facts and a title; what else it says is told of", () => {
    const front = '---\ntitle: "标题"\ndate: 2025-02-14\ntags:\n  - 创新\n---\n\n';
    const original = readPlain(`${front}创新是第一动力。\n`, true);
    expect(original.pieces.map(({ form, text }) => [form, text])).toEqual([
      ["title", "标题"],
      ["text", "2025-02-14"],
      ["text", "创新是第一动力。"],
    ]);
    expect(original.left.map(({ kind, text }) => [kind, text])).toEqual([
      ["front", "tags:"],
      ["front", "- 创新"],
    ]);
    const text = issueOf(`${front}${HEAD}创新是第一动力。\n\nInnovation is the driving force.\n`, true);
    expect(text).toContain("date: 2025-02-14\n");
    expect(text).toContain("title:\n      zh: 标题\n      en: Title\n");
  });

  test("a rule at the beginning is no front matter", () => {
    const { pieces, left } = readPlain("---\n\n创新是第一动力。\n\n---\n\n开放是必由之路。\n", true);
    expect(pieces.map(({ text }) => text)).toEqual(["创新是第一动力。", "开放是必由之路。"]);
    expect(left).toEqual([]);
  });

  test("lines below a short one head a section; below a sentence they are a rule", () => {
    const { pieces } = readPlain("标题\n====\n\n背景\n---\n\n一句话。\n---\n\n又一段\n前景\n---\n", true);
    expect(pieces.map(({ form, text }) => [form, text])).toEqual([
      ["title", "标题"],
      ["heading", "背景"],
      ["text", "一句话。"],
      ["text", "又一段前景"],
    ]);
  });

  test("HTML is read as what it shows: breaks, characters by name or number, marks; comments are told of", () => {
    const { pieces, left } = readPlain(
      "产出&nbsp;&amp;投入&#42;<br>Output &lt;5\n\n<u>面积</u>5m<sup>2</sup>，<b>重点</b><!-- 待核\n两遍 -->。\n\n| 甲<br/>A | 乙 |\n|---|---|\n| 1 | x<y> |\n",
      true,
    );
    expect(pieces.slice(0, 3).map(({ text }) => text)).toEqual([
      "产出 &投入\\*",
      "Output <5",
      "面积5m^2^，**重点**。",
    ]);
    expect(pieces[3]?.table).toEqual([
      ["甲\nA", "乙"],
      ["1", "x<y>"],
    ]);
    expect(left).toEqual([{ kind: "comment", text: "待核 两遍" }]);
  });
});

test("labels that WeChat parts from their values by a bar are credits", () => {
  const text = issueOf(
    "标题\n\nTitle\n\n创新是第一动力。\n\nInnovation is the driving force.\n\n来源 | 科技日报\n\nSource ｜ Science Daily\n",
  );
  expect(text).toContain(
    "label: { zh: 来源, en: Source }\n        value: { zh: 科技日报, en: Science Daily }",
  );
});

describe("a text pasted from WeChat", () => {
  const AROUND = [
    "原创 殷梦宇 浦江创新观察 2025年2月14日 18:30 上海",
    "点击蓝字 关注我们",
    "↑ 点击上方蓝字，关注我们！",
    "— END —",
    "往期推荐",
    "长按二维码关注",
    "[阅读原文](https://mp.weixin.qq.com/s/x)",
    "分享 收藏 点赞 在看",
    "喜欢此内容的人还喜欢",
  ];

  test("is its text alone; the lines around it are told of, and credits before them are credits", () => {
    const text = issueOf(
      [
        ...AROUND.slice(0, 3),
        "标题",
        "Title",
        "创新是第一动力。",
        "Innovation is the driving force.",
        "来源：科技日报",
        ...AROUND.slice(3),
      ].join("\n\n"),
    );
    expect(text).toContain("title:\n      zh: 标题\n      en: Title\n");
    expect(text).toContain("credits:\n      - label: { zh: 来源 }\n        value: { zh: 科技日报 }\n");
    expect(text).toContain(`were not taken over: ${AROUND.join(" | ")}\n`);
  });

  test("has its author and time on lines of their own", () => {
    const head = "标题\n\nTitle\n\n原创\n\n殷梦宇\n\n浦江创新观察\n\n2025年2月14日 18:30";
    const text = issueOf(`${head}\n\n创新是第一动力。\n\nInnovation is the driving force.`);
    expect(text).toContain("title:\n      zh: 标题\n      en: Title\n");
    expect(text).toContain("were not taken over: 原创 | 殷梦宇 | 浦江创新观察 | 2025年2月14日 18:30\n");
  });

  test("has its headings under 01 and 02", () => {
    const body = [
      "01",
      "总体态势",
      "Overall situation",
      "创新是第一动力。",
      "Innovation is the driving force.",
    ];
    const next = ["02", "政策建议", "Suggestions", "开放是必由之路。", "Openness is the way."];
    const text = issueOf(["标题", "Title", "首段。", "First.", ...body, ...next].join("\n\n"));
    expect(lines(text)).toEqual(expect.arrayContaining(["- heading:", "zh: 总体态势", "en: Suggestions"]));
    expect(text.split("- heading:")).toHaveLength(3);
    // Alone it is the number of a page.
    expect(issueOf(["标题", "Title", "首段。", "First.", ...body].join("\n\n"))).not.toContain("heading");
  });

  test("keeps sentences that speak of the same things", () => {
    const { pieces } = readPlain(
      "标题\n\n原创性成果不断涌现。\n\n欢迎关注公众号并转发本文，我们将持续更新。",
      false,
    );
    const { left } = draftOf(
      { pieces, notes: new Map(), pictures: [], left: [] },
      { names: [], imprint: [] },
    );
    expect(left).toEqual([]);
  });
});

test("a line with number and date is the masthead's, though its name is another; it is told of", () => {
  const head = "试验场观察 2025年第4期（总第32期） 2025年3月1日";
  const text = issueOf(`${head}\n\n标题\n\nTitle\n\n创新是第一动力。\n\nInnovation is the driving force.\n`);
  expect(text).toContain("overall: 32\ndate: 2025-03-01\n");
  expect(text).toContain("title:\n      zh: 标题\n      en: Title\n");
  expect(text).toContain(`put it in if it is text: ${head}\n`);
  const dated = issueOf(
    "2025年2月14日论坛\n\nTitle\n\n创新是第一动力。\n\nInnovation is the driving force.\n",
  );
  expect(dated).toContain("zh: 2025年2月14日论坛\n");
});
