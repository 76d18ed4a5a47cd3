import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Mark, PLAIN } from "../model/inline.ts";
import { placeAt, stretch } from "../model/places.ts";
import { readMarkup } from "./markup.ts";

const read = (text: string) =>
  readMarkup({ text, places: stretch(0, text.length) }, "zh", {
    file: "",
    start: 0,
    end: text.length,
  });

/** `text` of plain runs, `text{mark}` of others. */
const shown = (text: string) =>
  read(text)
    .inline.runs.map((run) => run.text + markText(run.mark))
    .join("|");

function markText(mark: Mark): string {
  const names = [
    mark.bold ? "b" : "",
    mark.emphasis ? "i" : "",
    mark.position === "baseline" ? "" : mark.position.slice(0, 3),
    mark.link ?? "",
    mark.note ? `note ${mark.note}` : "",
  ].filter((name) => name !== "");
  return names.length > 0 ? `{${names.join(" ")}}` : "";
}

test.each([
  ["**王冰**提出", "王冰{b}|提出"],
  ["a *true* italic", "a |true{i}| italic"],
  ["***both*** and **one *two* one**", "both{b i}| and |one {b}|two{b i}| one{b}"],
  ["10^3^ m, H~2~O", "10|3{sup}| m, H|2{sub}|O"],
  ["[the site](https://a.cn/b_(c))!", "the site{https://a.cn/b_(c)}|!"],
  ["see[^a1] there", "see|{note a1}| there"],
  ["[^a b] [^] [^[^c] **[^d** e]", "[^a b] [^] |{note [^c}| |[^d{b}| e]"],
  ["[^is](https://a.cn) [^x]", "{note is}|(|https://a.cn{https://a.cn}|) |{note x}"],
  ["写信至wangbing@siss.sh.cn。", "写信至|wangbing@siss.sh.cn{mailto:wangbing@siss.sh.cn}|。"],
  ["见https://a.cn/x，谢谢", "见|https://a.cn/x{https://a.cn/x}|，谢谢"],
  ["\\*not\\* \\[a\\](b) \\^ \\~ \\\\", "*not* [a](b) ^ ~ \\"],
  ["**前 **后**", "前 **后{b}"],
  ["*a *b* c", "a *b{i}| c"],
  ["5 * 3 = 15, ~20 and x^ y", "5 * 3 = 15, ~20 and x^ y"],
  ["<b>&amp;</b>", "<b>&amp;</b>"],
  ["[只是括号]和(括号)", "[只是括号]和(括号)"],
])("%s", (text, runs) => {
  expect(shown(text)).toBe(runs);
  expect(read(text).diagnostics).toEqual([]);
});

describe("faults", () => {
  test("a mark that never ends is told where it begins", () => {
    const [fault] = read("前**后").diagnostics;
    expect(fault).toMatchObject({ code: "unclosed-mark", mark: "**", span: { start: 1, end: 3 } });
  });

  test.each(["javascript:alert(1)", "http:/x", "siss.sh.cn"])("[x](%s) is no address", (uri) => {
    const [fault] = read(`[x](${uri.replace(/\(.*/, "")})`).diagnostics;
    expect(fault).toMatchObject({ code: "bad-link", isPicture: false });
  });

  test("an address that is none is pointed at, and what it was put behind stays text", () => {
    const text = "见**[网站](siss.sh.cn)**，谢谢";
    const { diagnostics, inline } = read(text);
    const [{ span }] = diagnostics as [(typeof diagnostics)[number]];
    expect(text.slice(span.start, span.end)).toBe("siss.sh.cn");
    expect(inline.runs.map((run) => run.text).join("")).toBe("见网站，谢谢");
  });

  test("a picture as Markdown has it is told as one", () => {
    const [fault] = read("![图](figures/a.png)").diagnostics;
    expect(fault).toMatchObject({ code: "bad-link", isPicture: true });
  });
});

/** As long as a text may be. */
const LONG = 90_000;
/** So often that a test runs out of its time where what is read grows faster than its length. */
const MANY = 30;

test.each([
  ["brackets of notes that never end", "[^".repeat(LONG / 2)],
  ["brackets of notes that end as words", `${"[^".repeat(LONG / 2)} `],
  ["an address of trailing marks", `https://a.cn/${"))))))))!".repeat(LONG / 9)}x`],
])("%s are read in the time of any other text", (_, text) => {
  for (let k = 0; k < MANY; k++) expect(shown(text).length).toBeGreaterThanOrEqual(LONG);
});

test("text without marks comes out as it went in, in one run", () => {
  const plain = fc.stringMatching(/^[a-z中文，。 0-9]*$/);
  fc.assert(
    fc.property(plain, (text) => {
      const { runs } = read(text).inline;
      expect(runs.map((run) => run.text).join("")).toBe(text);
      expect(runs.every((run) => run.mark === PLAIN)).toBe(true);
    }),
  );
});

test("every character keeps its place, whatever the marks", () => {
  const parts = fc.array(fc.constantFrom("**", "*", "中", "a ", "[b](https://c.cn)", "\\*", "^2^", "[^n]"));
  fc.assert(
    fc.property(parts, (typed) => {
      const text = typed.join("");
      for (const run of read(text).inline.runs)
        for (let i = 0; i < run.text.length; i++) expect(text[placeAt(run.places, i)]).toBe(run.text[i]);
    }),
  );
});
