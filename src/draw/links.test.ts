import { expect, test } from "vitest";
import type { Element } from "../model/element.ts";
import type { PlacedPiece } from "../pages/page.ts";
import { LinkAreas, LinkFinder } from "./links.ts";
import { StructBuilder } from "./struct-tree.ts";

test("a line is not set for its links where its text has none", () => {
  const piece = {
    element: {},
    linked: false,
    get line() {
      throw new Error("it was set");
    },
  };
  expect(new LinkFinder({} as never, new Map(), new Map()).read([piece as never])).toEqual([]);
});

test("what stands outside the structure, such as a folio, has no links", () => {
  const piece = { ...lineOf({}, [SITE]), element: null };
  expect(new LinkFinder(new StructBuilder(), new Map(), new Map()).read([piece])).toEqual([]);
});

const SITE = "https://a.cn";
const MAIL = "mailto:office@a.cn";

/** A line of one glyph of 5 pt for each run, with what each leads to. */
const lineOf = (element: Partial<Element>, links: readonly (string | null)[], baseline = 10) =>
  ({
    element,
    linked: true,
    x: 100,
    baseline,
    line: {
      runs: links.map((link, k) => ({
        link,
        x: 10 * k,
        size: 10,
        scale: 1,
        glyphs: [{ width: 5 }],
        xs: [0],
      })),
    },
  }) as unknown as PlacedPiece;

/** The links of lines on one page: by what each is known in the structure, and the areas that lead there. */
function linked(lines: readonly PlacedPiece[], titles: ReadonlyMap<string, string> = new Map()) {
  const builder = new StructBuilder();
  const ids = new Map<Element, number>();
  for (const { element } of lines) if (element && !ids.has(element)) ids.set(element, builder.add("P", null));
  const links = new LinkFinder(builder, ids, titles).read(lines);
  const areas = new LinkAreas();
  let next = 0;
  for (const line of lines) {
    areas.add(line, links, next);
    next += line.line.runs.filter(({ link }) => link !== null).length;
  }
  return { tags: links.map(({ tag }) => tag), links, areas: areas.items, nodes: builder.finish().nodes };
}

test("an address that is named twice in a text is two links, and one that goes on over a line's end is one", () => {
  const text = {};
  const twice = linked([lineOf(text, [SITE, null, SITE])]);
  expect(new Set(twice.tags).size).toBe(2);
  const onTwoLines = linked([lineOf(text, [null, SITE]), lineOf(text, [SITE, null], 24)]);
  expect(new Set(onTwoLines.tags).size).toBe(1);
  expect(onTwoLines.areas).toHaveLength(2);
  const away = { ...lineOf(text, [null], 24), linked: false };
  const around = linked([lineOf(text, [SITE]), away, lineOf(text, [SITE], 38)]);
  expect(new Set(around.tags).size).toBe(2);
  expect(around.areas).toHaveLength(2);
  const others = linked([lineOf(text, [null, SITE]), lineOf(text, [null, SITE], 24)]);
  expect(new Set(others.tags).size).toBe(2);
});

test("a link goes on behind lines of the text beside it, and each text has its own", () => {
  const [zh, en] = [{}, {}];
  const { tags } = linked([
    lineOf(zh, [SITE]),
    lineOf(en, [SITE]),
    lineOf(zh, [SITE, null], 24),
    lineOf(en, [SITE, null], 24),
  ]);
  expect(tags[2]).toBe(tags[0]);
  expect(tags[3]).toBe(tags[1]);
  expect(tags[1]).not.toBe(tags[0]);
});

test("the tab key stops once at an address that is set in several faces, and at each of two that touch", () => {
  const box = ({ x, width }: { readonly x: number; readonly width: number }) => [x, width];
  expect(linked([lineOf({}, [SITE, SITE])]).areas.map(box)).toEqual([[100, 15]]);
  expect(linked([lineOf({}, [SITE, MAIL])]).areas.map(box)).toEqual([
    [100, 5],
    [110, 5],
  ]);
  expect(linked([lineOf({}, [SITE, null, SITE])]).areas.map(box)).toEqual([
    [100, 5],
    [120, 5],
  ]);
  expect(linked([lineOf({}, [null, SITE, null, MAIL, MAIL])]).areas.map(({ uri }) => uri)).toEqual([
    SITE,
    MAIL,
  ]);
});

test("a screen reader says of a link where it leads: its title, else its address without the scheme", () => {
  const titles = new Map([["#a", "一、缘起"]]);
  const saidOf = (element: Partial<Element>, uri: string) =>
    linked([lineOf(element, [uri])], titles).areas.map(({ contents }) => contents);
  expect(saidOf({ type: "P" }, "#a")).toEqual(["一、缘起"]);
  expect(saidOf({ type: "TOCI", title: "1. Beginnings" }, "#a")).toEqual(["1. Beginnings"]);
  expect(saidOf({ type: "H2", title: "A title" }, MAIL)).toEqual(["office@a.cn"]);
  expect(saidOf({ type: "P" }, "tel:+8621")).toEqual(["+8621"]);
  expect(saidOf({ type: "P" }, SITE)).toEqual([SITE]);
});

test("what leads to another place of the document is a reference, and an address is none", () => {
  const types = (uri: string) => linked([lineOf({}, [uri])]).nodes.map(({ type }) => type);
  expect(types("#a")).toEqual(["P", "Reference", "Link"]);
  expect(types(SITE)).toEqual(["P", "Link"]);
});

test("in the contents a title and its page's number are one area, on their row alone", () => {
  const entry = { type: "TOCI" as const, title: "A" };
  const number = { ...lineOf(entry, ["#a"]), x: 300 };
  expect(linked([lineOf(entry, ["#a"]), number]).areas).toMatchObject([{ x: 100, width: 205 }]);
  expect(linked([number, lineOf(entry, ["#a"])]).areas).toMatchObject([{ x: 100, width: 205 }]);
  expect(linked([lineOf(entry, ["#a"]), lineOf(entry, ["#a"], 24)]).areas).toHaveLength(2);
  expect(linked([lineOf({ type: "P" }, [SITE]), lineOf({ type: "P" }, [SITE])]).areas).toHaveLength(2);
});

test("an area reaches from above the letters to below the baseline", () => {
  expect(linked([lineOf({}, [null, SITE])]).areas).toMatchObject([{ x: 110, y: 1.5, width: 5, height: 11 }]);
  const line = lineOf({}, [SITE, SITE, SITE]);
  const { runs } = line.line;
  const sizes = [10, 20, 8].map((size, k) => ({ ...runs[k]!, size }));
  const mixed = { ...line, line: { ...line.line, runs: sizes } };
  expect(linked([mixed]).areas).toMatchObject([{ x: 100, y: -7, width: 25, height: 22 }]);
});
