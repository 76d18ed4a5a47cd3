import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design, paragraph } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { FORBIDDEN } from "../script/kinsoku.ts";
import { breakParagraph, lastLineCost, measureOf } from "./break-lines.ts";
import { demeritsBehind, fitnessOf, type LineEnd, ownDemerits, START } from "./demerits.ts";
import { fitTables } from "./fit-tables.ts";
import type { LineShape } from "./line.ts";
import { fitLine, weigh, weight } from "./line-fit.ts";
import { lineRules } from "./ranks.ts";
import { setLines } from "./set-lines.ts";

const RULES = lineRules(design("bilingual"));

const shape = (measure: number, indent = 0): LineShape => ({
  measure,
  indent,
  hanging: 0,
  align: "justify",
  balanced: false,
});

const zhText = fc
  .array(fc.constantFrom("国", "家", "新", "质", "，", "。", "“", "”", "（", "）", "、", "2024 年", "——"), {
    minLength: 4,
    maxLength: 120,
  })
  .map((parts) => `新${parts.join("")}新`);

const enText = fc
  .array(
    fc.constantFrom("innovation", "of", "a", "the", "quality,", "high-tech", "zone.", "“NIDZs”", "forum"),
    {
      minLength: 3,
      maxLength: 60,
    },
  )
  .map((words) => `${words.join(" ")} development`);

const texts: readonly (readonly [Language, fc.Arbitrary<string>])[] = [
  ["zh", zhText],
  ["en", enText],
];

/** A line's characters, those that its end adds left out. */
const boxesText = (of: Paragraph, from: number, to: number) =>
  of.boxes
    .slice(from, to)
    .flatMap((box) => box.glyphs.map((glyph) => glyph.text))
    .join("");

describe.each(texts)("any paragraph in %s", (language, text) => {
  const measures = fc.integer({ min: 12, max: 30 }).map((ems) => ems * 10);

  test("keeps its boxes, in their order", () => {
    fc.assert(
      fc.property(text, measures, (typed, measure) => {
        const set = paragraph(typed, language);
        const { ends } = breakParagraph(set, shape(measure), RULES).best;
        expect(ends.at(-1)).toBe(set.boxes.length);
        expect([...ends].sort((a, b) => a - b)).toEqual(ends);
        let from = 0;
        const lines = ends.map((to) => {
          const line = boxesText(set, from, to);
          from = to;
          return line;
        });
        expect(lines.join("")).toBe(boxesText(set, 0, set.boxes.length));
      }),
    );
  });

  test("breaks nowhere that its seams forbid", () => {
    fc.assert(
      fc.property(text, measures, (typed, measure) => {
        const set = paragraph(typed, language);
        const broken = breakParagraph(set, shape(measure), RULES);
        fc.pre(broken.best.overfull.length === 0);
        for (const end of broken.best.ends.slice(0, -1)) expect(set.seams[end]!.cost).not.toBe(FORBIDDEN);
      }),
    );
  });

  test("meets its measure in every line but the last, to a millionth of a point", () => {
    fc.assert(
      fc.property(text, measures, (typed, measure) => {
        const set = paragraph(typed, language);
        const broken = breakParagraph(set, shape(measure, language === "zh" ? 20 : 0), RULES);
        fc.pre(broken.best.overfull.length === 0);
        const { ends } = broken.best;
        const tables = fitTables(set, RULES);
        let from = 0;
        const fits = ends.map((to) => {
          const fit = fitLine(tables, from, to, measureOf(broken.shape, from), false);
          from = to;
          return fit;
        });
        // A line without anything that could open stays as it is.
        setLines(broken, broken.best)
          .slice(0, -1)
          .forEach((line, k) => {
            if (fits[k]!.under > 0) return;
            const last = set.boxes[ends[k]! - 1]!;
            const hangs = line.hyphened && set.seams[ends[k]!]!.hyphen ? 0 : last.hangRight;
            expect(line.right - hangs).toBeCloseTo(measure, 6);
          });
      }),
    );
  });

  test("has a shorter and a longer form, if any, of exactly one line less and more", () => {
    fc.assert(
      fc.property(text, measures, (typed, measure) => {
        const { best, shorter, longer } = breakParagraph(paragraph(typed, language), shape(measure), RULES);
        if (shorter) expect(shorter.ends).toHaveLength(best.ends.length - 1);
        if (longer) expect(longer.ends).toHaveLength(best.ends.length + 1);
        for (const other of [shorter, longer])
          if (other) expect(other.demerits).toBeGreaterThanOrEqual(best.demerits);
      }),
    );
  });
});

