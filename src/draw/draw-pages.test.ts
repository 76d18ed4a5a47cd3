import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { type DrawItem, type DrawnPage, typedAt } from "./display-list.ts";
import { drawPages } from "./draw-pages.ts";
import type { StructTree } from "./struct-tree.ts";

const ISSUE = `issue: 2024-14
overall: 14
date: 2024-09-09
articles:
  - title: { zh: 双栏, en: Two columns }
    body:
      - heading: { zh: 一、缘起, en: 1. Beginnings }
      - zh: 详见**附录**，或写信至office@a.cn。
        en: See *the appendix*, or write to office@a.cn.
      - list: [{ zh: 甲, en: First }, { zh: 乙, en: Second }]
        ordered: true
`;

/** Nodes as an indented list, with what is drawn of each. */
function shownTree(tree: StructTree, pages: readonly DrawnPage[]): string {
  const texts = new Map<number, string>();
  for (const item of pages.flatMap((page) => page.items))
    if (item.kind === "text" && typeof item.tag === "number")
      texts.set(item.tag, (texts.get(item.tag) ?? "") + textOf(item));
  const show = (id: number, depth: number): readonly string[] => {
    const { type, language, children } = tree.nodes[id]!;
    const text = texts.has(id) ? ` ${texts.get(id)}` : "";
    return [
      `${"  ".repeat(depth)}${type}${language ? ` (${language})` : ""}${text}`,
      ...children.flatMap((child) => show(child, depth + 1)),
    ];
  };
  return show(0, 0).join("\n");
}

const textOf = (item: DrawItem & { kind: "text" }) => item.glyphs.map((glyph) => glyph.text).join("");

describe("a small issue", () => {
  const { laid, design } = press(ISSUE, "bilingual");
  const { pages, structure } = drawPages(laid, design);

  test("its structure, in reading order", () => {
    const article = shownTree(structure, pages).split("\n");
    const from = article.findIndex((line) => line.startsWith("    Art"));
    const to = article.findIndex((line, k) => k > from && /^ {2,4}\S/.test(line));
    const shown = article.slice(from, to).map((line) => line.slice(4));
    expect(shown.join("\n")).toMatchInlineSnapshot(`
      "Art
        H2 (zh) 双栏
        H2 (en) Two columns
        H3 (zh) 一、缘起
        H3 (en) 1. Beginnings
        P (zh) 详见附录，或写信至。
          Link office@a.cn
        P (en) See the appendix, or write to .
          Link office@a.cn
        L (zh)
          LI
            Lbl 1.
            LBody 甲
          LI
            Lbl 2.
            LBody 乙
        L (en)
          LI
            Lbl 1.
            LBody First
          LI
            Lbl 2.
            LBody Second"
    `);
  });

  test("its body as a display list", () => {
    const items = pages[0]!.items.filter((item) => item.kind === "text");
    const from = items.findIndex((item) => textOf(item).startsWith("一、"));
    const lines = items
      .slice(from, from + 12)
      .map(
        (item) =>
          `${item.x.toFixed(1)} ${item.baseline.toFixed(1)} ${item.size} ${item.face} ${textOf(item)}`,
      );
    expect(lines.join("\n")).toMatchInlineSnapshot(`
      "56.7 333.2 12 hei-bold 一、缘起
      256.2 333.2 10.5 hei-bold 1. Beginnings
      77.7 354.7 10.5 song 详见
      98.7 354.7 10.5 song-bold 附录
      119.7 354.7 10.5 song ，或写信至
      174.8 354.7 10.92 stix office@a.cn
      229.1 354.7 10.5 song 。
      256.2 354.7 10 stix See 
      273.0 354.7 10 stix-italic the appendix
      326.4 354.7 10 stix , or write to 
      377.9 354.7 10 stix office@a.cn
      427.6 354.7 10 stix ."
    `);
  });

  test("every drawing is content of a node or an artifact; every link has words of its own", () => {
    for (const item of pages.flatMap((page) => page.items)) {
      if (typeof item.tag === "number") expect(structure.nodes[item.tag]).toBeDefined();
      if (item.kind === "link") {
        expect(item.uri).toMatch(/^(?:mailto:(?:office@a\.cn|wangbing@siss\.sh\.cn)|tel:02153300806)$/);
        expect(item.width).toBeGreaterThan(0);
      }
    }
  });
});

/** Texts of the links of a document's body, one for each link. */
function linkTexts(body: string, edition: Edition): readonly string[] {
  const issue = `${ISSUE.slice(0, ISSUE.indexOf("      - heading"))}${body}`;
  const { laid, design } = press(issue, edition);
  const { pages, structure } = drawPages(laid, design);
  const texts = new Map(structure.nodes.filter(({ type }) => type === "Link").map(({ id }) => [id, ""]));
  for (const item of pages.flatMap((page) => page.items))
    if (item.kind === "text" && typeof item.tag === "number" && texts.has(item.tag))
      texts.set(item.tag, texts.get(item.tag)! + textOf(item));
  return [...texts.values()].filter((text) => !/^(?:021|wangbing)/.test(text));
}

