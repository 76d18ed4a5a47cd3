import { describe, expect, test } from "vitest";
import { design, paragraph, STYLE, setting } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import { itemize } from "../inline/itemize.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import type { PassageKind } from "../inline/setting.ts";
import { PLAIN } from "../model/inline.ts";
import { NOWHERE } from "../model/places.ts";
import { breakParagraph } from "./break-lines.ts";
import type { LineShape } from "./line.ts";
import { lineRules } from "./ranks.ts";
import { setLines } from "./set-lines.ts";

const RULES = lineRules(design("bilingual"));

const SHAPE: LineShape = { measure: 0, indent: 0, hanging: 0, align: "justify", balanced: false };

/** @param measure In letters of the fixture face, which are half an em wide. */
const linesOf = (text: string, measure: number, language: Language, about: Partial<LineShape> = {}) =>
  linesIn(paragraph(text, language), measure, about);

function linesIn(set: Paragraph, measure: number, about: Partial<LineShape>) {
  const broken = breakParagraph(set, { ...SHAPE, measure: 5 * measure, ...about }, RULES);
  expect(broken.best.overfull).toEqual([]);
  return setLines(broken, broken.best).map(({ runs }) =>
    runs
      .flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text))
      .join("")
      .trim(),
  );
}

const MAIL = "editor@example.org";

describe("an e-mail address (B41)", () => {
  test.each([
    ["en", `do please write to ${MAIL} at once`, 22],
    ["en", `to ${MAIL} now`, 20],
    ["zh", `请写信至编辑部的邮箱${MAIL}或者致电`, 24],
    ["zh", `致${MAIL}或者致电`, 19],
  ] as const)("is whole in ragged lines in %s: %s", (language, text, measure) => {
    expect(linesOf(text, measure, language, { align: "left" }).join("\n")).toContain(MAIL);
  });

  test("is whole in lines that are filled, where that leaves none of them ill set", () => {
    const text =
      "the data are at hand and those who want to read them may write to editor@example.org at any time";
    for (let measure = 50; measure <= 66; measure++)
      expect(linesOf(text, measure, "en").join("\n")).toContain(MAIL);
  });

  test("of more letters than a line holds is parted at its marks", () => {
    expect(linesOf(MAIL, 13, "en", { align: "left" })).toEqual(["editor", "@example.org"]);
  });

  test("is parted before its hyphens, not inside a word", () => {
    const long = "policy-research-office@example.org";
    expect(linesOf(long, 20, "en", { align: "left" })).toEqual(["policy-research", "-office@example.org"]);
    expect(linesOf(long, 26, "zh", { align: "left" }).join("\n")).not.toMatch(/[a-z]\n[a-z]/);
  });

  test("whose name alone is longer than the line is parted in it", () => {
    expect(linesOf(`${"a".repeat(30)}@b.org`, 20, "en", { align: "left" }).length).toBe(2);
  });
});

