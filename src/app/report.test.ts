import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import { columns } from "./columns.ts";
import { excerpt, type Paint, report } from "./report.ts";

const plain = (text: string) => text;
const PAINT: Paint = { width: 96, error: plain, warning: plain, added: plain, faint: plain, strong: plain };

const at = (text: string, word: string) => {
  const start = text.indexOf(word);
  return { file: "content/2025-01.yaml", start, end: start + word.length };
};

const shown = (text: string, diagnostic: Diagnostic) => report(diagnostic, () => text, PAINT);

describe("a fault in the terminal", () => {
  test("place, both languages, the line and a caret under the word", () => {
    const text = "issue: 2025-01\noveral: 15\n";
    const span = at(text, "overal");
    const fault: Diagnostic = {
      code: "unknown-key",
      severity: "error",
      span,
      key: "overal",
      nearest: "overall",
      known: [],
    };
    expect(shown(text, fault)).toMatchInlineSnapshot(`
      "content/2025-01.yaml:2:1: error 错误: there is no key “overal” here; did you mean “overall”?
        此处没有“overal”这个键；是否应为“overall”？
      2 | overal: 15
          ^^^^^^"
    `);
  });

  test("Han take two columns, so that the caret stands under its word", () => {
    const text = "zh: 中文、😀字\n";
    const fault: Diagnostic = {
      code: "missing-glyph",
      severity: "error",
      span: at(text, "😀"),
      char: "😀",
      face: "song",
    };
    expect(shown(text, fault)).toMatchInlineSnapshot(`
      "content/2025-01.yaml:1:8: error 错误: no face has “😀” (U+1F600; asked first: song); change the character or add a fallback font
        没有任何字体含有“😀”（U+1F600，首选字体：song）；请换字，或在 fonts.yaml 里添加后备字体
      1 | zh: 中文、😀字
                    ^^"
    `);
  });

  test("a long paragraph is cut around the place", () => {
    const text = `zh: ${"推进新质生产力发展，".repeat(40)}完**了${"加快建设，".repeat(40)}`;
    const lines = shown(text, {
      code: "unclosed-mark",
      severity: "error",
      span: at(text, "**"),
      mark: "**",
    }).split("\n");
    expect(lines[2]!.length).toBeLessThan(80);
    expect(lines[2]).toMatch(/^1 \| ….*….?$/);
  });

  test("no line is wider than a narrow terminal, and the caret stands under the word", () => {
    const text = `${"汉字 and words ".repeat(20)}wrong${" and more 汉字".repeat(20)}\n`;
    const lines = excerpt(text, at(text, "wrong"), { ...PAINT, width: 28 });
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(40);
    expect(columns(lines[0]!.slice(0, lines[0]!.indexOf("wrong")))).toBe(lines[1]!.indexOf("^"));
  });

  test("Chinese has a space beside a Latin word that was expected", () => {
    const text = "ordered: yes\n";
    const wrong = (expected: "boolean" | "list"): Diagnostic => ({
      code: "wrong-type",
      severity: "error",
      span: at(text, "yes"),
      path: "ordered",
      expected,
      found: "text",
      text: "yes",
      keys: [],
    });
    expect(shown(text, wrong("boolean"))).toContain("  ordered：应为 true 或 false，实为“yes”");
    expect(shown(text, wrong("list"))).toContain("  ordered：应为列表（各行以“- ”开头），实为“yes”");
  });

  test("a text is told as it was typed, and what is none by its kind", () => {
    const text = "articles: list\n";
    const wrong = (found: "map" | "list" | "text", typed: string) =>
      shown(text, {
        code: "wrong-type",
        severity: "error",
        span: at(text, "list"),
        path: "articles",
        expected: "pair",
        found,
        text: typed,
        keys: [],
      });
    expect(wrong("text", "list")).toContain("found “list”");
    expect(wrong("list", "")).toContain("found a list");
  });

  test("the keys that belong there are named behind “keys with values”", () => {
    const text = "figure: a.png\n";
    const lines = shown(text, {
      code: "wrong-type",
      severity: "error",
      span: at(text, "a.png"),
      path: "figure",
      expected: "map",
      found: "text",
      text: "a.png",
      keys: ["src", "alt"],
    });
    expect(lines).toContain("expected keys with values (src, alt), found “a.png”");
    expect(lines).toContain("应为键和值（src、alt），实为“a.png”");
  });

  test("both places of a key that stands twice", () => {
    const text = "a: 1\nb: 2\na: 3\n";
    const lines = shown(text, {
      code: "duplicate-key",
      isEntry: false,
      severity: "error",
      span: { file: "x", start: 10, end: 11 },
      key: "a",
      first: { file: "x", start: 0, end: 1 },
    });
    expect(lines).toContain("3 | a: 3");
    expect(lines).toContain("1 | a: 1");
  });

  test("controls in the text never reach the terminal", () => {
    const text = "a: x\u001b[31mred\n";
    const lines = shown(text, {
      code: "invisible-character",
      severity: "error",
      span: at(text, "\u001b"),
      codePoint: 0x1b,
    });
    expect(lines).not.toContain("\u001b");
    expect(lines).toContain("<001B>");
  });

  test("a file that could not be read has no line to show", () => {
    const span = { file: "content/2025-01.yaml", start: 0, end: 0 };
    const fault: Diagnostic = { code: "not-utf8", severity: "error", span, guess: "gbk" };
    expect(report(fault, () => null, PAINT).split("\n")).toHaveLength(2);
  });
});
