import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { run as program } from "../src/app/cli.ts";
import { readIssue } from "../src/content/read-issue.ts";
import { readPublication } from "../src/content/read-publication.ts";
import { draftOf } from "../src/import/draft.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { plainText } from "../src/model/inline.ts";
import type { Block, Issue, TextPair } from "../src/model/issue.ts";
import { docx, paragraph, run, table } from "./docx.ts";
import { ROOT } from "./fixture.ts";
import { captured, newsroom } from "./newsroom.ts";

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");
const PUBLICATION = textOf("content/publication.yaml");
const REAL = textOf("content/2024-14.yaml");
const SOURCE = textOf("test/data/2024-14.source.txt");

const publication = readPublication({ path: "publication.yaml", text: PUBLICATION }).value!;
const real = readIssue({ path: "2024-14.yaml", text: REAL }, publication).value!;

/** The real issue's file imported from a file of this name and content. */
async function imported(name: string, content: string | Uint8Array, ...args: string[]) {
  const room = newsroom();
  room.write("content/publication.yaml", PUBLICATION);
  room.write(name, content);
  const lang = ["--lang", "en", "--content", room.path("content")];
  const outcome = await captured(() => program(["import", room.path(name), ...lang, ...args], "0.0.0"));
  const path = (number: string) => room.path(`content/${number}.yaml`);
  const read = (number = "2024-14") => (existsSync(path(number)) ? readFileSync(path(number), "utf8") : null);
  return { ...outcome, room, read, text: read() };
}

const typed = (pair: TextPair | null) =>
  pair && [pair.zh, pair.en].map((text) => text?.runs.map(({ text, mark }) => [text, mark]) ?? null);

/** What an issue says, without its places. */
const said = (issue: Issue) => ({
  facts: [issue.number, issue.overall, issue.date],
  note: typed(issue.note),
  imprint: issue.publication.imprint.map(({ role, label, value }) => [role, typed(label), typed(value)]),
  articles: issue.articles.map((article) => ({
    head: [typed(article.series), typed(article.title)],
    body: article.body.map((block) => [block.kind, "text" in block ? typed(block.text) : null]),
    credits: article.credits.map(({ label, value }) => [typed(label), typed(value)]),
  })),
});

const issueOf = (text: string): Issue => {
  const read = readIssue({ path: "2024-14.yaml", text }, publication);
  if (!read.value) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};

/** Texts of the source, mended where its pages had cut them: the shapes below are made of these. */
const source = JSON.parse(textOf("test/data/2024-14.source.json")) as {
  readonly blocks: readonly { readonly kind: string; readonly zh: string; readonly en: string }[];
  readonly footer: readonly { readonly zh: string; readonly en: string }[];
};
const HEAD = {
  zh: ["浦江创新观察", "2024-14 （总第 14 期）", "上海浦江创新论坛中心\t2024 年 9 月 9 日"],
  en: [
    "Pujiang Innovation Observation",
    "2024-14",
    "(Issue 14 overall)",
    "Shanghai Pujiang Innovation Forum Center    September 9, 2024",
  ],
};
const LINES = {
  zh: [...HEAD.zh, ...source.blocks.map(({ zh }) => zh), ...source.footer.map(({ zh }) => zh)],
  en: [...HEAD.en, ...source.blocks.map(({ en }) => en), ...source.footer.map(({ en }) => en)],
};

