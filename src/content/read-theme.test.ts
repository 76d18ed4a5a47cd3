import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import type { Edition } from "../base/language.ts";
import { readTheme } from "./read-theme.ts";

const briefing = readFileSync(join(ROOT, "content/themes/briefing.yaml"), "utf8");

function read(themes: Readonly<Record<string, string>>, name: string, edition: Edition = "bilingual") {
  const all: Readonly<Record<string, string>> = { briefing, ...themes };
  return readTheme({
    name,
    at: { file: "publication.yaml", start: 0, end: 1 },
    load: (wanted) => (wanted in all ? { path: `${wanted}.yaml`, text: all[wanted]! } : null),
    known: Object.keys(all),
    edition,
    fonts: null,
  });
}

const codes = (themes: Readonly<Record<string, string>>, name: string) =>
  read(themes, name).diagnostics.map((d) => ("key" in d ? `${d.code} ${d.key}` : d.code));

describe("extends", () => {
  test("a theme says only what it changes", () => {
    const { value, diagnostics } = read(
      { wide: "extends: briefing\npage: { margin: { left: 30mm } }\n" },
      "wide",
    );
    const base = read({}, "briefing").value!;
    expect(diagnostics).toEqual([]);
    expect(value!.page.margin.left).toBeCloseTo((30 * 72) / 25.4, 9);
    expect({ ...value!.page.margin, left: 0 }).toEqual({ ...base.page.margin, left: 0 });
    expect(value!.styles).toEqual(base.styles);
  });

  test("goes over several themes, the nearest winning", () => {
    const themes = { a: "extends: briefing\ngrid: 3pt\nwidows: 3\n", b: "extends: a\ngrid: 4pt\n" };
    expect(read(themes, "b").value).toMatchObject({ grid: 4, widows: 3 });
  });

  test("an edition's own values win over those of the theme", () => {
    const themes = { a: "extends: briefing\neditions: { en: { grid: 5pt } }\n" };
    expect(read(themes, "a", "en").value!.grid).toBe(5);
    expect(read(themes, "a", "zh").value!.grid).toBe(read({}, "briefing", "zh").value!.grid);
  });

  test("a circle, and a theme that is not there, are told", () => {
    expect(codes({ a: "extends: b\n", b: "extends: a\n" }, "a")).toEqual(["theme-cycle"]);
    expect(codes({ a: "extends: nowhere\n" }, "a")).toEqual(["unknown-theme"]);
  });
});

describe("faults", () => {
  test("a key that no theme of the chain gives is missing", () => {
    const without = briefing.replace(/^grid:.*\n/m, "");
    expect(codes({ bare: without }, "bare")).toEqual(["missing-key grid"]);
    const loose = briefing.replace(/^( *)mixedGapMax:.*\n/m, "");
    expect(codes({ bare: loose }, "bare")).toEqual(["missing-key zh.mixedGapMax"]);
    const both = loose.replace(/^grid:.*\n/m, "");
    expect(codes({ bare: both }, "bare").sort()).toEqual(["missing-key grid", "missing-key zh.mixedGapMax"]);
  });

  test("a misspelt key, a length that is none and a colour that is none, each at its place", () => {
    const themes = { a: 'extends: briefing\ngird: 3pt\ngrid: 3 feet\ncolours: { text: { rgb: "red" } }\n' };
    const found = read(themes, "a").diagnostics.map((d) => {
      const line = themes.a.slice(0, d.span.start).split("\n").length;
      return `${line}: ${d.code}`;
    });
    expect(found.sort()).toEqual(["2: unknown-key", "3: wrong-type", "4: wrong-type"]);
  });
});

