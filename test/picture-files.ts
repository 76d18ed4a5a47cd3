/** PNG and JPEG files made to measure, whole or with one thing wrong. */
import { crc32, deflateSync } from "node:zlib";
import { PNG_SIGNATURE } from "../src/base/bytes.ts";

interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly colourType?: number;
  readonly bits?: number;
  readonly interlaced?: boolean;
  /** How many there are, each smaller than the one before; a colour type that needs one has it. */
  readonly palettes?: number;
  /** Chunks in front of the rows, in place of the palettes. */
  readonly parts?: readonly Uint8Array[];
  /** Rows as they are packed, filters included; all zeros if left out. */
  readonly rows?: Uint8Array;
  readonly end?: boolean;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function png({
  width,
  height,
  colourType = 2,
  bits = 8,
  interlaced = false,
  palettes = colourType === 3 ? 1 : 0,
  parts = Array.from({ length: palettes }, (_, k) => chunk("PLTE", Buffer.alloc(6 - 3 * k))),
  rows,
  end = true,
}: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, interlaced ? 1 : 0], 8);
  const length = 1 + Math.ceil((Math.min(width, 64) * CHANNELS[colourType]! * bits) / 8);
  const packed = rows ?? new Uint8Array(length * Math.min(height, 64));
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE),
    chunk("IHDR", header),
    ...parts,
    chunk("IDAT", deflateSync(packed)),
    ...(end ? [chunk("IEND", Buffer.alloc(0))] : []),
  ]);
}

/** A piece of a PNG file, of four letters. */
export function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

interface JpegOptions {
  readonly channels?: 1 | 3 | 4;
  readonly size?: number;
  /** Pixels down, as many as across if nothing else is said. */
  readonly height?: number;
  /** Exif orientation, 1 upright. */
  readonly orientation?: number;
  /** The frame's marker: 0xc0 baseline. */
  readonly frame?: number;
  readonly end?: boolean;
}

/** Eight pixels square and grey, each block two bits long. */
export function jpeg({
  channels = 3,
  size = 8,
  height = size,
  orientation,
  frame = 0xc0,
  end = true,
}: JpegOptions = {}): Buffer {
  const ids = Array.from({ length: channels }, (_, k) => k + 1);
  const table = (kind: number) => segment(0xc4, [kind, 1, ...Array(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(orientation === undefined ? [] : [exif(orientation)]),
    segment(0xdb, [0, ...Array(64).fill(1)]),
    segment(frame, [
      8,
      height >> 8,
      height & 255,
      size >> 8,
      size & 255,
      channels,
      ...ids.flatMap((id) => [id, 0x11, 0]),
    ]),
    table(0x00),
    table(0x10),
    // The first scan of a progressive picture has the mean of each block alone.
    segment(0xda, [channels, ...ids.flatMap((id) => [id, 0]), 0, frame === 0xc2 ? 0 : 63, 0]),
    Buffer.from([0xff >> (frame === 0xc2 ? channels : 2 * channels)]),
    ...(end ? [Buffer.from([0xff, 0xd9])] : []),
  ]);
}

const segment = (marker: number, body: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);

/** A JPEG with what a camera notes of how it was held. */
export const turned = (whole: Uint8Array, orientation: number): Buffer =>
  Buffer.concat([whole.subarray(0, 2), exif(orientation), whole.subarray(2)]);

function exif(orientation: number): Buffer {
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    0x01,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return segment(0xe1, [...Buffer.from("Exif\0\0", "latin1"), ...tiff]);
}
