import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { run as program } from "../src/app/cli.ts";
import { draftOf } from "../src/import/draft.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { remark, writeIssue } from "../src/import/write-issue.ts";
import { docx, paragraph, run } from "./docx.ts";
import { bodyOf, CLOSING, HEAD, OPENING, pairOf, written } from "./manuscript.ts";
import { captured, newsroom } from "./newsroom.ts";
import { png } from "./picture-files.ts";

const [WIDE, TALL] = [png({ width: 40, height: 20 }), png({ width: 20, height: 40 })];
const CAPTION = ["图 1 各区分布", "Figure 1. The zones"];

const figure = (src: string, alt: unknown, caption?: unknown) => ({
  figure: { src: `figures/2025-01-${src}`, alt, ...(caption ? { caption } : {}) },
});

describe("pictures of Markdown", () => {
  test("stand behind the pair that they stood behind or between, with alternative text and caption", () => {
    const [zh, en] = OPENING as [string, string];
    for (const body of [
      [zh, en, "![分布图](a.png)", ...CAPTION],
      [zh, "![分布图](a.png)", en, ...CAPTION],
      [zh, en, ...CAPTION, "![分布图](a.png)"],
    ]) {
      const text = written(...HEAD, ...body, ...CLOSING);
      expect(bodyOf(text)).toEqual([
        pairOf(OPENING),
        figure("1.png", { zh: "分布图" }, pairOf(CAPTION)),
        pairOf(CLOSING),
      ]);
    }
  });

  test.each([
    ["in angle brackets", "![图](<a b (1).png>)", "a b (1).png"],
    ["with brackets in its name", "![图](a(1).png)", "a(1).png"],
    ["with blanks in its name", "![图](a b.png)", "a b.png"],
    ["with blanks written %20", "![图](a%20b.png)", "a b.png"],
    ["as a link", "[![图](a.png)](https://example.org/)", "a.png"],
    ["by a name defined below", "![图][one]\n\n[one]: <a.png> 'x'", "a.png"],
    ["as Obsidian has it", "![[a.png|300]]", "a.png"],
    ["as HTML has it", '<img width="9" src="a.png" alt="图">', "a.png"],
  ])("%s", (_, typed, name) => {
    const text = written(...HEAD, ...OPENING, typed, ...CLOSING);
    expect(bodyOf(text)).toMatchObject([pairOf(OPENING), { figure: {} }, pairOf(CLOSING)]);
    expect(text).toContain(`${remark("picture")} ${name}\n`);
  });

  test("a name that is defined nowhere is text, and a link beside a picture stays one", () => {
    const text = written(...HEAD, "文字![图][无]，[网站](https://example.org/)。![图](a.png)");
    expect(bodyOf(text)[0].zh).toBe("文字![图][无]，[网站](https://example.org/)。");
  });

  test("one that both languages have is one figure with both texts; one that a language repeats is two", () => {
    const blocks = [HEAD[0]!, OPENING[0]!, "![分布](a.png)", CLOSING[0]!];
    const english = [HEAD[1]!, OPENING[1]!, "![Zones](a.png)", CLOSING[1]!];
    const both = figure("1.png", { zh: "分布", en: "Zones" });
    expect(bodyOf(written(...blocks, ...english))).toEqual([pairOf(OPENING), both, pairOf(CLOSING)]);
    const beside = written(...HEAD, ...OPENING, "![分布](a.png)", "![Zones](a.png)");
    expect(bodyOf(beside)[1]).toEqual(both);
    const twice = written(...HEAD, ...OPENING, "![分布](a.png)", "![分布](a.png)");
    expect(bodyOf(twice)).toHaveLength(3);
  });

  test("a list stays whole, and one above all text opens the article", () => {
    const list = ["1. 第一项\n   ![图](a.png)\n2. 第二项", "1. The first\n2. The second"];
    const text = written("![图](0.png)", ...HEAD, ...OPENING, ...list);
    expect(bodyOf(text).map((block: object) => Object.keys(block)[0])).toEqual([
      "figure",
      "zh",
      "list",
      "figure",
    ]);
  });

  test("captions of figures in a row are theirs in turn; one that speaks of a figure in a sentence is text", () => {
    const rows = ["![甲](a.png)", "![乙](b.png)", ...CAPTION, "图 2 投入", "Figure 2. Funds"];
    const [, first, second, sentence] = bodyOf(
      written(...HEAD, ...OPENING, ...rows, "图 1 显示，企业数量增长。", "Figure 1 shows that firms grew."),
    );
    expect(first.figure.caption).toEqual(pairOf(CAPTION));
    expect(second.figure.caption).toEqual({ zh: "图 2 投入", en: "Figure 2. Funds" });
    expect(sentence).toEqual({ zh: "图 1 显示，企业数量增长。", en: "Figure 1 shows that firms grew." });
  });

  test("a caption right below the title is no line of it", () => {
    const text = written("标题", "Title", "![图](a.png)", ...CAPTION, ...OPENING);
    expect(parse(text, { schema: "failsafe" }).articles[0].title).toEqual({ zh: "标题", en: "Title" });
    expect(bodyOf(text)[0].figure.caption).toEqual(pairOf(CAPTION));
  });

  test("names of files and what programs put there are no alternative texts", () => {
    for (const alt of ["IMG_2041", "image", "微信图片.png"])
      expect(bodyOf(written(...HEAD, ...OPENING, `![${alt}](a.png)`))[1]).toEqual(figure("1.png", ""));
  });

  // What is read again from each of them runs out of the test's time.
  test("thousands of beginnings of pictures take no long time", () => {
    for (const part of ["![", "![](", "![a](b(", "<img ", "![](data:image/png;base64,AAAA"])
      written(...HEAD, part.repeat(10_000));
  });
});

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const links = (targets: Readonly<Record<string, string>>) =>
  `<Relationships>${Object.entries(targets)
    .map(([id, target]) => `<Relationship Id="${id}" Type="${REL}/image" Target="${target}"/>`)
    .join("")}</Relationships>`;
