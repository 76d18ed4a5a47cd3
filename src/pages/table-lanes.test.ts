import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
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

describe("a table in newspaper columns", () => {
  const THEMES = ["briefing", "briefing-16k", "briefing-a16k", "briefing-stacked", "modern"];
  const cellsOf = (issue: string, edition: Edition, theme: string) => {
    const { laid, design, found } = press(issue, edition, undefined, theme);
    expect(found).toEqual([]);
    const pages = laid.pages.map(({ pieces, rects }) => ({
      cells: pieces.filter(({ element }) => element?.type === "TH" || element?.type === "TD"),
      rules: rects.filter(({ meaning }) => meaning === "layout"),
    }));
    return { pages: pages.filter(({ cells }) => cells.length > 0), design };
  };

  test.each(THEMES.flatMap((theme) => [["zh", theme] as const, ["en", theme] as const]))(
    "stands across both where it is cramped in one of them, on one page, %s, %s",
    (edition, theme) => {
      const { pages, design } = cellsOf(WIDE, edition, theme);
      expect(pages.length).toBe(1);
      const [{ cells, rules }] = pages as [(typeof pages)[number]];
      expect(cells.some(({ line }) => line.hyphened)).toBe(false);
      const { width, margin } = design.page;
      expect(Math.max(...cells.map(({ x }) => x))).toBeGreaterThan(width / 2);
      const across = rules.filter(
        (rule) => Math.abs(rule.width - (width - margin.left - margin.right)) < 0.01,
      );
      // The table's own three: above its head, under it, and under its last row.
      expect(across.length).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(THEMES)("stays in one of them where its rows are one line high there, theme %s", (theme) => {
    const { pages, design } = cellsOf(NARROW, "en", theme);
    const gaps = pages.flatMap(({ cells }) => cells.map(({ x, line }) => x + line.right));
    const { width, margin } = design.page;
    const one = (width - margin.left - margin.right - design.layout.columnGap) / 2;
    expect(Math.max(...gaps)).toBeLessThanOrEqual(margin.left + one + 1);
  });

  test("of two lines in a row stays in one of them", () => {
    const few = WIDE.replace("按协议比例分担", "")
      .replace("，另有企业专用线站自筹", "")
      .replace("、中国科学院、上海市", "");
    const { pages, design } = cellsOf(few, "zh", "briefing");
    const ends = pages.map(
      ({ cells }) => Math.max(...cells.map(({ x }) => x)) - Math.min(...cells.map(({ x }) => x)),
    );
    for (const end of ends) expect(end).toBeLessThan(design.page.width / 2);
  });

  test("stays in one of them where it would take most of a page across both", () => {
    const row = `[ ${Array.from({ length: 6 }, () => "{ zh: 国家重大科技基础设施开放共享管理办法与细则, en: Responsibilities }").join(", ")} ]`;
    const head = `[ ${Array.from({ length: 6 }, (_, k) => `"${k}"`).join(", ")} ]`;
    const few = cellsOf(issueOf(head, [row, row], PARAGRAPH), "en", "briefing");
    const many = cellsOf(issueOf(head, Array(40).fill(row), PARAGRAPH), "en", "briefing");
    const hyphened = ({ pages }: typeof few) =>
      pages.some(({ cells }) => cells.some(({ line }) => line.hyphened));
    expect([hyphened(few), hyphened(many)]).toEqual([false, true]);
  });
});
