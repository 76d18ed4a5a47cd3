import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { fitTables } from "./fit-tables.ts";
import { fitLine, lettersOf, naturalWidth, seamWidth } from "./line-fit.ts";
import { lineRules } from "./ranks.ts";

const RULES = lineRules(design("bilingual"));

/** Widths of the seams between the boxes, by kind, when the whole text is set to its natural width plus `slack`. */
function seamsAt(text: string, language: Language, slack: number): Readonly<Record<string, number[]>> {
  const set = paragraph(text, language);
  const tables = fitTables(set, RULES);
  const count = set.boxes.length;
  const fit = fitLine(tables, 0, count, naturalWidth(tables, 0, count) + slack, false);
  const found: Record<string, number[]> = {};
  for (const seam of set.seams.slice(1)) {
    found[seam.kind] ??= [];
    found[seam.kind]!.push(Number(seamWidth(seam, fit, RULES).toFixed(3)));
  }
  return found;
}

describe("order of expansion (CLREQ #procedures_for_inter-character_space_expansion)", () => {
  test("word spaces open before anything else", () => {
    const { word, mixed, han } = seamsAt("国 A word 国国", "zh", 0.5);
    expect(word![0]).toBeGreaterThan(2.5);
    expect([mixed, han]).toEqual([[2.5, 2.5], [0]]);
  });

  test("Latin letters widen, then the gap between Han and Latin opens, before Han do", () => {
    expect(seamsAt("国国2024国国", "zh", 1)).toMatchObject({ mixed: [2.6, 2.6], han: [0, 0] });
  });

  test("all seams open evenly once the gaps are full", () => {
    const { mixed, han } = seamsAt("国国2024国国", "zh", 3.2);
    expect(han![0]).toBeGreaterThan(0);
    expect(han![1]).toBeCloseTo(han![0]!, 9);
    for (const gap of mixed!) expect(gap - 10 * RULES.mixedGapMax).toBeCloseTo(han![0]!, 9);
  });
});

test.each(["～", "—", "－", "／", "/", "–"])("nothing opens beside %s (CLREQ #justification)", (mark) => {
  const { fixed, han } = seamsAt(`国${mark}国国`, "zh", 3);
  expect(fixed).toEqual([0, 0]);
  expect(han![0]).toBeGreaterThan(2);
});

test("nothing opens between full stops, nor inside —— and ……, be they of two ems or of four", () => {
  expect(seamsAt("国。。国国", "zh", 3).fixed).toHaveLength(1);
  for (const mark of ["——", "……"]) {
    expect(seamsAt(`国${mark}国`, "zh", 3).han).toHaveLength(2);
    const { han, fixed } = seamsAt(`国${mark}${mark}国`, "zh", 3);
    expect([han!.length, fixed], mark).toEqual([2, [0]]);
  }
});

describe("a line that nothing fills", () => {
  test("opens its Han, and keeps marks close to what they belong to (JLREQ table 6)", () => {
    const { han, inner } = seamsAt("国（A），国国国。国", "zh", 15);
    expect(Math.min(...han!)).toBeGreaterThan(2);
    expect(Math.max(...inner!)).toBeLessThan(0.9);
  });

  test("opens beside marks where it has nothing else", () => {
    const { inner } = seamsAt("（A）", "zh", 4);
    expect(inner!.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(3.5);
  });
});

test("a last line keeps its natural width as long as the measure holds it, however little is left", () => {
  const set = paragraph("国 A word，国国", "zh");
  const tables = fitTables(set, RULES);
  const count = set.boxes.length;
  const at = (slack: number) => fitLine(tables, 0, count, naturalWidth(tables, 0, count) + slack, true);
  for (const slack of [0, 0.5, 40])
    expect(at(slack)).toMatchObject({ badness: 0, shares: [], over: 0, under: 0 });
  expect(at(-0.5).badness).toBeGreaterThan(0);
});

describe("order of reduction (CLREQ #procedures_for_inter-character_spacing_reduction)", () => {
  test("brackets give before pauses, pauses before the gap, full stops never", () => {
    expect(seamsAt("国（国）国，国。国2024国", "zh", -4)).toMatchObject({
      bracket: [3.4, 3.4],
      pause: [5],
      stop: [5],
      mixed: [2.5, 2.5],
    });
    const more = seamsAt("国（国）国，国。国2024国", "zh", -8.5);
    expect(more).toMatchObject({ bracket: [2.5, 2.5], pause: [2.5], stop: [5] });
    expect(more.mixed![0]).toBeLessThan(2.5);
  });
});

test("a line takes its slack to the last, or says what is left", () => {
  const text = fc
    .array(fc.constantFrom("国", "，", "。", "（国）", "A b", "2024"), { minLength: 3, maxLength: 30 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.double({ min: -40, max: 40, noNaN: true }), (typed, slack) => {
      const set: Paragraph = paragraph(typed, "zh");
      const tables = fitTables(set, RULES);
      const count = set.boxes.length;
      const natural = naturalWidth(tables, 0, count);
      const fit = fitLine(tables, 0, count, natural + slack, false);
      const seams = set.seams
        .slice(1)
        .reduce((sum, seam) => sum + seamWidth(seam, fit, RULES) - seam.width, 0);
      const { scale, tracking } = lettersOf(fit, RULES);
      const letters = set.boxes.reduce((sum, box, k) => {
        if (!box.latin) return sum;
        const spaces = box.glyphs.length - (k === count - 1 ? 1 : 0);
        return sum + box.width * (scale - 1) + spaces * box.size * tracking;
      }, 0);
      expect(seams + letters).toBeCloseTo(slack + fit.over - fit.under, 6);
      expect(Math.abs(scale - 1)).toBeLessThanOrEqual(RULES.scaleLimit + 1e-12);
      expect(Math.abs(tracking)).toBeLessThanOrEqual(RULES.trackLimit + 1e-12);
    }),
  );
});