test.each(["bilingual", "zh", "en"] as const)(
  "a link that goes on over a page's end is one, %s",
  (edition) => {
    const zh = "作为我国改革开放的试验田";
    const en = "As experimental fields of reform";
    const pair = (k: number) =>
      `      - zh: "[${k}${zh.repeat(12)}](https://a.cn/${k})"\n        en: "[${k} ${en.repeat(12)}](https://a.cn/${k})"\n`;
    const texts = linkTexts(Array.from({ length: 30 }, (_, k) => pair(k)).join(""), edition);
    expect(texts).toHaveLength(edition === "bilingual" ? 60 : 30);
    expect(texts.every((text) => text.length > 100)).toBe(true);
  },
);

test("a link whose face changes at a space is one, over line ends too", () => {
  const zh = "关于 AI 与 R 的*研究*报告，论";
  const en = "a **bold** word and *another* one";
  const body = `      - zh: "[${zh.repeat(8)}完](https://a.cn)。"\n        en: "[${`${en} `.repeat(8)}end](https://a.cn)."\n`;
  const plain = (text: string) => text.replaceAll("*", "");
  expect(linkTexts(body, "bilingual")).toEqual([
    `${plain(zh).repeat(8)}完`,
    `${`${plain(en)} `.repeat(8)}end`,
  ]);
});

test("a link is touched in one piece on each of its lines", () => {
  const text = "[关于 AI 与 R 的*研究*报告](https://a.cn)";
  const issue = ISSUE.replace("详见**附录**", `详见${text}`)
    .replace("See *the", "[See *the")
    .replace("dix*", "dix*](https://b.cn)");
  const { laid, design } = press(issue.replace(/(zh|en): (.*详见.*|.*See.*)/g, "$1: '$2'"), "bilingual");
  const items = drawPages(laid, design).pages[0]!.items;
  const of = (uri: string) => items.filter((item) => item.kind === "link" && item.uri === uri);
  expect(of("https://b.cn")).toHaveLength(1);
  expect(of("https://a.cn")).toHaveLength(1);
  const [link] = of("https://a.cn");
  const words = items.filter((item) => item.kind === "text" && item.tag === link!.tag);
  expect(words.length).toBeGreaterThan(3);
  for (const word of words)
    if (word.kind === "text" && link?.kind === "link") {
      expect(word.x).toBeGreaterThanOrEqual(link.x - 1e-6);
      expect(word.x + word.xs.at(-1)!).toBeLessThanOrEqual(link.x + link.width);
    }
});

test("a link is as tall as the largest of its letters", () => {
  const links = "[面积](https://a.cn)与[面积^2^](https://b.cn)";
  const { laid, design } = press(ISSUE.replace("详见**附录**", `详见${links}`), "bilingual");
  const { items } = drawPages(laid, design).pages[0]!;
  const heightsOf = (uri: string) =>
    items.flatMap((item) => (item.kind === "link" && item.uri === uri ? [item.height] : []));
  const [height, ...more] = heightsOf("https://a.cn");
  expect(more).toEqual([]);
  expect(heightsOf("https://b.cn")[0]).toBeCloseTo(height!, 9);
});

test("an entry of the contents is one link, its number apart from its title", () => {
  const more = "  - title: { zh: 论 AI, en: On *AI* }\n    body: [{ zh: 文, en: Text }]\n";
  const { laid, design } = press(ISSUE + more, "bilingual");
  const { pages, structure } = drawPages(laid, design);
  const tree = shownTree(structure, pages);
  expect([...tree.matchAll(/Reference\n +Link (.*)/g)].map(([, text]) => text)).toEqual([
    "双栏 1",
    "论 AI 1",
    "Two columns 1",
    "On AI 1",
  ]);
});

test("an entry of the contents is touched in one piece from its title to its number", () => {
  const more = "  - title: { zh: 论 AI, en: On *AI* }\n    body: [{ zh: 文, en: Text }]\n";
  for (const edition of ["bilingual", "zh"] as const) {
    const { laid, design } = press(ISSUE + more, edition);
    const { items } = drawPages(laid, design).pages[0]!;
    const links = items.flatMap((item) => (item.kind === "link" && item.uri === "#2024-14/2" ? [item] : []));
    expect(links).toHaveLength(edition === "zh" ? 1 : 2);
    for (const link of links) {
      const texts = items.flatMap((item) => (item.kind === "text" && item.tag === link.tag ? [item] : []));
      const number = texts.find((item) => textOf(item) === "1")!;
      expect(link.x).toBeLessThanOrEqual(texts[0]!.x);
      expect(link.x + link.width).toBeCloseTo(number.x + number.glyphs[0]!.width, 6);
    }
  }
});

