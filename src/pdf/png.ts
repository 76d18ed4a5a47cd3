/** A PNG file in → its parts, and its samples where they have to be unpacked (PNG, second edition; ISO/IEC 15948). */
import { inflateSync } from "node:zlib";
import { dataViewOf } from "../base/bytes.ts";

/** Colour types by number, with their samples a pixel. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface Png {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colourType: number;
  readonly interlaced: boolean;
  /** RGB triples of a palette. */
  readonly palette: Uint8Array | null;
  /** What says which colours are transparent. */
  readonly transparency: Uint8Array | null;
  /** The deflated rows, each behind the number of its filter. */
  readonly data: Uint8Array;
}

/** @throws Where the file is damaged. */
export function readPng(bytes: Uint8Array): Png {
  const view = dataViewOf(bytes);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const found = chunks.get(type) ?? [];
    found.push(bytes.subarray(at + 8, at + 8 + length));
    chunks.set(type, found);
    at += 12 + length;
  }
  const head = chunks.get("IHDR")?.[0];
  const data = chunks.get("IDAT");
  const colourType = head?.[9] ?? -1;
  if (!head || !data || CHANNELS[colourType] === undefined) throw new Error("no PNG");
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: head[8]!,
    colourType,
    interlaced: head[12] === 1,
    palette: chunks.get("PLTE")?.[0] ?? null,
    transparency: chunks.get("tRNS")?.[0] ?? null,
    data: Buffer.concat(data),
  };
}

/** Samples of eight bits: one channel of grey or three of RGB, and the alpha where there is any. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly colour: Uint8Array;
  readonly alpha: Uint8Array | null;
}

/** Passes of Adam7, the interlacing of PNG: first column and row, steps (ISO/IEC 15948, 8.2). */
export const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function unpackPng(png: Png): Samples {
  const { width, height, bits, colourType } = png;
  const channels = CHANNELS[colourType]!;
  const raw = inflateSync(png.data);
  const values = new Uint16Array(width * height * channels);
  const passes = png.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  let at = 0;
  for (const [left, top, stepX, stepY] of passes) {
    const columns = Math.ceil((width - left) / stepX);
    const rows = Math.ceil((height - top) / stepY);
    if (columns <= 0 || rows <= 0) continue;
    const rowBytes = Math.ceil((columns * channels * bits) / 8);
    const pixelBytes = Math.max(1, (channels * bits) >> 3);
    let above = new Uint8Array(rowBytes);
    for (let row = 0; row < rows; row++) {
      const line = raw.subarray(at + 1, at + 1 + rowBytes);
      unfilter(raw[at]!, line, above, pixelBytes);
      above = line;
      at += 1 + rowBytes;
      for (let column = 0; column < columns; column++)
        for (let c = 0; c < channels; c++) {
          const pixel = (top + row * stepY) * width + left + column * stepX;
          values[pixel * channels + c] = sampleOf(line, column * channels + c, bits);
        }
    }
  }
  return coloured(png, values);
}

function sampleOf(line: Uint8Array, index: number, bits: number): number {
  if (bits === 8) return line[index]!;
  if (bits === 16) return (line[2 * index]! << 8) | line[2 * index + 1]!;
  const shift = 8 - bits - ((index * bits) % 8);
  return (line[(index * bits) >> 3]! >> shift) & ((1 << bits) - 1);
}

/**
 * Undoes a row's filter in place (9.2); PDF's predictors are the same ones. An unknown filter changes nothing.
 *
 * @param above The row before it, unfiltered; zeros for the first.
 * @param step Bytes of a pixel.
 */
export function unfilter(kind: number, line: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < line.length; i++) {
    const a = i >= step ? line[i - step]! : 0;
    const b = above[i]!;
    const c = i >= step ? above[i - step]! : 0;
    if (kind === 1) line[i] = line[i]! + a;
    else if (kind === 2) line[i] = line[i]! + b;
    else if (kind === 3) line[i] = line[i]! + ((a + b) >> 1);
    else if (kind === 4) line[i] = line[i]! + paeth(a, b, c);
  }
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

/** Values of any depth as colours of eight bits; palettes looked up, transparent colours as alpha. */
function coloured(png: Png, values: Uint16Array): Samples {
  const { width, height, bits, colourType, palette, transparency } = png;
  const count = width * height;
  const grey = colourType === 0 || colourType === 4;
  const channels = grey ? 1 : 3;
  const colour = new Uint8Array(count * channels);
  const alpha = new Uint8Array(count).fill(255);
  const to8 = (value: number) => (bits === 16 ? value >> 8 : Math.round((value * 255) / ((1 << bits) - 1)));
  const perPixel = CHANNELS[colourType]!;
  // A colour that is cut short is none.
  const key = transparency && transparency.length >= 2 * channels ? dataViewOf(transparency) : null;
  for (let i = 0; i < count; i++) {
    const at = i * perPixel;
    if (colourType === 3) {
      const index = values[at]!;
      for (let c = 0; c < 3; c++) colour[3 * i + c] = palette?.[3 * index + c] ?? 0;
      alpha[i] = transparency?.[index] ?? 255;
      continue;
    }
    for (let c = 0; c < channels; c++) colour[i * channels + c] = to8(values[at + c]!);
    if (perPixel > channels) alpha[i] = to8(values[at + channels]!);
    else if (
      key &&
      Array.from({ length: channels }, (_, c) => c).every((c) => values[at + c] === key.getUint16(2 * c))
    )
      alpha[i] = 0;
  }
  return { width, height, channels, colour, alpha: alpha.every((value) => value === 255) ? null : alpha };
}
