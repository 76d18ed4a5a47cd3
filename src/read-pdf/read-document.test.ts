import { describe, expect, test } from "vitest";
import { chunk, jpeg, png as pngFile, turned } from "../../test/picture-files.ts";
import { press, REAL } from "../../test/press.ts";
import { EDITIONS } from "../base/language.ts";
import type { DrawItem, DrawnPage } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Description } from "../model/element.ts";
import { readPng, unpackPng } from "../pdf/png.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import { type FoundDocument, readDocument } from "./read-document.ts";

/** @throws Where the bytes are refused. */
function read(bytes: Uint8Array): FoundDocument {
  const result = readDocument(bytes);
  if (!("found" in result)) throw new Error(`${result.refused}: ${JSON.stringify(result.detail)}`);
  return result.found;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: readonly number[];
  readonly tag: DrawItem["tag"];
  readonly text: string;
}

/** Everything that is seen on a page, glyph by glyph: how glyphs are put together in runs does not count. */
function seenOn({ items }: DrawnPage): readonly Mark[] {
  return items.flatMap((item): readonly Mark[] => {
    const { tag } = item;
    switch (item.kind) {
      case "text": {
        const { x, baseline, size, colour, glyphs, xs } = item;
        return glyphs.map((glyph, k) => {
          return { x: x + xs[k]!, y: baseline + glyph.y, size, colour: colour.rgb, tag, text: glyph.text };
        });
      }
      case "rect":
        return [{ x: item.x, y: item.y, size: item.width, colour: item.colour.rgb, tag, text: "rect" }];
      case "dot":
        return [{ x: item.x, y: item.y, size: item.radius, colour: item.colour.rgb, tag, text: "dot" }];
      case "image":
        return [{ x: item.x, y: item.y, size: item.width, colour: [], tag, text: "image" }];
      default:
        return [];
    }
  });
}

/** Coordinates are written to a hundredth of a point, and gaps in a line to a thousandth of an em. */
const CLOSE = 0.03;

function expectSame(found: DrawnDocument, written: DrawnDocument): void {
  expect(found.pages).toHaveLength(written.pages.length);
  found.pages.forEach((page, k) => {
    const [one, other] = [seenOn(page), seenOn(written.pages[k]!)];
    expect(one.map(({ text }) => text)).toEqual(other.map(({ text }) => text));
    expect(one.map(({ tag }) => typeOf(found, tag))).toEqual(other.map(({ tag }) => typeOf(written, tag)));
    const far = one.filter(({ x, y, size, colour }, i) => {
      const mark = other[i]!;
      const apart = [x - mark.x, y - mark.y, size - mark.size, ...colour.map((c, n) => c - mark.colour[n]!)];
      return apart.some((by) => Math.abs(by) > CLOSE);
    });
    expect(far).toEqual([]);
  });
}

const typeOf = ({ structure }: DrawnDocument, tag: DrawItem["tag"]) =>
  typeof tag === "number" ? structure.nodes[tag]!.type : tag;

const DOTTED = `issue: 2025-04
overall: 18
date: 2025-04-06
articles:
  - title: { zh: 标题, en: A title }
    body:
      - zh: 着重*强调*一处，化学式 H~2~O。
        en: An *emphasis*, an efficient H~2~O and a square m^2^.
`;

describe("a PDF that was written and read again", () => {
  test.each(EDITIONS)("shows the same things in the same places, %s", async (edition) => {
    const made = press(REAL, edition);
    expectSame(read(await made.pdf()).document, made.drawn());
  });

  test.each(["briefing", "modern"])(
    "with dots of emphasis, ligatures and raised signs too, %s",
    async (theme) => {
      const made = press(DOTTED, "bilingual", undefined, theme);
      expectSame(read(await made.pdf()).document, made.drawn());
    },
  );

  test.each(EDITIONS)("says the same of itself, %s", async (edition) => {
    const made = press(REAL, edition);
    expect(read(await made.pdf()).document.info).toEqual(made.drawn().info);
  });

  test("is written from what was read as the same thing again", async () => {
    const made = press(REAL, "bilingual");
    const { document, faces } = read(await made.pdf());
    const again = read(await writePdf(document, (id) => faces.get(id)!));
    expectSame(again.document, made.drawn());
    expect([...again.faces.values()].map(({ metrics }) => metrics)).toEqual(
      [...faces.values()].map(({ metrics }) => metrics),
    );
  });
});

