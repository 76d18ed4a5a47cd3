import { describe, expect, test } from "vitest";
import { draftOf } from "../src/import/draft.ts";
import type { Original } from "../src/import/piece.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { remark, writeIssue } from "../src/import/write-issue.ts";
import { docx, paragraph, run, table } from "./docx.ts";

const NOWHERE = { names: ["浦江创新观察"], imprint: [] };

const read = (body: string, parts: Readonly<Record<string, string>> = {}): Original => {
  const original = readDocx(docx(body, parts));
  if (typeof original === "string") throw new Error(original);
  return original;
};
const textsOf = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  read(body, parts).pieces.map(({ text }) => text);
const lines = (text: string) => text.split("\n").map((line) => line.trim());

/** The issue's file that a text becomes. */
const issueOf = (original: Original, imprint: Parameters<typeof draftOf>[1]["imprint"] = []) =>
  writeIssue(draftOf(original, { ...NOWHERE, imprint }), "2025-3");
const issueOfText = (text: string, markdown = false) => issueOf(readPlain(text, markdown));

const HEAD = "2025年第3期\n\n标题\n\nTitle\n\n";
const PAIR = "创新是第一动力。\n\nInnovation is the driving force.\n\n";

describe("numbers of pages and mastheads", () => {
  test.each([
    "第3页的图表显示，企业数量增长了两倍。",
    "第 3 页",
    "第3页 共5页",
    "第3页，共5页",
    "Page 3 of the report shows growth.",
    "Page 3 of 5",
    "Page 3 of 5 pages is blank",
    "2024",
    "- 3 -",
    "3 - 4",
  ])("“%s” is kept, or told of", (text) => {
    expect(issueOfText(`${HEAD}${PAIR}${text}\n\n${PAIR}`)).toContain(text);
  });

  test.each([
    ["第3页的图表显示，企业数量增长了两倍。", "zh"],
    ["Page 3 of the report shows growth.", "en"],
  ])("“%s” is a paragraph", (text, language) => {
    expect(
      lines(issueOfText(`${HEAD}${PAIR}${text}\n\n${PAIR}`)).map((it) => it.replace("- ", "")),
    ).toContain(`${language}: ${text}`);
  });

  test("numbers of pages are told in one line", () => {
    const text = issueOfText(`${HEAD}${PAIR}- 3 -\n\n${PAIR}第 4 页\n\n${PAIR}`);
    expect(text).toContain("# 当作页码略去： Left out as numbers of pages: - 3 - | 第 4 页\n");
  });

  test("a figure in a cell is no number of a page", () => {
    const cells = table([
      ["第一季度的数量如下", "The number of the first quarter"],
      ["23", "23"],
    ]);
    expect(draftOf(read(cells), NOWHERE).left).toEqual([]);
  });

  test("a second date, and one of the other language, are text", () => {
    const text = issueOfText(`2025年2月14日\n\n2025年2月15日\n\nFebruary 16, 2025\n\n${HEAD}${PAIR}`);
    expect(text).toContain("date: 2025-02-14\n");
    const articles = text.slice(text.indexOf("\narticles:"));
    for (const date of ["2025年2月15日", "February 16, 2025"]) expect(articles).toContain(date);
    expect(text).not.toContain(remark("masthead"));
  });

  describe("a number without its year", () => {
    const NAMES = { names: ["浦江创新观察", "Pujiang Innovation Observation"], imprint: [] };
    const made = (...lines: readonly string[]) => {
      const { facts, articles, left } = draftOf(readPlain(`${lines.join("\n\n")}\n\n${PAIR}`, false), NAMES);
      return { facts, titles: articles.map(({ title }) => title), left: left.map(({ text }) => text) };
    };
    const TITLES = ["在论坛上的讲话", "Speech at the Forum"] as const;
    const titles = [{ zh: TITLES[0], en: TITLES[1] }];
    const date = "2025-03-03";

    test.each(["浦江创新观察　第3期", "科创观察　第三期", "Science Watch, Issue 3"])(
      "beside the name, known or not, is the masthead's, and told: %s",
      (line) => {
        const day = line.startsWith("S") ? "March 3, 2025" : "2025年3月3日";
        expect(made(line, day, ...TITLES)).toEqual({
          facts: { issue: null, overall: null, date },
          titles,
          left: [line],
        });
      },
    );

    test("counts those of the year where that of all issues stands beside it", () => {
      const english = ["Pujiang Innovation Observation, No. 3", "March 3, 2025"];
      expect(made("浦江创新观察", "2025年3月3日　第3期（总第17期）", ...english, ...TITLES)).toEqual({
        facts: { issue: "2025-3", overall: 17, date },
        titles,
        left: [],
      });
    });

    test("is told where two numbers stand in a masthead, and none where it is none", () => {
      const lines = ["第3期（总第17期）", "2025年3月3日", "第4期", ...TITLES];
      expect(made(...lines)).toMatchObject({ facts: { issue: null }, left: ["第3期（总第17期）", "第4期"] });
      expect(made("2025年3月3日", "第0期", ...TITLES).titles[0]!.zh).toBe("第0期\n在论坛上的讲话");
    });

    test.each([
      [["创新沙龙第3期", "在论坛上的讲话"], "创新沙龙第3期\n在论坛上的讲话"],
      [["在论坛上的讲话", "科创观察第3期", "2025年3月3日"], "在论坛上的讲话\n科创观察第3期"],
      [["2025年3月3日", "科创观察第3期"], "科创观察第3期"],
    ])("is a title's where no fact stands beside it, or a title above it or none below: %s", (lines, zh) => {
      expect(made(...lines, "Speech at the Forum").titles[0]!.zh).toBe(zh);
    });

    test("is the series' in English, where neither name nor fact stands on its line", () => {
      const { articles } = draftOf(
        readPlain(`2025年3月3日\n\n标题\n\nSpecial Feature No. 3\n\nTitle\n\n${PAIR}`, false),
        NAMES,
      );
      expect(articles[0]!.series?.en).toBe("Special Feature No. 3");
    });
  });

  test("where no publication is known, lines taken for its name are told of, but for one that is the title", () => {
    const unknown = (text: string) => draftOf(readPlain(text, false), { names: [], imprint: [] });
    const { left } = unknown(`一个标题\n\n2025年2月14日\n\n又一个标题\n\n${PAIR}`);
    expect(left).toEqual([{ kind: "masthead", text: "一个标题" }]);
    const { left: none, articles } = unknown(`一个标题\n\n2025年2月14日\n\n${PAIR}`);
    expect([none, articles[0]!.title.zh]).toEqual([[], "一个标题"]);
  });
});