test("a paragraph that can give way has a form of one line more and one of one line less", () => {
  const text = Array.from({ length: 120 }, (_, k) => ["of", "even", "words", "set"][k % 4]).join(" ");
  const linesOf = (measure: number) => {
    const { best, shorter, longer } = breakParagraph(paragraph(text, "en"), shape(measure), RULES);
    return [shorter, longer].map((form) => form && form.ends.length - best.ends.length);
  };
  const forms = Array.from({ length: 20 }, (_, k) => linesOf(200 + 4 * k));
  expect(forms).toContainEqual([-1, null]);
  expect(forms).toContainEqual([null, 1]);
});

test("a form with a line that nothing can fill is none", () => {
  const { best, longer } = breakParagraph(paragraph("国国国国国国", "zh"), shape(20), RULES);
  expect([best.ends, longer]).toEqual([[2, 4, 6], null]);
});

/** Every way to break, one by one. Same costs, no search. */
function cheapest(set: Paragraph, of: LineShape, language: Language, rules = RULES): number {
  const tables = fitTables(set, rules);
  const count = set.boxes.length;
  let best = Number.POSITIVE_INFINITY;
  const visit = (from: number, end: LineEnd, hyphens: number, sum: number) => {
    if (sum >= best) return;
    if (from === count) {
      best = sum;
      return;
    }
    for (let to = from + 1; to <= count; to++) {
      const seam = set.seams[to];
      const penalty = seam?.cost ?? Number.NEGATIVE_INFINITY;
      if (penalty === FORBIDDEN) continue;
      const isLast = to === count;
      const fit = weight();
      weigh(tables, from, to, measureOf(of, from), isLast, fit);
      if (fit.over > 0 || fit.under > 0) continue;
      const next = { fitness: fitnessOf(fit, language), hyphened: seam?.hyphened ?? false };
      const run = next.hyphened ? hyphens + 1 : 0;
      if (run > rules.maxHyphenRun) continue;
      const short = isLast && from > 0 ? lastLineCost(tables, from, of) : 0;
      visit(
        to,
        next,
        run,
        sum + short + demeritsBehind(end, ownDemerits(fit.badness, penalty), next, language, isLast),
      );
    }
  };
  visit(0, START[language], 0, 0);
  return best;
}

