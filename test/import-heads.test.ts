/** What stands over a text of a Word file → its title, and what is none. */
import { describe, expect, test } from "vitest";
import { draftOf } from "../src/import/draft.ts";
import { readDocx } from "../src/import/read-docx.ts";
import { docx, paragraph, run } from "./docx.ts";

const CENTRED = '<w:jc w:val="center"/>';
const ZH = "近年来，科研机构持续推进共建共享。";
const EN = "In recent years, research institutions have kept sharing.";

const titled = (body: string, styles = "") => {
  const parts = styles === "" ? {} : { "word/styles.xml": `<w:styles>${styles}</w:styles>` };
  const read = readDocx(docx(body, parts));
  if (typeof read === "string") throw new Error(read);
  const [article] = draftOf(read, { names: ["刊"], imprint: [] }).articles;
  return {
    series: article?.series,
    title: article?.title,
    body: article?.body.map((block) => [block.kind, "text" in block ? block.text : null]),
  };
};

const both = (zh: string, en: string, style = "") => [paragraph(zh, style), paragraph(en, style)].join("");
const inTurn = (texts: readonly (readonly [string, string, string?])[]) =>
  texts.map((it) => both(...it)).join("");
const inBlocks = (texts: readonly (readonly [string, string, string?])[]) =>
  [0, 1].map((k) => texts.map((it) => paragraph(it[k]!, it[2])).join("")).join("");

describe("a title that stands in the middle", () => {
  const title = { zh: "科研仪器共享研究", en: "Sharing Research Instruments" };

  test.each([
    ["in turn", inTurn],
    ["in blocks", inBlocks],
  ])("has nothing of a heading below it that does not, languages %s", (_, laid) => {
    const made = titled(
      laid([
        ["2025论坛专报之三", "Special Report 3 of the 2025 Forum", CENTRED],
        [`**${title.zh}**`, `**${title.en}**`, CENTRED],
        ["**总体情况**", "**Overview**"],
        [ZH, EN],
      ]),
    );
    expect(made.series?.zh).toBe("2025论坛专报之三");
    expect(made.title).toEqual(title);
    expect(made.body).toEqual([
      ["heading", { zh: "总体情况", en: "Overview" }],
      ["paragraph", { zh: ZH, en: EN }],
    ]);
  });

  test("has nothing of a heading by its style, which that of the title does not have", () => {
    const styles = [
      `<w:style w:styleId="t"><w:name w:val="公文标题"/><w:pPr>${CENTRED}</w:pPr></w:style>`,
      '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    ].join("");
    const made = titled(
      inTurn([
        [title.zh, title.en, '<w:pStyle w:val="t"/>'],
        ["总体情况", "Overview", '<w:pStyle w:val="1"/>'],
        [ZH, EN],
      ]),
      styles,
    );
    expect(made.title).toEqual(title);
    expect(made.body?.[0]).toEqual(["heading", { zh: "总体情况", en: "Overview" }]);
  });

  test("in bold has nothing of a line below it that is not, but for a subtitle", () => {
    const texts = (zh: string, en: string) =>
      titled(
        inTurn([
          [`**${title.zh}**`, `**${title.en}**`, CENTRED],
          [zh, en, CENTRED],
          [ZH, EN],
        ]),
      );
    const names = texts("王晓东　陈丽", "Wang Xiaodong and Chen Li");
    expect(names.title).toEqual(title);
    expect(names.body?.[0]).toEqual(["paragraph", { zh: "王晓东　陈丽", en: "Wang Xiaodong and Chen Li" }]);
    expect(texts("——以上海为例", "The Case of Shanghai").title).toEqual({
      zh: `${title.zh}\n——以上海为例`,
      en: `${title.en}: The Case of Shanghai`,
    });
  });

  test("takes no heading for the English of its subtitle", () => {
    const made = titled(
      paragraph(`**${title.zh}**`, CENTRED) +
        paragraph("——以上海为例", CENTRED) +
        paragraph(`**${title.en}: The Case of Shanghai**`, CENTRED) +
        both("**总体情况**", "**Overview**") +
        both(ZH, EN),
    );
    expect(made.title?.en).toBe(`${title.en}: The Case of Shanghai`);
    expect(made.body?.[0]).toEqual(["heading", { zh: "总体情况", en: "Overview" }]);
  });

  test("keeps the lines that Word broke it into, and its subtitle; running text does not", () => {
    const broken = (...lines: readonly string[]) =>
      lines.map((line) => run(line, "<w:b/>")).join("<w:r><w:br/></w:r>");
    const made = titled(
      paragraph(broken("以示范区为载体", "推进新质生产力", "——以上海为例"), CENTRED) +
        paragraph(
          broken("Taking Zones as Carriers", "to Advance Productive Forces", "The Case of Shanghai"),
          CENTRED,
        ) +
        both(ZH, EN) +
        paragraph(broken("二〇二五年", "写于上海"), CENTRED) +
        paragraph(broken("Written in Shanghai", "in early 2025"), CENTRED) +
        both(ZH, EN),
    );
    expect(made.title).toEqual({
      zh: "以示范区为载体\n推进新质生产力\n——以上海为例",
      en: "Taking Zones as Carriers to Advance Productive Forces: The Case of Shanghai",
    });
    expect(made.body?.[1]?.[1]).toEqual({
      zh: "二〇二五年写于上海",
      en: "Written in Shanghai in early 2025",
    });
  });
});

test("a line in bold alone is a heading over the lines below it in its paragraph, unless they go on with it", () => {
  const broken = (...lines: readonly string[]) => lines.map((line) => run(line)).join("<w:r><w:br/></w:r>");
  const bold = (text: string, line: string) => paragraph(run(text, "<w:b/>") + broken("", line));
  const title = both("**标题**", "**Title**", CENTRED);
  expect(titled(title + bold("总体情况", ZH) + bold("Overview", EN)).body).toEqual([
    ["heading", { zh: "总体情况", en: "Overview" }],
    ["paragraph", { zh: ZH, en: EN }],
  ]);
  expect(
    titled(title + bold("近年来，", "科研机构推进共享。") + bold("Since then,", "they share.")).body,
  ).toEqual([["paragraph", { zh: "**近年来，**科研机构推进共享。", en: "**Since then,** they share." }]]);
});

test("a title of two paragraphs that look alike is one", () => {
  for (const style of [CENTRED, ""])
    expect(
      titled(
        paragraph("**以示范区为载体**", style) +
          paragraph("**推进新质生产力**", style) +
          paragraph("**Zones as Carriers**", style) +
          both(ZH, EN),
      ).title,
    ).toEqual({ zh: "以示范区为载体\n推进新质生产力", en: "Zones as Carriers" });
});
