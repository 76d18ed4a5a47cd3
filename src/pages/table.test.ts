import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { lineText } from "../lines/line.ts";
import type { Design } from "../model/design.ts";
import type { PlacedPiece } from "./page.ts";

const START = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:\n`;

/** An issue of a table alone, its rows as YAML lists. */
const issueOf = (head: string, rows: readonly string[], before = "") =>
  `${START}${before}      - table:\n          caption: { zh: 表 1　数, en: Table 1. Numbers }\n          head: ${head}\n          rows:\n${rows.map((row) => `            - ${row}\n`).join("")}`;

const FIVE = issueOf(
  "[ { zh: 年份, en: Year }, { zh: 合同数（项）, en: Contracts }, { zh: 合同金额（亿元）, en: Value (100 million yuan) }, { zh: 平均用时（天）, en: Average time (days) }, { zh: 说明, en: Remarks } ]",
  [
    '[ "2020", "15,234", "202.6", "213", { zh: 受疫情影响，签约推迟, en: Signing delayed by the pandemic } ]',
    '[ "2021", "17,890", "232.1", "205", { zh: 试点扩大到 40 家单位, en: Pilot extended to 40 institutions } ]',
    '[ "2022", "26,543", "318.4", "190", { zh: 初步统计数, en: Preliminary figures } ]',
  ],
);

const oneColumn = (design: Design): Design => ({ ...design, layout: { ...design.layout, columns: 1 } });

const cellsOf = (edition: Edition, issue: string, theme?: string, change?: (design: Design) => Design) => {
  const { laid } = press(issue, edition, change, theme);
  const pieces = laid.pages.flatMap((page) => page.pieces);
  return pieces.filter(({ element }) => element?.type === "TH" || element?.type === "TD");
};

const left = ({ line, x }: PlacedPiece) => x + line.left;
const right = ({ line, x }: PlacedPiece) => x + line.right;

describe.each(["briefing", "briefing-16k", "briefing-a16k", "briefing-stacked", "modern"])(
  "a table of five columns, theme %s",
  (theme) => {
    test.each(["bilingual", "zh", "en"] as const)("has no text printed over another, %s", (edition) => {
      const { found } = press(FIVE, edition, undefined, theme);
      expect(found).toEqual([]);
      const cells = cellsOf(edition, FIVE, theme);
      for (const one of cells)
        for (const other of cells) {
          if (one === other || one.baseline !== other.baseline || left(one) > left(other)) continue;
          expect(left(other) - right(one)).toBeGreaterThan(3);
        }
    });

    test("breaks no Chinese head into single characters", () => {
      const heads = cellsOf("bilingual", FIVE, theme).filter(({ element }) => element?.type === "TH");
      for (const { line } of heads) expect(lineText(line).length).toBeGreaterThan(1);
    });
  },
);

describe("a table that is too wide for its words", () => {
  const WORDS = issueOf(
    "[ { zh: 维度, en: Dimension }, { zh: 一, en: Research and development }, { zh: 二, en: Systems of innovation }, { zh: 三, en: Transformative change } ]",
    // As many rows as stand across no page: the table keeps to its column.
    Array.from({ length: 12 }, () => [
      "[ { zh: 失灵, en: Responsibility }, { zh: 市场, en: Underinvestment }, { zh: 系统, en: Communication }, { zh: 方向, en: Reflexivity } ]",
      "[ { zh: 工具, en: Instruments }, { zh: 补贴, en: Standardization }, { zh: 集群, en: Commercialization }, { zh: 实验, en: Experimentation } ]",
    ]).flat(),
  );

  test.each(["briefing", "briefing-16k", "modern"])("divides them, theme %s", (theme) => {
    const { found, laid } = press(WORDS, "en", undefined, theme);
    expect(found).toEqual([]);
    const cells = cellsOf("en", WORDS, theme);
    expect(cells.some(({ line }) => line.hyphened)).toBe(true);
    const pages = laid.pages.map(({ pieces }) =>
      pieces.filter(({ element }) => /^T[HD]$/.test(element?.type ?? "")),
    );
    for (const [one, other] of pages.flatMap((page) =>
      page.flatMap((one) => page.map((other) => [one, other] as const)),
    )) {
      if (one === other || one.baseline !== other.baseline || left(one) > left(other)) continue;
      expect(left(other) - right(one)).toBeGreaterThan(3);
    }
  });

  test.each(["briefing", "briefing-16k", "modern"])(
    "keeps its columns clear of each other, theme %s",
    (theme) => {
      const cells = cellsOf("en", WORDS, theme).filter(({ element }) => element?.scope !== "Column");
      const gaps = cells.flatMap((one) =>
        cells.flatMap((other) =>
          one !== other && one.baseline === other.baseline && left(one) < left(other)
            ? left(other) - right(one)
            : [],
        ),
      );
      // Three quarters of an em, in which a hyphen hangs.
      expect(Math.min(...gaps)).toBeGreaterThan(5);
    },
  );

  test("divides none where its lane holds them", () => {
    const cells = cellsOf("en", WORDS, undefined, oneColumn);
    expect(cells.some(({ line }) => line.hyphened)).toBe(false);
  });
});

describe("a table with a column of words beside dates and names", () => {
  const TASKS = issueOf(
    "[ { zh: 序号, en: No. }, { zh: 任务, en: Task }, { zh: 牵头单位, en: Lead }, { zh: 完成时间, en: Due } ]",
    [
      '[ "1", { zh: 制定开放共享管理办法, en: Draw up measures for opening and sharing }, { zh: 科技部, en: MOST }, { zh: 2026年底, en: End of 2026 } ]',
      '[ "2", { zh: 建设统一的英文申请平台并与各装置系统对接, en: Build a uniform application platform in English and connect it to the system of each facility }, { zh: 中国科学院, en: CAS }, { zh: 2027年6月, en: June 2027 } ]',
      '[ "3", { zh: 开展通关便利化试点, en: Pilot easier customs clearance }, { zh: 海关总署, en: GAC }, { zh: 2026年10月, en: October 2026 } ]',
    ],
  );

  test.each(["briefing", "briefing-16k", "briefing-a16k", "briefing-stacked", "modern"])(
    "parts none of them, theme %s",
    (theme) => {
      for (const edition of ["bilingual", "zh", "en"] as const) {
        const lines = cellsOf(edition, TASKS, theme).map(({ line }) => lineText(line).trim());
        if (edition !== "en")
          for (const whole of ["2026年底", "2027年6月", "2026年10月", "科技部", "中国科学院", "海关总署"])
            expect(lines).toContain(whole);
        if (edition !== "zh")
          for (const whole of ["End of 2026", "June 2027", "October 2026"]) expect(lines).toContain(whole);
      }
    },
  );

  test("keeps its columns clear of each other where its gaps give way", () => {
    const cells = cellsOf("bilingual", TASKS, "briefing-16k");
    const gaps = cells.flatMap((one) =>
      cells.flatMap((other) =>
        one.baseline === other.baseline && left(one) < left(other) ? left(other) - right(one) : [],
      ),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(4);
  });
});

describe("numbers in a table", () => {
  const issue = issueOf(
    "[ { zh: 项目, en: Item }, { zh: 数量, en: Count }, { zh: 占比, en: Share }, { zh: 说明, en: Remarks } ]",
    [
      '[ { zh: 甲, en: A }, "9", "0.5%", { zh: 短, en: Short } ]',
      '[ { zh: 乙, en: B }, "1,234", "12.25%", { zh: 较长的说明, en: A longer remark } ]',
      '[ { zh: 丙, en: C }, "56", "100%", { zh: 无, en: None } ]',
      '[ { zh: 丁, en: D }, "—", "100%", { zh: 无, en: None } ]',
    ],
  );

  describe.each(["bilingual", "zh", "en"] as const)("%s", (edition) => {
    const cells = cellsOf(edition, issue, undefined, oneColumn);
    /** The piece of a text, in the last language of its edition. */
    const at = (text: string) => cells.filter(({ line }) => lineText(line) === text).at(-1)!;

    test("end level, with their head", () => {
      const head = at(edition === "zh" ? "数量" : "Count");
      for (const text of ["9", "1,234", "56"]) expect(right(at(text))).toBeCloseTo(right(head), 6);
    });

    test("stand under each other by their decimal points", () => {
      const point = (text: string) => {
        const { line, x } = at(text);
        const [run] = line.runs;
        const index = run!.glyphs.findIndex((glyph) => glyph.text === "." || glyph.text === "%");
        return x + run!.x + run!.xs[index]!;
      };
      for (const text of ["0.5%", "100%"]) expect(point(text)).toBeCloseTo(point("12.25%"), 6);
    });

    test("end where a dash for none does", () => {
      expect(right(at("—"))).toBeCloseTo(right(at("9")), 6);
    });

    test("leave words flush left", () => {
      const [one, other] = edition === "zh" ? ["短", "较长的说明"] : ["Short", "A longer remark"];
      expect(left(at(one))).toBeCloseTo(left(at(other)), 0);
    });
  });
});

describe("a table that runs on", () => {
  const text = (count: number) =>
    `      - zh: ${"推进新质生产力发展。".repeat(count)}\n        en: ${"Expedite the development of new forces. ".repeat(count).trim()}\n`;
  const rows = (count: number) =>
    Array.from({ length: count }, (_, k) => `[ { zh: 甲${k}, en: A${k} }, "${k}" ]`);
  const head = "[ { zh: 项目, en: Item }, { zh: 数量, en: Count } ]";

  /** Pieces of each column or page, from the top: rows by their first cell, and what is repeated. */
  const frames = (issue: string, edition: Edition, theme?: string) => {
    const { laid, design } = press(issue, edition, undefined, theme);
    const middle = design.page.width / 2;
    const columns = edition !== "bilingual" && design.layout.columns === 2 ? [false, true] : [null];
    return laid.pages.flatMap(({ pieces }) =>
      columns.map((isRight) => {
        const own = pieces.filter((piece) => isRight === null || piece.x > middle === isRight);
        const texts = (keep: (piece: PlacedPiece) => boolean) =>
          own.filter(keep).map(({ line }) => lineText(line).trim());
        const { margin, height } = design.page;
        const inside = ({ baseline }: PlacedPiece) =>
          baseline > margin.top && baseline < height - margin.bottom;
        return {
          heads: texts(({ element }) => element?.scope === "Column"),
          rows: texts(
            ({ element, line }) =>
              (element?.type === "TD" || element?.scope === "Row") && /^[甲A]/u.test(lineText(line)),
          ),
          repeated: texts((piece) => piece.element === null && inside(piece)),
        };
      }),
    );
  };

  test.each([
    ["bilingual", ["续表 1", "Table 1 (continued)", "项目", "数量", "Item", "Count"]],
    ["zh", ["续表 1", "项目", "数量"]],
    ["en", ["Table 1 (continued)", "Item", "Count"]],
  ] as const)("has its head above every further part, as an artifact, %s", (edition, repeated) => {
    const parts = frames(issueOf(head, rows(90)), edition).filter((frame) => frame.rows.length > 0);
    expect(parts.length).toBeGreaterThan(1);
    parts.forEach((part, k) => {
      expect(part.heads.length > 0).toBe(k === 0);
      expect(part.repeated).toEqual(k === 0 ? [] : repeated);
    });
    const languages = edition === "bilingual" ? 2 : 1;
    expect(parts.flatMap((part) => part.rows)).toHaveLength(90 * languages);
  });

  test("says that it runs on where its caption has no number too", () => {
    const issue = issueOf(head, rows(90)).replace("表 1　数", "数").replace("Table 1. Numbers", "Numbers");
    const [, second] = frames(issue, "bilingual").filter((frame) => frame.rows.length > 0);
    expect(second!.repeated.slice(0, 2)).toEqual(["续表", "(continued)"]);
  });

  test.each(["briefing", "briefing-16k", "briefing-a16k", "briefing-stacked", "modern"])(
    "stays whole where it fits a page and little is left blank, %s",
    (theme) => {
      for (let count = 2; count <= 60; count += 3) {
        const issue = issueOf(head, rows(5), text(count)) + text(60);
        const parts = frames(issue, "bilingual", theme).filter((frame) => frame.rows.length > 0);
        for (const part of parts) expect(part.rows.length % 5).toBe(0);
      }
    },
  );

  test.each(["bilingual", "zh", "en"] as const)("leaves two rows at least on either side, %s", (edition) => {
    const languages = edition === "bilingual" ? 2 : 1;
    for (let count = 4; count <= 60; count += 4) {
      const parts = frames(issueOf(head, rows(30), text(count)), edition);
      for (const part of parts)
        if (part.rows.length > 0) expect(part.rows.length).toBeGreaterThanOrEqual(2 * languages);
    }
  });

  test("leaves no masthead alone on its page", () => {
    for (let count = 6; count <= 40; count += 2) {
      const { laid } = press(issueOf(head, rows(count)), "bilingual");
      expect(laid.pages[0]!.pieces.some(({ element }) => element?.type === "TD")).toBe(true);
    }
  });

  test("repeats no head above a row that fills the page alone", () => {
    const three = "[ { zh: 甲, en: A }, { zh: 乙, en: B }, { zh: 丙, en: C } ]";
    const places = new Set<boolean>();
    // Fewer stand across both newspaper columns.
    for (let words = 143; words < 200; words += 3) {
      const long = `{ zh: 甲, en: "${"word ".repeat(words).trim()}" }`;
      const issue = issueOf(three, [three, three, three, `[ ${long}, ${long}, ${long} ]`]);
      const { laid, design } = press(issue, "en");
      const { height, margin } = design.page;
      const page = laid.pages.find(({ pieces }) =>
        pieces.some(({ line }) => lineText(line).startsWith("word")),
      )!;
      const set = page.pieces.filter(({ line }) => lineText(line).startsWith("word"));
      const baselines = set.map(({ baseline }) => baseline);
      const tall = Math.max(...baselines) - Math.min(...baselines);
      const { tablePadding } = design.spaces;
      if (tall + design.styles.table.en.leading + 2 * tablePadding > height - margin.top - margin.bottom)
        break;
      expect(Math.max(...baselines)).toBeLessThan(height - margin.bottom);
      places.add(page.pieces.some(({ line }) => lineText(line).includes("continued")));
    }
    expect([...places]).toEqual([true, false]);
  });
});

test("an English heading stands further from a table than from its text", () => {
  const issue = `${issueOf('["A", "B"]', ['["1", "2"]', '["3", "4"]'])}      - heading: { zh: 二、成果, en: 2. Outputs }\n      - { zh: 正文。, en: Text. }\n`;
  const [page] = press(issue, "en", oneColumn).laid.pages;
  const heading = page!.pieces.find(({ element }) => element?.type === "H3")!;
  const text = page!.pieces.find((piece) => piece.baseline > heading.baseline)!;
  const rules = page!.rects.filter(({ y, meaning }) => meaning === "layout" && y < heading.baseline);
  const above = heading.baseline - heading.line.runs[0]!.size - Math.max(...rules.map(({ y }) => y));
  const below = text.baseline - text.line.runs[0]!.size - heading.baseline;
  expect(above).toBeGreaterThan(1.5 * below);
});