describe("total fit (Knuth–Plass 1981)", () => {
  test.each(texts)("finds what trying every way finds, %s", (language, text) => {
    fc.assert(
      fc.property(text, (typed) => {
        const set = paragraph(typed.slice(0, language === "zh" ? 32 : 90).trimEnd(), language);
        const of = shape(120);
        const { best } = breakParagraph(set, of, RULES);
        fc.pre(best.overfull.length === 0 && best.demerits < 1e9);
        expect(cheapest(set, of, language)).toBeCloseTo(best.demerits, 6);
      }),
      { numRuns: 60 },
    );
  });

  test.each([0.25, 0.3, 0.6, 0.8])("also where word spaces may grow to %d em", (wordSpaceMax) => {
    const rules = { ...RULES, wordSpaceMax };
    const words = fc
      .array(fc.string({ unit: fc.constantFrom(..."abcdefghijklmno"), minLength: 1, maxLength: 14 }), {
        minLength: 3,
        maxLength: 12,
      })
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 34 }), (typed, ems) => {
        const set = paragraph(typed, "en");
        const of = shape(10 * ems);
        const { best } = breakParagraph(set, of, rules);
        fc.pre(best.overfull.length === 0 && best.demerits < 1e9);
        expect(cheapest(set, of, "en", rules)).toBeCloseTo(best.demerits, 6);
      }),
      {
        numRuns: 200,
        examples: [
          [
            "bdlbd jacgm nmmjcghb imjnmkjn jejjck mb fajccbicko f adkomaojbi akoojiodf b chjhekifba neoonogki",
            16,
          ],
          ["bhj ldfnojkomidh dmj einmgea kgg dknedojmbjih lbaihgggfh edmhihhbkaom gcjl", 32],
        ],
      },
    );
  });

  test.each(texts)("never costs more than filling one line after another, %s", (language, text) => {
    fc.assert(
      fc.property(text, (typed) => {
        const set = paragraph(typed, language);
        const { best } = breakParagraph(set, shape(200), RULES);
        expect(best.demerits).toBeLessThanOrEqual(lineByLine(set, shape(200), language) + 1e-6);
      }),
    );
  });
});

/** Demerits of a paragraph whose lines each take as much as they can hold; infinite where that gets stuck. */
function lineByLine(set: Paragraph, of: LineShape, language: Language): number {
  const tables = fitTables(set, RULES);
  const count = set.boxes.length;
  let sum = 0;
  let end: LineEnd = START[language];
  let hyphens = 0;
  for (let from = 0; from < count; ) {
    const fits = (to: number) => {
      const seam = set.seams[to];
      if (seam?.cost === FORBIDDEN || (seam?.hyphened && hyphens >= RULES.maxHyphenRun)) return false;
      const { over, under } = fitLine(tables, from, to, measureOf(of, from), to === count);
      return over === 0 && under === 0;
    };
    let to = count;
    while (to > from && !fits(to)) to -= 1;
    if (to === from) return Number.POSITIVE_INFINITY;
    const isLast = to === count;
    const fit = weight();
    weigh(tables, from, to, measureOf(of, from), isLast, fit);
    const next = { fitness: fitnessOf(fit, language), hyphened: set.seams[to]?.hyphened ?? false };
    const penalty = set.seams[to]?.cost ?? Number.NEGATIVE_INFINITY;
    sum += demeritsBehind(end, ownDemerits(fit.badness, penalty), next, language, isLast);
    if (isLast && from > 0) sum += lastLineCost(tables, from, of);
    hyphens = next.hyphened ? hyphens + 1 : 0;
    end = next;
    from = to;
  }
  return sum;
}

test("the last line but one does not end with a hyphen where wider spaces spare it", () => {
  const text =
    "Regional cooperation strengthens the competitiveness of manufacturing industries considerably";
  const set = paragraph(text, "en");
  const { ends } = breakParagraph(set, shape(165), RULES).best;
  expect(ends.slice(0, -1).map((end) => set.seams[end]!.hyphened)).toEqual([false, false]);
});