describe("imprint", () => {
  const made = `${HEAD}${PAIR}主办单位：甲单位\n\n主办：乙单位\n\nSponsor: Unit A\n\nSponsored by: Unit B\n\nE-mail: a@b.cn\n\nE-mail: a@b.cn\n`;

  test("a second entry of a role is an entry of its own, one that says the same is not", () => {
    const text = issueOfText(made);
    expect(text).toContain(
      "role: sponsor\n    label: { zh: 主办单位, en: Sponsor }\n    value: { zh: 甲单位, en: Unit A }\n",
    );
    expect(text).toContain(
      "role: sponsor-2\n    label: { zh: 主办, en: Sponsored by }\n    value: { zh: 乙单位, en: Unit B }\n",
    );
    expect(text.match(/a@b\.cn/g)).toHaveLength(1);
  });

  test("a second number is no credit of an article", () => {
    const { articles, imprint } = draftOf(readPlain(`${HEAD}${PAIR}电话：1\n\n电话：2\n`, false), NOWHERE);
    expect(articles[0]!.credits).toEqual([]);
    expect(imprint.map(({ role, value }) => [role, value])).toEqual([
      ["tel", "1"],
      ["tel-2", "2"],
    ]);
  });

  test("one that the publication has does not hide the other", () => {
    const own = {
      role: "sponsor",
      label: { zh: "主办单位", en: "Sponsor" },
      value: { zh: "甲单位", en: "Unit A" },
    };
    const text = issueOf(readPlain(made, false), [own]);
    expect(text).not.toContain("甲单位");
    expect(text).toContain("value: { zh: 乙单位, en: Unit B }");
  });

  test("a sign that is taken literally is the one that the publication has", () => {
    const own = { role: "tel", label: "电话", value: "6438~40" };
    expect(issueOf(readPlain(`${HEAD}${PAIR}电话：6438~40\n`, false), [own])).not.toContain("6438");
  });

  test("what mentions a note is the article's, even where the imprint has the same role", () => {
    const text = `${HEAD}${PAIR}编辑：甲某[^1]\n\n电话：1[^1]\n\n编辑：乙某\n\n[^1]: 注文。`;
    const { articles, imprint } = draftOf(readPlain(text, true), NOWHERE);
    expect(articles[0]!.credits.map(({ value }) => value)).toMatchObject([
      { zh: "甲某[^1]" },
      { zh: "1[^1]" },
    ]);
    expect(imprint.map(({ value }) => value)).toMatchObject([{ zh: "乙某" }]);
  });

  test("marks that a label shares with its value leave no half of them", () => {
    const text = issueOfText(`${HEAD}${PAIR}**编辑：张三 责编：李四**\n\n**Editor: Zhang San**\n`);
    expect(text).toContain("zh: 张三,");
    expect(text).toContain("zh: 李四 ");
    expect(text).not.toContain("*");
  });

  test.each([
    ["地址：**上海市**淮海路", "**上海市**淮海路"],
    ["**地址**：**上海市**淮海路", "**上海市**淮海路"],
    ["**地址：** **上海市**淮海路", "**上海市**淮海路"],
    ["**地址：**上海市**淮海**路", "上海市**淮海**路"],
    ["**地址**：**上海市淮海路**", "上海市淮海路"],
    ["编辑：**张三** 地址：**上海市**淮海路", "**上海市**淮海路"],
  ])("a mark with which a value begins is its own: %s", (line, value) => {
    const entries = draftOf(readPlain(`${HEAD}${PAIR}${line}\n`, false), NOWHERE).imprint;
    expect(entries.at(-1)!.value).toMatchObject({ zh: value });
  });
});

