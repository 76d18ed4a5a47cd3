/** A JPEG file in → what its headers say (ISO/IEC 10918-1, annex B). */
import { dataViewOf } from "../base/bytes.ts";

export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 1 grey, 3 RGB, 4 CMYK. */
  readonly components: number;
  /** Adobe's programs write CMYK upside down, and say that they did. */
  readonly adobe: boolean;
  readonly turn: Turn;
}

/** How the camera was held: where the rows and columns of the samples belong (Exif 2.32, 4.6.4 A); 1 is upright. */
export type Turn = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Whether rows of the samples stand as columns. */
export const liesOnSide = (turn: Turn): boolean => turn > 4;

/** Pixels of a photograph whose samples are decoded, which takes twenty-four bytes of memory each. */
export const INK_LIMIT = 40e6;

/** Whether a marker begins a frame; of their kind three are tables, or of no use yet (table B.1). */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @throws Where no frame header is found. */
export function readJpeg(bytes: Uint8Array): Jpeg {
  const view = dataViewOf(bytes);
  let adobe = false;
  let turn: Turn | null = null;
  for (let at = 2; at + 4 < bytes.length; ) {
    const marker = view.getUint8(at + 1);
    // Any number of bytes of ones may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === "Adobe") adobe = true;
    if (marker === 0xe1) turn ??= turnIn(bytes.subarray(at + 4, at + 2 + length));
    if (isFrame(marker))
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        bits: view.getUint8(at + 4),
        components: view.getUint8(at + 9),
        adobe,
        turn: turn ?? 1,
      };
    at += 2 + length;
  }
  throw new Error("no JPEG");
}

const ORIENTATION = 0x0112;

/** @param segment In which an application notes something. @returns Null where it is no camera that notes a turn. */
export function turnIn(segment: Uint8Array): Turn | null {
  const body = dataViewOf(segment);
  if (body.byteLength < 14 || body.getUint32(0) !== 0x45786966) return null;
  const tiff = 6;
  const little = body.getUint16(tiff) === 0x4949;
  const directory = tiff + body.getUint32(tiff + 4, little);
  if (directory + 2 > body.byteLength) return null;
  const count = body.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
    if (entry + 12 > body.byteLength) return null;
    if (body.getUint16(entry, little) !== ORIENTATION) continue;
    const turn = body.getUint16(entry + 8, little);
    return turn >= 1 && turn <= 8 ? (turn as Turn) : null;
  }
  return null;
}
