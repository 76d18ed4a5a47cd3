import { expect, test } from "vitest";
import type { Box, Paragraph, Seam } from "../inline/paragraph.ts";
import type { KeptParagraph } from "../pages/memory.ts";
import { packParagraphs, unpackParagraphs } from "./kept-paragraphs.ts";

const han: Box = {
  width: 10.5,
  face: "song",
  size: 10.5,
  colour: "text",
  glyphs: [{ gid: 12212, y: 0, width: 10.5, text: "家" }],
  origins: [0.1],
  text: "家",
  link: null,
  hangLeft: 0,
  hangRight: 0,
  latin: false,
  dotted: true,
};
const plain: Box = { ...han, dotted: false };
const word: Box = {
  width: 7.125,
  face: "stix",
  size: 10,
  colour: "accent",
  glyphs: [
    { gid: 4, y: -1.5, width: 3.3, text: "f" },
    { gid: 5, y: -1.5, width: 3.875, text: "" },
  ],
  origins: [0, 3.25],
  text: "f",
  link: "https://example.org/",
  hangLeft: 0.25,
  hangRight: 0.75,
  latin: true,
  dotted: false,
};
const empty: Box = { ...word, glyphs: [], origins: [], link: null };
const seam: Seam = {
  kind: "word",
  width: 2.5,
  size: 10,
  cost: 0,
  hyphen: null,
  hyphened: false,
  space: null,
};
const space = { face: "stix", size: 10, colour: "text", gid: 3, y: 0, width: 2.5, text: " " } as const;

const paragraph = (boxes: readonly Box[], about: Partial<Paragraph> = {}): Paragraph => ({
  language: "zh",
  boxes,
  starts: Uint16Array.from(boxes, (_, k) => 100 + k),
  ends: Uint16Array.from(boxes, (_, k) => 101 + k),
  seams: boxes.map((_, k) => (k % 2 === 0 ? seam : { ...seam, hyphened: true, space })),
  tail: null,
  linked: boxes.some(({ link }) => link !== null),
  ...about,
});

const kept = (number: number, text: Paragraph): KeptParagraph => ({
  number,
  itemized: { paragraph: text, missing: [{ char: "㊿", face: "song", index: 3 }] },
  broken: new Map([["shape", { best: number } as never]]),
  quick: new Map([["18em", 4]]),
});

const known = new Map([
  ["first", kept(1, paragraph([han, word, han, empty]))],
  ["nothing", kept(2, paragraph([]))],
  ["last", kept(5, paragraph([word, han, plain], { language: "en", tail: space }))],
]);

test("what is packed comes back as it was, and packed again is the same", () => {
  const packed = packParagraphs(known);
  const back = unpackParagraphs(structuredClone(packed));
  expect([...back.keys()]).toEqual([...known.keys()]);
  for (const [key, { itemized, ...about }] of known) {
    const { itemized: read, ...rest } = back.get(key)!;
    expect(rest).toEqual(about);
    expect(read.missing).toEqual(itemized.missing);
    for (const name of Object.keys(itemized.paragraph) as (keyof Paragraph)[])
      expect(read.paragraph[name], name).toEqual(itemized.paragraph[name]);
    for (const [k, { text }] of itemized.paragraph.boxes.entries())
      expect(read.paragraph.textOf!(k)).toBe(text);
  }
  expect(packParagraphs(back)).toEqual(packed);
});

test("places in a text that is very long come back as they were, beside those of a short one", () => {
  const long = paragraph([han], { starts: Int32Array.of(99_998), ends: Int32Array.of(99_999) });
  const texts = new Map([...known, ["long", kept(6, long)]]);
  const back = unpackParagraphs(structuredClone(packParagraphs(texts)));
  const placesIn = ({ itemized }: KeptParagraph) => [
    ...itemized.paragraph.starts,
    ...itemized.paragraph.ends,
  ];
  expect([...back.values()].map(placesIn)).toEqual([...texts.values()].map(placesIn));
});

test("alike boxes and seams are one object, in all paragraphs and whenever they are asked for", () => {
  const back = unpackParagraphs(packParagraphs(known));
  const [first, last] = ["first", "last"].map((key) => back.get(key)!.itemized.paragraph);
  expect(first!.boxes[2]).toBe(first!.boxes[0]);
  expect(last!.boxes[1]).toBe(first!.boxes[0]);
  expect(last!.boxes).toBe(last!.boxes);
  expect(last!.seams[0]).toBe(first!.seams[0]);
});
