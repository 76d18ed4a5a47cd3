import { describe, expect, test } from "vitest";
import type { Original } from "../src/import/piece.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { untabled } from "../src/import/tables.ts";
import { docx, paragraph, run, table } from "./docx.ts";

const read = (body: string, parts: Readonly<Record<string, string>> = {}): Original => {
  const made = readDocx(docx(body, parts));
  if (typeof made === "string") throw new Error(made);
  return made;
};

const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

const style = (id: string, name: string, inner = ""): string =>
  `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;

describe("styles of a Word file", () => {
  // Ids as Word in Chinese gives them.
  const styles = {
    "word/styles.xml": `<w:styles>${[
      style("a", "Normal"),
      style("1", "heading 1", '<w:basedOn w:val="a"/>'),
      style("10", "公文一级", '<w:basedOn w:val="1"/>'),
      style("11", "公文二级", '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style("12", "正文式", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style("13", "一", '<w:basedOn w:val="14"/>'),
      style("14", "二", '<w:basedOn w:val="13"/>'),
      style("Quotations", "Quotations"),
      style("a4", "Strong", "<w:rPr><w:b/></w:rPr>"),
      style("a5", "Emphasis", "<w:rPr><w:i/></w:rPr>"),
      style("a6", "重点", '<w:basedOn w:val="a4"/>'),
      style("a7", "不重", '<w:basedOn w:val="a4"/><w:rPr><w:b w:val="0"/></w:rPr>'),
    ].join("")}</w:styles>`,
  };

  test("one that an office made is what it stands on, or what its outline level says", () => {
    const texts = ["1", "10", "11", "12", "13", "Quotations"].map((id) => paragraph("文字", styled(id)));
    const body = paragraph("文字之上有一句。") + texts.join("");
    expect(read(body, styles).pieces.map(({ form }) => form)).toEqual([
      "text",
      "heading",
      "heading",
      "subheading",
      "text",
      "text",
      "quote",
    ]);
  });

  test("bold and emphasis come through styles of characters, whatever their ids, and dots under them", () => {
    const of = (text: string, inner: string) => run(text, inner);
    const body = paragraph(
      [
        of("甲", '<w:rStyle w:val="a4"/>'),
        of("乙", '<w:rStyle w:val="a5"/>'),
        of("丙", '<w:rStyle w:val="a6"/>'),
        of("丁", '<w:rStyle w:val="a7"/>'),
        of("戊", '<w:em w:val="dot"/>'),
        of("己", '<w:em w:val="none"/>'),
        of("庚", '<w:rStyle w:val="a4"/><w:b w:val="0"/>'),
      ].join(""),
    );
    expect(read(body, styles).pieces[0]?.text).toBe("**甲***乙***丙**丁*戊*己庚");
  });
});

describe("what Word adds to a text", () => {
  const styles = {
    "word/styles.xml": `<w:styles>${style("TOC1", "toc 1")}${style("1", "heading 1")}</w:styles>`,
  };
  const texts = ({ pieces }: Original) => pieces.map(({ text }) => text);

  test("a table of contents is told of and is no text, by its control or its style", () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph("目录")}${paragraph("一、背景 1", styled("TOC1"))}</w:sdtContent></w:sdt>`;
    const made = read(
      `${paragraph("标题")}${control}${paragraph("二、前景 3", styled("TOC1"))}${paragraph("一、背景", styled("1"))}`,
      styles,
    );
    expect(texts(made)).toEqual(["标题", "一、背景"]);
    expect(made.left.map(({ kind, text }) => `${kind} ${text}`).sort()).toEqual([
      "contents 一、背景 1",
      "contents 二、前景 3",
      "contents 目录",
    ]);
  });

  test("other controls around a text leave it where it stands", () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("正文。")}</w:sdtContent></w:sdt>`;
    expect(texts(read(control))).toEqual(["正文。"]);
  });

  test("a paragraph whose end was deleted goes on in the next, which it takes its style from", () => {
    const deleted = (text: string) => paragraph(run(text), '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(texts(read(`${deleted("要完善机制")}${paragraph("，推动攻关。")}`))).toEqual([
      "要完善机制，推动攻关。",
    ]);
    const made = read(
      `${deleted("一、")}\n${deleted("背景")}${paragraph("与前景", styled("1"))}${paragraph("下段")}`,
      styles,
    );
    expect(made.pieces.map(({ form, text }) => [form, text])).toEqual([
      ["heading", "一、背景与前景"],
      ["text", "下段"],
    ]);
    expect(texts(read(`${deleted("前段")}${table([["格"]])}${deleted("末段")}`))).toEqual([
      "前段",
      "格",
      "末段",
    ]);
  });

  test("a cell over several columns keeps the others in theirs; columns that only spans made are none", () => {
    const cell = (text: string, span: number) =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph(text)}</w:tc>`;
    const rows = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;
    const spanned = rows(cell("地区", 1) + cell("年份", 2), cell("", 1) + cell("2023", 1) + cell("2024", 1));
    expect(read(spanned).pieces[0]?.table).toEqual([
      ["地区", "年份", ""],
      ["", "2023", "2024"],
    ]);
    const moved = rows(cell("甲", 2) + cell("乙", 3), cell("丙", 2) + cell("丁", 3));
    expect(read(moved).pieces[0]?.table).toEqual([
      ["甲", "乙"],
      ["丙", "丁"],
    ]);
  });
});

