import { expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Element } from "../model/element.ts";

const all = (root: Element): readonly Element[] => [root, ...root.children.flatMap(all)];

const HEAD = REAL.slice(0, REAL.indexOf("note:"));
const NOTES = "notes:\n  a: { zh: 注甲。, en: Note A. }\n  b: { zh: 注乙。, en: Note B. }\n";
const article = (title: string, body: string) => `  - title: ${title}\n    body:\n      - ${body}\n`;

/** What stands under elements of a type, one string for each. */
function textsUnder(type: string, issue: string) {
  const { laid, found } = press(issue, "bilingual");
  expect(found).toEqual([]);
  const pieces = laid.pages.flatMap((page) => page.pieces);
  return all(laid.structure)
    .filter((element) => element.type === type)
    .map((element) => {
      const under = new Set(all(element));
      return pieces
        .filter((piece) => under.has(piece.element!))
        .map(({ line }) => lineText(line))
        .join("");
    });
}

test("the numbers of two notes at one place are parted", () => {
  const issue = `${HEAD}articles:\n${article("{ zh: 题, en: Title }", "{ zh: '会议结束。[^a][^b]', en: 'It ended.[^a][^b]' }")}${NOTES}`;
  const texts = textsUnder("P", issue);
  expect(texts).toContain("会议结束。1,2");
  expect(texts).toContain("It ended.1,2");
});

test("a footnote of a title is not mentioned in the table of contents", () => {
  const body = "{ zh: 会议结束。, en: It ended. }";
  const issue = `${HEAD}articles:\n${article("{ zh: '第一题[^a]', en: 'One[^a]' }", body)}${article("{ zh: '第二题[^b]', en: Two }", body)}${NOTES}`;
  expect(textsUnder("TOCI", issue)).toEqual(["第一题 1", "第二题 1", "One 1", "Two 1"]);
  expect(textsUnder("H2", issue)).toEqual(["第一题1", "One1", "第二题2", "Two"]);
});

test.each([
  ["two notes", "ab"],
  ["three notes", "abc"],
])("of %s the last is on no page alone, nor is the first", (_, keys) => {
  const marks = [...keys].map((key) => `[^${key}]`).join("");
  const notes = [...keys].map((key) => `  ${key}: { zh: 注${key}。, en: Note ${key}. }\n`).join("");
  const pagesOf = (lines: number) => {
    const body = "      - { zh: 会议结束。, en: It ended. }\n".repeat(lines);
    const noted = article("{ zh: 题, en: Title }", `{ zh: '开会。${marks}', en: 'It began.${marks}' }`);
    const next = `${article("{ zh: 题, en: Title }", "{ zh: 会议结束。, en: It ended. }")}${body}`;
    const { laid } = press(`${HEAD}articles:\n${noted}${body}${next}notes:\n${notes}`, "bilingual");
    return [...keys].map((key) =>
      laid.pages.findIndex(({ pieces }) => pieces.some(({ line }) => lineText(line) === `注${key}。`)),
    );
  };
  // As many lines as bring the notes to the foot of the first page, one by one.
  const pages = Array.from({ length: 14 }, (_, k) => pagesOf(8 + k));
  for (const [first, ...others] of pages) expect(others).toEqual(others.map(() => first));
  expect(new Set(pages.flat())).toEqual(new Set([0, 1]));
});

test("a note's number stands in its column, before the note", () => {
  const issue = `${HEAD}articles:\n${article("{ zh: 题, en: Title }", "{ zh: '会议结束。[^a][^b]', en: 'It ended.[^a][^b]' }")}${NOTES}`;
  const { laid, design } = press(issue, "bilingual");
  const pieces = laid.pages.flatMap((page) => page.pieces);
  for (const [k, text] of ["注甲。", "Note A."].entries()) {
    const note = pieces.find(({ line }) => lineText(line) === text)!;
    const numbers = pieces.filter(
      ({ element, baseline }) => element?.type === "Lbl" && baseline === note.baseline,
    );
    const { x, line } = numbers[k]!;
    expect(lineText(line)).toBe("1");
    expect(x + line.left).toBeGreaterThan(design.page.margin.left + laid.lanes.body[0]![k]!.x - 0.1);
    expect(x + line.right).toBeLessThan(note.x + note.line.left);
  }
});

test("one rule stands in each column above all of an article's notes", () => {
  const issue = `${HEAD}articles:\n${article("{ zh: 题, en: Title }", "{ zh: '会议结束。[^a][^b]', en: 'It ended.[^a][^b]' }")}${NOTES}`;
  const { laid, design } = press(issue, "bilingual");
  const rules = laid.pages.flatMap(({ rects }) =>
    rects.filter(({ height, width }) => height === design.spaces.footnoteRule && width < 100),
  );
  const baseline = (text: string) =>
    laid.pages.flatMap(({ pieces }) => pieces).find(({ line }) => lineText(line) === text)!.baseline;
  expect(rules.map(({ x }) => x)).toEqual(laid.lanes.body[0]!.map(({ x }) => design.page.margin.left + x));
  for (const { y } of rules) {
    expect(y).toBeGreaterThan(baseline("It ended.1,2"));
    expect(y).toBeLessThan(baseline("注甲。"));
  }
});
