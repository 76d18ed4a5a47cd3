import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Language } from "../src/base/language.ts";
import { breakParagraph } from "../src/lines/break-lines.ts";
import { lineRules } from "../src/lines/ranks.ts";
import { analyse } from "../src/script/analyse.ts";
import { type CharClass, classOf } from "../src/script/char-class.ts";
import { hyphenate } from "../src/script/hyphenate.ts";
import { breakCost, FORBIDDEN, type Level } from "../src/script/kinsoku.ts";
import type { MarkStyle } from "../src/script/squeeze.ts";
import { design, paragraph, ROOT } from "./fixture.ts";

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly expect: string | number | readonly string[];
  readonly source: string;
  readonly lang?: string;
  readonly level?: Level;
  readonly style?: MarkStyle;
  readonly at?: string;
  readonly measure_em?: number;
  readonly indent_em?: number;
}

const { cases } = JSON.parse(readFileSync(join(ROOT, "test/data/cases.json"), "utf8")) as {
  cases: readonly Case[];
};
const of = (kind: string) =>
  cases
    .filter((row) => row.kind === kind)
    .map((row) => [`${row.id} ${row.input} (${row.source})`, row] as const);

describe("breaks", () => {
  test.each(of("break"))("%s", (_, row) => {
    const chars = analyse(row.input, row.lang as Language);
    const shown = chars
      .map((char, i) => {
        const cost = i < chars.length - 1 ? breakCost(chars, i, row.level!) : FORBIDDEN;
        return char.text + (cost === FORBIDDEN ? "" : cost > 0 ? "¦" : "|");
      })
      .join("");
    expect(shown).toBe(row.expect);
  });
});

/** Natural width in em of a stretch between two Han, which are not counted. */
function widthBetween(text: string, marks: MarkStyle): number {
  const { boxes, seams } = paragraph(`国${text}国`, "zh", withMarks(marks));
  const width = [...boxes, ...seams].reduce((sum, part) => sum + part.width, 0);
  return width / 10 - 2;
}

const withMarks = (marks: MarkStyle) =>
  design("bilingual", (same) => ({ ...same, zh: { ...same.zh, marks } }));

describe("widths of neighbouring marks", () => {
  test.each(of("pairWidth"))("%s", (_, row) => {
    expect(widthBetween(row.input, row.style!)).toBeCloseTo(row.expect as number, 9);
  });
});

describe("line edges", () => {
  test.each(of("lineEdge"))("%s", (_, row) => {
    const { boxes, seams } = paragraph(row.input, "zh");
    const width = [...boxes, ...seams].reduce((sum, part) => sum + part.width, 0) / 10;
    expect(width).toBeCloseTo(row.expect as number, 9);
  });
});

describe("the gap between Han and Latin", () => {
  test.each(of("autospace"))("%s", (_, row) => {
    const { boxes, seams } = paragraph(row.input, "zh");
    const shown = boxes
      .map(
        (box, i) => (seams[i]!.kind === "mixed" ? "˽" : "") + box.glyphs.map((glyph) => glyph.text).join(""),
      )
      .join("");
    expect(shown).toBe(row.expect);
  });
});

describe("quotation marks", () => {
  test.each(of("quoteClass"))("%s", (_, row) => {
    const quotes = analyse(row.input, row.lang as Language).filter((char) => /[‘’“”]/.test(char.text));
    const shown = quotes.map((char) => (char.class.endsWith("Quote") ? "z" : "l")).join("");
    expect(shown).toBe(row.expect);
  });
});

const CLASSES: Readonly<Record<string, CharClass>> = {
  PS: "stop",
  PC: "pause",
  OP: "opening",
  CONN_LONG: "longConnector",
  CONN_SHORT: "shortConnector",
  POST: "postfix",
  SOL: "solidus",
  HAN: "han",
  PX: "doubleStop",
  DIGF: "fullDigit",
};

describe("classes", () => {
  test.each(of("class"))("%s", (_, row) => {
    expect(classOf(row.input)).toBe(CLASSES[row.expect as string]);
  });
});

describe("hyphenation", () => {
  const american = of("hyphen").filter(([, row]) => row.lang === "en-US");
  test.each(american)("%s", (_, row) => {
    const points = hyphenate(row.input, {
      hyphenMinLeft: 2,
      hyphenMinRight: 3,
      hyphenMinWord: row.input === "table" ? 5 : 6,
    });
    const shown = [...row.input].map((letter, i) => (points.includes(i) ? "-" : "") + letter).join("");
    expect(shown).toBe(row.expect);
  });
});

describe("lines", () => {
  test.each(of("lines"))("%s", (_, row) => {
    const set = paragraph(row.input, "zh");
    const measure = row.measure_em! * 10;
    const shape = {
      measure,
      indent: row.indent_em! * 10,
      hanging: 0,
      align: "justify",
      balanced: false,
    } as const;
    const { best } = breakParagraph(set, shape, lineRules(design("bilingual")));
    const lines = best.ends.map((end, i) =>
      set.boxes
        .slice(best.ends[i - 1] ?? 0, end)
        .flatMap((box) => box.glyphs.map((glyph) => glyph.text))
        .join(""),
    );
    expect(lines).toEqual(row.expect);
  });
});
