import { encode } from "jpeg-js";
import { describe, expect, test } from "vitest";
import { jpeg } from "../../test/picture-files.ts";
import { inspectPicture } from "./picture-file.ts";

const faultOf = (bytes: Uint8Array) => {
  const found = inspectPicture(bytes);
  return typeof found === "string" ? found : null;
};

/** Where the body of the first segment of a marker stands. */
function bodyAt(bytes: Uint8Array, marker: number): number {
  for (let at = 2; at < bytes.length; at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!)
    if (bytes[at + 1] === marker) return at + 4;
  throw new Error("there is no such segment");
}

/** The JPEG with bytes of a segment's body set to others, by their place in it. */
function changed(bytes: Uint8Array, marker: number, values: Readonly<Record<number, number>>): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const start = bodyAt(bytes, marker);
  for (const [place, value] of Object.entries(values)) copy[start + Number(place)] = value;
  return copy;
}

function without(bytes: Uint8Array, marker: number): Uint8Array {
  const start = bodyAt(bytes, marker) - 4;
  const length = 2 + bytes[start + 2]! * 256 + bytes[start + 3]!;
  return Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(start + length)]);
}

/** Puts bytes behind the samples, before the end of the image. */
const beforeEnd = (bytes: Uint8Array, put: readonly number[]) =>
  Uint8Array.from([...bytes.subarray(0, -2), ...put, ...bytes.subarray(-2)]);

const [TABLES, FRAME, HUFFMAN, SCAN] = [0xdb, 0xc0, 0xc4, 0xda] as const;

describe("a JPEG whose tables, frame and scans no decoder takes is refused as damaged", () => {
  const whole = jpeg();
  const progressive = jpeg({ frame: 0xc2 });
  test.each<readonly [string, Uint8Array]>([
    ["a table of sixteen-bit values that is cut short", changed(whole, TABLES, { 0: 0x10 })],
    ["a table of a number that there is not", changed(whole, TABLES, { 0: 4 })],
    ["no quantization table", without(whole, TABLES)],
    ["a component that asks for another table", changed(whole, FRAME, { 8: 1 })],
    ["a sampling of nothing", changed(whole, FRAME, { 7: 0x01 })],
    ["a sampling of more than four", changed(whole, FRAME, { 7: 0x15 })],
    ["two components of one name", changed(whole, FRAME, { 9: 1 })],
    [
      "a second frame",
      beforeEnd(whole, whole.subarray(bodyAt(whole, FRAME) - 4, bodyAt(whole, HUFFMAN) - 4) as never),
    ],
    ["no Huffman table for the means", without(whole, HUFFMAN)],
    ["more codes than their bits can tell apart", changed(whole, HUFFMAN, { 1: 3 })],
    ["a mean of more bits than there are", changed(whole, HUFFMAN, { 17: 16 })],
    ["a scan of a component that there is not", changed(whole, SCAN, { 1: 9 })],
    ["a scan that asks for a table that there is not", changed(whole, SCAN, { 2: 0x10 })],
    ["a progressive scan of means and the rest at once", changed(progressive, SCAN, { 8: 63 })],
    [
      "a progressive scan of the rest of three components at once",
      changed(progressive, SCAN, { 7: 1, 8: 63 }),
    ],
    ["a marker that is none, behind the samples", beforeEnd(whole, [0xff, 0x30, 0, 2])],
    ["a file that begins again, behind the samples", beforeEnd(whole, [0xff, 0xd8, 0, 2])],
  ])("%s", (_what, bytes) => {
    expect(faultOf(bytes)).toBe("damaged");
  });

  test("a component that no scan has", () => {
    const bytes = jpeg();
    const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f];
    const alone = Uint8Array.from([...bytes.subarray(0, bodyAt(bytes, SCAN) - 4), ...scan, 0xff, 0xd9]);
    expect(faultOf(alone)).toBe("damaged");
    expect(faultOf(jpeg({ channels: 1 }))).toBe(null);
  });
});

test("a side that decoders of readers stop at is too long, however few pixels there are", () => {
  const bytes = jpeg({ channels: 1 });
  expect(faultOf(changed(bytes, FRAME, { 3: 0xff, 4: 0xdc }))).toBe(null);
  expect(faultOf(changed(bytes, FRAME, { 3: 0xff, 4: 0xdd }))).toBe("too-many-pixels");
});

describe("what a sound JPEG may have is no fault", () => {
  const photograph = encode(
    { width: 40, height: 24, data: new Uint8Array(40 * 24 * 4).map((_, k) => (k * 7) & 255) },
    80,
  ).data;
  test.each<readonly [string, Uint8Array]>([
    ["a photograph as an encoder writes it", photograph],
    ["bytes of ones before a marker", Uint8Array.from([0xff, 0xd8, 0xff, 0xff, ...photograph.subarray(2)])],
    [
      "notes and comments",
      Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 3, 0x61, 0xff, 0xed, 0, 2, ...photograph.subarray(2)]),
    ],
    ["restarts among the samples", beforeEnd(photograph, [0xff, 0xd0, 0x55, 0xff, 0])],
    ["whatever stands behind the end of the image", Uint8Array.from([...photograph, 1, 2, 3])],
    [
      "a refinement of the means, which needs no table",
      beforeEnd(jpeg({ frame: 0xc2 }), [0xff, 0xda, 0, 8, 1, 1, 0x11, 0, 0, 0x10, 0x7f]),
    ],
  ])("%s", (_what, bytes) => {
    expect(faultOf(bytes)).toBe(null);
  });
});

test.each([
  [undefined, 16, 8],
  [0, 16, 8],
  [1, 16, 8],
  [4, 16, 8],
  [5, 8, 16],
  [6, 8, 16],
  [8, 8, 16],
  [9, 16, 8],
])(
  "a photograph of 16 by 8 samples whose camera notes %s is %s wide and %s high",
  (orientation, width, height) => {
    const bytes = jpeg({ size: 16, height: 8, ...(orientation === undefined ? {} : { orientation }) });
    expect(inspectPicture(bytes)).toEqual({ width, height });
  },
);