describe("the publisher's text of issue 2024-14", () => {
  test("comes back to the byte, paragraphs cut by pages made whole", async () => {
    const { exit, text, out, err } = await imported("source.txt", SOURCE);
    expect(text).toBe(REAL);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(/2024-14\.yaml {2}1 article, 13 pairs/);
  });

  test.each([
    ["in UTF-16 with its mark", Buffer.from(`\ufeff${SOURCE}`, "utf16le")],
    [
      "with the line ends of Windows and a byte order mark",
      Buffer.from(`\ufeff${SOURCE.replaceAll("\n", "\r\n")}`),
    ],
  ])("%s", async (_, bytes) => {
    expect((await imported("source.txt", bytes)).text).toBe(REAL);
  });

  test("a text saved in GB 18030 is read as such", async () => {
    const bytes = Buffer.concat([
      Buffer.from("2025-3\n\n"),
      Buffer.from([0xb9, 0xfa, 0xbc, 0xd2]),
      Buffer.from("\n\nThe state\n\n"),
      Buffer.from([0xb9, 0xfa, 0xbc, 0xd2, 0xa1, 0xa3]),
      Buffer.from("\n\nThe state.\n"),
    ]);
    const made = await imported("a.txt", bytes);
    expect(made.read("2025-03")).toMatch(/title:\n {6}zh: 国家\n {6}en: The state\n/);
  });

  test.each([
    ["all Chinese, then all English", [...LINES.zh, ...LINES.en].join("\n\n")],
    ["all English, then all Chinese", [...LINES.en, ...LINES.zh].join("\n\n")],
    [
      "a line a paragraph, no blank lines",
      LINES.zh
        .flatMap((zh, k) => [zh, LINES.en[k] ?? []])
        .flat()
        .join("\n"),
    ],
    [
      "three Chinese paragraphs, then their three in English, and so on",
      Array.from({ length: 8 }, (_, k) => [
        ...LINES.zh.slice(k * 3, k * 3 + 3),
        ...LINES.en.slice(k * 3 + (k > 0 ? 1 : 0), k * 3 + 4),
      ])
        .flat()
        .join("\n\n"),
    ],
  ])("%s: read as the same issue", async (_, text) => {
    const made = await imported("2024-14.txt", text);
    expect(made.err).toBe("");
    expect(said(issueOf(made.text!))).toEqual(said(real));
  });

  test("as a Word file with bold runs", async () => {
    const paragraphs = SOURCE.split(/\n+/).filter(Boolean);
    const made = await imported("2024-14.docx", docx(paragraphs.map((text) => paragraph(text)).join("")));
    expect(made.text).toBe(REAL);
  });

  test("as a Word table with Chinese on the left and English on the right", async () => {
    const rows = [...source.blocks, ...source.footer].map(({ zh, en }) => [zh, en]);
    const head = [...HEAD.zh, ...HEAD.en].map((text) => paragraph(run(text))).join("");
    const made = await imported("2024-14.docx", docx(head + table(rows)));
    expect(said(issueOf(made.text!))).toEqual(said(real));
  });
});

describe("texts of other kinds", () => {
  const own = readPublication({ path: "publication.yaml", text: textOf("test/data/texts/publication.yaml") })
    .value!;
  const kinds = ["2025-01", "2025-02", "2025-03"].flatMap((number) => [
    [number, "in turns"],
    [number, "in two blocks"],
  ]);

  test.each(kinds)("%s %s: every pair comes back, none doubted", (number, shape) => {
    const path = `test/data/texts/${number}.yaml`;
    const issue = readIssue({ path, text: textOf(path) }, own).value!;
    const pairs = [
      issue.note,
      ...issue.articles.flatMap(({ series, title, body }) => [series, title, ...body.flatMap(textsIn)]),
    ]
      .filter((pair) => pair !== null)
      .map(({ zh, en }) => [zh, en].map((text) => plainText(text!).replaceAll("\n", " ")));
    const lines =
      shape === "in turns" ? pairs.flat() : [0, 1].flatMap((side) => pairs.map((pair) => pair[side]!));
    const draft = draftOf(readPlain(`${number}\n\n${lines.join("\n\n")}`, false), { names: [], imprint: [] });
    const made = [
      draft.note,
      ...draft.articles.flatMap(({ series, title, body }) => [
        series,
        title,
        ...body.flatMap((block) => ("text" in block ? [block.text] : [])),
      ]),
    ];
    const found = made.flatMap((pair) =>
      pair ? [[pair.zh, pair.en].map((text) => text?.replaceAll("\n", " "))] : [],
    );
    expect(found).toEqual(pairs);
    expect(draft.articles.flatMap(({ body }) => body.filter(({ doubt }) => doubt !== null))).toEqual([]);
  });
});

const textsIn = (block: Block): readonly (TextPair | null)[] =>
  block.kind === "list" ? block.items : "text" in block ? [block.text] : [];

