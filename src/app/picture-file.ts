/** Bytes of a picture file in → its size, or why it can not be printed; nothing is decoded that its header forbids. */
import { crc32, inflateSync } from "node:zlib";
import { dataViewOf, isJpeg, isPng } from "../base/bytes.ts";
import type { PictureFault } from "../base/diagnostic.ts";
import { perObject } from "../base/remembered.ts";
import type { PictureSize } from "../pages/composition.ts";
import { ADAM7 } from "../pdf/png.ts";
import { inspectJpeg } from "./jpeg-file.ts";

/** A3 at 600 dots to the inch has seventy million pixels. */
export const PIXEL_LIMIT = 100e6;
/** What a PNG may unpack to: a hundred bytes of it can ask for gigabytes. */
const UNPACKED_LIMIT = 400e6;

/** Largest file that is taken for a picture, bytes. */
export const PICTURE_LIMIT = 64 * 1024 * 1024;

/** @returns Its size, or what is wrong with it. A desk asks again for the same file at every build. */
export const inspectPicture: (bytes: Uint8Array) => PictureSize | PictureFault = perObject(inspect);

function inspect(bytes: Uint8Array): PictureSize | PictureFault {
  if (bytes.length > PICTURE_LIMIT) return "large-file";
  const view = dataViewOf(bytes);
  try {
    if (isPng(bytes)) return inspectPng(bytes, view);
    return isJpeg(bytes) ? inspectJpeg(view, sizeFault) : otherFormat(bytes);
  } catch (error) {
    // A length that leads out of the file, or a stream that zlib can not read.
    if (error instanceof RangeError || (error instanceof Error && "code" in error)) return "damaged";
    throw error;
  }
}

/** What was meant by a file that is neither. */
function otherFormat(bytes: Uint8Array): PictureFault {
  if (bytes.length === 0) return "damaged";
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  if (/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg|<svg)/i.test(utf8(head)))
    return "svg";
  if (/^GIF8/.test(head)) return "gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return "webp";
  if (/^[\s\S]{4}ftyp(?:avif|avis|heic|heix|hevc|mif1|msf1)/.test(head)) return "heif";
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return "tiff";
  return "no-picture";
}

/** Only what ASCII files begin with is looked at: a byte order mark is all that UTF-8 adds. */
const utf8 = (head: string): string => head.replace(/^\u00ef\u00bb\u00bf/, "");

/** Bits of a sample that each type of colour allows, and how many samples a pixel has (ISO/IEC 15948, 11.2.2). */
const COLOUR_TYPES: Readonly<
  Record<number, { readonly channels: number; readonly bits: readonly number[] }>
> = {
  0: { channels: 1, bits: [1, 2, 4, 8, 16] },
  2: { channels: 3, bits: [8, 16] },
  3: { channels: 1, bits: [1, 2, 4, 8] },
  4: { channels: 2, bits: [8, 16] },
  6: { channels: 4, bits: [8, 16] },
};

/** Types of chunks: IHDR, PLTE, IDAT, IEND (ISO/IEC 15948, 11.2). */
const CHUNK = { header: 0x49484452, palette: 0x504c5445, data: 0x49444154, end: 0x49454e44 } as const;

interface PngHeader extends PictureSize {
  readonly bits: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

function inspectPng(bytes: Uint8Array, view: DataView): PictureSize | PictureFault {
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== CHUNK.header) return "damaged";
  const header: PngHeader = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: view.getUint8(24),
    colourType: view.getUint8(25),
    interlaced: view.getUint8(28) === 1,
  };
  const colours = COLOUR_TYPES[header.colourType];
  const methods = [view.getUint8(26), view.getUint8(27)];
  if (!colours?.bits.includes(header.bits) || methods.some((method) => method !== 0)) return "damaged";
  if (view.getUint8(28) > 1) return "damaged";
  const tooMany = sizeFault(header);
  if (tooMany) return tooMany;
  const rows = rowsOf(header, colours.channels);
  const expected = rows.reduce((sum, { count, length }) => sum + count * (length + 1), 0);
  if (expected > UNPACKED_LIMIT) return "too-many-pixels";

  const data: Uint8Array[] = [];
  let palette: number | null = null;
  for (let at = 8; ; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return "damaged";
    if (type === CHUNK.data) data.push(body);
    if (type === CHUNK.palette) {
      // Of two palettes readers take either.
      if (palette !== null) return "damaged";
      palette = length;
    }
    if (type === CHUNK.end) break;
    at += 12 + length;
  }
  if (header.colourType === 3 && (!palette || palette % 3 !== 0 || palette > 768)) return "damaged";
  const samples = inflateSync(Buffer.concat(data), { maxOutputLength: expected + 1 });
  if (samples.length !== expected || !filtersKnown(samples, rows)) return "damaged";
  const { width, height } = header;
  return { width, height };
}

interface Rows {
  readonly count: number;
  /** Bytes of a row without the one that names its filter. */
  readonly length: number;
}

function rowsOf({ width, height, bits, interlaced }: PngHeader, channels: number): readonly Rows[] {
  const bytes = (pixels: number) => Math.ceil((pixels * channels * bits) / 8);
  if (!interlaced) return [{ count: height, length: bytes(width) }];
  return ADAM7.map(([x, y, dx, dy]) => ({
    columns: Math.ceil((width - x) / dx),
    count: Math.ceil((height - y) / dy),
  }))
    .filter(({ columns, count }) => columns > 0 && count > 0)
    .map(({ columns, count }) => ({ count, length: bytes(columns) }));
}

function filtersKnown(samples: Uint8Array, rows: readonly Rows[]): boolean {
  let at = 0;
  for (const { count, length } of rows)
    for (let row = 0; row < count; row++) {
      if (samples[at]! > 4) return false;
      at += length + 1;
    }
  return true;
}

function sizeFault({ width, height }: PictureSize): PictureFault | null {
  if (width === 0 || height === 0) return "no-pixels";
  return width * height > PIXEL_LIMIT ? "too-many-pixels" : null;
}
