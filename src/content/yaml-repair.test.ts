import { describe, expect, test } from "vitest";
import { publication } from "../../test/publication.ts";
import { readIssue } from "./read-issue.ts";

const ISSUE = `issue: 2025-01
overall: 15
date: 2025-01-06
articles:
  - series: { zh: 栏, en: Series }
    title:
      zh: 题
      en: Title
    body:
      - zh: 一。
        en: One.
      - heading: { zh: 二, en: Two }
      - zh: 三。
        en: Three.
    credits: []
`;

/** `line:column fault` of every fault of an issue in which some texts were typed otherwise. */
function faults(...slips: readonly (readonly [string, string])[]): readonly string[] {
  const text = slips.reduce((typed, [right, wrong]) => typed.replace(right, wrong), ISSUE);
  const { diagnostics } = readIssue({ path: "content/2025-01.yaml", text }, publication);
  return diagnostics.map((d) => {
    const before = text.slice(0, d.span.start).split("\n");
    return `${before.length}:${before.at(-1)!.length + 1} ${d.code === "yaml" ? d.fault : d.code}`;
  });
}

test("the issue itself has no fault", () => expect(faults()).toEqual([]));

describe("a slip is told where it was made", () => {
  test.each([
    ["no space behind the colon of a number", "overall: 15", "overall:15", "2:1 no-space"],
    ["a full-width space there", "overall: 15", "overall:\u300015", "2:1 no-space"],
    ["a no-break space there", "- zh: 一", "- zh:\u00a0一", "10:9 no-space"],
    ["no space behind a first language", "- zh: 一", "- zh:一", "10:9 no-space"],
    ["no space behind a second language", "en: One", "en:One", "11:9 no-space"],
    ["no space in braces, where YAML finds a word", "{ zh: 栏,", "{ zh:栏,", "5:15 no-space"],
    ["no space behind a hyphen", "- zh: 一", "-zh: 一", "10:7 no-dash"],
    ["a full-width hyphen", "- zh: 一", "－ zh: 一", "10:7 no-dash"],
    ["a dash of running text", "- zh: 一", "– zh: 一", "10:7 no-dash"],
    ["a dot", "- heading", "• heading", "12:7 no-dash"],
    ["a full-width comma between languages", "栏, en", "栏，en", "5:20 full-width-comma"],
    ["full-width braces", "{ zh: 栏, en: Series }", "｛ zh: 栏, en: Series ｝", "5:13 full-width-bracket"],
    ["a full-width brace that closes", "Series }", "Series ｝", "5:33 full-width-bracket"],
  ])("%s", (_name, right, wrong, expected) => expect(faults([right, wrong])).toEqual([expected]));
});

describe("a line in a wrong column is told once, whatever comes behind it", () => {
  test.each([
    ["a key too far out", "    body:", "   body:", "9:4 bad-indent"],
    ["a language in the column of its article", "        en: One", "    en: One", "11:5 bad-indent"],
    ["a language in the first column", "        en: One", "en: One", "11:1 bad-indent"],
    ["a tab", "        en: One", "\ten: One", "11:1 tab"],
    ["a tab before the first of two keys", "      zh: 题", "\tzh: 题", "7:1 tab"],
    [
      "an entry with all that is under it",
      "    title:\n      zh: 题\n      en",
      "     title:\n       zh: 题\n       en",
      "6:6 bad-indent",
    ],
  ])("%s", (_name, right, wrong, expected) => expect(faults([right, wrong])).toEqual([expected]));
});

test("mistakes of several kinds are all told in one run", () =>
  expect(
    faults(
      ["overall: 15", "overall：15"],
      ["en: Title", "en:Title"],
      ["        en: One", "       en: One"],
      ["- zh: 三", "－zh：三"],
      ["en: Three.", 'en: "Three" more.'],
    ),
  ).toEqual([
    "2:1 full-width-colon",
    "8:7 no-space",
    "11:8 bad-indent",
    "13:7 no-dash",
    "13:8 full-width-colon",
    "14:21 text-behind-quote",
  ]));

test("both languages without a space make one text, which is hardly meant", () =>
  expect(faults(["zh: 题\n      en: Title", "zh:题\n      en:Title"])).toEqual(["7:7 no-space"]));

