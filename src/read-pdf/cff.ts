/** The bytes of a CID-keyed CFF font in → its glyphs and their widths by CID (Adobe Technical Notes 5176 and 5177). */

/** A font program with one font in it, such as ours. */
export interface Cff {
  /** Charstrings by CID. */
  readonly glyphs: ReadonlyMap<number, Uint8Array>;
  /** Width of a glyph that says none; what others say is added to `nominal`. Units of the font. */
  readonly normal: number;
  readonly nominal: number;
  readonly unitsPerEm: number;
  /** Left, bottom, right, top; units of the font. */
  readonly box: readonly number[];
}

/** @throws Where the bytes are no CFF font. */
export function readCff(bytes: Uint8Array): Cff {
  const names = readIndex(bytes, bytes[2]!);
  const tops = readIndex(bytes, names.end);
  const top = readDict(tops.items[0]!);
  const fonts = readIndex(bytes, top.get(1236)![0]!);
  const [length, offset] = readDict(fonts.items[0]!).get(18)! as [number, number];
  const widths = readDict(bytes.subarray(offset, offset + length));
  const { items } = readIndex(bytes, top.get(17)![0]!);
  const cids = readCharset(bytes, top.get(15)![0]!, items.length);
  return {
    glyphs: new Map(items.map((glyph, k) => [cids[k]!, glyph] as const)),
    normal: widths.get(20)?.[0] ?? 0,
    nominal: widths.get(21)?.[0] ?? 0,
    unitsPerEm: Math.round(1 / (top.get(1207)?.[0] ?? 0.001)),
    box: top.get(5) ?? [0, 0, 0, 0],
  };
}

/** @returns Thousandths of an em, by CID. */
export function cffWidths({ glyphs, normal, nominal, unitsPerEm }: Cff): ReadonlyMap<number, number> {
  const width = (glyph: Uint8Array) => {
    const said = widthIn(glyph);
    return ((said === null ? normal : nominal + said) * 1000) / unitsPerEm;
  };
  return new Map([...glyphs].map(([cid, glyph]) => [cid, width(glyph)] as const));
}

/** @returns CIDs by the glyphs' places (5176, section 13). */
function readCharset(bytes: Uint8Array, at: number, count: number): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = bytes[at]!;
  const cids = [0];
  for (let place = at + 1; cids.length < count; ) {
    const first = view.getUint16(place);
    const left = format === 0 ? 0 : format === 1 ? bytes[place + 2]! : view.getUint16(place + 2);
    for (let k = 0; k <= left; k++) cids.push(first + k);
    place += 2 + format;
  }
  return cids;
}

function readIndex(bytes: Uint8Array, at: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = bytes[at + 2]!;
  const offset = (k: number) => {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + bytes[at + 3 + k * size + i]!;
    return value;
  };
  const data = at + 2 + (count + 1) * size;
  const items = Array.from({ length: count }, (_, k) =>
    bytes.subarray(data + offset(k), data + offset(k + 1)),
  );
  return { items, end: data + offset(count) };
}

/** Operands by operator; two-byte operators as 1200 and the second byte. */
function readDict(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte <= 21) {
      found.set(byte === 12 ? 1200 + bytes[at + 1]! : byte, operands);
      operands = [];
      at += byte === 12 ? 2 : 1;
    } else if (byte === 30) {
      let text = "";
      for (at += 1; !text.includes("f"); at++) text += bytes[at]!.toString(16).padStart(2, "0");
      operands.push(Number(text.split("f")[0]!.replace("a", ".").replace("b", "e").replace("c", "e-")));
    } else {
      const { value, length } = numberAt(bytes, at, 29);
      operands.push(value);
      at += length;
    }
  }
  return found;
}

/** @param long The byte before a number of four bytes. */
function numberAt(bytes: Uint8Array, at: number, long: number): { value: number; length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const byte = bytes[at]!;
  if (byte === 28) return { value: view.getInt16(at + 1), length: 3 };
  if (byte === long) return { value: view.getInt32(at + 1), length: 5 };
  if (byte >= 251) return { value: -(byte - 251) * 256 - bytes[at + 1]! - 108, length: 2 };
  if (byte >= 247) return { value: (byte - 247) * 256 + bytes[at + 1]! + 108, length: 2 };
  return { value: byte - 139, length: 1 };
}

/** Operands that a path's first operators take; one more is the width (5177, 4.1). */
const TAKES: Readonly<Record<number, number>> = { 4: 1, 14: 0, 21: 2, 22: 1 };

function widthIn(glyph: Uint8Array): number | null {
  const operands: number[] = [];
  for (let at = 0; at < glyph.length; ) {
    const byte = glyph[at]!;
    if (byte < 32 && byte !== 28) {
      const takes = TAKES[byte];
      return takes !== undefined && operands.length > takes ? operands[0]! : null;
    }
    const { value, length } = numberAt(glyph, at, 255);
    operands.push(byte === 255 ? value / 65536 : value);
    at += length;
  }
  return null;
}