describe("what nothing can break", () => {
  test("stands out over its measure and is reported by its line", () => {
    const broken = breakParagraph(paragraph("a strengths a", "en"), shape(30), RULES);
    const [line] = broken.best.overfull;
    expect(line!.over).toBeGreaterThan(0);
  });

  test("stands behind lines that are chosen over all ways to it", () => {
    const { ends } = breakParagraph(paragraph("in it a the the strengths", "en"), shape(40), RULES).best;
    expect(ends).toEqual([3, 5, 6]);
  });

  test.each([25, 30, 35, 40])(
    "takes no more words along with it: a word of nine letters in %d pt",
    (measure) => {
      const set = paragraph("Strengths of the strengths are", "en");
      for (const align of ["justify", "left"] as const) {
        const { ends, overfull } = breakParagraph(set, { ...shape(measure), align }, RULES).best;
        const lines = ends.map((to, k) => boxesText(set, ends[k - 1] ?? 0, to));
        expect(overfull.map(({ line }) => lines[line])).toEqual(["Strengths", "strengths"]);
      }
    },
  );

  test.each([
    ["国国，国国", 10, ["国", "国，", "国", "国"]],
    ["《国》《家》", 15, ["《国》", "《家》"]],
  ] as const)(
    "begins and ends with no mark that may not stand there: %s in %d pt",
    (text, measure, lines) => {
      const set = paragraph(text, "zh");
      const { ends } = breakParagraph(set, shape(measure), RULES).best;
      expect(ends.map((to, k) => boxesText(set, ends[k - 1] ?? 0, to))).toEqual(lines);
    },
  );

  test("a word of ten thousand letters is parted anywhere rather than lost", () => {
    const set = paragraph("a".repeat(10_000), "zh");
    const broken = breakParagraph(set, shape(200), RULES);
    expect(broken.best.overfull).toEqual([]);
    expect(broken.best.ends.length).toBeGreaterThanOrEqual(240);
  });

  test("an empty paragraph has no lines", () => {
    expect(breakParagraph(paragraph("", "zh"), shape(100), RULES).best.ends).toEqual([]);
  });
});

test("a line break that the editor typed ends a line", () => {
  const set = paragraph("国国\n国国国", "zh");
  expect(breakParagraph(set, shape(100), RULES).best.ends).toEqual([2, 5]);
});

describe("the last line of a Chinese paragraph (CLREQ #adjustments_of_orphans_and_widows)", () => {
  const linesOf = (text: string, measure: number) => {
    const set = paragraph(text, "zh");
    const { ends } = breakParagraph(set, shape(measure), RULES).best;
    return ends.map((to, k) => boxesText(set, ends[k - 1] ?? 0, to));
  };

  test.each([
    ["one Han with its marks", `${"国".repeat(10)}说“${"新".repeat(8)}散”。`, "新散”。"],
    ["marks alone", `${"国".repeat(20)}……`, "国国……"],
    ["a number of two digits", `${"国".repeat(20)}12。`, "国12。"],
  ])("is never %s", (_, text, last) => {
    expect(linesOf(text, 200).at(-1)).toBe(last);
  });

  test.each(["国国。", "2024。", "国12", "GDP5", "国a，b。"])("may be %s", (last) => {
    expect(linesOf(`${"国".repeat(20)}${last}`, 200)).toEqual(["国".repeat(20), last]);
  });

  test("may be a sign in brackets in a cell, where lines are ragged", () => {
    const set = paragraph("合同数（项）", "zh");
    expect(breakParagraph(set, { ...shape(40), align: "left" }, RULES).best.ends).toEqual([3, 6]);
    const marks = paragraph("国国国国……", "zh");
    expect(breakParagraph(marks, { ...shape(40), align: "left" }, RULES).best.ends).toEqual([3, 5]);
  });

  test("holds two Han in a cell, where lines are ragged, and need not hold three", () => {
    const cell = { ...shape(40), align: "left" } as const;
    expect(breakParagraph(paragraph("国国国国国", "zh"), cell, RULES).best.ends).toEqual([3, 5]);
    expect(breakParagraph(paragraph("国国国国国国", "zh"), cell, RULES).best.ends).toEqual([4, 6]);
  });

  test("is short where the whole paragraph is", () => {
    expect(linesOf("散。", 200)).toEqual(["散。"]);
  });
});

test.each([
  ["总体位次稳中有升，结构优化", 110, "总体位次稳中有升，"],
  ["总体态势：位次稳中有升，结构持续优化", 130, "总体态势："],
])(
  "a heading in Chinese ends its line behind a pause mark, level lines or not: %s",
  (text, measure, line) => {
    const heading = paragraph(text, "zh");
    const broken = breakParagraph(heading, { ...shape(measure), align: "left", balanced: true }, RULES);
    const [first] = broken.best.ends;
    expect(boxesText(heading, 0, first!)).toBe(line);
  },
);
