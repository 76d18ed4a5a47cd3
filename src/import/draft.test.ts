import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bodyOf, CLOSING, HEAD, OPENING, pairOf, written } from "../../test/manuscript.ts";
import { draftOf } from "./draft.ts";
import { UNREAD } from "./piece.ts";
import { readPlain } from "./read-plain.ts";
import { remark, writeIssue } from "./write-issue.ts";

test("a table of one language and a text of the other stand apart, each told of", () => {
  const table = "| 年份 | 投入 |\n|--|--|\n| 甲地 | 较高 |";
  const source = "Source: Ministry of Science and Technology, annual statistics.";
  const text = written(...HEAD, ...OPENING, table, source, ...CLOSING);
  expect(bodyOf(text)).toEqual([
    pairOf(OPENING),
    { table: { head: [{ zh: "年份" }, { zh: "投入" }], rows: [[{ zh: "甲地" }, { zh: "较高" }]] } },
    { en: source },
    pairOf(CLOSING),
  ]);
  expect(text.split(remark("alone"))).toHaveLength(3);
});

test("a quotation is no pair with a heading or an entry of a list", () => {
  const text = written(...HEAD, ...OPENING, "## 背景", "> A sentence that is quoted.", "- 甲", ...CLOSING);
  expect(bodyOf(text).slice(1, -1)).toEqual([
    { heading: { zh: "背景" } },
    { quote: { en: "A sentence that is quoted." } },
    { list: [{ zh: "甲" }] },
  ]);
});

test("a number in one language alone tells the level of a heading", () => {
  const [zh, en] = ["背景情况", "Background"] as const;
  for (const pair of [
    [zh, `1. ${en}`],
    [`一、${zh}`, en],
  ])
    expect(bodyOf(written(...HEAD, ...OPENING, ...pair, ...CLOSING))[1]).toEqual({ heading: pairOf(pair) });
  const lower = [zh, `(1) ${en}`];
  expect(bodyOf(written(...HEAD, ...OPENING, ...lower, ...CLOSING))[1]).toEqual({
    subheading: pairOf(lower),
  });
});

test("of tables with other rows and columns every cell is kept, and the difference told", () => {
  const zh = "| 地区 | 投入 | 专利 |\n|--|--|--|\n| 甲地 | 较高 | 较多 |";
  const en = "| Region | Investment |\n|--|--|\n| A | higher |\n| B | lower |\n| C (new) | lowest |";
  const text = written(...HEAD, ...OPENING, zh, en, ...CLOSING);
  expect(bodyOf(text)[1].table).toEqual({
    head: [{ zh: "地区", en: "Region" }, { zh: "投入", en: "Investment" }, { zh: "专利" }],
    rows: [
      [{ zh: "甲地", en: "A" }, { zh: "较高", en: "higher" }, { zh: "较多" }],
      [{ en: "B" }, { en: "lower" }],
      [{ en: "C (new)" }, { en: "lowest" }],
    ],
  });
  expect(text).toContain(`${remark("rows")}\n      - table:`);
  expect(text).not.toContain(remark("joined"));
});

