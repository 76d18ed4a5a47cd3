/** How a manuscript is laid out, in Word or as text → what its texts are taken for. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { draftOf } from "../src/import/draft.ts";
import type { Original } from "../src/import/piece.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { writeIssue } from "../src/import/write-issue.ts";
import { docx, paragraph, run } from "./docx.ts";
import { CLOSING, HEAD, OPENING, written } from "./manuscript.ts";

const issueOf = (original: Original | string) => {
  if (typeof original === "string") throw new Error(original);
  return writeIssue(draftOf(original, { names: ["刊"], imprint: [] }), "2025-01");
};
const ofWord = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  issueOf(readDocx(docx(body, parts)));
const linesOf = (markdown: boolean, ...lines: readonly string[]) =>
  readPlain(lines.join("\n"), markdown).pieces.map(({ text }) => text);
const parsed = (text: string) => parse(text, { schema: "failsafe" });
const texts = (...all: readonly string[]) => all.map((text) => paragraph(text)).join("");

describe("paragraphs of a note", () => {
  const noted = (...notes: readonly string[]) =>
    parsed(
      ofWord(
        texts("标题", "Title") +
          paragraph(`${run("创新是第一动力。")}<w:r><w:footnoteReference w:id="1"/></w:r>`) +
          paragraph(
            `${run("Innovation is the driving force.")}<w:r><w:footnoteReference w:id="${notes.length}"/></w:r>`,
          ),
        {
          "word/footnotes.xml": `<w:footnotes>${notes.map((note, k) => `<w:footnote w:id="${k + 1}">${note}</w:footnote>`).join("")}</w:footnotes>`,
        },
      ),
    ).notes["1"];

  test("have no blank between Chinese sentences, in a note of both languages and in two", () => {
    const pair = { zh: "甲说如此。乙也这样说。", en: "A says so. B says so too." };
    const [zh, en] = [texts("甲说如此。", "乙也这样说。"), texts("A says so.", "B says so too.")];
    expect(noted(zh + en)).toEqual(pair);
    expect(noted(zh, en)).toEqual(pair);
    expect(noted(texts("甲说如此。", "A says so.", "乙也这样说。", "B says so too."))).toEqual(pair);
  });

  test("have one where no sentence ends", () => {
    expect(noted(texts("来源：市统计局", "单位：亿元", "Source: Bureau"))).toEqual({
      zh: "来源：市统计局 单位：亿元",
      en: "Source: Bureau",
    });
  });
});

describe("labelled lines that Word or Markdown broke inside a paragraph", () => {
  const BODY = ["标题", "Title", "创新是第一动力。", "Innovation is the driving force."];
  const [ZH, EN] = [
    ["编辑：张三", "电话：021-1234", "浦江路 1 号"],
    ["Editor: Zhang San", "Tel: 021-1234", "Innovation Forum Center"],
  ];
  const imprint = [
    { role: "editor", label: { zh: "编辑", en: "Editor" }, value: { zh: "张三", en: "Zhang San" } },
    { role: "tel", label: { zh: "电话", en: "Tel" }, value: "021-1234" },
  ];

  test("begin anew, and a number does not run into the line below it", () => {
    const broken = (lines: readonly string[]) =>
      paragraph(lines.map((it) => run(it)).join("<w:r><w:br/></w:r>"));
    const word = ofWord(texts(...BODY) + broken(ZH.slice(0, 2)) + broken(EN.slice(0, 2)));
    expect(parsed(word).imprint).toEqual(imprint);
    const lines = [...BODY, ZH.slice(0, 2).join("\\\n"), EN.slice(0, 2).join("\\\n")].join("\n\n");
    expect(parsed(issueOf(readPlain(lines, true))).imprint).toEqual(imprint);
    for (const lines of [ZH, EN]) {
      const { pieces } = readDocx(docx(broken(lines))) as Original;
      expect(pieces.map(({ text }) => text)).toEqual(lines);
      expect(readPlain(lines.join("\\\n"), true).pieces.map(({ text }) => text)).toEqual(lines);
    }
  });

  test("go on where nothing says that they end", () => {
    for (const line of ["Address: 12 Some Road\nShanghai", "Tel: 021-1234,\nor at the desk"])
      expect(readPlain(line, true).pieces).toHaveLength(1);
    expect(readPlain("The text has a colon in it:\nSource: is a word", true).pieces).toHaveLength(1);
  });
});

describe("an indented line", () => {
  const TITLE = [
    "Pudong New Area Advances Science and Technology Innovation",
    "in All Fields of the Economy",
  ];
  const TEXT = [
    "    The forum opened in Shanghai on Monday with guests from many",
    "countries who spoke of the economy and of what comes next",
    "in the years to come.",
  ];
  const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join(" ");

  test("begins a paragraph below a title that ends with no mark, where no line is blank", () => {
    expect(linesOf(false, ...TITLE, ...TEXT)).toEqual([joined(TITLE), joined(TEXT)]);
    const zh = "以国家自主创新示范区为载体推进新质生产力加快发展的若干做法与经验";
    for (const markdown of [false, true])
      expect(
        linesOf(
          markdown,
          zh,
          "　　论坛周一在上海开幕，参加的嘉宾既有来自各国的专家学者，也有企业代表和来自",
          "各国。",
        ),
      ).toEqual([zh, "论坛周一在上海开幕，参加的嘉宾既有来自各国的专家学者，也有企业代表和来自各国。"]);
  });

  test("goes on with the line before it where all lines below that hang from it", () => {
    const [first, second, third] = TEXT.map((line) => line.trim()) as [string, string, string];
    const hung = [first, `  ${second}`, `  ${third}`];
    expect(linesOf(false, ...hung)).toEqual([joined(hung)]);
    for (const mark of ["1. ", "[1] ", "• ", "Note: "])
      expect(linesOf(false, `${mark}${first}`, `    ${second}`)).toHaveLength(1);
    expect(linesOf(true, first, `    ${second}`)).toEqual([joined([first, second])]);
  });
});

describe("headings of Word where no text is in the style Title", () => {
  const STYLES = {
    "word/styles.xml": `<w:styles>${[1, 2, 3].map((k) => `<w:style w:styleId="${k}"><w:name w:val="heading ${k}"/></w:style>`).join("")}</w:styles>`,
  };
  const head = (level: number, text: string) => paragraph(text, `<w:pStyle w:val="${level}"/>`);
  const heads = (level: number, zh: string, en: string) => head(level, zh) + head(level, en);
  const TEXT = texts("创新是第一动力。", "Innovation is the driving force.");
  const kinds = (body: readonly object[]) => body.map((block) => Object.keys(block)[0]);
  const articles = (body: string) => parsed(ofWord(body, STYLES)).articles;

  test("Heading 1 is a title above Heading 2, which is a heading then, in every article", () => {
    const first = heads(1, "第一篇文章", "The first article") + TEXT + heads(2, "背景", "Background");
    const second = heads(1, "第二篇文章", "The second article") + TEXT;
    const read = articles(`${first}${TEXT}${heads(3, "细节", "Details")}${TEXT}${second}`);
    expect(read.map(({ title }: { title: object }) => title)).toEqual([
      { zh: "第一篇文章", en: "The first article" },
      { zh: "第二篇文章", en: "The second article" },
    ]);
    expect(kinds(read[0].body)).toEqual(["zh", "heading", "zh", "subheading", "zh"]);
    const block = (language: number) =>
      [1, 2, 1]
        .map((level, k) =>
          head(
            level,
            [
              ["甲文", "小节", "乙文"],
              ["One", "Part", "Two"],
            ][language]![k]!,
          ),
        )
        .map((it) => it + texts(["创新是第一动力。", "Innovation is the driving force."][language]!))
        .join("");
    expect(articles(block(0) + block(1))).toHaveLength(2);
  });

  describe("with no Heading 2, Heading 1 is a title", () => {
    const titles = [
      { zh: "第一篇文章", en: "The first article" },
      { zh: "第二篇文章", en: "The second article" },
    ] as const;
    const [one, two] = titles.map(({ zh, en }) => heads(1, zh, en)) as [string, string];
    const read = (body: string) => articles(body).map(({ title }: { title: object }) => title);

    test("where what stands below each ends with who made it, in brackets or not", () => {
      for (const [zh, en] of [
        ["（整理：陈红光）", "(Compiled by Chen Hongguang)"],
        ["整理：陈红光", "Compiled by: Chen Hongguang"],
      ] as const) {
        const made = articles(one + TEXT + texts(zh, en) + two + TEXT + texts(zh, en));
        expect(made.map(({ title }: { title: object }) => title)).toEqual(titles);
        for (const { credits } of made)
          expect(credits).toEqual([
            { label: { zh: "整理", en: "Compiled by" }, value: { zh: "陈红光", en: "Chen Hongguang" } },
          ]);
      }
    });

    test("where headings below each are counted from one", () => {
      const counted = texts("一、背景", "1. Background") + TEXT + texts("二、前景", "2. Prospects") + TEXT;
      expect(read(one + counted + two + counted)).toEqual(titles);
    });

    test("where the languages take turns from one to the next", () => {
      const turns = titles.map(
        ({ zh, en }) =>
          head(1, zh) + texts("创新是第一动力。") + head(1, en) + texts("Innovation drives all."),
      );
      expect(read(turns.join(""))).toEqual(titles);
    });
  });

  test("Heading 1 stays a heading where nothing below it tells that it is a title", () => {
    const [title, first, second] = [
      heads(1, "标题", "Title"),
      heads(1, "背景", "Background"),
      heads(1, "前景", "Prospects"),
    ] as const;
    const source = texts("来源：统计局", "Source: Bureau of Statistics");
    const signed = texts("（整理：陈红光）", "(Compiled by Chen Hongguang)");
    for (const body of [
      title + TEXT + first + TEXT + second + TEXT,
      title + TEXT + source + first + TEXT + source,
      title + TEXT + first + TEXT + second + TEXT + signed,
      title + first + TEXT + second + TEXT,
      title + TEXT + first + texts("一、国内", "1. At home") + TEXT,
      ["标题", "Title", "背景", "Background"]
        .map(
          (text, k) => head(1, text) + (k < 3 ? texts(["创新是第一动力。", "It drives all."][k % 2]!) : ""),
        )
        .join(""),
    ])
      expect(articles(body)).toHaveLength(1);
  });

  test("Heading 1 stays a heading where it has a number, or stands below a title or a text of its own", () => {
    const sections = heads(1, "背景", "Background") + TEXT + heads(2, "国内", "At home") + TEXT;
    const more = heads(1, "展望", "Prospects") + TEXT;
    for (const before of [heads(1, "标题", "Title") + TEXT, texts("标题", "Title") + TEXT, TEXT]) {
      const read = articles(before + sections + more);
      expect(read).toHaveLength(1);
      expect(kinds(read[0].body)).toEqual(["zh", "heading", "zh", "subheading", "zh", "heading", "zh"]);
    }
    const numbered = heads(1, "一、背景", "I. Background") + TEXT + heads(2, "国内", "At home") + TEXT;
    expect(
      articles(texts("标题", "Title") + numbered + heads(1, "二、展望", "II. Prospects") + TEXT),
    ).toHaveLength(1);
  });
});

describe("headings of Word with none of the first level", () => {
  const STYLES = {
    "word/styles.xml": `<w:styles>${[2, 3, 4].map((k) => `<w:style w:styleId="${k}"><w:name w:val="heading ${k}"/></w:style>`).join("")}<w:style w:styleId="t"><w:name w:val="title"/></w:style></w:styles>`,
  };
  const heads = (level: number | string, zh: string, en: string) =>
    [zh, en].map((text) => paragraph(text, `<w:pStyle w:val="${level}"/>`)).join("");
  const TEXT = texts("创新是第一动力。", "Innovation is the driving force.");
  const kinds = (body: string) =>
    parsed(ofWord(body, STYLES)).articles.map(({ body }: { body: readonly object[] }) =>
      body.map((block) => Object.keys(block)[0]),
    );

  test("begin articles as those of the first would", () => {
    const titles = [
      heads(2, "第一篇文章", "The first article"),
      heads(2, "第二篇文章", "The second article"),
    ];
    const sections = TEXT + heads(3, "背景", "Background") + TEXT + heads(4, "国内", "At home") + TEXT;
    expect(kinds(titles.map((title) => title + sections).join(""))).toEqual([
      ["zh", "heading", "zh", "subheading", "zh"],
      ["zh", "heading", "zh", "subheading", "zh"],
    ]);
    const signed = texts("整理：陈红光", "Compiled by: Chen Hongguang");
    expect(kinds(titles.map((title) => title + TEXT + signed).join(""))).toEqual([["zh"], ["zh"]]);
  });

  test.each([
    ["a title by its style", heads("t", "标题", "Title")],
    ["a title without one, and a text", texts("标题", "Title") + TEXT],
  ])("are headings below %s", (_, title) => {
    const [above] = kinds(title + heads(2, "背景", "Background") + TEXT + heads(3, "国内", "At home") + TEXT);
    expect(above.slice(-4)).toEqual(["heading", "zh", "subheading", "zh"]);
  });

  describe("right below a plain line", () => {
    const sections = (title: string, below = "") => title + TEXT + heads(3, "国内", "At home") + TEXT + below;
    const two = (below = "") =>
      sections(heads(2, "背景", "Background"), below) + sections(heads(2, "前景", "Prospects"), below);
    const SECTIONS = ["heading", "zh", "subheading", "zh"];
    const plain = texts("在论坛上的讲话", "Speech at the Forum");
    const masthead = texts("2025年3月3日", "March 3, 2025");

    test("are headings of the article whose title that is", () => {
      for (const above of [plain, masthead + plain])
        expect(kinds(above + two())).toEqual([[...SECTIONS, ...SECTIONS]]);
    });

    test.each([
      ["that ends a masthead", masthead + two(), 2],
      ["that has a number without its year", texts("观察第3期", "Watch, Issue 3") + two(), 2],
      ["of a series", texts("专报之七", "Special Report 7") + two(), 2],
      ["and alone", plain + sections(heads(2, "背景", "Background")), 1],
      [
        "and each ending with who made it",
        plain + two(texts("整理：陈红光", "Compiled by: Chen Hongguang")),
        2,
      ],
    ])("are titles below one %s", (_, body, count) => {
      const made = kinds(body);
      expect(made).toHaveLength(count);
      expect(made[0]).toEqual(["zh", "heading", "zh"]);
    });
  });

  test("stay subheadings where their numbers or those of others say so", () => {
    const title = texts("标题", "Title") + TEXT;
    for (const body of [
      heads(2, "（一）背景", "(1) Background") + TEXT,
      texts("一、背景", "1. Background") + TEXT + heads(2, "国内", "At home") + TEXT,
    ])
      expect(kinds(title + body)[0].filter((kind: string) => kind === "subheading")).toHaveLength(1);
  });
});

describe("headings that look as the title does", () => {
  const told = (...paragraphs: readonly string[]) =>
    /make an article of each that begins one: (.*)/.exec(written(...paragraphs))?.[1] ?? null;
  const [one, two] = [
    ["## 以创新为载体", "## On innovation"],
    ["## 推进仪器共享", "## On sharing"],
  ] as const;

  test("are told, since each may be that of an article", () => {
    expect(told(...one, ...OPENING, ...two, ...CLOSING)).toBe("推进仪器共享 | On sharing");
  });

  test("are not where they have a number, or the title another style", () => {
    const numbered = ["## 一、推进仪器共享", "## 1. On sharing"];
    expect(told(...one, ...OPENING, ...numbered, ...CLOSING)).toBeNull();
    expect(told(...HEAD, ...OPENING, ...one, ...OPENING, ...two, ...CLOSING)).toBeNull();
    expect(told("标题", "Title", ...OPENING, ...two, ...CLOSING)).toBeNull();
    expect(told(...one, ...OPENING, "### 其他", "### Others", ...CLOSING)).toBeNull();
  });
});

describe("what Word or Markdown has and an issue has not", () => {
  const told = (text: string, begins: string) =>
    text
      .split("\n")
      .find((line) => line.startsWith("# ") && line.includes(begins))
      ?.split(": ")
      .at(-1);

  test("tracked changes are told with the paragraphs that they were accepted in", () => {
    const change = (name: string, text: string) => {
      const tag = name === "del" ? "delText" : "t";
      return `<w:${name} w:id="1"><w:r><w:${tag}>${text}</w:${tag}></w:r></w:${name}>`;
    };
    const body =
      texts("标题", "Title") +
      paragraph(`${run("创新是")}${change("del", "第二")}${change("ins", "第一")}${run("动力。")}`) +
      paragraph(run("Innovation is the"), '<w:rPr><w:del w:id="2"/></w:rPr>') +
      texts("driving force.");
    expect(told(ofWord(body), "tracked changes were accepted")).toBe(
      "[-第二-]{+第一+} (“创新是第一动力。”) | [-¶-] (“Innovation is the”)",
    );
    expect(ofWord(texts("标题", "Title", "创新。", "Innovation."))).not.toContain("tracked changes");
  });

  describe("text boxes", () => {
    const box = (...all: readonly string[]) =>
      `<w:r><w:pict><w:txbxContent>${texts(...all)}</w:txbxContent></w:pict></w:r>`;
    const [zh, en] = [
      "上海持续推进科学仪器共享。",
      "Shanghai goes on to share its scientific instruments.",
    ] as const;
    const read = (...boxed: readonly string[]) =>
      ofWord(
        texts("标题", "Title", ...OPENING) +
          paragraph(box(...boxed) + run(`${zh}各地随后跟进。`)) +
          texts(`${en} Others follow.`),
      );
    const [repeats, others] = ["repeat the text", "stood in text boxes"];

    test("that repeat the text are left out, whatever marks they have, and told", () => {
      const text = read("“上海持续推进科学仪器共享”", "**…… goes on to share its scientific instruments**");
      expect(parsed(text).articles[0].body).toHaveLength(2);
      expect(told(text, repeats)).toBe(
        "“上海持续推进科学仪器共享” | **…… goes on to share its scientific instruments**",
      );
      expect(told(text, others)).toBeUndefined();
    });

    test("that say something else, or too little to be a quotation, are told with where they stand now", () => {
      const text = read(
        "临港同日发布了新的办法，全文见后。",
        "Lingang published new rules on that day.",
        "仪器共享",
      );
      expect(parsed(text).articles[0].body[1]).toEqual({
        zh: "临港同日发布了新的办法，全文见后。",
        en: "Lingang published new rules on that day.",
      });
      expect(told(text, others)).toBe(
        "临港同日发布了新的办法，… | Lingang published new rules on… | 仪器共享",
      );
      expect(told(text, repeats)).toBeUndefined();
    });

    test("that hold the masthead are none to be told, nor those of headers", () => {
      const body = paragraph(box("刊　2025年第1期（总第17期）") + run("标题"));
      const header = `<w:hdr>${paragraph(box("内部资料"))}</w:hdr>`;
      const text = ofWord(body + texts("Title", ...OPENING), { "word/header1.xml": header });
      expect(parsed(text)).toMatchObject({ overall: "17", articles: [{ title: { zh: "标题" } }] });
      expect(told(text, others)).toBeUndefined();
      expect(told(text, "Headers and footers")).toBe("内部资料");
    });
  });

  test("entries of lists inside lists are told", () => {
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    const entry = (level: number, text: string) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
    const list = entry(0, "张江先行") + entry(1, "简化审批") + entry(0, "临港创新");
    const word = ofWord(texts("标题", "Title") + list, { "word/numbering.xml": numbering });
    expect(told(word, "lists have one level")).toBe("简化审批");
    const typed = (...lines: readonly string[]) =>
      told(issueOf(readPlain(["# 标题", "# Title", ...lines].join("\n\n"), true)), "lists have one level");
    expect(typed("- 张江先行\n  - 简化审批\n- 临港创新\n    1. 制度")).toBe("简化审批 | 制度");
    expect(typed("- 张江先行\n- 临港创新", "正文。", "  - 简化审批")).toBeUndefined();
  });
});