describe("tables", () => {
  const rows = (...rows: readonly string[][]) => table(rows);

  test("rows and cells that one language alone has are kept, and told of", () => {
    const body =
      rows(["年份", "数量"], ["甲", "乙"], ["丙", "丁"]) +
      rows(["Year", "Number", "Place"], ["One", "Two", "Three"]);
    const text = issueOf(read(`${paragraph("标题")}${paragraph("Title")}${body}`));
    for (const cell of ["丙", "丁", "Place", "Three"]) expect(text).toContain(cell);
    expect(text).toContain("differ in rows or columns");
  });

  test("a text beside a table stays a text", () => {
    const text = issueOf(
      read(
        `${paragraph("标题")}${paragraph("Title")}${rows(["年份", "数量"], ["甲", "乙"], ["丙", "丁"])}${paragraph("The English has no table, but a sentence.")}`,
      ),
    );
    expect(text).toContain("The English has no table, but a sentence.");
    expect(text).toContain("丁");
  });

  test("figures on a line of their own stay in a cell of both languages", () => {
    const text = issueOf(
      read(
        `${paragraph("标题")}${paragraph("Title")}${rows(["增长\nGrowth\n23%", "数量\nNumber"], ["甲", "One"])}`,
      ),
    );
    expect(text).toContain("{ zh: 增长, en: Growth 23% }");
  });
});