describe("colours", () => {
  const colours = (text: string, edition?: Edition) =>
    read({ a: `extends: briefing\ncolours: { ${text} }\n` }, "a", edition).value!.colours;
  const GREEN = { rgb: [0, 1, 0], cmyk: [1, 0, 1, 0], spot: null, share: 1 };
  const PAPER = { rgb: [1, 1, 1], cmyk: [0, 0, 0, 0], spot: null, share: 0 };
  const base = read({}, "briefing").value!.colours;

  test.each([
    ["text: { of: accent, share: 50% }, accent: { of: text, share: 50% }", "accent: text"],
    [
      "text: { of: accent, share: 50% }, accent: { of: rule, share: 50% }, rule: { of: text, share: 1% }",
      "rule: text",
    ],
    [
      "tint: { of: text, share: 5% }, text: { of: rule, share: 5% }, rule: { of: text, share: 1% }",
      "rule: text",
    ],
    ["text: { of: accent, share: 50% }, accent: { of: accent, share: 50% }", ""],
  ])("that name each other are told once, where the circle closes: %s", (text, told) => {
    const theme = `extends: briefing\ncolours: { ${text} }\n`;
    const found = read({ a: theme }, "a").diagnostics.map((d) => {
      const before = theme.slice(0, d.span.start);
      const place = /(\w+): \{[^}]*$/.exec(before)?.[1];
      return `${d.code} ${place}: ${theme.slice(d.span.start, d.span.end)}`;
    });
    expect(found.join()).toBe(told === "" ? "" : `colour-cycle ${told}`);
  });

  test("of its own stand instead of a share of another", () => {
    const said = 'rgb: "#00FF00", cmyk: [100, 0, 100, 0]';
    expect(colours(`tint: { ${said} }`).tint).toEqual(GREEN);
    expect(colours(`tint: { ${said}, spot: Green }`).tint).toEqual({ ...GREEN, spot: "Green" });
    expect(colours(`tint: { rgb: "#00FF00" }`).tint).toEqual({ ...base.tint, rgb: GREEN.rgb });
    expect(colours("tint: { cmyk: [100, 0, 100, 0] }").tint).toEqual({
      ...base.tint,
      cmyk: GREEN.cmyk,
      share: 1,
    });
  });

  test("taken of another stand instead of one of their own", () => {
    expect(colours("rule: { of: accent, share: 0% }").rule).toEqual(PAPER);
    expect(colours('tint: { rgb: "#00FF00" }, rule: { of: tint, share: 100% }').rule.rgb).toEqual(GREEN.rgb);
  });

  test("said for one edition stand instead of those for all, either way", () => {
    const theme = `extends: briefing
editions:
  en: { colours: { tint: { rgb: "#00FF00", cmyk: [100, 0, 100, 0] }, rule: { of: accent, share: 0% } } }
`;
    const [zh, en] = (["zh", "en"] as const).map(
      (edition) => read({ a: theme }, "a", edition).value!.colours,
    );
    expect(zh).toEqual(base);
    expect([en!.tint, en!.rule]).toEqual([GREEN, PAPER]);
  });
});

test.each([
  ["en: { wordSpace: 0.4em }", "en.wordSpaceMax 0.34 < 0.4"],
  ["en: { wordSpaceMin: 0.3em }", "en.wordSpaceMin 0.3 > 0.25"],
  ["zh: { mixedGapMax: 0.2em }", "zh.mixedGapMax 0.2 < 0.25"],
  ["zh: { mixedGapMax: 3em }", "zh.mixedGapMax 3 > 1"],
  ["en: { wordSpace: 0.3em, wordSpaceMin: 0.3em, wordSpaceMax: 0.3em }", ""],
])("a space that gives, %s, can not be narrower at its widest than by itself", (text, fault) => {
  const found = read({ a: `extends: briefing\n${text}\n` }, "a").diagnostics.map((d) => {
    if (d.code !== "out-of-range") return d.code;
    const [sign, bound] = d.value < d.least ? ["<", d.least] : [">", d.most];
    return `${d.path} ${d.value} ${sign} ${bound}`;
  });
  expect(found.join()).toBe(fault);
});

test.each([
  ["en: { wordSpace: 0.4em }", "wordSpace", "en.wordSpaceMax"],
  ["page: { margin: { left: 100mm, right: 100mm } }", "left", "page.width"],
  ["page: { margin: { top: 280mm } }", "top", "page.height"],
  ["styles: { body: { zh: { size: 50pt } } }", "size", "layout.measureMin"],
  ["styles: { note: { en: { size: 60pt } } }", "size", "styles.note.en.leading"],
  ["layout: { columnGap: 150mm }", "columnGap", "page.width"],
])(
  "where %s leaves a value that stands in another theme out of its bounds, its own %s is told",
  (text, said, path) => {
    const a = `extends: briefing\n${text}\n`;
    const found = read({ a }, "a").diagnostics;
    const at = a.indexOf(`${said}: `) + said.length + 2;
    expect(found).toContainEqual(expect.objectContaining({ code: "out-of-range", path }));
    expect(
      found.map(({ span }) => span).filter(({ file, start }) => file !== "a.yaml" && start !== at),
    ).toEqual([]);
    expect(found.some(({ span }) => span.start === at)).toBe(true);
  },
);