describe("titles", () => {
  const head = (text: string) => parse(text, { schema: "failsafe" }).articles[0];

  test.each([
    ["a text that introduces a list", "会议提出三项建议：", "The meeting made three proposals:"],
    ["a sentence with a note", "内容不太重要。[^1]", "This is of no importance.[^1]"],
    ["a short text without an end", "本刊讯", "From our correspondent"],
  ])("%s is none, where the other language's title is told by its style", (_, zh, en) => {
    const text = written("# 测试导入", "Test Import", zh, en, ...CLOSING, "[^1]: 注文。");
    expect(head(text).title).toEqual({ zh: "测试导入", en: "Test Import" });
    expect(bodyOf(text)).toEqual([{ zh, en }, pairOf(CLOSING)]);
  });

  test("a text that introduces a list, or a sentence with a note, is none where no title is told", () => {
    for (const en of ["The meeting made three proposals:", "This is of no importance.[^1]"]) {
      const text = written("测试导入", "Test Import", "内容不太重要。[^1]", en, ...CLOSING, "[^1]: 注文。");
      expect(head(text).title).toEqual({ zh: "测试导入", en: "Test Import" });
    }
  });

  test("it has as many lines as the other language's at most, and a heading of a section is none", () => {
    const text = written(
      "# 以创新为载体\n",
      "# 推进发展",
      "Taking Innovation",
      "as the Carrier",
      "A short text",
    );
    expect(head(text).title).toEqual({
      zh: "以创新为载体\n推进发展",
      en: "Taking Innovation as the Carrier",
    });
    const lone = written("# 标题", "## 背景", "## Background", ...OPENING);
    expect(head(lone).title).toEqual({ zh: "标题" });
    expect(bodyOf(lone)[0]).toEqual({ heading: { zh: "背景", en: "Background" } });
  });

  const SUBTITLED = { zh: "标题\n——副标题", en: "Title: A subtitle" };

  test.each([
    ["told by its dash in Chinese alone", ["# 标题", "——副标题", "# Title", "A subtitle"], SUBTITLED],
    ["with no style in English", ["# 标题", "——副标题", "Title", "A subtitle"], SUBTITLED],
    ["with no style in either", ["标题", "——副标题", "Title", "A subtitle"], SUBTITLED],
    ["with a dash in both", ["# 标题", "——副标题", "# Title", "— A subtitle"], SUBTITLED],
    ["with a dash in English alone", ["# 标题", "# Title", "— A subtitle"], { ...SUBTITLED, zh: "标题" }],
    ["in Chinese alone", ["# 标题", "——副标题", "# Title"], { ...SUBTITLED, en: "Title" }],
    [
      "behind a question",
      ["# 标题？", "——副标题", "# Title?", "A subtitle"],
      { zh: "标题？\n——副标题", en: "Title? A subtitle" },
    ],
  ] as const)("a subtitle goes with its title: %s", (_, lines, title) => {
    const text = written(...lines, ...OPENING, ...CLOSING);
    expect(head(text).title).toEqual(title);
    expect(bodyOf(text)).toEqual([pairOf(OPENING), pairOf(CLOSING)]);
  });

  test("a text that no dash begins is no subtitle, and neither is the heading of a section", () => {
    const short = written("# 标题", "# Title", "A short text", "短文本", ...OPENING);
    expect(head(short).title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(short)[0]).toEqual({ zh: "短文本", en: "A short text" });
    const broken = written(
      "# 以创新为载体",
      "# 推进发展",
      "# On the Carrier",
      "A short text",
      "短文本",
      ...OPENING,
    );
    expect(head(broken).title).toEqual({ zh: "以创新为载体\n推进发展", en: "On the Carrier" });
    const section = written("# 标题", "——副标题", "# Title", "## 背景", "## Background", ...OPENING);
    expect(head(section).title).toEqual({ ...SUBTITLED, en: "Title" });
    expect(bodyOf(section)[0]).toEqual({ heading: { zh: "背景", en: "Background" } });
  });

  test("a blank between Han parts its lines, and one in English does not", () => {
    const text = written("# 以创新为载体 推进 AI 发展", "# Innovation 创新 创意 as the Carrier", ...OPENING);
    expect(head(text).title).toEqual({
      zh: "以创新为载体\n推进 AI 发展",
      en: "Innovation 创新 创意 as the Carrier",
    });
  });

  test("a line that names a series is one where a title stands below it, else it is the title", () => {
    const [zh, en] = ["2024 浦江创新论坛专报之七", "Special Report 7 of the Forum"];
    const alone = head(written(`# ${zh}`, `# ${en}`, ...OPENING));
    expect([alone.series, alone.title]).toEqual([undefined, { zh, en }]);
    const above = head(written(`# ${zh}`, "# 标题", `# ${en}`, "# Title", ...OPENING));
    expect([above.series, above.title]).toEqual([
      { zh, en },
      { zh: "标题", en: "Title" },
    ]);
  });

  test("one of Chinese without a style has no more lines than the English, which has one", () => {
    const text = written("标题", "短文本", "# Title", "A short text", ...OPENING);
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(text)[0]).toEqual({ zh: "短文本", en: "A short text" });
  });

  test("one without a style is no text of a section, however few texts its language has", () => {
    const text = written("# 标题", "Title", OPENING[0]!, "短文本。", ...CLOSING);
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
  });

  test("has the style of a heading where its language has one heading more", () => {
    const text = written("# 标题", "## Title", ...OPENING, "## 背景", "## Background", ...CLOSING);
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(text)[1]).toEqual({ heading: { zh: "背景", en: "Background" } });
  });

  test("is followed by a heading of its own style", () => {
    const text = written("## 标题", "## Title", "## 背景", "## Background", ...OPENING);
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(text)[0]).toEqual({ heading: { zh: "背景", en: "Background" } });
  });

  test("need not look like the line of its series", () => {
    const series = ["2024 浦江创新论坛专报之七", "Special Report 7 of the Forum"];
    const [zh, en] = series.map((line) => `**${line}**`) as [string, string];
    const text = written(zh, en, "标题", "Title", ...OPENING);
    expect(head(text).series).toEqual(pairOf(series));
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
  });

  test("may end with a colon where a short line completes it", () => {
    const text = written(
      "创新之路：",
      "上海的实践",
      "The Way of Innovation:",
      "Practice in Shanghai",
      ...OPENING,
    );
    expect(head(text).title).toEqual({
      zh: "创新之路：\n上海的实践",
      en: "The Way of Innovation: Practice in Shanghai",
    });
  });

  test("is no line with a colon that a sentence follows", () => {
    const lines = ["三项建议：", "Three proposals:"];
    expect(bodyOf(written(...lines, ...OPENING))).toEqual([pairOf(lines), pairOf(OPENING)]);
  });

  test("of headings the first alone is the title, and the next heads a section", () => {
    const text = written("## 标题", "## Title", "### 背景", "### Background", ...OPENING);
    expect(head(text).title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(text)[0]).toEqual({ subheading: { zh: "背景", en: "Background" } });
  });
});

