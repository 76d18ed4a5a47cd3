/** The bytes of a CFF font in → its glyphs and their widths by CID (Adobe Technical Notes 5176 and 5177). */

import { dataViewOf } from "../base/bytes.ts";
import { OWN_STRINGS } from "../font/subset.ts";
import { ENCODINGS, standardName } from "./glyph-names.ts";
import { latin } from "./parse.ts";

/** A font program with one font in it. */
export interface Cff {
  /** Charstrings by CID. */
  readonly glyphs: ReadonlyMap<number, Uint8Array>;
  /** Its parts, each with widths of its own; ours have one. */
  readonly parts: readonly CffPart[];
  /** The part that a glyph belongs to. */
  partOf(cid: number): CffPart;
  readonly unitsPerEm: number;
  /** Left, bottom, right, top; units of the font. */
  readonly box: readonly number[];
  /** Of a font that is not keyed by CID: its glyphs' places by their names, and by the codes of its own encoding. */
  named(): { readonly names: ReadonlyMap<string, number>; readonly codes: ReadonlyMap<number, number> };
}

interface CffPart {
  /** Width of a glyph that says none; what others say is added to `nominal`. Units of the font. */
  readonly normal: number;
  readonly nominal: number;
  /** What charstrings call: of the part, and of the whole font. */
  readonly own: readonly Uint8Array[];
  readonly shared: readonly Uint8Array[];
  readonly matrix: readonly number[] | undefined;
}

/** Operators of dictionaries. */
const OPERATOR = {
  box: 5,
  charset: 15,
  encoding: 16,
  glyphs: 17,
  private: 18,
  subroutines: 19,
  normal: 20,
  nominal: 21,
  matrix: 1207,
  cidKeyed: 1230,
  parts: 1236,
  partOfGlyph: 1237,
} as const;

/** Places up to this one name character sets of the format's own (5176, section 13). */
const LAST_OWN_CHARSET = 2;

/** @throws Where the bytes are no CFF font. */
export function readCff(bytes: Uint8Array): Cff {
  const names = readIndex(bytes, bytes[2]!);
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  const shared = readIndex(bytes, strings.end).items;
  const top = readDict(tops.items[0]!);
  const { items } = readIndex(bytes, top.get(OPERATOR.glyphs)![0]!);
  const isCidKeyed = top.has(OPERATOR.cidKeyed);
  // The glyphs of a font that is not keyed by CID are chosen by their places (ISO 32000-1, 9.7.4.2).
  const places = items.map((_, place) => place);
  const charset = top.get(OPERATOR.charset)?.[0] ?? 0;
  const cids = isCidKeyed && charset > LAST_OWN_CHARSET ? readCharset(bytes, charset, items.length) : places;
  const dicts = isCidKeyed ? readIndex(bytes, top.get(OPERATOR.parts)![0]!).items.map(readDict) : [top];
  const parts = dicts.map((dict) => readPart(bytes, dict, shared));
  const select = top.get(OPERATOR.partOfGlyph)?.[0];
  const selected = parts.length > 1 && select ? readSelection(bytes, select, items.length) : [];
  const placeOf = new Map(cids.map((cid, place) => [cid, place]));
  const matrix = [top.get(OPERATOR.matrix), isCidKeyed ? parts[0]?.matrix : undefined];
  return {
    glyphs: new Map(items.map((glyph, k) => [cids[k]!, glyph] as const)),
    parts,
    partOf: (cid) => parts[selected[placeOf.get(cid) ?? 0] ?? 0] ?? parts[0]!,
    unitsPerEm: unitsIn(matrix.flatMap((said) => said?.[0] ?? [])),
    box: top.get(OPERATOR.box) ?? [0, 0, 0, 0],
    named: () => {
      const sids = charset > LAST_OWN_CHARSET ? readCharset(bytes, charset, items.length) : places;
      const own = readIndex(bytes, tops.end).items.map(latin);
      const nameOf = (sid: number) => own[sid - OWN_STRINGS] ?? standardName(sid);
      const names = new Map(sids.map((sid, place) => [nameOf(sid), place] as const));
      return { names, codes: readEncoding(bytes, top.get(OPERATOR.encoding)?.[0] ?? 0, names) };
    },
  };
}

/** @param scales What the font and its part scale their units by, as far as they say. */
const unitsIn = (scales: readonly number[]): number =>
  scales.length === 0 ? 1000 : Math.round(1 / scales.reduce((product, scale) => product * scale, 1));

function readPart(
  bytes: Uint8Array,
  dict: ReadonlyMap<number, readonly number[]>,
  shared: readonly Uint8Array[],
): CffPart {
  const [length, offset] = dict.get(OPERATOR.private) ?? [0, 0];
  const about = readDict(bytes.subarray(offset, offset! + length!));
  const own = about.get(OPERATOR.subroutines)?.[0];
  return {
    normal: about.get(OPERATOR.normal)?.[0] ?? 0,
    nominal: about.get(OPERATOR.nominal)?.[0] ?? 0,
    own: own ? readIndex(bytes, offset! + own).items : [],
    shared,
    matrix: dict.get(OPERATOR.matrix),
  };
}