test("a link in the contents is called by its title in the language of its entry, where a bookmark has both", () => {
  const more = "  - title: { zh: 论双栏, en: On columns }\n    body: [{ zh: 文, en: Text }]\n";
  const { laid, design } = press(ISSUE + more, "bilingual");
  const { outline, pages } = drawPages(laid, design);
  const links = pages.flatMap(({ items }) => items.filter((item) => item.kind === "link"));
  const called = links.flatMap(({ uri, contents }) => (uri.endsWith("/2") ? [contents] : []));
  expect(called).toEqual(["论双栏", "On columns"]);
  expect(outline.at(-1)!.title).toBe("论双栏 / On columns");
});

test("bookmarks and the words of links to them have the quotation marks that are set", () => {
  const more = `  - title: { zh: 论“双栏”, en: On the "columns" it's }\n    body: [{ zh: 文, en: Text }]\n`;
  const { laid, design } = press(ISSUE + more, "bilingual");
  const { outline, pages } = drawPages(laid, design);
  const title = "论“双栏” / On the “columns” it’s";
  expect(outline.at(-1)!.title).toBe(title);
  const links = pages.flatMap(({ items }) => items.filter((item) => item.kind === "link"));
  expect(links.map(({ contents }) => contents)).toEqual(
    expect.arrayContaining(["论“双栏”", "On the “columns” it’s"]),
  );
  const plain = { ...design, en: { ...design.en, smartQuotes: false } };
  const typed = drawPages(press(ISSUE + more, "bilingual", () => plain).laid, plain);
  expect(typed.outline.at(-1)!.title).toBe(`论“双栏” / On the "columns" it's`);
});

test("a sign over a letter that has no form of its own is copied as itself", () => {
  const { laid, design } = press(ISSUE.replace("See *the", "x\u0304 and e\u030a. See *the"), "en");
  const items = drawPages(laid, design).pages.flatMap((page) => page.items);
  const glyphs = items.flatMap((item) => (item.kind === "text" ? item.glyphs : []));
  const texts = glyphs.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(["\u0304", "\u030a"]));
  expect(texts.join("")).toContain("x\u0304 and e\u030a.");
});

/** A text of marks, escapes and several lines. */
const FOLDED = ISSUE.replace(
  "See *the appendix*",
  `"A **bold** word,
          and continually rising \\u2014 efforts in many fields of work


          and of learning: omega. See *the appendix*`,
).replace("a.cn.\n", 'a.cn."\n');

test.each([
  ["on one line", ISSUE],
  ["over several lines", FOLDED],
])("every letter on a page knows where it was typed, %s", (_, issue) => {
  const { laid, design } = press(issue, "bilingual");
  const shown: string[] = [];
  for (const item of drawPages(laid, design).pages.flatMap((page) => page.items)) {
    const typed = item.kind === "text" ? item.typed : null;
    if (item.kind !== "text" || typed?.source.file !== "2024-14.yaml" || /^\d+\.?$/.test(textOf(item)))
      continue;
    [...textOf(item)].forEach((char, unit) => {
      const at = typedAt(typed, unit);
      if (at === null || !/[\p{L}\p{N}]/u.test(char)) return;
      expect(issue[at], textOf(item)).toBe(char);
      shown.push(char);
    });
  }
  expect(shown.join("")).toContain("缘起");
});

test("emphasis by dots leaves the face and puts a dot under every character, as an artifact", () => {
  const issue = ISSUE.replace("**附录**", "*附录*");
  const { laid, design } = press(issue, "zh", (same) => ({ ...same, zh: { ...same.zh, emphasis: "dots" } }));
  const items = drawPages(laid, design).pages.flatMap((page) => page.items);
  const dots = items.filter((item) => item.kind === "dot");
  const word = items.find((item) => item.kind === "text" && textOf(item).includes("附录"));
  if (word?.kind !== "text") throw new Error("the word is not drawn");
  expect(word.face).toBe("song");
  expect(dots.map(({ tag }) => tag)).toEqual(["layout", "layout"]);
  for (const dot of dots) expect(dot.y).toBeGreaterThan(word.baseline);
});

test("pages that are drawn once look the same, and are let go of when the next is drawn", () => {
  const { laid, design } = press(REAL, "bilingual");
  const once = drawPages(laid, design, true).pages;
  expect(once.map((page) => page.items)).toEqual(drawPages(laid, design).pages.map((page) => page.items));
  expect(once.at(-1)!.items.length).toBeGreaterThan(0);
  expect(() => once[0]!.items).toThrow("page 1 was drawn and let go of");
});