test("what a picture is called is told with its name; ranges are not lowered; code is text", () => {
  const text = written(
    ...HEAD,
    "增长5~10%，下降20~30%。",
    "![创新的图](figures/x.png)",
    "```yaml\na note in code\n```",
  );
  expect(text).toContain(`${remark("picture")} figures/x.png\n`);
  expect(bodyOf(text)).toEqual([
    { zh: "增长5\\~10%，下降20\\~30%。", en: "a note in code" },
    { figure: { src: "figures/2025-01-1.png", alt: { zh: "创新的图" } } },
  ]);
});

describe("mastheads", () => {
  const FACTS = ["2025 年第 3 期", "2025年2月14日"];

  test("a date that is not the issue's is text, in either language, and so is one below a sentence", () => {
    const text = written(...FACTS, ...HEAD, "2024年3月1日", "March 1, 2024", ...OPENING, "2025年2月14日");
    expect(parse(text, { schema: "failsafe" }).date).toBe("2025-02-14");
    expect(bodyOf(text)).toEqual([
      { zh: "2024年3月1日", en: "March 1, 2024" },
      pairOf(OPENING),
      { zh: "2025年2月14日" },
    ]);
  });

  test("of an unknown publication the lines taken for its name are told; titles by their style are none", () => {
    const unknown = (...paragraphs: string[]) =>
      writeIssue(draftOf(readPlain(paragraphs.join("\n\n"), true), { names: [], imprint: [] }), "2025-03");
    const named = unknown("某某观察", FACTS[0]!, ...HEAD, ...OPENING);
    expect(named).toContain(`\n${remark("masthead")} 某某观察\n`);
    const titled = unknown("# 标题", FACTS[1]!, "# Title", ...OPENING);
    expect(parse(titled, { schema: "failsafe" }).articles[0].title).toEqual({ zh: "标题", en: "Title" });
    const lone = unknown("标题", FACTS[1]!, "Title", ...OPENING);
    expect(parse(lone, { schema: "failsafe" }).articles[0].title).toEqual({ zh: "标题", en: "Title" });
  });
});

test.each([
  ["zh", "编者按：本期介绍创新。", "2024 浦江创新论坛专报之七"],
  ["en", "Editor's note: This issue is about innovation.", "Special Report 7 of the Forum"],
] as const)("an editor's note and a series in one language alone are kept: %s", (language, note, series) => {
  const titles = language === "zh" ? [`# ${series}`, ...HEAD] : [HEAD[0]!, `# ${series}`, HEAD[1]!];
  const issue = parse(written(note, ...titles, ...OPENING), { schema: "failsafe" });
  expect(issue.note).toEqual({ [language]: note });
  expect(issue.articles[0].series).toEqual({ [language]: series });
  expect(issue.articles[0].title).toEqual({ zh: "标题", en: "Title" });
});

