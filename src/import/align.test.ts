import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { align, type Match } from "./align.ts";
import { type Piece, piece } from "./piece.ts";

const { blocks } = JSON.parse(readFileSync("test/data/2024-14.source.json", "utf8")) as {
  readonly blocks: readonly { readonly kind: string; readonly zh: string; readonly en: string }[];
};
const BODY = blocks.filter(({ kind }) => kind === "p" || kind === "h");
const ZH = BODY.map(({ zh }, k) => piece(zh, "text", k * 2 + 1));
const EN = BODY.map(({ en }, k) => piece(en, "text", k * 2 + 2));

/** Chinese and English in turns: which follows which is known. */
const inTurns = (zh: Piece, en: Piece) => en.at === zh.at + 1;
const unknown = () => false;

const shape = (matches: readonly Match[]) =>
  matches.map(
    ({ zh, en }) => `${zh.map(({ at }) => (at + 1) / 2)}-${en.map(({ at }) => Math.floor(at) / 2)}`,
  );
const pairs = shape(BODY.map((_, k) => ({ zh: [ZH[k]!], en: [EN[k]!], doubt: null })));
const without = <T>(list: readonly T[], k: number) => list.filter((_, other) => other !== k);

const PARAGRAPHS = BODY.flatMap(({ kind }, k) => (kind === "p" ? [k] : []));

describe.each([
  ["in turns", inTurns],
  ["in two blocks", unknown],
])("%s", (_, follows) => {
  test("every text finds its own", () => {
    const matches = align(ZH, EN, follows);
    expect(shape(matches)).toEqual(pairs);
    expect(matches.map(({ doubt }) => doubt)).toEqual(BODY.map(() => null));
  });

  test.each(BODY.map((_, k) => k))("without the English of text %i all others still do", (k) => {
    const matches = align(ZH, without(EN, k), follows);
    expect(shape(matches)).toEqual(
      pairs.map((pair, other) => (other === k ? pair.replace(/-.*/, "-") : pair)),
    );
    expect(matches[k]!.doubt).toBe("alone");
  });

  test.each(BODY.map((_, k) => k))("without the Chinese of text %i all others still do", (k) => {
    const matches = align(without(ZH, k), EN, follows);
    expect(shape(matches)).toEqual(
      pairs.map((pair, other) => (other === k ? pair.replace(/.*-/, "-") : pair)),
    );
  });

  test.each(PARAGRAPHS)("the English of text %i in two paragraphs is put together", (k) => {
    const { text, at } = EN[k]!;
    const stops = [...text.matchAll(/[.] (?=[A-Z])/g)].map(({ index }) => index + 1);
    const [middle] = stops.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
    if (middle === undefined || Math.min(middle, text.length - middle) < text.length / 4) return;
    const parts = [piece(text.slice(0, middle), "text", at), piece(text.slice(middle + 1), "text", at + 0.5)];
    const matches = align(ZH, [...EN.slice(0, k), ...parts, ...EN.slice(k + 1)], follows);
    expect(matches).toHaveLength(BODY.length);
    expect(matches[k]).toMatchObject({ zh: [ZH[k]], en: parts, doubt: "joined" });
  });
});

test("headings go by their numbers, however long they are", () => {
  const zh = ["一、背景", "二、现状", "三、对策"].map((text, k) => piece(text, "text", k));
  const en = ["2. The state of affairs as it was found in all of the regions", "3. Measures"].map((text, k) =>
    piece(text, "text", k + 9),
  );
  expect(align(zh, en, unknown).map(({ zh, en }) => [zh[0]?.text, en[0]?.text.slice(0, 2)])).toEqual([
    ["一、背景", undefined],
    ["二、现状", "2."],
    ["三、对策", "3."],
  ]);
});

test("a pair far out of proportion, or without a figure in common, is to be looked at", () => {
  const long = "创新".repeat(60);
  const even = piece("innovation ".repeat(60), "text", 4);
  const [short] = align(
    [piece(long, "text", 1), piece(long, "text", 3)],
    [piece("Innovation.", "text", 2), even],
    (a, b) => b.at === a.at + 1,
  );
  expect(short!.doubt).toBe("length");
  const figures = align(
    [piece(`${long}2023年20项，66个`, "text", 1)],
    [piece(`${even.text} 1999, 31 and 77`, "text", 2)],
    unknown,
  );
  expect(figures[0]!.doubt).toBe("numbers");
});

test("nothing in, nothing out; one language alone is told of text by text", () => {
  expect(align([], [], unknown)).toEqual([]);
  expect(align(ZH, [], unknown).map(({ doubt }) => doubt)).toEqual(ZH.map(() => "alone"));
});

const chinese = (count: number) => Array.from({ length: count }, (_, k) => piece("创新发展。", "text", k));
const english = (count: number) =>
  Array.from({ length: count }, (_, k) => piece("Innovation grows.", "text", k));