test("what looks like a slip in a block of text is text", () =>
  expect(
    faults(["zh: 题\n", "zh: |-\n        题\n        en:wuming\n"], ["overall: 15", "overall:15"]),
  ).toEqual(["2:1 no-space"]));

describe("brackets and quotation marks are told where they opened, and hide nothing", () => {
  test.each([
    ["a brace that is never closed", ["en: Series }", "en: Series"], ["5:13 unclosed-flow"]],
    ["a brace too much", ["en: Series }", "en: Series }}"], ["5:34 stray-bracket"]],
    ["no comma between languages", ["栏, en", "栏 en"], ["5:20 missing-comma"]],
    ["a colon in braces", ["en: Series }", "en: Our: series }"], ["5:26 unquoted-colon"]],
    ["an apostrophe between single ones", ["en: One.", "en: 'It's one.'"], ["11:16 quote-in-quotes"]],
    ["an apostrophe and a colon", ["en: One.", "en: 'It's so: one.'"], ["11:16 quote-in-quotes"]],
    ["quotation marks and a colon", ["en: One.", 'en: "The "one": two."'], ["11:18 quote-in-quotes"]],
    ["a colon behind quotation marks", ["en: One.", 'en: "One": two.'], ["11:18 text-behind-quote"]],
    ["quotation marks in their like", ["en: One.", 'en: "The "one"."'], ["11:18 quote-in-quotes"]],
    ["two words in quotation marks", ["en: One.", 'en: "One" and "two".'], ["11:19 text-behind-quote"]],
    ["a mark of a block before a text", ["en: One.", "en: > One."], ["11:13 reserved-start"]],
    ["another one", ["en: One.", "en: |One."], ["11:13 reserved-start"]],
    ["a question mark before a text", ["en: One.", "en: ? One."], ["11:13 reserved-start"]],
    ["a quotation mark in braces", ["en: Two }", 'en: "Two }'], ["12:31 unclosed-quote"]],
    ["one over two lines", ["en: One.", 'en: "One\n          and more.'], ["11:13 unclosed-quote"]],
  ] as const)("%s", (_name, slip, expected) => expect(faults(slip)).toEqual(expected));

  test("several", () =>
    expect(
      faults(
        ["en: Series }", "en: Series"],
        ["en: One.", 'en: "One.'],
        ["en: Two }", "en: Two"],
        ["zh: 三。", "zh: 三: 四。"],
      ),
    ).toEqual(["5:13 unclosed-flow", "11:13 unclosed-quote", "12:18 unclosed-flow", "13:13 unquoted-colon"]));
});

describe("a line without a key is told once, where it stands", () => {
  test.each([
    ["more of a text that is not indented", ["en: One.", "en: One\nand more.\n\n"], ["12:1 no-key"]],
    ["two of them", ["- zh: 一。", "- zh: 一。\n另一行\n再一行"], ["11:1 no-key"]],
    ["a block of text that is not indented", ["zh: 题\n", "zh: |\n      题\n      名\n"], ["8:7 no-key"]],
    ["a note with a mark of another program", ["overall: 15", "// 备注\noverall: 15"], ["2:1 no-key"]],
    ["a note behind a full-width mark", ["overall: 15", "＃ 备注\noverall: 15"], ["2:1 no-key"]],
    ["a key with another sign", ["overall: 15", "overall = 15"], ["2:1 no-value"]],
    ["a pair without its brace", ["heading: { zh", "heading: zh"], ["12:18 pair-behind-key"]],
    ["a pair that has none", ["heading: { zh: 二, en: Two }", "heading: zh: 二"], ["12:18 pair-behind-key"]],
  ] as const)("%s", (_name, slip, expected) => expect(faults(slip)).toEqual(expected));

  test("beside other slips", () =>
    expect(
      faults(["overall: 15", "overall = 15"], ["en: One.", "en: One\nand more."], ["en: Two }", "en: Two"]),
    ).toEqual(["2:1 no-value", "12:1 no-key", "13:18 unclosed-flow"]));
});

test("a file that is indented with tabs is one mistake, and what else is wrong in it is told", () => {
  const tabbed = ISSUE.replace(/^ +/gm, (blanks) => "\t".repeat(blanks.length / 2));
  expect(faults([ISSUE, tabbed])).toEqual(["5:1 tabs"]);
  expect(faults([ISSUE, tabbed.replace("en: One", "en：One")])).toEqual([
    "5:1 tabs",
    "11:5 full-width-colon",
  ]);
  expect(faults(["        en: One", "\ten: One"])).toEqual(["11:1 tab"]);
});

