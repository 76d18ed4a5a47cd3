import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import { drawPages } from "./draw-pages.ts";
import { overlayOf } from "./overlay.ts";
import { pageHash } from "./page-hash.ts";

function overlaid(text: string, edition: "bilingual" | "zh" | "en" = "bilingual", theme?: string) {
  const { issue, design, laid } = press(text, edition, undefined, theme);
  const drawn = drawPages(laid, design);
  return { issue, design, laid, drawn, overlay: overlayOf(issue, design, laid, drawn) };
}

describe("the overlay of the real issue", () => {
  const { laid, drawn, overlay, design } = overlaid(REAL);
  const texts = overlay.pages.flatMap((page) => page.texts);
  const lines = texts.flatMap((text) => text.lines);

  test("has every line of the pages, in reading order, whole", () => {
    const set = laid.pages.flatMap((page) => page.pieces.map(({ line }) => lineText(line)));
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(""))).toEqual(set);
  });

  test("every line is where it is set, to a hundredth of a point", () => {
    const pieces = laid.pages.flatMap((page) => page.pieces);
    lines.forEach((line, k) => {
      const { x, baseline, line: set } = pieces[k]!;
      expect(Math.abs(line.x - x - set.left)).toBeLessThan(0.006);
      expect(Math.abs(line.baseline - baseline)).toBeLessThan(0.006);
      expect(Math.abs(line.width - set.right + set.left)).toBeLessThan(0.006);
    });
  });

  test("every bookmark leads to its place", () => {
    expect(overlay.outline).toHaveLength(drawn.outline.length);
    expect(overlay.outline[0]).toMatchObject({ page: 0, y: expect.any(Number) });
  });

  test("edges of characters run from left to right within their line", () => {
    for (const { runs, x, width } of lines)
      for (const run of runs) {
        expect(run.x).toHaveLength(run.text.length + 1);
        expect(run.x[0]!).toBeGreaterThanOrEqual(x - 12);
        expect(run.x.at(-2)!).toBeLessThanOrEqual(x + width + 1);
        expect([...run.x].sort((a, b) => a - b)).toEqual(run.x);
      }
  });

  test("every paragraph's two languages share a number, and no other text has it", () => {
    const byPair = new Map<number, Set<string>>();
    for (const { type, pair, language } of texts)
      if (type !== null && pair !== null) byPair.set(pair, new Set([...(byPair.get(pair) ?? []), language]));
    expect(byPair.size).toBeGreaterThan(15);
    for (const both of byPair.values()) expect(both).toEqual(new Set(["zh", "en"]));
  });

  test("characters were typed where they say", () => {
    let told = 0;
    for (const { file, lines } of texts) {
      if (file !== "2024-14.yaml") continue;
      for (const { runs } of lines)
        for (const { text, start } of runs)
          for (const { 0: char, index } of text.matchAll(/\p{Script=Han}/gu)) {
            expect(REAL[start + index]).toBe(char);
            told += 1;
          }
    }
    // All but what stands on the pages by itself, and in the publication's own file.
    expect(told).toBeGreaterThan(1500);
  });

  test("a character was typed where its run says, whatever marks, escapes and lines were typed around it", () => {
    const typed = `"**Bold** and \\u2014 escaped,
          folded and the last"`;
    const issue = `issue: 2025-07\noverall: 20\ndate: 2025-07-07\narticles:\n  - title: { zh: 题, en: Title }\n    body:\n      - zh: 文**粗**。\n        en: ${typed}\n`;
    const found = overlaid(issue).overlay.pages.flatMap((page) => page.texts);
    const own = found.filter(({ file }) => file === "2025-07.yaml").flatMap(({ lines }) => lines);
    const runs = own.flatMap((line) => line.runs).filter(({ start, end }) => end > start);
    for (const { text, start, end } of runs) {
      expect(end - start, text).toBe(text.length);
      expect(issue.slice(start, end).replace("\\", "—").replace("\n", " ")).toBe(text);
    }
    expect(runs.map(({ text }) => text)).toEqual(expect.arrayContaining(["Bold", " and —", " escaped, "]));
  });

  test("lines that fill their measure say what was added or taken; columns have theirs", () => {
    const [zh, en] = overlay.columns as [(typeof overlay.columns)[0], (typeof overlay.columns)[0]];
    expect([zh.language, en.language]).toEqual(["zh", "en"]);
    expect(en.x - zh.x - zh.width).toBeCloseTo(design.layout.columnGap, 6);
    const english = texts.filter(({ type, language }) => type === "P" && language === "en");
    const stretched = english.flatMap((text) => text.lines).filter(({ stretch }) => stretch !== 0);
    expect(stretched.length).toBeGreaterThan(100);
    expect(Math.max(...stretched.map(({ stretch }) => Math.abs(stretch)))).toBeLessThan(0.2);
    expect(overlay.outline.map(({ page }) => page)).toEqual(
      [...overlay.outline.map(({ page }) => page)].sort((a, b) => a - b),
    );
  });
});

test("an edition of one language in two columns has both columns, each once", () => {
  const { overlay } = overlaid(REAL, "zh");
  expect(overlay.columns).toHaveLength(2);
  expect(new Set(overlay.columns.map(({ language }) => language))).toEqual(new Set(["zh"]));
});

describe("a page's hash", () => {
  const hashes = (text: string, theme?: string) =>
    overlaid(text, "bilingual", theme).drawn.pages.map((page) => pageHash(page, new Map()));
  const before = hashes(REAL);

  test("stays when the text moves in its file, and tells pages apart", () => {
    expect(hashes(REAL.replace("note:\n", "\n# 注\nnote:\n"))).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  test("changes with a character, and with a colour alone", () => {
    const after = hashes(REAL.replace("改革开放的试验田", "改革开放之试验田"));
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    const { laid, design } = press(REAL, "bilingual");
    const blue = { ...design, colours: { ...design.colours, accent: design.colours.muted } };
    expect(pageHash(drawPages(laid, blue).pages[0]!, new Map())).not.toBe(before[0]);
  });
});