const picture = (id: string, descr = "") =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${descr}"/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const old = (id: string, inner = "") =>
  `<w:r><w:object><v:shape alt="旧图"><v:imagedata r:id="${id}"/></v:shape>${inner}</w:object></w:r>`;
const PARTS = {
  "word/_rels/document.xml.rels": links({
    r1: "media/image1.png",
    r2: "media/image2.png",
    r3: "charts/chart1.xml",
    r4: "media/image4.wmf",
    r5: "https://example.org/a.png",
  }),
  "word/media/image1.png": WIDE,
  "word/media/image2.png": TALL,
  "word/media/image3.png": TALL,
  "word/media/image4.wmf": new Uint8Array([0xd7, 0xcd, 0xc6, 0x9a]),
  "word/charts/chart1.xml": "<c:chartSpace/>",
};
const ofWord = (...body: readonly string[]) => {
  const original = readDocx(docx(body.join(""), PARTS));
  if (typeof original === "string") throw new Error(original);
  return writeIssue(draftOf(original, { names: [], imprint: [] }), "2025-01");
};
const texts = (...lines: readonly string[]) => lines.map((line) => paragraph(line)).join("");
const TITLE = HEAD.map((line) => paragraph(line.slice(2), '<w:pStyle w:val="Title"/>')).join("");

