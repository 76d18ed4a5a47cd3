import { describe, expect, test } from "vitest";
import { design } from "../../test/fixture.ts";
import { press } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Element } from "../model/element.ts";
import type { LaidOut } from "./lay-out.ts";

const ISSUE = `issue: 2025-01
overall: 1
date: 2025-01-01
articles:
  - title: { zh: 试, en: Test }
    body:
      - zh: 合规成本是真实存在的。[^law]
        en: The cost of compliance is real.[^fine]
      - figure: { src: a.png, alt: { zh: 图, en: A picture }, caption: { zh: 图 1　示意, en: Figure 1. Illustration } }
    credits:
      - { label: { zh: 整理, en: Compiled by }, value: { zh: 陈红光, en: Chen Hongguang } }
notes:
  law: { zh: 见第一条。, en: See Article 1. }
  fine: { zh: 见第二条。, en: See Article 2. }
`;

const PICTURES = new Map([["a.png", { width: 200, height: 100 }]]);

const stacked = () => press(ISSUE, "bilingual", undefined, "briefing-stacked", PICTURES);

const all = (root: Element): readonly Element[] => [root, ...root.children.flatMap(all)];

/** @returns The only piece that says a text, or the first of several. */
function pieceOf({ pages }: LaidOut, text: string) {
  const found = pages.flatMap(({ pieces }) => pieces).find(({ line }) => lineText(line) === text);
  if (!found) throw new Error(`no line says ${text}`);
  return found;
}

test("both languages of a note stand at one distance from the edges of their tint", () => {
  const noted = ISSUE.replace(
    "articles:",
    'note: { zh: 编者按：供参考。, en: "Note: For reference." }\narticles:',
  );
  const { pages } = press(noted, "bilingual", undefined, "briefing-stacked", PICTURES).laid;
  const [zh, en] = ["编者按", "Note:"].map(
    (lead) => pages[0]!.pieces.find(({ line }) => lineText(line).startsWith(lead))!,
  );
  expect(zh!.x).toBeCloseTo(en!.x, 9);
});

describe("languages one above the other", () => {
  const { laid, design: look } = stacked();
  const pictures = laid.pages.flatMap((page) => page.pictures);
  const figures = all(laid.structure).filter(({ type }) => type === "Figure");

  test("share one picture, told once to who can not see it", () => {
    expect(pictures.map(({ src }) => src)).toEqual(["a.png"]);
    expect(figures.map(({ alt }) => alt)).toEqual([
      [
        { language: "zh", text: "图" },
        { language: "en", text: "A picture" },
      ],
    ]);
    expect(figures[0]).toBe(pictures[0]!.element);
  });

  test("have a caption each under it, behind it and not in it, where a description hides it from readers", () => {
    const [group] = all(laid.structure).filter(({ children }) => children.includes(figures[0]!));
    expect(group!.type).toBe("Div");
    expect(group!.children.map(({ type, language }) => `${type} ${language}`)).toEqual([
      "Figure zh",
      "Caption zh",
      "Caption en",
    ]);
    const [zh, en] = [pieceOf(laid, "图 1　示意"), pieceOf(laid, "Figure 1. Illustration")];
    expect(zh.baseline).toBeGreaterThan(pictures[0]!.y + pictures[0]!.height);
    expect(en.baseline - zh.baseline).toBeCloseTo(look.styles.caption.zh.leading, 6);
  });

  test("have one rule above their footnotes", () => {
    const rules = laid.pages
      .flatMap(({ rects }) => rects)
      .filter(({ width }) => Math.abs(width - 6 * look.styles.body.zh.size) < 1e-6);
    expect(rules).toHaveLength(1);
    const notes = ["见第一条。", "See Article 1.", "见第二条。", "See Article 2."];
    const baselines = notes.map((text) => pieceOf(laid, text).baseline);
    expect(rules[0]!.y).toBeLessThan(baselines[0]!);
    for (let k = 1; k < notes.length; k++)
      expect(baselines[k]! - baselines[k - 1]!).toBeCloseTo(look.styles.footnote.zh.leading, 6);
  });

  test("have one space above their credits", () => {
    const [zh, en] = [pieceOf(laid, "整理：陈红光"), pieceOf(laid, "Compiled by: Chen Hongguang")];
    expect(en.baseline - zh.baseline).toBeLessThan(look.styles.credits.zh.leading + look.grid);
  });

  test("have an imprint each, side by side and level", () => {
    const labels = [
      ["责任编辑", "Editor in Charge"],
      ["邮编", "Postcode"],
    ];
    for (const [zh, en] of labels) {
      const [left, right] = [pieceOf(laid, zh!), pieceOf(laid, en!)];
      expect(right.baseline).toBe(left.baseline);
      expect(right.x).toBeGreaterThan(left.x + left.line.right);
    }
  });

  test.each(["zh", "en"] as const)("leave no space between the paragraphs of %s alone", (edition) => {
    expect(design(edition, undefined, "briefing-stacked").spaces.pair).toBe(0);
    expect(design("bilingual", undefined, "briefing-stacked").spaces.pair).toBeGreaterThan(0);
  });
});