describe("Word", () => {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const notes = (kind: string, note: string, id = 2) =>
    `<w:${kind}s><w:${kind} w:type="separator" w:id="0">${paragraph("—")}</w:${kind}><w:${kind} w:id="${id}">${note}</w:${kind}></w:${kind}s>`;
  const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

  test("endnotes are read beside footnotes of the same number", () => {
    const { pieces, notes: read_ } = read(
      paragraph(`${run("创新")}${reference("footnote", 2)}${run("动力")}${reference("endnote", 2)}`),
      {
        "word/footnotes.xml": notes("footnote", paragraph("脚注。")),
        "word/endnotes.xml": notes("endnote", `${paragraph("尾注。")}${table([["表", "格"]])}`),
      },
    );
    expect(pieces[0]!.text).toBe("创新[^2]动力[^e2]");
    expect([...read_]).toEqual([
      ["2", "脚注。"],
      ["e2", "尾注。\n表 格"],
    ]);
  });

  test("a link in a note goes where the note's part says", () => {
    const rel = (target: string) =>
      `<Relationships><Relationship Id="rId1" Target="${target}"/></Relationships>`;
    const original = read(paragraph(`${link("rId1", "甲")}${reference("footnote", 2)}`), {
      "word/_rels/document.xml.rels": rel("https://a.cn/b_(c)"),
      "word/_rels/footnotes.xml.rels": rel("https://b.cn/"),
      "word/footnotes.xml": notes("footnote", paragraph(link("rId1", "乙"))),
    });
    expect(original.pieces[0]!.text).toBe("[甲](https://a.cn/b_%28c%29)[^2]");
    expect(original.notes.get("2")).toBe("[乙](https://b.cn/)");
  });

  test("a note that no text mentions is kept", () => {
    const original = read(
      `${paragraph(`${run("甲说。")}${reference("footnote", 2)}`)}${paragraph(`${run("A says.")}${reference("footnote", 3)}`)}`,
      {
        "word/footnotes.xml": `<w:footnotes>${[2, 3, 4].map((id) => `<w:footnote w:id="${id}">${paragraph(`注${id}`)}</w:footnote>`).join("")}</w:footnotes>`,
      },
    );
    expect([...draftOf(original, NOWHERE).notes.keys()]).toEqual(["2", "4"]);
  });

  test("a list that begins anew is counted from there", () => {
    const number = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
    const numbering = `<w:numbering>
      <w:abstractNum w:abstractNumId="7"><w:styleLink w:val="list"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="list"/></w:abstractNum>
      <w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
    </w:numbering>`;
    const body = [1, 1, 2, 2, 3, 4].map((id) => paragraph("甲", number(id))).join("");
    expect(textsOf(body, { "word/numbering.xml": numbering })).toEqual([
      "一、甲",
      "二、甲",
      "一、甲",
      "二、甲",
      "一、甲",
      "第1条 甲",
    ]);
  });

  test("a heading with a bullet stays one; texts with numbers or bullets are lists", () => {
    const number = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
    const list = (id: number, format: string, text: string) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
    const of = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
    const { pieces } = read(
      `${paragraph("背景", `<w:pStyle w:val="1"/>${number(1)}`)}${paragraph("甲", number(1))}${paragraph("乙", number(2))}${paragraph("丙", number(2))}`,
      {
        "word/styles.xml":
          '<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>',
        "word/numbering.xml": `<w:numbering>${list(1, "bullet", "•")}${list(2, "decimal", "%1.")}${of(1)}${of(2)}</w:numbering>`,
      },
    );
    expect(pieces.map(({ form, text }) => [form, text])).toEqual([
      ["heading", "背景"],
      ["bullet", "甲"],
      ["first", "乙"],
      ["number", "丙"],
    ]);
  });

  test("a break that is spelt out is a break, the end of a page is none", () => {
    const broken = (type: string) =>
      textsOf(paragraph(`${run("第一行：")}<w:r><w:br w:type="${type}"/></w:r>${run("Second line.")}`));
    expect(broken("textWrapping")).toEqual(["第一行：", "Second line."]);
    expect(broken("page")).toEqual(["第一行：Second line."]);
  });

  test("marks end with the line", () => {
    const broken = `${run("第一行。", "<w:b/>")}<w:r><w:rPr><w:b/></w:rPr><w:br/></w:r>${run("Second line.", "<w:b/>")}`;
    expect(textsOf(paragraph(broken))).toEqual(["**第一行。**", "**Second line.**"]);
    const joined = `${run("一", "<w:i/>")}<w:r><w:br/></w:r>${run("二", "<w:i/>")}`;
    expect(textsOf(paragraph(joined))).toEqual(["*一二*"]);
  });

  // Of these and of other long texts below: read from their beginning again and again, they take minutes, and their test
  // runs out of its time.
  const MANY = 60_000;

  test("very many breaks in one paragraph take no time", () => {
    const many = `<w:r><w:br/></w:r>${run("乙")}`.repeat(MANY);
    expect(textsOf(paragraph(many))).toEqual(["乙".repeat(MANY)]);
  });

  test("very many deleted ends of paragraphs take no time", () => {
    const many = paragraph("乙", "<w:rPr><w:del/></w:rPr>").repeat(MANY);
    expect(textsOf(many)).toEqual(["乙".repeat(MANY)]);
  });

  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;

  test.each([
    ["an insertion", `<w:ins>${run("甲")}</w:ins>`, ["甲"]],
    ["a deletion", `<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>${run("甲")}`, ["甲"]],
    ["a smart tag", `<w:smartTag>${run("甲")}</w:smartTag>`, ["甲"]],
    ["a control in the line", `<w:sdt><w:sdtContent>${run("甲")}</w:sdtContent></w:sdt>`, ["甲"]],
    ["a field", `<w:fldSimple w:instr="REF x">${run("甲")}</w:fldSimple>`, ["甲"]],
    [
      "a link by a field",
      `${field("begin")}<w:r><w:instrText>HYPERLINK "https://a.cn/"</w:instrText></w:r>${field("separate")}${run("甲")}${field("end")}${run("乙")}`,
      ["[甲](https://a.cn/)乙"],
    ],
    ["a tab", `${run("甲")}<w:r><w:tab/></w:r>${run("乙")}`, ["甲 乙"]],
    ["a separator of lines", run("One\u2028two"), ["One two"]],
    ["a soft hyphen", `${run("inno")}<w:r><w:softHyphen/></w:r>${run("va\u00adtion")}`, ["innovation"]],
    [
      "an emoji, as Word writes it",
      `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ["😊"],
    ],
    [
      "pronunciation over a text",
      `<w:r><w:ruby><w:rt>${run("chóng")}</w:rt><w:rubyBase>${run("重")}</w:rubyBase></w:ruby></w:r>${run("庆")}`,
      ["重（chóng）庆"],
    ],
    ["signs of Symbol and Wingdings", `${sym("Symbol", "F061")}${sym("Wingdings", "F0FC")}`, ["α✓"]],
    ["an ordinary sign", sym("Times New Roman", "20AC"), ["€"]],
    ["a sign that only its font knows", `${run("甲")}${sym("Webdings", "F061")}`, ["甲〓"]],
    ["a text in a symbol font", run("\uf0b3", '<w:rFonts w:ascii="Symbol"/>'), ["≥"]],
    [
      "a formula",
      "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
      ["(a+b)/2"],
    ],
    [
      "a text box in both of its forms",
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box("甲")}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box("甲")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("乙")}`,
      ["甲", "乙"],
    ],
    ["a text that is drawn", `<w:r><w:pict><v:textpath string="甲*"/></w:pict></w:r>`, ["甲\\*"]],
    ["an address", run("见http://a.cn/b_c，a_b@c.cn"), ["见http://a.cn/b_c，a_b@c.cn"]],
  ])("%s", (_, content, expected) => {
    expect(textsOf(paragraph(content))).toEqual(expected);
  });

  test.each([
    [
      "a control around a paragraph",
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("甲")}</w:sdtContent></w:sdt>`,
    ],
    [
      "alternatives around a paragraph",
      `<mc:AlternateContent><mc:Choice>${paragraph("甲")}</mc:Choice></mc:AlternateContent>`,
    ],
    [
      "a row of a table in a control",
      `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${paragraph("甲")}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
    ],
    ["a table in a table", `<w:tbl><w:tr><w:tc>${table([["甲"]])}</w:tc></w:tr></w:tbl>`],
  ])("%s", (_, body) => {
    expect(textsOf(body)).toEqual(["甲"]);
  });

  test("headers, comments, hidden text, formulas and unread signs are told of", () => {
    const body = [
      paragraph("标题"),
      paragraph("Title"),
      paragraph(`${run("创新是动力。")}${run("藏起来的话", "<w:vanish/>")}${sym("Webdings", "F061")}`),
      paragraph("Innovation is a force."),
    ].join("");
    const text = issueOf(
      read(body, {
        "word/header1.xml": `<w:hdr>${paragraph("浦江创新观察")}</w:hdr>`,
        "word/header2.xml": `<w:hdr>${paragraph("内部资料 注意保存")}</w:hdr>`,
        "word/footer1.xml": `<w:ftr>${paragraph("第 1 页 共 5 页")}</w:ftr>`,
        "word/comments.xml": `<w:comments><w:comment w:id="1">${paragraph("请核实。")}</w:comment></w:comments>`,
        "word/charts/chart1.xml": "<c:chart/>",
        "word/charts/style1.xml": "<c:style/>",
      }),
    );
    expect(text).toContain("Headers and footers were not taken over: 内部资料 注意保存\n");
    expect(text).toContain("Comments were not taken over: 请核实。\n");
    expect(text).toContain("Hidden text was not taken over: 藏起来的话\n");
    expect(text).toContain("Check: signs that could not be read are written 〓: 创新是动力。〓\n");
    expect(text.match(/chart1\.xml|style1\.xml/g)).toEqual(["chart1.xml"]);
  });
});

