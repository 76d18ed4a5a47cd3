/** A stream of a PDF in → its bytes, its filters undone (ISO 32000-1, 7.4). */

import { inflateSync } from "node:zlib";
import { unfilter } from "../pdf/png.ts";
import { BadPdf } from "./bad-pdf.ts";
import { latin } from "./parse.ts";
import { Dict, Name, type Parsed, type Stream, severalOf } from "./values.ts";

/** What a stream may be unpacked to, bytes; pictures, the largest there are, come to 400 million. */
const MOST_UNPACKED = 0x2000_0000;

/** The filters of pictures, which are left alone: no text is packed with them. */
const OF_PICTURES = new Set(["DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode"]);

/**
 * @param value Leads from a pointer to what it points at.
 * @returns As they are from the first filter of pictures on.
 * @throws BadPdf where there is a filter that is not known.
 */
export function unpacked(stream: Stream, value: (value: Parsed) => Parsed): Uint8Array {
  const { entries } = stream.dict;
  const held = (key: string) => value(entries.get(key) ?? null);
  const parms = severalOf(held("DecodeParms"), value);
  let bytes = stream.raw;
  for (const [k, filter] of severalOf(held("Filter"), value).entries()) {
    if (!(filter instanceof Name) || OF_PICTURES.has(filter.name)) return bytes;
    bytes = unfiltered(bytes, filter.name, parms[k] ?? null, value);
  }
  return bytes;
}

function unfiltered(
  bytes: Uint8Array,
  filter: string,
  parms: Parsed,
  value: (value: Parsed) => Parsed,
): Uint8Array {
  if (filter === "ASCIIHexDecode") return Buffer.from(latin(bytes).replace(/>[\s\S]*|\s/g, ""), "hex");
  if (filter === "ASCII85Decode") return fromBase85(latin(bytes));
  if (filter !== "FlateDecode") throw new BadPdf("unknown-filter", filter);
  const plain = inflated(bytes);
  const number = (key: string, otherwise: number) =>
    parms instanceof Dict ? Number(value(parms.entries.get(key) ?? otherwise)) : otherwise;
  if (number("Predictor", 1) < 10) return plain;
  const bits = number("Colors", 1) * number("BitsPerComponent", 8);
  return unpredicted(plain, Math.ceil((number("Columns", 1) * bits) / 8), Math.ceil(bits / 8));
}

/** Five characters of 85 values each stand for four bytes, `z` for four zeros. */
function fromBase85(text: string): Uint8Array {
  const out: number[] = [];
  const digits = text.replace(/~>[\s\S]*|\s/g, "").replaceAll("z", "!!!!!");
  for (let k = 0; k < digits.length; k += 5) {
    const group = digits.slice(k, k + 5);
    let sum = 0;
    for (const char of group.padEnd(5, "u")) sum = sum * 85 + char.charCodeAt(0) - 33;
    const four = [sum >>> 24, sum >>> 16, sum >>> 8, sum].map((byte) => byte & 0xff);
    out.push(...four.slice(0, group.length - 1));
  }
  return Uint8Array.from(out);
}

function inflated(raw: Uint8Array): Uint8Array {
  try {
    return inflateSync(raw, { maxOutputLength: MOST_UNPACKED });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadPdf("too-large");
  }
}

/** @param width Bytes of a row without its filter. @param step Bytes of a pixel. */
function unpredicted(bytes: Uint8Array, width: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  let above = new Uint8Array(width);
  for (let row = 0; row < rows; row++) {
    const at = row * (width + 1);
    const line = out.subarray(row * width, (row + 1) * width);
    line.set(bytes.subarray(at + 1, at + 1 + width));
    unfilter(bytes[at]!, line, above, step);
    above = line;
  }
  return out;
}
