/** A press profile's bytes in → sRGB colours turned into its inks through its own table (ICC.1:2001-04, 6.5). */
import { dataViewOf } from "../base/bytes.ts";
import { linear } from "./srgb.ts";

/** What a profile's header says. */
export interface ProfileHead {
  /** Device class, such as `prtr`. */
  readonly kind: string;
  /** Colour space, such as `CMYK`. */
  readonly space: string;
  readonly name: string;
}

const tag = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** A profile's elements stand inside it, and a name is one. */
const LONGEST_NAME = 1000;

/** @returns Null for what is no ICC profile; "damaged" for one that leads out of itself. */
export function profileHead(bytes: Uint8Array): ProfileHead | "damaged" | null {
  if (bytes.length < 132 || tag(bytes, 36) !== "acsp") return null;
  try {
    if (!isWhole(bytes)) return "damaged";
    return { kind: tag(bytes, 12), space: tag(bytes, 16), name: nameOf(bytes) };
  } catch (error) {
    if (error instanceof RangeError) return "damaged";
    throw error;
  }
}

/** Whether all that is read of it, here or by a press, is there: its elements, and the table of its inks. */
function isWhole(bytes: Uint8Array): boolean {
  const view = dataViewOf(bytes);
  const count = view.getUint32(128);
  if (view.getUint32(0) > bytes.length || 132 + 12 * count > bytes.length) return false;
  for (let i = 0; i < count; i++)
    if (view.getUint32(136 + 12 * i) + view.getUint32(140 + 12 * i) > bytes.length) return false;
  const at = tableAt(bytes);
  if (at === null) return true;
  const { inputs, outputs, grid, entriesIn, entriesOut, end } = layOf(bytes, at);
  return inputs === 3 && outputs === 4 && Math.min(grid, entriesIn, entriesOut) >= 2 && end <= bytes.length;
}

function nameOf(bytes: Uint8Array): string {
  const at = elementAt(bytes, "desc");
  if (at === null) return "";
  const view = dataViewOf(bytes);
  const isWide = tag(bytes, at) === "mluc";
  if (!isWide && tag(bytes, at) !== "desc") return "";
  const length = isWide ? view.getUint32(at + 20) >> 1 : Math.max(0, view.getUint32(at + 8) - 1);
  const from = at + (isWide ? view.getUint32(at + 24) : 12);
  if (length > LONGEST_NAME) throw new RangeError("a name without an end");
  const codes = Array.from({ length }, (_, i) =>
    isWide ? view.getUint16(from + 2 * i) : view.getUint8(from + i),
  );
  return String.fromCharCode(...codes);
}

function elementAt(bytes: Uint8Array, name: string): number | null {
  const view = dataViewOf(bytes);
  const count = view.getUint32(128);
  for (let i = 0; i < count; i++) if (tag(bytes, 132 + 12 * i) === name) return view.getUint32(136 + 12 * i);
  return null;
}

/** Shares of cyan, magenta, yellow and black, 0–255 each. */
export type ToInks = (r: number, g: number, b: number) => readonly [number, number, number, number];

/** Without a profile: the grey that three inks share goes to the black plate. */
export const plainInks: ToInks = (r, g, b) => {
  const k = 255 - Math.max(r, g, b);
  if (k === 255) return [0, 0, 0, 255];
  const ink = (value: number) => Math.round((255 * (255 - value - k)) / (255 - k));
  return [ink(r), ink(g), ink(b), k];
};

/** The profile's table for relative colorimetric or, where it has none, perceptual rendering. */
function tableAt(profile: Uint8Array): number | null {
  const at = elementAt(profile, "B2A1") ?? elementAt(profile, "B2A0");
  if (at === null || tag(profile, 20) !== "Lab ") return null;
  return ["mft1", "mft2"].includes(tag(profile, at)) ? at : null;
}

