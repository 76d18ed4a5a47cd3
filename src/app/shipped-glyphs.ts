/** Glyph programs of a font that come with the program → those that are asked for, each read and proved alone. */
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import { countUpTo } from "../base/sorted.ts";
import type { FontSource } from "../font/font-source.ts";
import { type KeptGlyphs, programAt, type ShippedGlyphs } from "../font/glyph-programs.ts";
import type { Settled } from "../font/repeats.ts";
import { ownProgram } from "./own-program.ts";
import { SEAL, sealOf, shippedName, shippedPath, shippedValue } from "./shipped-value.ts";

/** What stands before the programs: the seal of the index, and its length in so many bytes. */
const LENGTH = 4;

/** Programs are read in so many bytes at least: those of a Latin face at once, of Han some ten. */
const WINDOW = 0x8000;

interface Index {
  /** Ascending. */
  readonly gids: Int32Array;
  /** Where each program ends, from where they begin. */
  readonly ends: Int32Array;
  /** A sum over each program (CRC-32). */
  readonly sums: Uint32Array;
}

const programsName = ({ identity }: FontSource, units: number): string => `programs ${units} ${identity}`;

export const stockName = ({ identity }: FontSource, units: number): string => `stock ${units} ${identity}`;

/**
 * @param folder What the bundle keeps.
 * @param program What tells the program from any other.
 * @param kept By ascending glyph ids.
 */
export function writePrograms(
  folder: string,
  program: string,
  source: FontSource,
  units: number,
  kept: KeptGlyphs,
): void {
  const name = programsName(source, units);
  const { gids, ends, programs } = kept;
  const sums = Uint32Array.from(gids, (_, k) => crc32(programAt(k, kept)));
  const index = serialize({ gids, ends, sums } satisfies Index);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(index.length);
  const parts = [sealOf(program, name, index), length, index, programs];
  writeFileSync(join(folder, shippedName(name)), Buffer.concat(parts));
}

/** @returns Null where the bundle has none of this very font. */
export function shippedGlyphs(source: FontSource, units: number): ShippedGlyphs | null {
  const program = ownProgram();
  if (!program) return null;
  const name = programsName(source, units);
  const path = shippedPath(name);
  const index = reading(path, (file) => {
    const head = bytesAt(file, 0, SEAL + LENGTH);
    const length = Math.min(head.readUInt32LE(SEAL), fstatSync(file).size);
    const bytes = bytesAt(file, head.length, length);
    const isWhole = sealOf(program, name, bytes).equals(head.subarray(0, SEAL));
    return isWhole ? { ...(deserialize(bytes) as Index), start: head.length + bytes.length } : null;
  });
  return (
    index && {
      programs: (gids) =>
        reading(path, (file) => programsIn(file, gids, index)) ?? Array.from(gids, () => null),
      stock: () => (shippedValue(stockName(source, units)) as Settled | undefined) ?? null,
    }
  );
}

/** @returns Null for one that is not there, or not as it was written. @param wanted Glyph ids, ascending. */
function programsIn(
  file: number,
  wanted: Int32Array,
  { gids, ends, sums, start }: Index & { start: number },
): readonly (Uint8Array | null)[] {
  const bytesAt = windowOn(file);
  return Array.from(wanted, (gid) => {
    const k = countUpTo(gids, gid) - 1;
    if (gids[k] !== gid) return null;
    const from = ends[k - 1] ?? 0;
    const bytes = bytesAt(start + from, ends[k]! - from);
    return bytes && crc32(bytes) === sums[k] ? bytes : null;
  });
}

/** @returns What copies bytes from a place in the file, null beyond its end; neighbours are read at once. */
function windowOn(file: number): (place: number, length: number) => Uint8Array | null {
  let window = new Uint8Array(WINDOW);
  let [from, to] = [0, 0];
  return (place, length) => {
    if (place < from || place + length > to) {
      if (length > window.length) window = new Uint8Array(length);
      from = place;
      to = place + readSync(file, window, 0, window.length, place);
    }
    return place + length <= to ? window.slice(place - from, place - from + length) : null;
  };
}

/** @returns Null where the file can not be read as it should. */
function reading<T>(path: string, read: (file: number) => T): T | null {
  let file: number | null = null;
  try {
    file = openSync(path, "r");
    return read(file);
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

function bytesAt(file: number, place: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, place);
  return bytes;
}