test("entries of one list are one list, be its languages by turns or one behind the other", () => {
  const list = [
    { zh: "甲", en: "First" },
    { zh: "乙", en: "Second" },
    { zh: "丙", en: "Third" },
  ];
  const zh = list.map((entry, k) => `${k + 1}. ${entry.zh}`);
  const en = list.map((entry, k) => `${k + 1}. ${entry.en}`);
  for (const entries of [zh.flatMap((entry, k) => [entry, en[k]!]), [...zh, ...en]])
    expect(bodyOf(written(...HEAD, ...OPENING, ...entries, ...CLOSING))).toEqual([
      pairOf(OPENING),
      { list, ordered: "true" },
      pairOf(CLOSING),
    ]);
});

test("a sign that could not be read is told with what stands around it, be it the first of its text", () => {
  const text = (opening: string) => written(...HEAD, opening, ...CLOSING);
  expect(text(`${UNREAD}创新是第一动力。`)).toContain(`${remark("sign")} ${UNREAD}创新是第一动力。\n`);
  expect(text(`我们认为，在今天，创新${UNREAD}是第一动力，也是出路。`)).toContain(
    `${remark("sign")} 为，在今天，创新${UNREAD}是第一动力，也是\n`,
  );
  expect(text("创新是第一动力。")).not.toContain(remark("sign"));
});

test("an editor of the article and one of the imprint both stay", () => {
  const text = written(...HEAD, ...OPENING, "编辑：甲某", "Editor: Jia", "编辑：乙某", "Editor: Yi");
  const { articles, imprint } = parse(text, { schema: "failsafe" });
  const label = { zh: "编辑", en: "Editor" };
  expect(articles[0].credits).toEqual([{ label, value: { zh: "甲某", en: "Jia" } }]);
  expect(imprint).toEqual([{ role: "editor", label, value: { zh: "乙某", en: "Yi" } }]);
});

describe("a subtitle", () => {
  const title = (...paragraphs: readonly string[]) =>
    parse(written(...paragraphs, ...OPENING, ...CLOSING), { schema: "failsafe" }).articles[0].title;

  test.each([
    ["without a style", ["# 标题", "——论坛观察", "# Title", "Notes from the Forum"]],
    ["that English lacks", ["# 标题", "——论坛观察", "# Title"]],
    ["in text without styles", ["标题", "——论坛观察", "Title", "Notes from the Forum"]],
    ["with a dash in English, too", ["# 标题", "## ——论坛观察", "# Title", "— Notes from the Forum"]],
    ["where one title alone has a style", ["# 标题", "——论坛观察", "Title", "— Notes from the Forum"]],
  ])("is part of the title, %s", (_, head) => {
    const en = head.length > 3 ? "Title: Notes from the Forum" : "Title";
    expect(title(...head)).toEqual({ zh: "标题\n——论坛观察", en });
  });

  test("of English below a title of fewer lines than the Chinese one", () => {
    const head = ["# 新质生产力", "# 的实践路径", "——论坛观察", "# Title", "Notes from the Forum"];
    expect(title(...head)).toEqual({
      zh: "新质生产力\n的实践路径\n——论坛观察",
      en: "Title: Notes from the Forum",
    });
  });

  test("is no first sentence, and no text below a title that has none", () => {
    expect(title("# 标题", "——这是一句话。", "# Title", "This is a sentence.")).toEqual(
      pairOf(["标题", "Title"]),
    );
    expect(title("# 标题", "论坛观察", "# Title", "Notes")).toEqual(pairOf(["标题", "Title"]));
  });
});

test("who made an article is a credit where it stands below the title as well", () => {
  const credits = [
    { label: { zh: "作者", en: "Author" }, value: { zh: "王晓东", en: "Wang Xiaodong" } },
    { label: { zh: "整理", en: "Compiled by" }, value: { zh: "陈红光", en: "Chen Hongguang" } },
  ];
  const ends = ["（整理：陈红光）", "(Compiled by Chen Hongguang)"];
  for (const head of [HEAD, ["**标题**", "**Title**"], ["标题", "Title"]]) {
    const text = written(...head, "作者：王晓东", "Author: Wang Xiaodong", ...OPENING, ...ends);
    const [article] = parse(text, { schema: "failsafe" }).articles;
    expect(article).toEqual({ title: { zh: "标题", en: "Title" }, body: [pairOf(OPENING)], credits });
  }
});

test("what says where a text comes from, and what stands below its first sentence, is left where it is", () => {
  const text = written(
    ...HEAD,
    "来源：统计局",
    "Source: Bureau",
    ...OPENING,
    "作者：甲",
    "Author: A",
    ...CLOSING,
  );
  expect(bodyOf(text)).toHaveLength(4);
});