const SHORT = {
  zh: ["2025 年第 3 期", "总第 27 期", "2025年2月14日", "一篇文章的标题"],
  en: ["Issue 3, 2025", "The title of an article"],
};
const PAIR = ["创新是引领发展的第一动力。", "Innovation is the primary driving force of development."];

describe("what an office may hand in", () => {
  test("Markdown: title, headings, lists, quotes, tables, links and emphasis", async () => {
    const text = `${SHORT.zh.slice(0, 3).join("\n\n")}

# ${SHORT.zh[3]}

# ${SHORT.en[1]}

## 背景

## Background

${PAIR[0]}参见[网站](https://example.org/)，__重点__。

${PAIR[1]} See the [site](https://example.org/), and __the point__.

- 第一项
- 第二项

- The first entry
- The second entry

> 引一句话。

> A sentence that is quoted.

| 年份 | 数量 |
|---|---|
| 2024 | 23 |

| Year | Number |
|---|---|
| 2024 | 23 |
`;
    const made = await imported("a.md", text);
    expect(made.read("2025-03")).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=schema/issue.json
      issue: 2025-03
      overall: 27
      date: 2025-02-14

      articles:
        - title:
            zh: 一篇文章的标题
            en: The title of an article
          body:
            - heading:
                zh: 背景
                en: Background

            - zh: 创新是引领发展的第一动力。参见[网站](https://example.org/)，**重点**。
              en: Innovation is the primary driving force of development. See the [site](https://example.org/), and **the point**.

            - list:
                - zh: 第一项
                  en: The first entry
                - zh: 第二项
                  en: The second entry

            - quote:
                zh: 引一句话。
                en: A sentence that is quoted.

            - table:
                head:
                  - { zh: 年份, en: Year }
                  - { zh: 数量, en: Number }
                rows:
                  - - 2024
                    - 23
      "
    `);
    expect(made.exit).toBe(0);
  });

  test("Word: styles, automatic Chinese numbers, bullets, breaks, deleted text, links and footnotes", async () => {
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    const number = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
    const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const link = (text: string) => `<w:hyperlink r:id="rId9">${run(text)}</w:hyperlink>`;
    const body = [
      ...SHORT.zh.slice(0, 3).map((text) => paragraph(text)),
      paragraph(`${run("一篇文章")}<w:r><w:br/></w:r>${run("的标题")}`, style("a3")),
      paragraph(SHORT.en[1]!, style("a3")),
      paragraph("背景", style("1") + number(1)),
      paragraph("1. Background", style("1")),
      paragraph(`${run(PAIR[0]!)}${note(2)}<w:del>${run("删去的话。")}</w:del>${link("网站")}`),
      paragraph(
        `${run(PAIR[1]!)}${note(3)}${run(" See the ")}${link("site")}${run(" at 5", "<w:b/>")}${run("2", '<w:b/><w:vertAlign w:val="superscript"/>')}`,
      ),
      paragraph("前景", style("1") + number(1)),
      paragraph("2. Prospects", style("1")),
      paragraph("第一项", number(2)),
      paragraph("第二项", number(2)),
      paragraph("The first entry", number(2)),
      paragraph("The second entry", number(2)),
    ].join("");
    const level = (format: string, text: string) =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const bytes = docx(body, {
      "word/styles.xml":
        '<w:styles><w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>',
      "word/numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="7">${level("chineseCounting", "%1、")}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level("bullet", "•")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
      "word/footnotes.xml": `<w:footnotes><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">${paragraph("注一。")}</w:footnote><w:footnote w:id="3">${paragraph("Note one.")}</w:footnote></w:footnotes>`,
      "word/_rels/document.xml.rels":
        '<Relationships><Relationship Id="rId9" Target="https://example.org/"/></Relationships>',
    });
    const made = await imported("a.docx", bytes);
    expect(made.read("2025-03")).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=schema/issue.json
      issue: 2025-03
      overall: 27
      date: 2025-02-14

      articles:
        - title:
            zh: |-
              一篇文章
              的标题
            en: The title of an article
          body:
            - heading:
                zh: 一、背景
                en: 1. Background

            - zh: 创新是引领发展的第一动力。[^2][网站](https://example.org/)
              en: Innovation is the primary driving force of development.[^2] See the [site](https://example.org/) **at 5^2^**

            - heading:
                zh: 二、前景
                en: 2. Prospects

            - list:
                - zh: 第一项
                  en: The first entry
                - zh: 第二项
                  en: The second entry

      notes:
        2:
          zh: 注一。
          en: Note one.

      # 修订已全部接受，请核对（[-删去-]{+加入+}）： Check: tracked changes were accepted ([-deleted-]{+inserted+}): [-删去的话。-] (“创新是引领发展的第一动力…”)
      "
    `);
    expect(made.exit).toBe(0);
  });

  test("a paragraph without its partner is told of, in the file and in the terminal, and fails no other pair", async () => {
    const blocks = source.blocks.map(({ zh, en }, k) => (k === 6 ? zh : `${zh}\n\n${en}`)).join("\n\n");
    const made = await imported("2024-14.txt", `${HEAD.zh.join("\n\n")}\n\n${blocks}`);
    expect(made.err).toMatch(/2024-14\.yaml:\d+:7: warning: Check: the other language is missing\./);
    expect(made.text).toContain("# 请核对：缺少另一种语言。 Check: the other language is missing.");
    const lone = [...made.text!.matchAll(/# 请核对/g)];
    expect(lone).toHaveLength(1);
    expect(made.text).toMatch(/# 请核对.*\n {6}- zh: 中关村/);
  });

  test("two English paragraphs for one Chinese are put together and marked", async () => {
    const blocks = source.blocks
      .map(({ zh, en }, k) => `${zh}\n\n${k === 6 ? en.replace(". By launching", ".\n\nBy launching") : en}`)
      .join("\n\n");
    const made = await imported("2024-14.txt", `${HEAD.zh.join("\n\n")}\n\n${blocks}`);
    expect(made.text).toMatch(/# 请核对：一种语言的两段合成了一段.*\n {6}- zh: 中关村/);
    expect([...made.text!.matchAll(/# 请核对/g)]).toHaveLength(1);
  });

  test("an entry of the imprint that differs from the publication's stands in the issue", async () => {
    const made = await imported(
      "source.txt",
      SOURCE.replaceAll("编辑：殷梦宇", "编辑：王小明").replace(
        "Editor: Yin Mengyu",
        "Editor: Wang Xiaoming",
      ),
    );
    expect(made.text!.replace(REAL, "").slice(-140)).toContain(
      "imprint:\n  - role: editor\n    label: { zh: 编辑, en: Editor }\n    value: { zh: 王小明, en: Wang Xiaoming }\n",
    );
  });

  test("several articles, each with its series line, title and credits", async () => {
    const article = (k: string, n: number) =>
      [
        `论坛专报之${k}`,
        `Special Report ${n} of the Forum`,
        `标题${k}`,
        `Title ${n}`,
        ...PAIR,
        `整理：张三`,
        `Compiled by: Zhang San`,
      ].join("\n\n");
    const made = await imported(
      "2025-03.txt",
      `${SHORT.zh.slice(1, 3).join("\n\n")}\n\n${article("一", 1)}\n\n${article("二", 2)}`,
    );
    const issue = readIssue({ path: "2025-03.yaml", text: made.read("2025-03")! }, publication).value!;
    expect(issue.articles.map(({ title, credits }) => [plainText(title.zh!), credits.length])).toEqual([
      ["标题一", 1],
      ["标题二", 1],
    ]);
  });

  test("without a publication.yaml the masthead is known by its facts", async () => {
    const first = await imported("source.txt", SOURCE, "--stdout");
    rmSync(first.room.path("content/publication.yaml"));
    const args = [
      "import",
      first.room.path("source.txt"),
      "--content",
      first.room.path("content"),
      "--lang",
      "en",
      "--stdout",
    ];
    const { out } = await captured(() => program(args, "0.0.0"));
    expect(out).toContain(REAL.slice(0, REAL.indexOf("    credits:")).trimEnd());
    expect(out).toContain("imprint:\n  - role: editor\n    label: { zh: 编辑, en: Editor }");
  });

  test("more paragraphs than an issue can have are not paired", async () => {
    const made = await imported("2025-04.txt", "创新。\n\n".repeat(7000));
    expect([made.exit, made.err]).toEqual([1, expect.stringContaining("too large")]);
  });

  test("facts that are missing are asked for where they belong, and fail the command", async () => {
    const made = await imported("2025-04.txt", [SHORT.zh[3], SHORT.en[1], ...PAIR].join("\n\n"));
    expect(made.read("2025-04")).toContain(
      "# 请填写：原稿里没有找到。 Fill in: not found in the original.\noverall:\n",
    );
    expect(made.exit).toBe(1);
    expect(made.err).toMatch(/2025-04\.yaml:\d+:\d+: error: /);
    expect(made.err.match(/(?:error|warning): .*/g)).toEqual(
      ["overall", "date"].map(() => "error: Fill in: not found in the original."),
    );
  });

  test("a title without its other language is told where it stands", async () => {
    const title = "# 让创新的种子在更广阔的土地上生根发芽";
    const made = await imported("2025-04.md", ["总第 4 期", "2025年1月6日", title, ...PAIR].join("\n\n"));
    expect(made.read("2025-04")).toMatch(/\n {2}- # 请填写：.*\n {4}title:\n {6}zh: 让创新/);
    expect(made.err).toMatch(/2025-04\.yaml:\d+:5: warning: Fill in: not found in the original\./);
  });
});

describe("what is refused", () => {
  const bomb = () => zipSync({ "word/document.xml": new Uint8Array(70 * 1024 * 1024) }, { level: 9 });
  const odt = () => zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] });
  test.each([
    ["a file that is not there", "gone.txt", null, /there is no such file/],
    ["another kind of file", "a.pages", "pages", /only \.docx, \.md and \.txt/],
    ["a PDF", "a.pdf", "%PDF-1.7", /copy its text into a \.txt/],
    [
      "rich text",
      "a.rtf",
      "{\\rtf1\\ansi 国家}",
      /RTF.* open it in Word, WPS or LibreOffice and save it as \.docx/,
    ],
    ["rich text that is called .doc", "a.doc", "{\\rtf1\\ansi 国家}", /RTF.* save it as \.docx/],
    ["a file of LibreOffice", "a.odt", odt(), /a file of LibreOffice or OpenOffice; .* save it as \.docx/],
    ["the format of Word 97", "a.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /save it as \.docx/],
    ["a text named .docx", "a.docx", "国家", /no Word document/],
    ["an archive that is no document", "a.docx", zipSync({ "a.txt": strToU8("a") }), /no Word document/],
    ["an archive cut short", "a.docx", docx(paragraph("国家")).slice(0, 120), /damaged/],
    ["markup that does not close", "a.docx", docx("<w:p>"), /damaged/],
    [
      "a document type, which could grow without end",
      "a.docx",
      docx('<!DOCTYPE x [<!ENTITY a "b">]><w:p/>'),
      /damaged/,
    ],
    ["a part that would fill the memory", "a.docx", bomb(), /too large/],
    ["an empty file", "a.docx", "", /the file is empty/],
    ["no text", "a.txt", "\n\n", /no text of an article/],
    ["no number", "a.txt", [SHORT.zh[3], SHORT.en[1], ...PAIR].join("\n\n"), /--issue 2024-14/],
  ])("%s", async (_, name, content, message) => {
    const room = newsroom();
    if (content !== null) room.write(name, content);
    const args = ["import", room.path(name), "--content", room.path("content"), "--lang", "en"];
    const { exit, err } = await captured(() => program(args, "0.0.0"));
    expect(exit).toBe(1);
    expect(err).toMatch(message);
  });

  test("an issue that is there is not touched without --force", async () => {
    const first = await imported("source.txt", SOURCE);
    first.room.write("content/2024-14.yaml", "mine");
    const args = [
      "import",
      first.room.path("source.txt"),
      "--content",
      first.room.path("content"),
      "--lang",
      "en",
    ];
    const again = await captured(() => program(args, "0.0.0"));
    expect(again.exit).toBe(1);
    expect(again.err).toContain("replace it with --force");
    expect(first.read()).toBe("mine");
    await captured(() => program([...args, "--force"], "0.0.0"));
    expect(first.read()).toBe(REAL);
  });
});