describe("a web address", () => {
  const URL = "https://www.example.org/research/technology-transfer/2025/report-full-text.html";

  test.each([
    ["en", `see the report at ${URL} for more`],
    ["zh", `详见课题组的网站${URL}或致信索取`],
  ] as const)("is parted between its parts alone in %s", (language, text) => {
    const parted = new RegExp([...URL].map((letter) => letter.replace(/[.?]/, "\\$&")).join("\n?"));
    for (const align of ["justify", "left"] as const)
      for (let measure = 22; measure < 60; measure++) {
        const [shown] = parted.exec(linesOf(text, measure, language, { align }).join("\n"))!;
        expect(shown).not.toMatch(/[^/]\n[^.-]/);
      }
  });

  test("is parted behind a solidus where that makes no line more", () => {
    expect(linesOf("https://a.org/research/policy/bulletin/index.html", 30, "en", { align: "left" })).toEqual(
      ["https://a.org/research/policy/", "bulletin/index.html"],
    );
    expect(linesOf("research/policy/bulletin/index.html", 30, "en", { align: "left" })).toEqual([
      "research/policy/bulletin/",
      "index.html",
    ]);
  });

  test("is parted behind a solidus before the words around it gape", () => {
    const text =
      "We have put the new report and all of its data at https://www.example.org/research/technology/ for the readers of this bulletin";
    const { best } = breakParagraph(paragraph(text, "en"), { ...SHAPE, measure: 5 * 49 }, RULES);
    expect(Math.max(...best.badness)).toBeLessThan(200);
  });

  test("in Chinese leaves a line short rather than Han far apart in the one before it", () => {
    const text = "更多材料见国家能源局网站（https://www.nea.gov.cn/2025-11/28/c_1310789654321.htm）和数据库";
    const indent = 20;
    const { best } = breakParagraph(paragraph(text, "zh"), { ...SHAPE, measure: 5 * 38, indent }, RULES);
    expect(best.ends[0]).toBeGreaterThan("更多材料见国家能源局网站".length);
    expect(Math.max(...best.badness)).toBeLessThan(30_000);
    // A line short of no more than a few ems costs nothing that is kept for what cannot be set.
    expect(best.demerits).toBeLessThan(1e9);
  });

  test("leaves a line short behind a solidus rather than be parted in a name, and as little short as may be", () => {
    const doi = "https://doi.org/10.1038/s41586-024-07421-0";
    expect(linesOf(`For more, visit ${doi}.`, 25, "en")).toEqual([
      "For more, visit https://",
      "doi.org/10.1038/s41586-024",
      "-07421-0.",
    ]);
    expect(linesOf(`见${doi}。`, 21, "zh")).toEqual([
      "见https://doi.org/",
      "10.1038/s41586-024",
      "-07421-0。",
    ]);
  });

  test("leaves no line shorter than that by more than seven ems and a half, and the emptier of two not at all", () => {
    const text = "见https://doi.org/10.1038/s41586-024-07421-0。";
    const { best, longer } = breakParagraph(paragraph(text, "zh"), { ...SHAPE, measure: 170 }, RULES);
    expect([best.ends.length, longer]).toEqual([2, null]);
    const narrow = `见https://www.example.org/research/technology-transfer/2025/report.html）和数据库。`;
    expect(linesOf(narrow, 20, "zh")[0]).toBe("见https://");
  });

  test("is parted inside a part that is longer than the line", () => {
    expect(linesOf(`https://${"a".repeat(40)}.org/`, 24, "en", { align: "left" }).length).toBeGreaterThan(1);
  });
});

test("a telephone number in Chinese is parted at its hyphen before the Han around it gape, and else stays whole", () => {
  const text = "周一闭馆。预约电话021-55501234和信箱";
  expect(linesOf(text, 24, "zh")).toEqual(["周一闭馆。预约电话021-", "55501234和信箱"]);
  expect(linesOf(text, 31, "zh")[0]).toBe("周一闭馆。预约电话021-55501234");
});

test("a word as wide as its measure to a rounding stands in it", () => {
  expect(linesOf("Representative enterprises", 14 - 1e-12, "en", { align: "left" })).toEqual([
    "Representative",
    "enterprises",
  ]);
});

test.each(["增长率（%）", "升温幅度（℃）"])("a sign in brackets may be a cell's last line: %s", (text) => {
  const at = text.indexOf("（");
  const cell = { align: "right", measure: 10 * at } as const;
  expect(linesOf(text, 2 * at, "zh", cell)).toEqual([text.slice(0, at), text.slice(at)]);
});

describe("a last line in English", () => {
  const item = "Ethical review of research: mutual recognition within the region.";

  test("is a short word alone rather than that the line before it gapes", () => {
    expect(linesOf(item, 56, "en").at(-1)).toBe("region.");
  });

  test("is a word of five letters, where it is not too short for its measure", () => {
    const text = "In the past 15 years, the number of NIDZs";
    expect(linesOf(text, 32, "en")).toEqual(["In the past 15 years, the number of", "NIDZs"]);
    expect(linesOf(text, 33, "en")).toEqual(["In the past 15 years, the number of", "NIDZs"]);
    // Two words on less than 15 % of the measure are too little: the line before is divided for them.
    expect(linesOf("China. And in terms of enterprise innovation, it has", 40, "en").at(-1)).toBe(
      "tion, it has",
    );
  });

  test("is no end of a word, and nothing shorter", () => {
    for (let measure = 50; measure < 62; measure++) {
      expect(linesOf(item, measure, "en").join("\n")).not.toMatch(/[\u00ad-]\S*$/);
      expect(linesOf(`${item.slice(0, -7)}man.`, measure, "en").at(-1)).not.toBe("man.");
    }
  });
});

