import { describe, expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import { breakParagraph } from "./break-lines.ts";
import { lineRules } from "./ranks.ts";
import { setLines } from "./set-lines.ts";

const RULES = lineRules(design("bilingual"));

/** @param measure pt; an em is 10, a letter 5. */
function linesOf(text: string, measure: number, language: Language): readonly string[] {
  const shape = { measure, indent: 0, hanging: 0, align: "justify", balanced: false } as const;
  const broken = breakParagraph(paragraph(text, language), shape, RULES);
  return setLines(broken, broken.best).map(({ runs }) =>
    runs
      .flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text))
      .join("")
      .trim(),
  );
}

describe("English lines", () => {
  test("do not end with hyphens one behind the other where one line with wide spaces spares the second", () => {
    const text = "that NIDZs should first align with national regional coordinated development strategies";
    expect(linesOf(text, 170, "en").map((line) => line.endsWith("\u00ad"))).toEqual([false, true, false]);
    const zones =
      "Party Working Committee and Deputy Director of the Administrative Committee of Chengdu Hi-Tech";
    expect(linesOf(zones, 170, "en")[0]).toBe("Party Working Committee and Deputy");
  });

  test("a line with very wide spaces stands beside a loose one rather than beside one with plain spaces", () => {
    const text = "development of new quality productive forces, playing a key role in";
    expect(linesOf(text, 130, "en")).toEqual([
      "development of new quality",
      "productive forces, playing",
      "a key role in",
    ]);
  });

  test("a tight line does not stand behind a loose one, where another has spaces as wide", () => {
    const text =
      "the pilot scheme aiming to establish a system of permit-holders for the sale of pharmaceuticals. About 20";
    expect(linesOf(text, 180, "en")).toEqual([
      "the pilot scheme aiming to establish a",
      "system of permit-holders for the sale",
      "of pharmaceuticals. About 20",
    ]);
  });

  test("how wide the spaces of the line before it are is nothing to the last one", () => {
    expect(
      linesOf("the bonded regulatory model for integrated circuits and the pilot scheme", 140, "en"),
    ).toEqual(["the bonded regulatory model for", "integrated circuits and the", "pilot scheme"]);
  });

  test("a line a little loose is as good a beginning as any", () => {
    expect(linesOf("In the past 15 years, the number of NIDZs", 150, "en")).toEqual([
      "In the past 15 years, the number",
      "of NIDZs",
    ]);
  });
});

describe("Chinese lines keep their marks of one width", () => {
  test.each([
    [
      "squeezed visibly beside none",
      130,
      ["会上首次发布了国家自创区高", "质量发展“张江宣言”，成立", "了长三角国家高新区联盟。"],
    ],
    ["squeezed visibly beside one that is not", 120, ["科学平台、（新材料）机制", "成果，技术大学机制。"]],
    [
      "squeezed hard before one that is not",
      140,
      ["高校机制，研究院市场，企业、", "机制人才、产业，市场、平台政", "策、技术，“创新”。"],
    ],
    [
      "squeezed hard beside none",
      150,
      ["形成具有国际竞争力的制度和政策", "体系，持续营造市场化、法治化、", "国际化的一流营商环境。"],
    ],
    [
      "squeezed hard in one line behind the other",
      100,
      [
        "成果、大学资金，“服",
        "务”，大学，企业，市场",
        "新材料，平台、政策、",
        "科学、地区、服务机制，",
        "产业。",
      ],
    ],
  ] as const)("none is %s", (_, measure, lines) => {
    expect(linesOf(lines.join(""), measure, "zh")).toEqual(lines);
  });
});
