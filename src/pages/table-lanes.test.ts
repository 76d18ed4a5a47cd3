import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Design } from "../model/design.ts";
import type { Element } from "../model/element.ts";

const START = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:\n`;

const issueOf = (head: string, rows: readonly string[], around = "") =>
  `${START}${around}      - table:\n          caption: { zh: 表 1　装置, en: Table 1 Facilities }\n          head: ${head}\n          rows:\n${rows.map((row) => `            - ${row}\n`).join("")}${around}`;

const PARAGRAPH = "      - { zh: 各国差别很大。, en: They differ widely. }\n";

const WIDE = issueOf(
  "[ { zh: 装置, en: Facility }, { zh: 国家, en: Country }, { zh: 能量（GeV）, en: Energy (GeV) }, { zh: 线站（条）, en: Beamlines }, { zh: 用户（人次）, en: User visits }, { zh: 经费来源与分担方式, en: Sources of funds and how they are shared } ]",
  [
    '[ ESRF, { zh: 法国, en: France }, "6.0", "44", "9,000", { zh: 22 个成员国和准成员国按协议比例分担, en: "22 member and associate countries, by agreed shares" } ]',
    '[ SPring-8, { zh: 日本, en: Japan }, "8.0", "62", "14,000", { zh: 文部科学省，另有企业专用线站自筹, en: MEXT; enterprises pay for their own beamlines } ]',
    '[ SSRF, { zh: 中国, en: China }, "3.5", "34", "7,100", { zh: 国家发展改革委、中国科学院、上海市, en: "NDRC, Chinese Academy of Sciences, Shanghai" } ]',
  ],
  PARAGRAPH,
);

const NARROW = issueOf("[ { zh: 地区, en: Region }, { zh: 投入, en: Input } ]", [
  '[ { zh: 上海, en: Shanghai }, "12" ]',
  '[ { zh: 北京, en: Beijing }, "34" ]',
]);

const all = (root: Element): readonly Element[] => [root, ...root.children.flatMap(all)];

function tableOf(issue: string, theme?: string, change?: (design: Design) => Design) {
  const { laid, found, design } = press(issue, "bilingual", change, theme);
  const pages = laid.pages.map(({ pieces, rects }) => ({ pieces, rects }));
  const at = (text: string) => {
    const page = pages.findIndex(({ pieces }) => pieces.some(({ line }) => lineText(line) === text));
    const piece = pages[page]?.pieces.find(({ line }) => lineText(line) === text);
    if (!piece) throw new Error(`no line says ${text}`);
    return { page, ...piece };
  };
  const tables = all(laid.structure).filter(({ type }) => type === "Table");
  return { at, found, design, tables, pages };
}

describe("a table whose columns of words would be narrow beside its other language", () => {
  test.each(["briefing", "briefing-16k", "briefing-a16k", "modern"])(
    "stands above it over the whole width, its cells on one line, theme %s",
    (theme) => {
      const { at, found, design } = tableOf(WIDE, theme);
      expect(found).toEqual([]);
      const [zh, en] = [at("22 个成员国和准成员国按协议比例分担"), at("Table 1 Facilities")];
      expect(zh.x).toBeGreaterThan(design.page.width / 2);
      expect(en.x).toBeCloseTo(design.page.margin.left, 6);
      expect(en.page > zh.page || en.baseline > zh.baseline).toBe(true);
    },
  );

  test("is one table a language, the Chinese read first, and nothing of it stands in the structure twice", () => {
    const { tables } = tableOf(WIDE);
    expect(tables.map(({ language, children }) => [language, children.length])).toEqual([
      ["zh", 5],
      ["en", 5],
    ]);
  });

  test("is not crossed by the hairline between the columns", () => {
    const ruled = (design: Design): Design => ({
      ...design,
      layout: { ...design.layout, columnRule: 0.5 },
    });
    const { at, pages } = tableOf(WIDE, undefined, ruled);
    const cell = at("22 个成员国和准成员国按协议比例分担");
    const hairlines = pages[cell.page]!.rects.filter(({ width }) => width === 0.5);
    expect(hairlines.length).toBeGreaterThan(0);
    for (const { y, height } of hairlines) expect(y > cell.baseline || y + height < cell.baseline).toBe(true);
  });
});

test("a table that is low side by side stays so, its rows level", () => {
  const { at } = tableOf(NARROW);
  const [zh, en] = [at("上海"), at("Shanghai")];
  expect(en.baseline).toBe(zh.baseline);
  expect(en.x).toBeGreaterThan(zh.x);
});