describe("a Latin word in Chinese (rules: inseparable)", () => {
  test("is whole beside Han that can open", () => {
    const text = "真正的变化来自概念验证中心（Proof of Concept Center）等新机构";
    for (let measure = 24; measure < 60; measure += 2)
      expect(linesOf(text, measure, "zh").join("\n")).toMatch(/Proof\s+of\s+Concept\s+Center/);
  });

  test("is divided where it is longer than the line", () => {
    expect(linesOf("推internationalization进", 14, "zh").length).toBe(2);
  });
});

/** Ragged lines of a passage of some kind. */
const raggedOf = (
  text: string,
  measure: number,
  language: Language,
  kind: PassageKind,
  align: LineShape["align"],
) => {
  const parts = [{ runs: [{ text, mark: PLAIN, places: NOWHERE }], style: STYLE }];
  const passage = { language, parts, file: null, kind };
  return linesIn(itemize(passage, setting(design("bilingual"))).paragraph, measure, { align });
};

test("words of a narrow column of a table are divided as often as they must be, and none stands out over it", () => {
  expect(raggedOf("Commercialization", 6, "en", "divided", "left").length).toBe(5);
});

describe("a label in Chinese", () => {
  const label = (text: string, han: number) => raggedOf(text, 2 * han, "zh", "labels", "left");

  test.each([
    ["技术转移与示范", 3, ["技术", "转移与", "示范"]],
    ["系统效率有待提升", 3, ["系统", "效率有", "待提升"]],
  ] as const)("ends its lines with a phrase: %s", (text, han, lines) => {
    expect(label(text, han)).toEqual(lines);
  });

  test("takes no line more for that", () => {
    const texts = ["能量密度高、响应速度快、产业链完整", "初始投资成本较高、能量密度偏低"];
    for (const text of texts)
      for (let han = 3; han < 8; han++) {
        const plain = raggedOf(text, 2 * han, "zh", "names", "left");
        expect(label(text, han).length).toBe(plain.length);
      }
  });

  test("takes a line more rather than part a date or a short name", () => {
    expect(label("财政部、海关总署", 6)).toEqual(["财政部、", "海关总署"]);
    expect(label("健康、智能、能源", 4)).toEqual(["健康、", "智能、", "能源"]);
    expect(label("到2026年底完成", 5)).toEqual(["到", "2026年底", "完成"]);
  });

  test("parts one that its column does not hold where it parts best", () => {
    expect(label("中国科学院", 4)).toEqual(["中国", "科学院"]);
    expect(label("牵头单位", 3)).toEqual(["牵头", "单位"]);
  });

  test("has no line of one Han where another way is as short", () => {
    expect(label("平均用时（天）", 3)).toEqual(["平均", "用时", "（天）"]);
  });
});

describe("a name in credits", () => {
  const credits = (text: string, measure: number) => raggedOf(text, measure, "en", "credits", "right");

  test("stays on its line", () => {
    expect(credits("Compiled by: Chen Hongguang, Zhao Chengcheng", 36)).toEqual([
      "Compiled by: Chen Hongguang,",
      "Zhao Chengcheng",
    ]);
    // Though a line more is needed for it.
    expect(credits("By: Chen Hongguang, Zhao Chengcheng, Wang Bing", 24)).toEqual([
      "By: Chen Hongguang,",
      "Zhao Chengcheng,",
      "Wang Bing",
    ]);
  });

  test("is parted where no line holds it", () => {
    expect(credits("Chen Hongguang", 12)).toEqual(["Chen", "Hongguang"]);
  });
});