/** @param profile A whole one. */
export function inksOf(profile: Uint8Array): ToInks {
  const at = tableAt(profile);
  if (at === null) return plainInks;
  const table = readTable(profile, at);
  // A picture asks for the same colours again and again, but may have sixteen million: each has one slot, which it
  // shares with others. Colours are kept plus one, so that 0 is none.
  const colours = new Int32Array(1 << SLOT_BITS);
  const inks = new Uint32Array(1 << SLOT_BITS);
  return (r, g, b) => {
    const colour = (r << 16) | (g << 8) | b;
    const slot = Math.imul(colour, SCATTER) >>> (32 - SLOT_BITS);
    const known = inks[slot]!;
    if (colours[slot] === colour + 1)
      return [known >>> 24, (known >>> 16) & 255, (known >>> 8) & 255, known & 255];
    const made = table(labOf(r, g, b));
    colours[slot] = colour + 1;
    inks[slot] = (made[0] << 24) | (made[1] << 16) | (made[2] << 8) | made[3];
    return made;
  };
}

/** A quarter of a million colours, 2 MB. */
const SLOT_BITS = 18;

/** Neighbouring colours go to slots far apart (Knuth, The Art of Computer Programming 3, 6.4). */
const SCATTER = 0x9e3779b1;

/** sRGB to Lab under D50, each axis from 0 to 1 over the table's range. */
function labOf(r: number, g: number, b: number): readonly [number, number, number] {
  const [R, G, B] = [linear(r / 255), linear(g / 255), linear(b / 255)];
  const x = (0.4360747 * R + 0.3850649 * G + 0.1430804 * B) / 0.9642;
  const y = 0.2225045 * R + 0.7168786 * G + 0.0606169 * B;
  const z = (0.0139322 * R + 0.0971045 * G + 0.7141733 * B) / 0.8249;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const [L, A, BB] = [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
  return [L / 100, (A + 128) / 255, (BB + 128) / 255];
}

/** Where the parts of a table stand: counts, and the place behind its last entry. */
function layOf(profile: Uint8Array, at: number) {
  const view = dataViewOf(profile);
  const bytewise = tag(profile, at) === "mft1";
  const [inputs, outputs, grid] = [view.getUint8(at + 8), view.getUint8(at + 9), view.getUint8(at + 10)];
  const entriesIn = bytewise ? 256 : view.getUint16(at + 48);
  const entriesOut = bytewise ? 256 : view.getUint16(at + 50);
  const size = bytewise ? 1 : 2;
  const start = at + (bytewise ? 48 : 52);
  const clut = inputs * entriesIn;
  const curves = clut + grid ** inputs * outputs;
  const end = start + size * (curves + outputs * entriesOut);
  return { bytewise, inputs, outputs, grid, entriesIn, entriesOut, size, start, clut, curves, end };
}

function readTable(profile: Uint8Array, at: number) {
  const view = dataViewOf(profile);
  const { bytewise, outputs, grid, entriesIn, entriesOut, size, start, clut, curves } = layOf(profile, at);
  const value = (index: number) =>
    bytewise ? profile[start + index]! / 255 : view.getUint16(start + size * index) / 65535;
  const along = (first: number, count: number, x: number) => {
    const place = Math.min(1, Math.max(0, x)) * (count - 1);
    const low = Math.min(count - 2, Math.floor(place));
    return value(first + low) + (place - low) * (value(first + low + 1) - value(first + low));
  };
  // Sixteen-bit Lab of version 2 reaches its full values at FF00.
  const reach = bytewise ? 1 : 0xff00 / 0xffff;
  return (lab: readonly [number, number, number]): readonly [number, number, number, number] => {
    const places = lab.map((x, k) => along(k * entriesIn, entriesIn, x * reach) * (grid - 1));
    const out = [0, 0, 0, 0];
    for (let corner = 0; corner < 8; corner++) {
      let weight = 1;
      let index = 0;
      places.forEach((place, k) => {
        const low = Math.min(grid - 2, Math.floor(place));
        const high = (corner >> k) & 1;
        weight *= high ? place - low : 1 - (place - low);
        index = index * grid + low + high;
      });
      if (weight > 0) for (let c = 0; c < 4; c++) out[c]! += weight * value(clut + index * outputs + c);
    }
    const ink = (c: number) => Math.round(255 * along(curves + c * entriesOut, entriesOut, out[c]!));
    return [ink(0), ink(1), ink(2), ink(3)];
  };
}
