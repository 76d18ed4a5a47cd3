import { expect, test } from "vitest";
import { design } from "../../test/fixture.ts";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import { type Block, block, rowOf } from "./block.ts";
import { breakFrames } from "./break-frames.ts";
import { fillPages } from "./fill-pages.ts";
import { frameRules } from "./frame-feet.ts";
import { lanesOf, typeHeight } from "./lanes.ts";

const rules = frameRules(design("bilingual"), lanesOf(design("bilingual"), "bilingual", 18));

/** A block of some lines of the body. */
const lines = (count: number, foot = false) => {
  const rows = Array.from({ length: count }, (_, k) => rowOf(k * rules.line, []));
  const [ascent, descent] = [0.75 * rules.line, 0.25 * rules.line];
  return block({ strips: [{ rows, descent }], ascent, descent, foot });
};

/** How many blocks of one line each page of ten lines has above a foot of five, behind `count` of them. */
const filled = (count: number) => {
  const run = [...Array.from({ length: count }, () => lines(1)), lines(5, true)];
  const frames = breakFrames(run, () => 10 * rules.line, rules)!;
  return frames.map((frame) => frame.filter(({ block }) => !block.foot).length);
};

test("an imprint takes lines along until its page looks meant", () => {
  expect(filled(10)).toEqual([5, 5]);
  expect(filled(11)).toEqual([6, 5]);
});

test("a last page that holds enough takes none from a full one", () => {
  expect(filled(15)).toEqual([10, 5]);
});

test("a first page that is the last one stays as short as it is", () => {
  expect(filled(2)).toEqual([2]);
});

/** A paragraph of so many lines in each language. */
const pair = (...counts: readonly number[]) => {
  const strips = counts.flatMap((count) => lines(count).strips);
  const worded = strips.map(({ rows, descent }) => ({
    rows: rows.map((row) => ({ ...row, text: "word " })),
    descent,
  }));
  return block({ ...lines(0), strips: worded, splittable: true });
};

/** Lines of the last block but credits and a foot, by language, on pages of ten lines. */
const parted = (last: ReturnType<typeof pair>, filler: number) => {
  const run = [lines(filler), last, lines(1), lines(5, true)];
  const frames = breakFrames(run, () => 10 * rules.line, rules)!;
  return frames.map((frame) =>
    frame.filter(({ index }) => index === 1).flatMap(({ from, to }) => to.map((rows, k) => rows - from[k]!)),
  );
};

test("credits do not stand alone with the imprint: a paragraph that its page holds gives them its last lines", () => {
  expect(parted(pair(6), 4)).toEqual([[2], [4]]);
  expect(parted(pair(7, 7), 3)).toEqual([
    [3, 3],
    [4, 4],
  ]);
});

test("a paragraph that its page holds goes over in both languages or in none", () => {
  expect(parted(pair(6, 3), 4)).toEqual([[6, 3], []]);
});

test("the last paragraph of a page that holds credits and imprint as well stays whole", () => {
  expect(parted(pair(3), 1)).toEqual([[3]]);
});

/** Blocks by page, of so many lines each, none of which may be parted; the one before the foot is an article's credits. */
const closed = (page: number, ...counts: readonly number[]) => {
  const above = counts.map((count, k) => ({ ...lines(count), closing: k === counts.length - 1 }));
  const frames = breakFrames([...above, lines(5, true)], () => page * rules.line, rules)!;
  return frames.map((frame) => frame.map(({ index }) => index));
};

test("credits that their page holds stay under a table that goes with them nowhere", () => {
  expect(closed(10, 1, 8, 1)).toEqual([[0, 1, 2], [3]]);
});

test("credits that their page does not hold take the table above them along", () => {
  expect(closed(20, 9, 11, 1)).toEqual([[0], [1, 2, 3]]);
});