describe("merged cells", () => {
  const cell = (text: string, inner: string) => `<w:tc><w:tcPr>${inner}</w:tcPr>${paragraph(text)}</w:tc>`;
  const rows = (...all: readonly string[][]) =>
    `<w:tbl>${all.map((row) => `<w:tr>${row.join("")}</w:tr>`).join("")}</w:tbl>`;
  const WIDE = '<w:gridSpan w:val="2"/>';

  test.each([
    ["beside each other", [[cell("投入", WIDE)], [cell("2023", ""), cell("2024", "")]], "投入, 2023, 2024"],
    [
      "below each other",
      [
        [cell("国家自主创新示范区的名称", '<w:vMerge w:val="restart"/>'), cell("甲", "")],
        [cell("", "<w:vMerge/>"), cell("乙", "")],
        [cell("丙", ""), cell("丁", "")],
      ],
      "国家自主创新示范区的名称, 甲, 乙",
    ],
  ])("%s are told with the first texts of their table", (_, made, text) => {
    expect(read(rows(...made)).left).toEqual([{ kind: "merged", text }]);
  });

  test("are none where edges only moved, one stands alone, or the table lays out a translation", () => {
    for (const made of [
      [
        [cell("甲", WIDE), cell("乙", "")],
        [cell("丙", WIDE), cell("丁", "")],
      ],
      [
        [cell("甲", '<w:vMerge w:val="restart"/>'), cell("乙", "")],
        [cell("丙", ""), cell("丁", "")],
      ],
      [
        [cell("创新。", ""), cell("It is new.", "")],
        [cell("总计。", WIDE)],
        [cell("动力。", ""), cell("A force.", "")],
      ],
    ])
      expect(read(rows(...made)).left).toEqual([]);
  });
});

test("lines that were broken by hand and set in run on without the blanks of that", () => {
  const lines = "<w:r><w:t>广东提出，</w:t><w:br/><w:t>　　企业是主体</w:t></w:r>";
  expect(read(paragraph(lines)).pieces.map(({ text }) => text)).toEqual(["广东提出，企业是主体"]);
});

describe("a table that lays out a translation", () => {
  const styles = { "word/styles.xml": `<w:styles>${style("1", "heading 1")}</w:styles>` };
  const layout = (...rows: readonly (readonly string[])[]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
  const both = (zh: string, en: string, form = "") => [paragraph(zh, form), paragraph(en, form)];

  test("keeps its headings, and its heads and the numbers of its rows are told of", () => {
    const made = read(
      layout(
        [paragraph("序号"), ...both("中文", "English")],
        [paragraph("1"), ...both("背景", "Background", styled("1"))],
        [paragraph("2"), ...both("创新是动力。", "Innovation is a driving force.")],
      ),
      styles,
    );
    expect(made.pieces.map(({ form, text }) => [form, text])).toEqual([
      ["heading", "背景"],
      ["heading", "Background"],
      ["text", "创新是动力。"],
      ["text", "Innovation is a driving force."],
    ]);
    expect(made.left).toEqual([
      { kind: "columns", text: "序号 中文 English" },
      { kind: "columns", text: "1 2" },
    ]);
  });

  test("has its heads in bold or not", () => {
    const rows = [
      ["**中文**", "**English**"],
      ["创新是动力。", "Innovation is a driving force."],
      ["合作是必由之路。", "Cooperation is the only way."],
    ];
    const { pieces, left } = untabled(read(table(rows)).pieces);
    expect(pieces.map(({ text }) => text)).toEqual(rows.slice(1).flat());
    expect(left).toEqual([{ kind: "columns", text: "中文 English" }]);
    const counted = untabled(
      read(table(rows.map((row, k) => [k === 0 ? "**序号**" : `${k}`, ...row]))).pieces,
    );
    expect(counted.pieces.map(({ text }) => text)).toEqual(rows.slice(1).flat());
    expect(counted.left[0]).toEqual({ kind: "columns", text: "序号 中文 English" });
  });

  test("a table of terms with heads of its own stays a table", () => {
    const rows = [
      ["序号", "中文名称", "英文名称"],
      ["1", "自创区", "Demonstration zone"],
    ];
    expect(read(table(rows)).pieces[0]?.table).toEqual(rows);
  });
});

test("comments are told with the beginning of the paragraph that they stand in", () => {
  const mark = '<w:commentRangeStart w:id="4"/>';
  const made = read(
    paragraph(`${mark}${run("2023年，全社会研发经费支出占全市生产总值的4.4%。")}`) +
      paragraph(`${run("Innovation.")}<w:r><w:commentReference w:id="5"/></w:r>`),
    {
      "word/comments.xml": `<w:comments>${[4, 5, 6]
        .map((id) => `<w:comment w:id="${id}">${paragraph(`请核对${id}`)}</w:comment>`)
        .join("")}</w:comments>`,
    },
  );
  expect(made.left.map(({ text }) => text)).toEqual([
    "请核对4 (“2023年，全社会研发经…”)",
    "请核对5 (“Innovation.”)",
    "请核对6",
  ]);
});
