import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readIssue } from "../content/read-issue.ts";
import { readPublication } from "../content/read-publication.ts";
import { plainText } from "../model/inline.ts";
import { compareEntries, placesOf } from "./compare-issues.ts";
import { compareTexts, type Stretch } from "./compare-texts.ts";
import { entriesOf } from "./texts.ts";

const PUBLICATION = readPublication({
  path: "publication.yaml",
  text: "name: { zh: 试刊, en: Trial }\npublisher: { zh: 编辑部, en: Office }\ntheme: briefing\n",
}).value!;

const issueText = (paragraphs: readonly (readonly [string, string])[]) =>
  `issue: 2025-01\noverall: 1\ndate: 2025-01-06\narticles:\n  - title: { zh: 标题, en: A title }\n    body:\n${paragraphs.map(([zh, en]) => `      - zh: ${zh}\n        en: ${en}\n`).join("")}`;
const withNote = (text: string) =>
  text.includes("[^a]") ? `${text}notes: { a: { zh: 注, en: Note } }\n` : text;
const issueOf = (text: string) => readIssue({ path: "2025-01.yaml", text }, PUBLICATION).value!;

/** What changed between two issues' files. */
const changesOf = (before: string, after: string) =>
  compareEntries(entriesOf(issueOf(before)), entriesOf(issueOf(after)));

const shown = (stretches: readonly Stretch[]) =>
  stretches
    .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");

describe("two texts", () => {
  test.each([
    ["zh", "提供了强大的创新引擎", "提供了强大引擎", "提供了强大[-的创新-]引擎"],
    ["zh", "占到全国的 20%", "占到全国的 25%", "占到全国的 [-20%-]{+25%+}"],
    [
      "en",
      "continuously increase efforts",
      "continually increase efforts",
      "[-continuously-]{+continually+} increase efforts",
    ],
    ["en", "the China's reform, and", "the reform and", "the [-China's -]reform[-,-] and"],
    ["en", "about 50,000 firms", "about 5,000 firms", "about [-50,000-]{+5,000+} firms"],
  ] as const)("%s: %s", (language, before, after, expected) => {
    expect(shown(compareTexts(before, after, language))).toBe(expected);
  });

  test("old and new can both be read from the stretches, in either language", () => {
    const text = fc
      .array(fc.constantFrom("国", "家", "a", "b c", " ", "，", "1,000", "😀", "\n"), { maxLength: 20 })
      .map((it) => it.join(""));
    fc.assert(
      fc.property(text, text, fc.constantFrom("zh" as const, "en" as const), (before, after, language) => {
        const stretches = compareTexts(before, after, language);
        const of = (kind: string) =>
          stretches
            .filter((it) => it.kind !== kind)
            .map((it) => it.text)
            .join("");
        expect([of("added"), of("removed")]).toEqual([before, after]);
      }),
    );
  });
});

describe("two issues", () => {
  const A = ["第一段说创新。", "The first is about innovation."] as const;
  const B = ["第二段说改革，说得很长。", "The second is about reform, at length."] as const;
  const C = ["第三段说开放。", "The third is about opening up."] as const;
  const edited = ["第二段说改革，说得不长。", B[1]] as const;

  test("the same text in another place of the file is no change", () => {
    expect(changesOf(issueText([A, B]), `# a comment\n${issueText([A, B])}`)).toEqual([]);
  });

  test("an edit, a paragraph that came and one that went, each told in its language", () => {
    const changes = changesOf(issueText([A, B]), issueText([edited, C]));
    expect(changes.map(({ before, after }) => [before !== null, after !== null])).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ]);
    expect(shown(changes[1]!.stretches.zh)).toBe("第二段说改革，说得[-很-]{+不+}长。");
    expect(changes[1]!.stretches.en).toEqual([]);
  });

  test("a paragraph that came behind others, or went there, is one change and stands on its side alone", () => {
    const texts = (one: string, other: string) =>
      changesOf(one, other).map((change) =>
        [change.before, change.after].map((entry) => entry && plainText(entry.texts.zh!)),
      );
    const [short, long] = [issueText([A, B]), issueText([A, B, C])];
    expect(texts(short, long)).toEqual([[null, C[0]]]);
    expect(texts(long, short)).toEqual([[C[0], null]]);
    expect(texts(issueText([A, C]), long)).toEqual([[null, B[0]]]);
    expect(texts(issueText([A, B, C]), issueText([edited, C, B]))).toEqual([
      [A[0], null],
      [B[0], edited[0]],
      [null, B[0]],
    ]);
  });

  test("what stands first on the page is compared as well", () => {
    const issue = issueOf(issueText([A]));
    const renamed = { ...issue.publication, name: { ...PUBLICATION.name, zh: PUBLICATION.publisher.zh } };
    const [change, ...more] = compareEntries(
      entriesOf(issue),
      entriesOf({ ...issue, publication: renamed } as never),
    );
    expect([change!.before!.role, change!.after!.role, more]).toEqual(["name", "name", []]);
  });

  test("a text is known by its words, be they written large or small, and never taken for one of another role", () => {
    const english = (text: string) => issueText([["。", text]]);
    const sides = (one: string, other: string) =>
      changesOf(one, other).map(({ before, after }) => [before?.role ?? null, after?.role ?? null]);
    expect(sides(english("THE OFFICE, IN SHANGHAI"), english("The office in Shanghai"))).toEqual([
      ["paragraph", "paragraph"],
    ]);
    expect(sides(english("about the office"), english("of many other things"))).toEqual([
      ["paragraph", null],
      [null, "paragraph"],
    ]);
    const heading = issueText([A]).replace(
      "- zh: 第一段说创新。\n        en:",
      "- heading:\n          zh: 第一段说创新。\n          en:",
    );
    expect(sides(issueText([A]), heading)).toEqual([
      ["paragraph", null],
      [null, "heading"],
    ]);
  });

  test("bold that came is a change of the text", () => {
    const bold = [A[0], "The **first** is about innovation."] as const;
    expect(changesOf(issueText([A]), issueText([bold]))).toHaveLength(1);
  });

  test.each([
    ["第一段说**创新**。", A[1], "第一段说[-创新-]{+创新+}。", ""],
    [
      A[0],
      "The *first* is about innovation[^a].",
      "",
      "The [-first-]{+first+} is about innovatio[-n-]{+n+}.",
    ],
    [A[0], '"[^a]The first is about innovation."', "", "[-T-]{+T+}he first is about innovation."],
    ["第二段说**创新**。", A[1], "第[-一-]{+二+}段说创新。", ""],
    [
      '"**第一段**说创新。"',
      "The first is about **innovation**.",
      "[-第一段-]{+第一段+}说创新。",
      "The first is about [-innovation-]{+innovation+}.",
    ],
  ])("marks that changed are told where they stand, in their language alone: %s %s", (zh, en, ofZh, ofEn) => {
    const [change, ...more] = changesOf(issueText([A]), withNote(issueText([[zh, en]])));
    expect([shown(change!.stretches.zh), shown(change!.stretches.en)]).toEqual([ofZh, ofEn]);
    expect(more.filter(({ after }) => after?.role !== "footnote")).toEqual([]);
  });

  test("places of what changed are places in the files", () => {
    const [one, other] = [issueText([A, B]), issueText([A, edited])];
    const changes = changesOf(one, other);
    expect([...placesOf(changes, "before")]).toEqual([`2025-01.yaml:${one.indexOf("很")}`]);
    expect([...placesOf(changes, "after")]).toEqual([`2025-01.yaml:${other.indexOf("不长")}`]);
  });
});