describe("a picture that was written and read again has the same samples:", () => {
  const sized = (
    width: number,
    height: number,
    bits: number,
    colourType: number,
    length: number,
    ...parts: readonly Uint8Array[]
  ) => {
    const rows = Array.from({ length: height }, (_, y) => [
      0,
      ...Array.from({ length }, (_, x) => (x * 7 + (y >> 3)) & (colourType === 3 ? 3 : 255)),
    ]);
    return pngFile({ width, height, bits, colourType, rows: Uint8Array.from(rows.flat()), parts });
  };
  const png = (bits: number, type: number, length: number, ...parts: readonly Uint8Array[]) =>
    sized(16, 32, bits, type, length, ...parts);
  const palette = chunk("PLTE", Buffer.from([1, 2, 3, 40, 50, 60, 70, 80, 90, 255, 0, 10]));

  const withPicture = (
    image: Uint8Array,
    alt: readonly Description[] = [{ language: "zh", text: "图" }],
  ): DrawnDocument => {
    const { structure, pages, ...about } = press(REAL, "zh").drawn();
    const [page] = pages;
    const figure = {
      ...structure.nodes.at(-1)!,
      id: structure.nodes.length,
      type: "Figure" as const,
      alt,
    };
    const nodes = structure.nodes.map((node) =>
      node.id === 0 ? { ...node, children: [...node.children, figure.id] } : node,
    );
    const item = { kind: "image", image: "a", x: 20, y: 30, width: 40, height: 80, tag: figure.id } as const;
    return {
      ...about,
      outline: [],
      destinations: [],
      pages: [{ ...page!, items: [item] }],
      structure: { nodes: [...nodes, { ...figure, parent: 0, children: [] }] },
      images: new Map([["a", image]]),
    };
  };

  test.each([
    ["grey", png(8, 0, 16)],
    ["black and white", png(1, 0, 2)],
    ["red, green and blue", png(8, 2, 48)],
    ["a palette", png(8, 3, 16, palette)],
    ["colour with alpha", png(8, 6, 64)],
    ["grey with alpha", png(8, 4, 32)],
    ["one pixel with alpha", sized(1, 1, 8, 6, 4)],
  ])("%s", async (_, image) => {
    const pdf = await writePdf(withPicture(image), () => {
      throw new Error("no text");
    });
    const [found] = [...read(pdf).document.images.values()];
    expect(unpackPng(readPng(found!))).toEqual(unpackPng(readPng(image)));
  });

  test.each([
    ["Chinese", [{ language: "zh", text: "地图 / 局部" }]],
    ["English", [{ language: "en", text: "A map" }]],
    [
      "both languages",
      [
        { language: "zh", text: "地图" },
        { language: "en", text: "A map of Shanghai / Pudong" },
      ],
    ],
  ] as const)("what one shows, in %s", async (_, alt) => {
    const pdf = await writePdf(withPicture(png(8, 0, 16), alt), () => {
      throw new Error("no text");
    });
    const { nodes } = read(pdf).document.structure;
    expect(nodes.find(({ type }) => type === "Figure")?.alt).toEqual(alt);
  });

  test("a photograph that is turned upright, with what the camera noted", async () => {
    const image = turned(jpeg(), 6);
    const pdf = await writePdf(withPicture(image), () => {
      throw new Error("no text");
    });
    const { images, pages } = read(pdf).document;
    expect(Buffer.from([...images.values()][0]!)).toEqual(image);
    expect(pages[0]!.items).toMatchObject([{ kind: "image", x: 20, y: 30, width: 40, height: 80 }]);
  });
});