describe("a slip of YAML hides no other mistakes", () => {
  /** A misspelt key, a date that is none and a missing key, each far from the slips. */
  const others = [
    ["overall", "overal"],
    ["2025-01-06", "2025-13-06"],
    ["    credits: []", "    credits: [{ label: a, valeu: b }]"],
  ] as const;
  const told = ["2:1 unknown-key", "3:7 bad-date", "15:27 unknown-key"];

  test.each([
    ["a full-width colon", ["en: Title", "en：Title"], "8:7 full-width-colon"],
    ["no dash", ["- zh: 三", "• zh: 三"], "13:7 no-dash"],
    ["a colon in a text", ["en: One.", 'en: One: it\'s "one".'], "11:13 unquoted-colon"],
    ["a colon in braces", ["en: Series }", "en: Our: series }"], "5:26 unquoted-colon"],
    ["a text that begins with an asterisk", ["zh: 一。", "zh: **一**。"], "10:13 alias"],
    ["one over two lines", ["en: One.", "en: *One*\n          and more."], "11:13 alias"],
    ["one in braces", ["zh: 栏,", "zh: *栏*,"], "5:19 alias"],
    ["a text that begins with an ampersand", ["zh: 一。", "zh: &一。"], "10:13 anchor"],
    ["a mark that YAML keeps for itself", ["en: One.", "en: @One."], "11:13 reserved-start"],
    ["an apostrophe between single ones", ["en: One.", "en: 'It's one.'"], "11:16 quote-in-quotes"],
    ["a footnote in braces", ["en: Two }", "en: Two[^k] }"], "12:34 bracket-in-text"],
    ["a key too far out", ["        en: One", "       en: One"], "11:8 bad-indent"],
    ["a quotation mark that is never closed", ["en: One.", 'en: "One.'], "11:13 unclosed-quote"],
    ["a line without a key", ["en: One.", "en: One\nand more."], "12:1 no-key"],
  ] as const)("%s", (_name, slip, expected) => {
    const moved = slip[1].split("\n").length - 1;
    const [key, date, credit] = told;
    expect([...faults(...others, slip)].sort()).toEqual(
      [key, date, expected, credit!.replace("15", `${15 + moved}`)].sort(),
    );
  });

  test("what two keys of one name are is told of both places as they were typed", () => {
    const typed = ISSUE.replace("zh: 题", "zh：题").replace("date:", "overall: 16\ndate:");
    const { diagnostics } = readIssue({ path: "content/2025-01.yaml", text: typed }, publication);
    const [twice] = diagnostics.filter(({ code }) => code === "duplicate-key");
    expect(twice).toMatchObject({ span: { start: typed.indexOf("overall: 16") } });
    expect(twice).toMatchObject({ first: { start: typed.indexOf("overall: 15") } });
  });

  test("nothing is said of what was moved to be read, or may be lost with it", () => {
    expect(faults(["    title:", "title:"], ["栏, en: Series", "'[^k]', en: Series"])).toHaveLength(1);
    expect(faults(["overall: 15", "overall = 15"])).toEqual(["2:1 no-value"]);
  });
});

test("one slip in any line is told as it is alone", () => {
  const slips: readonly (readonly [RegExp, string])[] = [
    [/^/, " "],
    [/^ +/, ""],
    [/: (?=[^{[])/, ": *"],
    [/:/, " ="],
  ];
  const lines = ISSUE.trimEnd().split("\n");
  for (const [k, line] of lines.entries())
    for (const [right, wrong] of slips) {
      const typed = line.replace(right, wrong);
      if (typed === line || /^(?:articles|date)/.test(line)) continue;
      const slipped = [...lines.slice(0, k), typed, ...lines.slice(k + 1)].join("\n");
      const alone = faults([ISSUE, slipped]);
      // With another mistake at the end of the file, that one is told besides.
      const both = faults([ISSUE, slipped.replace("date: 2025-01-06", "date: 2025-13-06")]);
      const bad = both.filter((fault) => fault.endsWith("bad-date"));
      expect([typed, ...both.filter((fault) => !bad.includes(fault))]).toEqual([typed, ...alone]);
    }
});
