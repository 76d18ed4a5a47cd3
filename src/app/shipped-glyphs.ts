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
        reading(path, (file) => gids.map((gid) => programIn(file, gid, index))) ?? gids.map(() => null),
      stock: () => (shippedValue(stockName(source, units)) as Settled | undefined) ?? null,
    }
  );
}

/** @returns Null where it is not there, or not as it was written. */
function programIn(
  file: number,
  gid: number,
  { gids, ends, sums, start }: Index & { start: number },
): Uint8Array | null {
  const k = countUpTo(gids, gid) - 1;
  if (gids[k] !== gid) return null;
  const from = ends[k - 1] ?? 0;
  const bytes = bytesAt(file, start + from, ends[k]! - from);
  return crc32(bytes) === sums[k] ? bytes : null;
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
