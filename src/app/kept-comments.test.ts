import { describe, expect, test } from "vitest";
import { remark } from "../import/write-issue.ts";
import { withComments } from "./kept-comments.ts";

const issue = (...lines: readonly string[]) =>
  ["# yaml-language-server: $schema=schema/issue.json", "issue: 2025-01", "articles:", ...lines, ""].join(
    "\n",
  );
const ONE = ["      - zh: 甲。", "        en: One."];
const TWO = ["      - zh: 乙。", "        en: Two."];
const IGNORE = "      # proof: ignore term";

describe("comments of a file that is replaced", () => {
  test("stand above the line that they stood above, wherever it is now", () => {
    const before = issue(...ONE, IGNORE, "      # Asked on Monday.", ...TWO);
    const after = issue(...TWO, ...ONE);
    expect(withComments(after, before)).toEqual({
      text: issue(IGNORE, "      # Asked on Monday.", ...TWO, ...ONE),
      kept: 2,
      lost: 0,
    });
  });

  test("are counted where their line is another, is there twice, or was none", () => {
    const before = issue(IGNORE, ...ONE, ...TWO, "# At the end.");
    for (const after of [issue("      - zh: 丙。", ...TWO), issue(...ONE, ...ONE)])
      expect(withComments(after, before)).toEqual({ text: after, kept: 0, lost: 2 });
    const twice = issue(IGNORE, ...ONE, ...ONE);
    expect(withComments(issue(...ONE), twice)).toMatchObject({ kept: 0, lost: 1 });
  });

  test("stand above a line that is in many places where those below it tell which", () => {
    const heads = (zh: string) => ["      - heading:", `          zh: ${zh}`];
    const before = issue(...heads("背景"), ...ONE, IGNORE, ...heads("前景"), ...TWO);
    const after = issue(...heads("新节"), ...ONE, ...heads("前景"), ...ONE);
    expect(withComments(after, before)).toEqual({
      text: issue(...heads("新节"), ...ONE, IGNORE, ...heads("前景"), ...ONE),
      kept: 1,
      lost: 0,
    });
  });

  test("stand above a line that only the second one below it tells from others", () => {
    const article = (zh: string) => ["    body:", "      - heading:", `          zh: ${zh}`];
    const before = issue(...article("背景"), IGNORE, ...article("前景"));
    const after = issue(...article("前景"), ...article("新节"));
    expect(withComments(after, before)).toEqual({
      text: issue(IGNORE, ...article("前景"), ...article("新节")),
      kept: 1,
      lost: 0,
    });
  });

  test("stand above the first line, and above one that ends a text of several lines", () => {
    const after = "issue: 2025-01\n      zh: |-\n        甲\n      en: One\n";
    const before = after
      .replace("issue", "# proof: ignore-file\nissue")
      .replace("      en", `${IGNORE}\n      en`);
    expect(withComments(after, before)).toEqual({ text: before, kept: 2, lost: 0 });
  });

  test("behind the last line are counted, however short the file", () => {
    expect(withComments("issue: 2025-01", "issue: 2025-01\n# At the end.")).toMatchObject({
      kept: 0,
      lost: 1,
    });
  });

  test.each([
    ["date: 2025-02-14", " # checked"],
    ["    body:", " # asked on Monday"],
    ['      - subheading: { zh: 甲, en: "A # thing" }', "  # proof: ignore term"],
    ['        en: "Is it \\"# 1\\"?"', " # “sic” [both] 'so'"],
    ["        en: 'It''s # 1'", " # sic"],
    ["          - { zh: 甲, en: It's C# }", " # see [x] # y"],
  ])("behind a line stand behind it again: %s%s", (line, comment) => {
    const before = issue(line + comment, ...TWO);
    expect(withComments(issue(...ONE, line, ...TWO), before)).toEqual({
      text: issue(...ONE, line + comment, ...TWO),
      kept: 1,
      lost: 0,
    });
  });

  test("behind a line that begins a text of several lines stand there again, and comments above it", () => {
    const text = (behind: string) => [`      - zh: |-${behind}`, "          甲", "        en: One."];
    const before = issue(IGNORE, ...text(" # two lines"));
    expect(withComments(issue(...text("")), before)).toEqual({ text: before, kept: 2, lost: 0 });
  });

  test("are none behind a text that has no quotation marks", () => {
    const made = withComments(issue("      - zh: 甲"), issue("      - zh: 甲 # 1"));
    expect(made).toMatchObject({ kept: 0, lost: 0 });
  });

  test("behind a line are counted, but where the new file has the line as it was", () => {
    const line = '      - subheading: { zh: 甲, en: "A #1 thing" } # proof: ignore term';
    expect(withComments(issue(...ONE), issue(line))).toMatchObject({ kept: 0, lost: 1 });
    expect(withComments(issue(line), issue(line))).toMatchObject({ kept: 0, lost: 0 });
    expect(withComments(issue(...ONE), issue('      - zh: "甲] #1"'))).toMatchObject({ lost: 0 });
  });

  test("of the import itself are none, and none is there twice", () => {
    const before = issue(`      ${remark("length")}`, ...ONE, IGNORE, ...TWO);
    const after = issue(...ONE, IGNORE, ...TWO);
    expect(withComments(after, before)).toEqual({ text: after, kept: 0, lost: 0 });
  });

  test("are no lines of a text, and go above none", () => {
    const title = (text: string) => [
      "  - title:",
      "      zh: |-",
      `        ${text}`,
      "        # 号",
      "    body:",
    ];
    const after = issue(...title("- zh: 甲。"));
    expect(withComments(after, issue(...title("甲")))).toEqual({ text: after, kept: 0, lost: 0 });
    expect(withComments(after, issue(...title("甲"), IGNORE, "        - zh: 甲。"))).toMatchObject({
      lost: 1,
    });
    const listed = issue("      - - zh: |-", "            甲", "            # 乙", IGNORE, ...ONE);
    expect(withComments(issue(...ONE), listed)).toMatchObject({ kept: 1, lost: 0 });
  });

  test("are read with the line ends of Windows", () => {
    const before = issue(IGNORE, ...ONE).replaceAll("\n", "\r\n");
    expect(withComments(issue(...ONE), before)).toEqual({ text: issue(IGNORE, ...ONE), kept: 1, lost: 0 });
  });
});