describe("pictures of Word", () => {
  test("stand where they stood, with the texts that Word has for them; what Word guessed is none", () => {
    const guess = "地图&#10;&#10;描述已自动生成";
    const text = ofWord(
      texts("标题", "Title", ...OPENING),
      paragraph(picture("r1", guess)),
      texts(...CAPTION, ...CLOSING),
      paragraph(`${run("文字有图。")}${picture("r2")}`),
    );
    expect(bodyOf(text)).toEqual([
      pairOf(OPENING),
      figure("1.png", { zh: "地图" }, pairOf(CAPTION)),
      pairOf(CLOSING),
      { zh: "文字有图。" },
      figure("2.png", ""),
    ]);
    expect(text).toContain(`${remark("outside")} chart1.xml | image3.png | image4.wmf\n`);
  });

  test("stand by their rows where a table holds Chinese and English beside each other", () => {
    const cell = (...paragraphs: readonly string[]) => `<w:tc>${paragraphs.join("")}</w:tc>`;
    const row = (k: number, drawn = "") =>
      `<w:tr>${cell(paragraph([OPENING, CLOSING][k]![0]!), drawn)}${cell(paragraph([OPENING, CLOSING][k]![1]!))}</w:tr>`;
    const rows = row(0, paragraph(picture("r1", "图"))) + row(1);
    const text = ofWord(texts("标题", "Title"), `<w:tbl>${rows}</w:tbl>`);
    expect(bodyOf(text)).toEqual([pairOf(OPENING), figure("1.png", { zh: "图" }), pairOf(CLOSING)]);
  });

  test("older ones, charts and linked ones have their place; pictures of formulas are told", () => {
    const chart = '<w:r><w:drawing><wp:inline><c:chart r:id="r3"/></wp:inline></w:drawing></w:r>';
    const text = ofWord(
      texts("标题", "Title", ...OPENING),
      paragraph(old("r4")),
      paragraph(chart),
      paragraph(picture("r5")),
      paragraph(old("r2", '<o:OLEObject ProgID="Equation.DSMT4"/>')),
      texts(...CLOSING),
    );
    expect(bodyOf(text).slice(1, -1)).toEqual([
      figure("1.wmf", { zh: "旧图" }),
      figure("2.png", ""),
      figure("3.png", ""),
    ]);
    expect(text).toContain(`${remark("unprintable")} image4.wmf\n`);
    expect(text).toContain(`${remark("picture")} chart1.xml\n`);
    expect(text).toContain(`${remark("picture")} https://example.org/a.png\n`);
    expect(text).toContain(`${remark("outside")} image1.png | image2.png | image3.png\n`);
  });

  test("one that was deleted is none", () => {
    const text = ofWord(texts("标题", "Title", ...OPENING), paragraph(`<w:del>${picture("r1")}</w:del>`));
    expect(bodyOf(text)).toEqual([pairOf(OPENING)]);
  });
});

