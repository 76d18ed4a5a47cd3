/** The bytes of a Type 1 font program in → the widths of its glyphs, and its own encoding (Adobe Type 1 Font Format). */
import { ENCODINGS, type Encoding } from "./glyph-names.ts";
import { latin } from "./parse.ts";

export interface Type1 {
  /** Units of the font, which are thousandths of an em in all but odd ones. */
  readonly widths: ReadonlyMap<string, number>;
  readonly encoding: Encoding;
}

/** Keys of the two ways of hiding bytes, and what both multiply and add (chapter 7). */
const [WHOLE, CHARSTRING] = [55665, 4330];
const [FACTOR, ADDED] = [52845, 22719];

function shown(bytes: Uint8Array, key: number, skipped: number): Uint8Array {
  let state = key;
  const out = new Uint8Array(bytes.length);
  for (let k = 0; k < bytes.length; k++) {
    out[k] = bytes[k]! ^ (state >> 8);
    state = ((bytes[k]! + state) * FACTOR + ADDED) & 0xffff;
  }
  return out.subarray(skipped);
}

/** @throws Where the bytes are no Type 1 font. */
export function readType1(bytes: Uint8Array): Type1 {
  const text = latin(bytes);
  const start = /eexec(?:\r\n|[\s\S])/.exec(text);
  if (!start) throw new Error("no hidden part");
  const clear = text.slice(0, start.index);
  const hidden = bytes.subarray(start.index + start[0].length);
  const isHex = /^[\da-f\s]{8}/i.test(latin(hidden.subarray(0, 8)));
  const plain = shown(isHex ? Buffer.from(latin(hidden).replace(/\s/g, ""), "hex") : hidden, WHOLE, 4);
  const body = latin(plain);
  const skipped = Number(/\/lenIV\s+(\d+)/.exec(body)?.[1] ?? 4);
  const widths = new Map<string, number>();
  // A name, the length of its charstring, a word for reading it and a blank.
  const entry = /\/(\S+)\s+(\d+)\s+(?:RD|-\||\S+)\s/g;
  entry.lastIndex = Math.max(0, body.indexOf("/CharStrings"));
  entry.lastIndex = body.indexOf("begin", entry.lastIndex);
  for (let found = entry.exec(body); found; found = entry.exec(body)) {
    const [, name, length] = found;
    const from = entry.lastIndex;
    entry.lastIndex = from + Number(length);
    const width = widthIn(shown(plain.subarray(from, entry.lastIndex), CHARSTRING, skipped));
    if (width !== null) widths.set(name!, width);
  }
  return { widths, encoding: encodingIn(clear) };
}

/** The width that a charstring begins with: the second number before hsbw, the third before sbw; null for another. */
function widthIn(code: Uint8Array): number | null {
  const numbers: number[] = [];
  for (let k = 0; k < code.length; ) {
    const byte = code[k]!;
    if (byte >= 251 && byte < 255) numbers.push(-(byte - 251) * 256 - code[k + 1]! - 108);
    else if (byte >= 247 && byte < 251) numbers.push((byte - 247) * 256 + code[k + 1]! + 108);
    else if (byte >= 32 && byte < 247) numbers.push(byte - 139);
    else if (byte === 255) numbers.push(Buffer.from(code).readInt32BE(k + 1));
    else if (byte === 12 && code[k + 1] === 12) numbers.push(1 / (numbers.pop()! / numbers.pop()!));
    else {
      if (byte === 13) return numbers[1] ?? null;
      return byte === 12 && code[k + 1] === 7 ? (numbers[2] ?? null) : null;
    }
    k += byte === 255 ? 5 : byte >= 247 || byte === 12 ? 2 : 1;
  }
  return null;
}

function encodingIn(clear: string): Encoding {
  if (/\/Encoding\s+StandardEncoding\b/.test(clear)) return ENCODINGS.StandardEncoding!;
  const own = new Map<number, string>();
  for (const [, code, name] of clear.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g)) own.set(Number(code), name!);
  return (code) => own.get(code);
}