test("two fifths of a page do not stay blank for the sake of credits", () => {
  expect(closed(42, 12, 30, 1)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

const english = design("en");
const columns = lanesOf(english, "en", 0);

/** A band of so many of the page's rows behind so many rows of text in two columns, then credits → what each page begins with. */
const headed = (rows: number, band: number) => {
  const { line: row } = frameRules(english, columns);
  const part = (count: number, about: Partial<Block> = {}) => {
    const all = Array.from({ length: count }, (_, k) => rowOf(k * row, []));
    return block({
      strips: [{ rows: all, descent: 0.25 * row }],
      ascent: 0.75 * row,
      descent: 0.25 * row,
      ...about,
    });
  };
  const text = Array.from({ length: 2 * rows }, () => part(1));
  const blocks = [...text, part(band, { band: true }), part(1, { closing: true })];
  const called = ({ closing, band }: Block) => (closing ? "credits" : band ? "band" : "text");
  return fillPages(blocks, columns, english).map((page) => called(page[0]!.fragment.block));
};
const HELD = Math.floor(typeHeight(english) / frameRules(english, columns).line + 1e-6);

test("credits of what stands across both columns take it along, unless two fifths of a page would stay blank", () => {
  expect(headed(HELD - 11, 10)).toEqual(["text"]);
  expect(headed(HELD - 10, 10)).toEqual(["text", "band"]);
  const half = Math.ceil(HELD / 2);
  expect(headed(HELD - half, half)).toEqual(["text", "credits"]);
});

const START = REAL.indexOf("    body:");
const PAIRS = [...REAL.slice(START).matchAll(/ {6}- zh: .*\n {8}en: .*\n/g)].map(([pair]) => pair);

const pressed = (pairs: readonly string[]) =>
  press(`${REAL.slice(0, START)}    body:\n${pairs.join("")}`, "en");

test("columns that end level on the last page end with no hyphen", () => {
  let columns = 0;
  for (let k = 1; k <= PAIRS.length; k++) {
    const { laid, design: look } = pressed(PAIRS.slice(0, k));
    const size = look.styles.body.en.size;
    const left = laid.pages
      .at(-1)!
      .pieces.filter(({ line, x }) => line.runs[0]?.size === size && x < look.page.width / 2);
    if (left.length === 0) continue;
    columns += 1;
    expect(left.at(-1)!.line.hyphened).toBe(false);
  }
  expect(columns).toBeGreaterThan(5);
});

test("paragraphs take a line less where that keeps the imprint on their page", () => {
  const { laid, design: look } = pressed([...PAIRS.slice(2), ...PAIRS].slice(0, 13));
  expect(laid.pages).toHaveLength(3);
  const [imprint, ...above] = laid.pages
    .at(-1)!
    .pieces.filter(({ element }) => element !== null)
    .map(({ line, baseline }) => ({ text: lineText(line), baseline }))
    .sort((a, b) => Number(b.text === "Editor") - Number(a.text === "Editor"));
  expect(imprint!.text).toBe("Editor");
  const gap = Math.min(
    ...above
      .filter(({ baseline }) => baseline < imprint!.baseline)
      .map((one) => imprint!.baseline - one.baseline),
  );
  expect(gap).toBeGreaterThan(look.imprint.before);
});

test("no last page holds the credits and the imprint alone where a picture stands above them", () => {
  const closing = `      - figure: { src: map.png, alt: { zh: 图, en: A map } }
    credits:
      - { label: { zh: 整理, en: Compiled by }, value: { zh: 陈红光, en: Chen Hongguang } }
`;
  const pictures = new Map([["map.png", { width: 560, height: 560 }]]);
  const tops: string[] = [];
  for (let count = 36; count <= 40; count++) {
    const paragraphs = "      - { zh: 甲。, en: A. }\n".repeat(count);
    const issue = `${REAL.slice(0, START)}    body:\n${paragraphs}${closing}`;
    const last = press(issue, "bilingual", undefined, "briefing", pictures).laid.pages.at(-1)!;
    const body = last.pieces.filter(({ element }) => element !== null);
    const first = Math.min(...body.map(({ baseline }) => baseline), ...last.pictures.map(({ y }) => y));
    tops.push(
      body
        .filter(({ baseline }) => baseline === first)
        .map(({ line }) => lineText(line))
        .join(),
    );
  }
  expect(tops).not.toContain("整理：陈红光,Compiled by: Chen Hongguang");
});
