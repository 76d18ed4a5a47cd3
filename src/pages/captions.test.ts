import { describe, expect, test } from "vitest";
import { design } from "../../test/fixture.ts";
import { press } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Design } from "../model/design.ts";
import { block, rowOf } from "./block.ts";
import { breakFrames } from "./break-frames.ts";
import { frameRules } from "./frame-feet.ts";
import { lanesOf } from "./lanes.ts";

const ISSUE = `issue: 2025-01
overall: 1
date: 2025-01-01
articles:
  - title: { zh: 试, en: Test }
    body:
      - figure: { src: tall.png, alt: { zh: 图, en: A picture }, caption: { zh: 图 1　示意, en: Figure 1. Illustration } }
      - zh: 三个案例说明，合规成本是真实存在的。
        en: The three cases show that the cost of compliance is real.
`;

const PICTURES = new Map([["tall.png", { width: 600, height: 1400 }]]);

/** Where title, picture and caption stand: page and left edge. */
function placed(edition: "zh" | "en", issue = ISSUE, change?: (design: Design) => Design) {
  const { laid } = press(issue, edition, change, "briefing", PICTURES);
  const says = (texts: readonly string[]) =>
    laid.pages
      .flatMap(({ pieces }, page) =>
        pieces.flatMap(({ line, x }) => (texts.includes(lineText(line)) ? [{ page, x: x + line.left }] : [])),
      )
      .at(-1)!;
  const picture = laid.pages.flatMap(({ pictures }, page) => pictures.map(({ x }) => ({ page, x })))[0]!;
  const caption = says(["图 1　示意", "Figure 1. Illustration"]);
  return { title: says(["试", "Test"]), picture, caption };
}

describe.each(["zh", "en"] as const)("a tall picture in two columns, %s", (edition) => {
  test("has its caption in its own column", () => {
    const { title, picture, caption } = placed(edition);
    // The Chinese imprint has no room under it, and takes what follows along, not the picture.
    expect([title.page, picture.page, caption.page]).toEqual([0, 0, 0]);
    expect(caption.x).toBeLessThan(picture.x + 1);
  });

  test("begins where its caption does, and stands in the middle where captions do", () => {
    const { picture, caption } = placed(edition);
    expect(picture.x).toBeCloseTo(caption.x, 6);
    const centred = placed(edition, ISSUE, (look) => {
      const { caption: own } = look.styles;
      const middle = {
        zh: { ...own.zh, align: "centre" as const },
        en: { ...own.en, align: "centre" as const },
      };
      return { ...look, styles: { ...look.styles, caption: middle } };
    });
    expect(centred.picture.x).toBeGreaterThan(picture.x + 1);
  });

  test("takes the title above it along to the next page", () => {
    const lower = (look: Design) => ({ ...look, masthead: { ...look.masthead, after: 150 } });
    const first = "  - title: { zh: 前, en: First }\n    body: [ { zh: 短。, en: Short. } ]\n";
    const behind = ISSUE.replace("articles:\n", `articles:\n${first}`);
    const { title, picture, caption } = placed(edition, behind, lower);
    expect([title.page, picture.page, caption.page]).toEqual([1, 1, 1]);
  });
});

test.each([
  [7, 0, "what follows goes on beside it"],
  [3, 1, "unless too little follows for the column beside it"],
])("a picture stays below its text where the imprint goes over, %d sentences behind it", (behind, column) => {
  const text = "三个案例说明，合规成本是真实存在的，企业为此投入的人力和资金逐年增加。";
  const paragraph = (sentences: number) => `      - { zh: ${text.repeat(sentences)}, en: Text. }\n`;
  const [head = "", figure = ""] = ISSUE.split(/(?<=body:\n)|(?<=\} \}\n)/);
  const pictures = new Map([["tall.png", { width: 600, height: 1000 }]]);
  const issue = `${head}${paragraph(2)}${figure}${paragraph(behind)}`;
  const { laid, design: look } = press(issue, "zh", undefined, "briefing", pictures);
  expect(laid.pages).toHaveLength(2);
  const [picture] = laid.pages[0]!.pictures;
  expect(Math.floor(picture!.x / (look.page.width / 2))).toBe(column);
});

describe("frames of which the first are lower", () => {
  const rules = frameRules(design("en"), lanesOf(design("en"), "en", 0));
  const strips = [{ rows: [rowOf(0, [])], descent: rules.grid }];
  const text = (rows: number) =>
    block({ strips, ascent: (rows - 1) * rules.grid, descent: rules.grid, keepWithNext: false });
  const picture = block({
    strips: [],
    ascent: 0,
    descent: 0,
    leastHeight: 18 * rules.grid,
    keepWithNext: true,
  });
  const frames = (low: number) =>
    breakFrames([text(4), picture, text(3)], (k) => (k < 2 ? low : 30) * rules.grid, rules, {
      tallest: 30 * rules.grid,
    });
  const held = (low: number) => frames(low)!.map((frame) => frame.map(({ index }) => index));

  test("stay empty where picture and caption do not fit together", () => {
    expect(held(20)).toEqual([[0], [], [1, 2]]);
  });

  test("hold both where they fit", () => {
    expect(held(21)).toEqual([[0], [1, 2]]);
  });
});

test.each([
  ["zh", "图 1 2019 年", 1],
  ["en", "Fig. 1 2019 to 2025", 0.5],
] as const)("the number of a caption stands clear of its words, %s", (edition, caption, ems) => {
  const typed = `{ zh: 图 1 2019 年, en: Fig. 1 2019 to 2025 }`;
  const issue = ISSUE.replace("{ zh: 图 1　示意, en: Figure 1. Illustration }", typed);
  const { laid } = press(issue, edition, undefined, "briefing", PICTURES);
  const { line } = laid.pages.flatMap(({ pieces }) => pieces).find(({ line }) => lineText(line) === caption)!;
  const runs = line.runs.flatMap((run) =>
    run.glyphs.map(({ text, width }, k) => ({ text, x: run.x + run.xs[k]!, width, size: run.size })),
  );
  const [one, two] = [runs.find(({ text }) => text === "1")!, runs.find(({ text }) => text === "2")!];
  expect(two.x - one.x - one.width).toBeCloseTo(ems * design(edition).styles.caption[edition].size, 6);
});