/** @returns Thousandths of an em, by CID. */
export function cffWidths({ glyphs, partOf, unitsPerEm }: Cff): ReadonlyMap<number, number> {
  const width = (cid: number, glyph: Uint8Array) => {
    const part = partOf(cid);
    const said = widthIn(glyph, part);
    return ((said === null ? part.normal : part.nominal + said) * 1000) / unitsPerEm;
  };
  return new Map([...glyphs].map(([cid, glyph]) => [cid, width(cid, glyph)] as const));
}

/** @returns The places of the glyphs' parts (5176, section 19). */
function readSelection(bytes: Uint8Array, at: number, count: number): readonly number[] {
  if (bytes[at] === 0) return [...bytes.subarray(at + 1, at + 1 + count)];
  const view = dataViewOf(bytes);
  const parts = new Array<number>(count).fill(0);
  const ranges = view.getUint16(at + 1);
  for (let k = 0; k < ranges; k++) {
    const from = at + 3 + 3 * k;
    parts.fill(view.getUint8(from + 2), view.getUint16(from), view.getUint16(from + 3));
  }
  return parts;
}

/** @returns CIDs by the glyphs' places (5176, section 13). */
function readCharset(bytes: Uint8Array, at: number, count: number): readonly number[] {
  const view = dataViewOf(bytes);
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

/** Places of glyphs by code (5176, section 12); the first two encodings are the format's own. */
function readEncoding(
  bytes: Uint8Array,
  at: number,
  names: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const codes = new Map<number, number>();
  if (at <= 1) {
    for (let code = 0; at === 0 && code < 256; code++) {
      const place = names.get(ENCODINGS.StandardEncoding!(code) ?? "");
      if (place !== undefined) codes.set(code, place);
    }
    return codes;
  }
  const isRanges = (bytes[at]! & 0x7f) === 1;
  let place = 1;
  for (let k = 0; k < bytes[at + 1]!; k++) {
    const from = at + 2 + (isRanges ? 2 * k : k);
    const left = isRanges ? bytes[from + 1]! : 0;
    for (let n = 0; n <= left; n++) codes.set(bytes[from]! + n, place++);
  }
  return codes;
}

function readIndex(bytes: Uint8Array, at: number) {
  const view = dataViewOf(bytes);
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
  const view = dataViewOf(bytes);
  const byte = bytes[at]!;
  if (byte === 28) return { value: view.getInt16(at + 1), length: 3 };
  if (byte === long) return { value: view.getInt32(at + 1), length: 5 };
  if (byte >= 251) return { value: -(byte - 251) * 256 - bytes[at + 1]! - 108, length: 2 };
  if (byte >= 247) return { value: (byte - 247) * 256 + bytes[at + 1]! + 108, length: 2 };
  return { value: byte - 139, length: 1 };
}

/** Operands that a path's first operators take; one more is the width (5177, 4.1). */
const TAKES: Readonly<Record<number, number>> = { 4: 1, 21: 2, 22: 1 };

/** Operators that take an even number: hints, their masks, and the end of a glyph, which may name two others. */
const TAKES_PAIRS: ReadonlySet<number> = new Set([1, 3, 14, 18, 19, 20, 23]);

const [CALL_OWN, CALL_SHARED, RETURN] = [10, 29, 11];

/** Calls stand no deeper than this in each other (5177, appendix B). */
const DEEPEST_CALL = 10;

/** @returns What the glyph says, in units of the font; null where it says none. */
function widthIn(glyph: Uint8Array, { own, shared }: CffPart): number | null {
  const operands: number[] = [];
  // Undefined while no operator has settled it.
  const run = (code: Uint8Array, depth: number): number | null | undefined => {
    for (let at = 0; at < code.length; ) {
      const byte = code[at]!;
      if (byte >= 32 || byte === 28) {
        const { value, length } = numberAt(code, at, 255);
        operands.push(byte === 255 ? value / 65536 : value);
        at += length;
      } else if (byte === CALL_OWN || byte === CALL_SHARED) {
        const called = byte === CALL_OWN ? own : shared;
        const inside = called[(operands.pop() ?? 0) + bias(called.length)];
        const found = inside && depth < DEEPEST_CALL ? run(inside, depth + 1) : null;
        if (found !== undefined) return found;
        at += 1;
      } else if (byte === RETURN) return undefined;
      else {
        const takes = TAKES[byte];
        const isSaid = takes === undefined ? operands.length % 2 === 1 : operands.length > takes;
        return isSaid && (takes !== undefined || TAKES_PAIRS.has(byte)) ? operands[0]! : null;
      }
    }
    return undefined;
  };
  return run(glyph, 0) ?? null;
}

/** What is added to the number of a subroutine that is called (5177, 4.7). */
const bias = (count: number): number => (count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768);
