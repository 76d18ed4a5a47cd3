/** A JPEG file in → what its headers say (ISO/IEC 10918-1, annex B). */

export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 1 grey, 3 RGB, 4 CMYK. */
  readonly components: number;
  /** Adobe's programs write CMYK upside down, and say that they did. */
  readonly adobe: boolean;
}

/** Pixels of a photograph whose samples are decoded, which takes twenty-four bytes of memory each. */
export const INK_LIMIT = 40e6;

/** Whether a marker begins a frame; of their kind three are tables, or of no use yet (table B.1). */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @throws Where no frame header is found. */
export function readJpeg(bytes: Uint8Array): Jpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let adobe = false;
  for (let at = 2; at + 4 < bytes.length; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === "Adobe") adobe = true;
    if (isFrame(marker))
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        bits: view.getUint8(at + 4),
        components: view.getUint8(at + 9),
        adobe,
      };
    at += 2 + view.getUint16(at + 2);
  }
  throw new Error("no JPEG");
}
