import fc from "fast-check";
import { expect, test } from "vitest";
import { readMarkup } from "../content/markup.ts";
import { stretch } from "../model/places.ts";
import { linkTo, type Run, typedRuns } from "./typed-runs.ts";

const plain: Run = { text: "", bold: false, emphasis: false, position: "", link: null, note: null };

/** Every letter with its marks; blanks have none that anybody sees. */
const letters = (runs: readonly Run[]): readonly string[] =>
  runs.flatMap(({ text, bold, emphasis, position, link, note }) => {
    const marks = `${bold ? "b" : ""}${emphasis ? "i" : ""}${position}${link ?? ""}`;
    return note !== null
      ? [`note ${note}`]
      : [...text].map((char) => (/\s/.test(char) ? char : char + marks));
  });

const POSITIONS = { baseline: "", superscript: "^", subscript: "~" } as const;

function readBack(typed: string) {
  const { inline, diagnostics } = readMarkup({ text: typed, places: stretch(0, typed.length) }, "zh", {
    file: "",
    start: 0,
    end: typed.length,
  });
  const runs = inline.runs.map(
    ({ text, mark }): Run => ({ ...mark, text, position: POSITIONS[mark.position] }),
  );
  return { runs, diagnostics };
}

const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("张", "江", "a", "b", "，", "。", " ", "2") },
      {
        weight: 3,
        arbitrary: fc.constantFrom("*", "**", "^", "~", "[", "]", "\\", "_", "(", ")", "`", "[^2]"),
      },
      { weight: 1, arbitrary: fc.constantFrom(" https://a.cn/~b*c ", "：http://a.cn/x_y。") },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const run = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      text,
      bold: fc.boolean(),
      emphasis: fc.boolean(),
      position: fc.constantFrom("" as const, "" as const, "" as const, "^" as const, "~" as const),
      link: fc.constantFrom(null, null, null, "https://b.cn/x", "mailto:a@b.cn"),
      note: fc.constant(null),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom("1", "e2").map((note): Run => ({ ...plain, note })) },
);

test("whatever the runs, their letters are read back with the same marks, and no mark is left open", () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 8 }), (runs) => {
      const { runs: back, diagnostics } = readBack(typedRuns(runs));
      expect(diagnostics).toEqual([]);
      // An address in the text may have become a link to itself.
      const withLinks = (all: readonly Run[]) =>
        letters(
          all.map((it) =>
            it.link === "https://b.cn/x" || it.link?.startsWith("mailto") ? it : { ...it, link: null },
          ),
        );
      expect(withLinks(back)).toEqual(withLinks(runs));
    }),
    { numRuns: 5000 },
  );
});

const of = (...parts: readonly (readonly [string, string])[]) =>
  typedRuns(
    parts.map(([text, marks]) => ({
      ...plain,
      text,
      bold: marks.includes("b"),
      emphasis: marks.includes("i"),
      position: marks.includes("^") ? "^" : "",
      link: marks.includes("l") ? "https://a.cn/" : null,
    })),
  );

test("marks open and close only what differs, and stand close to the text", () => {
  expect(of(["张江", "b"], ["高科", "bi"], ["园区", "b"])).toBe("**张江*高科*园区**");
  expect(of(["the ", ""], ["great ", "b"], ["leap", "bi"], [" on", ""])).toBe("the **great *leap*** on");
  expect(of(["both ", "bi"], ["one", "i"])).toBe("***both*** *one*");
  expect(of(["x", ""], ["2", "^"], ["3 4", "b^"])).toBe("x^2^**^3^ ^4^**");
  expect(of(["2", "^l"])).toBe("^[2](https://a.cn/)^");
  expect(of(["https://a.cn/", "l"], ["，见", ""])).toBe("https://a.cn/，见");
});

test("bold italic beside italic takes the asterisks that lead from the one to the other", () => {
  expect(of(["张江", "bi"], ["高科", "i"], ["园区", ""])).toBe("***张江*******高科*园区");
});

test("an address keeps its signs, and what follows it at once stays outside", () => {
  expect(of(["见http://a.cn/~b_c/", ""])).toBe("见[http://a.cn/\\~b_c/](http://a.cn/~b_c/)");
  expect(of(["http://a.cn", ""], ["x", "b"])).toBe("[http://a.cn](http://a.cn)**x**");
  expect([linkTo("https://a.cn/b_(c d)"), linkTo("file:///x")]).toEqual(["https://a.cn/b_%28c%20d%29", null]);
});