test.each([
  [1, 1000],
  [1000, 1],
  [2, 1700],
  [1700, 2],
  [3, 3000],
  [3000, 3],
  [1200, 2000],
  [2000, 1200],
  [1, 60_000],
])("%i Chinese texts beside %i English ones: every text stands once, in its order", (zh, en) => {
  const [one, other] = [chinese(zh), english(en)];
  const matches = align(one, other, unknown);
  expect(matches.flatMap((match) => match.zh)).toEqual(one);
  expect(matches.flatMap((match) => match.en)).toEqual(other);
  expect(matches.filter(({ zh, en }) => zh.length > 0 && en.length > 0).length).toBeGreaterThan(0);
});

test("a text far down on the side that has many is still found", () => {
  const own = piece(`2. Prospects: ${"innovation ".repeat(9)}1999`, "text", 9);
  const many = [...english(2900), own, ...english(100)];
  const matches = align(
    [...chinese(2), piece(`二、前景：${"创新".repeat(20)}1999`, "text", 3)],
    many,
    unknown,
  );
  expect(matches.find(({ en }) => en.includes(own))?.zh[0]?.text).toMatch(/^二、前景/);
});

test("in a manuscript that alternates a pair that does not stand together is told", () => {
  const texts = [`${"甲乙丙丁".repeat(6)}。`, `${"innovation ".repeat(8)}.`] as const;
  const more = Array.from({ length: 9 }, (_, k) => 10 + 2 * k);
  const places = [1, 3, 5, 6, 8, ...more];
  const zh = places.map((at) => piece(texts[0], "text", at));
  // The third Chinese text has no English, and the English at 8.5 no Chinese.
  const en = [2, 4, 7, 8.5, 9, ...more.map((at) => at + 1)].map((at) => piece(texts[1], "text", at));
  const order = [...zh, ...en].sort((a, b) => a.at - b.at);
  const follows = (one: Piece, other: Piece) => order.indexOf(other) === order.indexOf(one) + 1;
  const told = (matches: readonly Match[]) => matches.filter(({ doubt }) => doubt === "apart");
  const apart = told(align(zh, en, follows));
  expect(apart.length).toBeGreaterThan(0);
  for (const { zh: one, en: other } of apart)
    expect(Math.abs(order.indexOf(one[0]!) - order.indexOf(other[0]!))).toBeGreaterThan(1);
  expect(told(align(ZH, EN, (one, other) => other.at === one.at + 1))).toEqual([]);
  expect(told(align(zh, en, () => false))).toEqual([]);
});

describe("of two texts that may be the partner", () => {
  const chosen = (zh: Piece, ...en: readonly Piece[]) =>
    align([zh], en, unknown)
      .find((match) => match.zh.length > 0)
      ?.en.map(({ text }) => text);

  test("a heading without a number is one of its own style, whatever the lengths", () => {
    const [text, head] = [piece("Fostering talents in it", "text", 2), piece("Talents", "subheading", 3)];
    expect(chosen(piece("人才队伍", "subheading", 1), text, head)).toEqual([head.text]);
  });

  test("an entry of a list is an entry", () => {
    const [text, entry] = [piece("To lower all of the fees", "text", 2), piece("Less fees.", "bullet", 3)];
    expect(chosen(piece("降低费用。", "bullet", 1), text, entry)).toEqual([entry.text]);
  });
});

test.each([
  ["Chinese", "text", "heading"],
  ["English", "heading", "text"],
  ["English list", "bullet", "text"],
  ["Chinese list", "text", "bullet"],
] as const)("a text that has lost its style is a pair with one that has it: %s", (_, zh, en) => {
  expect(align([piece("背景情况", zh, 1)], [piece("Background", en, 2)], unknown)).toHaveLength(1);
});

test("two Chinese paragraphs that one of English answers are put together", () => {
  const zh = [piece("创新是引领发展的第一动力，", "text", 1), piece("合作是共同发展的必由之路。", "text", 2)];
  const en = [
    piece("Innovation is the primary driving force, and cooperation is the only way to develop.", "text", 3),
    piece("Since then the regions have gone on to invest in it.", "text", 5),
  ];
  const last = piece("此后，各地继续为此加大投入。", "text", 4);
  expect(align([...zh, last], en, unknown)).toEqual([
    { zh, en: [en[0]], doubt: "joined" },
    { zh: [last], en: [en[1]], doubt: null },
  ]);
});

test("single figures, which are often spelt, make no doubt; longer ones do", () => {
  const doubt = (zh: string, en: string) =>
    align([piece(zh, "text", 1)], [piece(en, "text", 2)], unknown)[0]?.doubt;
  expect(doubt("全市2个园区、3个中心先行。", "Two parks and three centres lead, 1 in 4 anew.")).toBeNull();
  expect(doubt("全市22个园区、33个中心先行。", "Some 11 parks and 44 centres lead.")).toBe("numbers");
});
