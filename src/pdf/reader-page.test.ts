import { expect, test } from "vitest";
import { png } from "../../test/picture-files.ts";
import type { DrawItem, ImageItem, LinkItem } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import { StructBuilder } from "../draw/struct-tree.ts";
import { OpenPdf } from "../read-pdf/open-pdf.ts";
import { pagesOf } from "../read-pdf/page-tree.ts";
import { Dict } from "../read-pdf/values.ts";
import { writePdf } from "./write-pdf.ts";

const builder = new StructBuilder();
const root = builder.add("Document", null, { language: "zh" });
const figure = builder.add("Figure", root, { alt: [{ language: "zh", text: "图" }] });
const link = builder.add("Link", root);

const picture = (tag: ImageItem["tag"]): ImageItem => ({
  ...{ kind: "image", image: "a.png", tag },
  ...{ x: 20, y: 30.004, width: 40, height: 80 },
});
const area = (uri: string): LinkItem => ({
  ...{ kind: "link", uri, tag: link, contents: "A" },
  ...{ x: 100, y: 60, width: 50, height: 11 },
});

/** A page of 200 × 300 pt with these items, as it was written. */
async function written(...items: readonly DrawItem[]) {
  const document: DrawnDocument = {
    info: {
      title: { zh: "刊", en: null },
      authors: [],
      publisher: { zh: "办", en: null },
      publicationName: { zh: "刊", en: null },
      issueNumber: "2025-07",
      date: { year: 2025, month: 7, day: 7 },
      edition: "zh",
      language: "zh",
    },
    pages: [{ width: 200, height: 300, items }],
    structure: builder.finish(),
    ...{ outline: [], destinations: [] },
    images: new Map([["a.png", png({ width: 2, height: 4 })]]),
  };
  const noFace = () => {
    throw new Error("no text was drawn");
  };
  const pdf = new OpenPdf(await writePdf(document, noFace));
  const [{ dict: page }] = pagesOf(pdf) as [ReturnType<typeof pagesOf>[number]];
  return { pdf, page, links: pdf.list(pdf.get(page, "Annots")) };
}

test("a page has the size of its trim, and the file opens at the top of it", async () => {
  const { pdf, page } = await written(picture("background"));
  expect(pdf.numbers(pdf.get(page, "MediaBox"))).toEqual([0, 0, 200, 300]);
  const [shown, fit, top] = pdf.list(pdf.get(pdf.root, "OpenAction"));
  expect([pdf.value(shown), fit, top]).toEqual([page, expect.objectContaining({ name: "FitH" }), 300]);
});

test("a link is touched where it was drawn, and nothing is drawn around it", async () => {
  const { pdf, links } = await written(area("https://a.cn"), area("#2025-07/1"));
  expect(links).toHaveLength(2);
  for (const at of links) {
    expect(pdf.numbers(pdf.get(at, "Rect"))).toEqual([100, 229, 150, 240]);
    expect(pdf.numbers(pdf.get(at, "Border"))).toEqual([0, 0, 0]);
  }
  expect(links.map((at) => [pdf.get(at, "Dest"), pdf.path(at, "A", "URI")])).toEqual([
    [null, expect.objectContaining({ bytes: "https://a.cn" })],
    [expect.objectContaining({ bytes: "2025-07/1" }), null],
  ]);
});

test.each([0, 1, 2])("a page has a list of its links where it has any: %i", async (count) => {
  const { pdf, page, links } = await written(...Array.from({ length: count }, () => area("https://a.cn")));
  expect(links).toHaveLength(count);
  expect(pdf.get(page, "Annots") === null).toBe(count === 0);
});

test("a page names what it draws with, and nothing else", async () => {
  const named = async (...items: readonly DrawItem[]) => {
    const { pdf, page } = await written(...items);
    const [fonts, pictures] = ["Font", "XObject"].map((kind) => pdf.path(page, "Resources", kind));
    return [fonts, pictures instanceof Dict ? [...pictures.entries.keys()] : pictures];
  };
  expect(await named()).toEqual([null, null]);
  expect(await named(picture(figure), picture("background"))).toEqual([null, ["I1"]]);
});

test("a figure's place is told, to a hundredth of a point, and none of a picture that is no content", async () => {
  const boxes = async (tag: ImageItem["tag"]) => {
    const { pdf } = await written(picture(tag));
    const all = pdf.ids.map((id) => pdf.path(pdf.object(id), "A", "BBox")).filter((box) => box !== null);
    return all.map((box) => pdf.numbers(box));
  };
  expect(await boxes(figure)).toEqual([[20, 190, 60, 270]]);
  expect(await boxes("background")).toEqual([]);
});