test.each([
  ["联系邮箱：obs@mail.example.org", "E-mail: obs@mail.example.org", "联系邮箱", "E-mail"],
  ["E-mail: obs@mail.example.org", "邮箱：obs@mail.example.org", "邮箱", "E-mail"],
  ["网址：www.example.org", "Website: www.example.org", "网址", "Website"],
])("an address of both languages has the label of each: %s", (one, other, zh, en) => {
  const draft = draftOf(readPlain(`${HEAD}${PAIR}${one}\n\n${other}\n`, true), { names: [], imprint: [] });
  expect(draft.imprint.map(({ label }) => label)).toEqual([{ zh, en }]);
});

describe("signs that could not be read", () => {
  const signs = (...texts: string[]) =>
    draftOf(readPlain(["# 标题", "# Title", ...texts].join("\n\n"), true), { names: [], imprint: [] })
      .left.filter(({ kind }) => kind === "sign")
      .map(({ text }) => text);

  test("are told all, each with what stands around it, and those near each other once", () => {
    const [far, near] = ["一二三四五六七八九十一二三四五六七", "一二三四五六七八九十一二三四五六"];
    expect(signs(`\ue000${far}\ue000末。`)).toEqual(["〓一二三四五六七八", "十一二三四五六七〓末。"]);
    expect(signs(`头\ue000${near}\ue000末。`)).toEqual([`头〓${near}〓末。`]);
    expect(signs("甲\ue000乙", "丙\ue000丁")).toEqual(["甲〓乙", "丙〓丁"]);
  });

  test("are told where they stand in a note or an alternative text", () => {
    expect(signs("创新是动力。[^1]", "![会\ue000场](a.png)", "[^1]: 注\ue000文。")).toEqual([
      "注〓文。",
      "会〓场",
    ]);
  });
});

