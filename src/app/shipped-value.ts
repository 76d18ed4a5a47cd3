/** What was worked out when the program was bundled → the same in every run, for the engine that bundled it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import { ownProgram } from "./own-program.ts";

/** Bytes of a seal. */
export const SEAL = 4;

/**
 * Tells what was damaged, or was left by another program. What ships is trusted as the scripts are that it came with,
 * so that a sum will do (CRC-32): all of it is looked at in every run.
 */
export function sealOf(program: string, name: string, bytes: Uint8Array): Buffer {
  const seal = Buffer.alloc(SEAL);
  seal.writeUInt32LE(crc32(bytes, crc32(`${program}\n${name}\n`)));
  return seal;
}

/** Any name is a file's: what a file may not be called is written by its code. */
export const shippedName = (name: string): string => `${encodeURIComponent(name)}.kept`;

/** Where it stands. */
export const shippedPath = (name: string): string => join(import.meta.dirname, "kept", shippedName(name));

/** @returns See `Cache.recall`. */
export function shippedValue(name: string): unknown {
  const program = ownProgram();
  if (!program) return undefined;
  try {
    const file = readFileSync(shippedPath(name));
    const bytes = file.subarray(SEAL);
    const isWhole = sealOf(program, name, bytes).equals(file.subarray(0, SEAL));
    return isWhole ? deserialize(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a value where a program that stands beside the folder looks for it. @param value See `Cache.keep`. */
export function ship(folder: string, program: string, name: string, value: unknown): void {
  const bytes = serialize(value);
  writeFileSync(join(folder, shippedName(name)), Buffer.concat([sealOf(program, name, bytes), bytes]));
}
