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

describe("numbers in a table", () => {
  const issue = issueOf(
    "[ { zh: 项目, en: Item }, { zh: 数量, en: Count }, { zh: 占比, en: Share }, { zh: 说明, en: Remarks } ]",
    [
      '[ { zh: 甲, en: A }, "9", "0.5%", { zh: 短, en: Short } ]',
      '[ { zh: 乙, en: B }, "1,234", "12.25%", { zh: 较长的说明, en: A longer remark } ]',
      '[ { zh: 丙, en: C }, "56", "100%", { zh: 无, en: None } ]',
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

    test("leave words flush left", () => {
      const [one, other] = edition === "zh" ? ["短", "较长的说明"] : ["Short", "A longer remark"];
      expect(left(at(one))).toBeCloseTo(left(at(other)), 0);
    });
  });
});