describe("text and Markdown", () => {
  const texts = (text: string, markdown: boolean) => readPlain(text, markdown).pieces.map(({ text }) => text);

  test.each([
    ["ranges", "约3~5年，10~20家", "约3\\~5年，10\\~20家"],
    ["raised and lowered letters stay", "H~2~O与10^3^米", "H~2~O与10^3^米"],
    ["powers", "2^10与2^20", "2\\^10与2\\^20"],
    ["addresses, notes and links stay", "见http://a.cn/~b。[^1][甲](http://a.cn/~c)", null],
    ["what is taken literally stays", "3\\~5~7", "3\\~5\\~7"],
  ])("%s", (_, text, expected) => {
    for (const markdown of [false, true]) expect(texts(text, markdown)).toEqual([expected ?? text]);
  });

  test("asterisks of pasted text are signs, but for bold", () => {
    expect(texts("5*3*2=30，**重点**，*注", false)).toEqual(["5\\*3\\*2=30，**重点**，\\*注"]);
    expect(texts("*重点*", true)).toEqual(["*重点*"]);
  });

  test("notes of Markdown are notes", () => {
    const { pieces, notes } = readPlain("甲[^1]。\n\n[^1]: 注一，\n    接着。\n乙。\n[^1]: 又一个注。", true);
    expect([...notes]).toEqual([
      ["1", "注一，接着。"],
      ["1-2", "又一个注。"],
    ]);
    expect(pieces.map(({ text }) => text)).toEqual(["甲[^1]。", "乙。"]);
  });

  test("a quotation goes over several lines", () => {
    expect(readPlain("> 引一句，\n> 又一句。\n>\n> 第二段。", true).pieces).toMatchObject([
      { text: "引一句，又一句。", form: "quote" },
      { text: "第二段。", form: "quote" },
    ]);
  });

  test("the head of a table may have no text, and keys of notes keep their signs", () => {
    const { pieces, notes } = readPlain("| | |\n|--|--|\n| 甲[^a~b] | 乙 |\n| | |\n\n[^a~b]: 5~6", true);
    expect(pieces[0]!.table).toEqual([
      ["", ""],
      ["甲[^a~b]", "乙"],
    ]);
    expect([...notes]).toEqual([["a~b", "5\\~6"]]);
  });

  test("a row of dashes is a row, and the rule below the head is none", () => {
    const [table] = readPlain("| 年份 | 数量 |\n|---|:-:|\n| - | - |\n| 5~6 | 7~8 |\n", true).pieces;
    expect(table!.table).toEqual([
      ["年份", "数量"],
      ["-", "-"],
      ["5\\~6", "7\\~8"],
    ]);
  });

  test("headings keep their last sign, empty ones and pictures alone leave nothing behind", () => {
    expect(texts("# 关于 C#\n\n## 背景 ##\n\n#\n\n>\n\n![图](a.png)\n\n1\\. 甲", true)).toEqual([
      "关于 C#",
      "背景",
      "1. 甲",
    ]);
    expect(readPlain("![图](a.png)", true).pictures).toMatchObject([{ name: "a.png", alt: "图", at: 1 }]);
  });

  test.each(["\r", "\r\n", "\r\r\n", "\u0085", "\u2028"])("lines that end with %j", (end) => {
    expect(texts(["甲。", "One.", "乙。"].join(end), false)).toEqual(["甲。", "One.", "乙。"]);
  });

  test("what could not be decoded is told of", () => {
    expect(texts("甲\ufffd乙\ue000", false)).toEqual(["甲〓乙〓"]);
  });

  test.each(["![", "__a ", "# #", "_a ", "- ", "> ", "|", "*", "~", "[^a]: "])(
    "two hundred thousand times %j takes no time",
    (sign) => {
      for (const markdown of [false, true])
        expect(readPlain(sign.repeat(200_000), markdown)).toHaveProperty("pictures");
    },
  );

  const ZH = "这是一行没有句号的中文它一直写下去没有空行一直写到最后也还没有写完";
  const EN = "this is a line of English that goes on without an end";
  const times = (count: number, text: string, between: string) => Array(count).fill(text).join(between);

  test.each([
    ["lines of one Chinese paragraph of Markdown", times(20_000, ZH, "\n"), true],
    ["lines of one English paragraph of Markdown", times(20_000, EN, "\n"), true],
    ["lines of one pasted paragraph", times(20_000, ZH, "\n"), false],
    ["lines of one quotation", times(20_000, `> ${ZH}`, "\n"), true],
    ["paragraphs that pages cut", times(20_000, ZH + ZH, "\n\n"), false],
    ["lines of one footnote", `正文[^1]。\n\n[^1]: 注\n${times(20_000, `    ${ZH}`, "\n")}`, true],
    ["blanks of Han in a line", `甲${times(100_000, "\u3000", "")}乙`, true],
  ])("very many %s take no time", (_, text, markdown) => {
    const made = writeIssue(draftOf(readPlain(text, markdown), { names: [], imprint: [] }), "2025-1");
    expect(made.length).toBeGreaterThan(text.length * 0.8);
  });
});
