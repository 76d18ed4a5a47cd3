import { expect, test } from "vitest";
import { FaceError, readingFace } from "./face-error.ts";
import { fontInMemory } from "./font-source.ts";
import { outlines } from "./outline.ts";
import { openSfnt } from "./sfnt.ts";

/** Flags of a component: places are bytes, and said; another component follows. */
const [XY_VALUES, MORE] = [0x02, 0x20];

const twoBytes = (...values: readonly number[]) => values.flatMap((value) => [value >> 8, value & 0xff]);

/** A glyph of components at these glyphs. */
const composite = (...gids: readonly number[]): readonly number[] => [
  ...twoBytes(0xffff, 0, 0, 0, 0),
  ...gids.flatMap((gid, k) => [...twoBytes(XY_VALUES | (k < gids.length - 1 ? MORE : 0), gid), 3, 4]),
];

/** A glyph of one contour of points at 0, said to end at the one named. */
const simple = (points: number, last = points - 1): readonly number[] => [
  ...twoBytes(last === points - 1 ? 1 : 2, 0, 0, 0, 0),
  ...twoBytes(...(last === points - 1 ? [last] : [last, points - 1]), 0),
  ...Array<number>(points).fill(0x31),
];

/** The tables that outlines are read from. */
function fontOf(glyphs: readonly (readonly number[])[]) {
  const head = new Uint8Array(54);
  head[51] = 1;
  const even = glyphs.map((glyph) => [...glyph, ...Array<number>(glyph.length % 2).fill(0)]);
  const loca = new DataView(new ArrayBuffer(4 * (even.length + 1)));
  let at = 0;
  even.forEach((glyph, gid) => {
    at += glyph.length;
    loca.setUint32(4 * (gid + 1), at);
  });
  const tables = { glyf: Uint8Array.from(even.flat()), head, loca: new Uint8Array(loca.buffer) };
  let offset = 12 + 16 * 3;
  const records = Object.entries(tables).map(([tag, { length }]) => {
    const record = [tag, Buffer.from(Uint32Array.of(0, offset, length).buffer).swap32()] as const;
    offset += length;
    return Buffer.concat([Buffer.from(record[0]), record[1]]);
  });
  const start = Buffer.from([0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0]);
  return openSfnt(fontInMemory(Buffer.concat([start, ...records, ...Object.values(tables)])));
}

test("a composite glyph has the points of its parts, each moved to its place", () => {
  const outline = outlines(fontOf([simple(3), composite(0, 0)]))(1);
  expect([outline.count, outline.ends, outline.xs[0], outline.ys[5]]).toEqual([6, [3, 6], 3, 4]);
});

const layers = Array.from({ length: 7 }, (_, k) => composite(...Array<number>(20).fill(k)));

test.each([
  ["twenty parts in each of seven layers", [simple(3), ...layers], "too many parts"],
  ["more points in its parts than a glyph may have", [simple(300), ...layers.slice(0, 2)], "too many points"],
  ["itself", [composite(0)], "holds itself"],
  ["a contour that ends behind its points", [simple(3, 7)], "ends behind"],
])("a glyph of %s is a fault of its font", (_, glyphs, fault) => {
  const read = outlines(fontOf(glyphs));
  const work = () => readingFace("kai", () => read(glyphs.length - 1));
  expect(work).toThrow(FaceError);
  expect(work).toThrow(fault);
});