test.each([
  ["said for both languages", "styles: { noteLead: { leading: 1pt } }", "1pt"],
  ["said by a style that others are like", "styles: { note: { leading: 1pt } }", "1pt"],
  ["said for one language by such a style", "styles: { note: { zh: { leading: 1pt } } }", "1pt"],
])("a style's value out of its bounds, %s, is told where it is said, once: %s", (_, text, told) => {
  const a = `extends: briefing\n${text}\n`;
  const toldIn = (name: string) =>
    read({ a, b: "extends: a\n" }, name).diagnostics.map(({ span }) =>
      span.file === "a.yaml" ? a.slice(span.start, span.end) : span.file,
    );
  expect([toldIn("a"), toldIn("b")]).toEqual([[told], [told]]);
});

test("ems outside the styles are those of the body, also where its size is said for both languages", () => {
  const both = briefing
    .replace("    font: text\n", "    font: text\n    size: 11pt\n")
    .replace("size: 10.5pt, ", "");
  const gap = (text: string) =>
    read({ a: text.replace(/^( *)columnGap:.*$/m, "$1columnGap: 2em") }, "a").value?.layout.columnGap;
  expect([gap(briefing), gap(both)]).toEqual([21, 22]);
});

test("a colour that is not said, and that others are taken of, is told once", () => {
  const without = briefing.replace(/^ *accent: \{ rgb.*\n/m, "");
  const missing = ["rgb", "cmyk.0", "cmyk.1", "cmyk.2", "cmyk.3"];
  expect(codes({ bare: without }, "bare")).toEqual(missing.map((key) => `missing-key colours.accent.${key}`));
});

test.each([
  ["page: { width: 60mm }", "page.width"],
  ["page: { width: 110mm }", "page.width"],
  ["layout: { measureMin: 60, measureMax: 70 }", "layout.measureMin"],
  ["layout: { measure: 60 }", "layout.measure"],
])("where no Chinese measure leaves room for the English, %s, what was said is told: %s", (text, path) => {
  const a = `extends: briefing\n${text}\n`;
  const found = read({ a }, "a").diagnostics;
  expect(found).toMatchObject([{ code: "out-of-range", path, span: { start: a.search(/\d/) } }]);
  const [fault] = found;
  if (path === "page.width" && fault?.code === "out-of-range") {
    const wide = { a: `extends: briefing\npage: { width: ${Math.ceil(fault.least)}pt }\n` };
    expect(read(wide, "a").diagnostics.filter((d) => d.code === "out-of-range" && d.path === path)).toEqual(
      [],
    );
  }
  expect(fault?.code === "out-of-range" && fault.least < fault.most).toBe(true);
});

test.each([
  ["layout: { columns: 3 }", "columns"],
  ["layout: { columns: 0 }", "columns"],
  ["widows: 0", "whole-number"],
])("%s is told with what may stand there", (text, expected) => {
  const found = read({ a: `extends: briefing\n${text}\n` }, "a").diagnostics;
  expect(found).toMatchObject([{ code: "wrong-type", expected }]);
});

test("a list where one of a few words stands is told as a list", () => {
  const found = read({ a: "extends: briefing\nlayout: { mode: [list] }\n" }, "a").diagnostics;
  expect(found).toMatchObject([{ code: "wrong-type", expected: "text", found: "list", text: "" }]);
});

test("sizes may be given in 号, lengths in mm, pt and em", () => {
  const themes = {
    a: "extends: briefing\nstyles: { body: { zh: { size: 小四, leading: 1.5em } } }\nspaces: { pair: 0.5em }\n",
  };
  const design = read(themes, "a").value!;
  expect(design.styles.body.zh).toMatchObject({ size: 12, leading: 18 });
  expect(design.spaces.pair).toBe(6);
});