describe("files of pictures", () => {
  const begun = (name: string, content: string | Uint8Array) => {
    const room = newsroom();
    rmSync(room.path("content/2025-01.yaml"));
    room.write(name, content);
    const imported = (...args: string[]) =>
      captured(() =>
        program(
          ["--lang", "en", "import", room.path(name), "--content", room.path("content"), ...args],
          "0.0.0",
        ),
      );
    const body = () => bodyOf(new TextDecoder().decode(room.read("content/2025-01.yaml")));
    return { room, imported, body };
  };
  const HEADED = ["2025-01\n\n总第 15 期\n\n2025年1月6日", ...HEAD, ...OPENING];

  test("come out of Word into figures, are told, and build once their texts are there", async () => {
    const word = docx(
      texts("2025-01", "总第 15 期", "2025年1月6日") +
        TITLE +
        texts(...OPENING) +
        paragraph(picture("r1", "图")) +
        paragraph(picture("r2", "图")),
      PARTS,
    );
    const { room, imported } = begun("稿 件.docx", word);
    const { out, err, exit } = await imported("--issue", "2025-01");
    expect(exit).toBe(0);
    expect(out).toContain("1 article, 1 pair, 2 pictures");
    expect(out).toMatch(/content\/figures\/2025-01-1\.png {2}← image1\.png\n/);
    expect(err).toMatch(/2025-01\.yaml:\d+:7: warning: Fill in the alternative text/);
    expect(Buffer.from(room.read("content/figures/2025-01-1.png"))).toEqual(WIDE);
    expect(Buffer.from(room.read("content/figures/2025-01-2.png"))).toEqual(TALL);
    expect((await room.shuanglan("build", "2025-01", "--edition", "zh")).exit).toBe(0);
  });

  test("without any text are asked for one once, at the place that is empty", async () => {
    const { imported } = begun("a.md", [...HEADED, "![](gone.png)"].join("\n\n"));
    const { err, exit } = await imported();
    expect(exit).toBe(1);
    expect(err.match(/(?:alternative text|nothing is written)/g)).toEqual(["alternative text"]);
    expect(err).toMatch(/:\d+:15: error: Fill in the alternative text .*\n\d+ \| {11}alt:\n/);
  });

  test("are taken from where the manuscript lies, once each; those of the content folder stay", async () => {
    const pictures = ["![甲](img/a.png)", "![乙](img/a.png)", "![丙](figures/own.png)"];
    const { room, imported, body } = begun("a.md", [...HEADED, ...pictures].join("\n\n"));
    for (const folder of ["img", "content/figures"]) mkdirSync(room.path(folder));
    room.write("img/a.png", WIDE);
    room.write("content/figures/own.png", TALL);
    await imported();
    const named = body()
      .slice(1)
      .map((block: { figure: { src: string } }) => block.figure.src);
    expect(named).toEqual(["figures/2025-01-1.png", "figures/2025-01-1.png", "figures/own.png"]);
    expect(readdirSync(room.path("content/figures"))).toEqual(["2025-01-1.png", "own.png"]);
    await imported("--force");
    expect(readdirSync(room.path("content/figures"))).toEqual(["2025-01-1.png", "own.png"]);
  });

  test("write over no other file, and one that was missing is found once it was put there", async () => {
    const { room, imported, body } = begun("a.md", [...HEADED, "![甲](a.png)", "![乙](b.png)"].join("\n\n"));
    mkdirSync(room.path("content/figures"));
    room.write("a.png", WIDE);
    room.write("content/figures/2025-01-1.png", TALL);
    const first = await imported();
    expect(first.err).toMatch(/The picture's file was not found.* b\.png/);
    expect(Buffer.from(room.read("content/figures/2025-01-1.png"))).toEqual(TALL);
    expect(body()[1].figure.src).toBe("figures/2025-01-1-2.png");
    room.write("content/figures/2025-01-2.png", TALL);
    const again = await imported("--force");
    expect(again.err).not.toContain("not found");
    expect(body()[2].figure.src).toBe("figures/2025-01-2.png");
  });

  test.each([
    ["", "/a b.png", "a%20b.png"],
    ["file://", "/a b.png", "a%20b.png"],
    ["FILE:", "/a b.png", "a%20b.png"],
    ["file://localhost", "/a b.png", "a%20b.png"],
    ["file://", "/50%.png", "50%.png"],
  ])("are found by links of %s to their files: %s", async (scheme, file, typed) => {
    const { room, imported, body } = begun("a.md", "");
    mkdirSync(room.path("img"));
    room.write(`img${file}`, WIDE);
    room.write("a.md", [...HEADED, `![图](<${scheme}${room.path("img")}/${typed}>)`].join("\n\n"));
    const { err } = await imported();
    expect(err).not.toContain("not found");
    expect(body()[1].figure.src).toBe("figures/2025-01-1.png");
    expect(Buffer.from(room.read("content/figures/2025-01-1.png"))).toEqual(WIDE);
  });

  test.each([
    ["of another machine's disk is found beside the manuscript", "file:///C:\\Users\\wang\\图%201.png", true],
    ["of a folder of the net is not fetched", "file://server/share/图%201.png", false],
    ["of such a folder as Word has it is not either", "file:///\\\\server\\share\\图%201.png", false],
  ])("a link %s", async (_, target, isFound) => {
    const { room, imported } = begun(
      "a.docx",
      docx(HEADED.map((text) => paragraph(text)).join("") + paragraph(picture("r9")), {
        "word/_rels/document.xml.rels": `<Relationships><Relationship Id="r9" Target="${target}" TargetMode="External"/></Relationships>`,
      }),
    );
    room.write("图 1.png", WIDE);
    const { err } = await imported("--issue", "2025-01");
    expect(err.includes("The picture's file was not found")).toBe(!isFound);
    expect(existsSync(room.path("content/figures/2025-01-1.png"))).toBe(isFound);
  });

  test("are looked for by names that pictures have: no other file is copied", async () => {
    const { room, imported } = begun("a.md", [...HEADED, "![甲](keys.txt)", "![乙](b.svg)"].join("\n\n"));
    room.write("keys.txt", "secret");
    room.write("b.svg", "<svg/>");
    const { err } = await imported();
    expect(err).toMatch(/The picture's file was not found.* keys\.txt/);
    expect(readdirSync(room.path("content/figures"))).toEqual(["2025-01-2.svg"]);
  });

  test("that stand in the text itself are taken; --stdout writes none, and says so", async () => {
    const data = `![图](data:image/png;base64,${WIDE.toString("base64")})`;
    const { room, imported } = begun("a.md", [...HEADED, data].join("\n\n"));
    const { out, err } = await imported("--stdout");
    expect(out).toContain("src: figures/2025-01-1.png\n");
    expect(err).toContain("pictures are put into the content folder only without --stdout");
    expect(existsSync(room.path("content/figures"))).toBe(false);
    await imported();
    expect(Buffer.from(room.read("content/figures/2025-01-1.png"))).toEqual(WIDE);
  });

  test("pictures alone are no article", async () => {
    const { imported } = begun("a.docx", docx(paragraph(picture("r1")), PARTS));
    const { exit, err } = await imported("--issue", "2025-01");
    expect(exit).toBe(1);
    expect(err).toContain("no text of an article was found");
  });
});
