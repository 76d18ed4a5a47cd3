import { describe, expect, test } from "vitest";
import type { Original } from "../src/import/piece.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { docx, paragraph, run } from "./docx.ts";

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
    expect(read(texts.join(""), styles).pieces.map(({ form }) => form)).toEqual([
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
