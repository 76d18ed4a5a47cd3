/** A font's path in → the file, held open, of which pieces are read where they are wanted. */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { FontSource } from "../font/font-source.ts";
import { codeOf, EnvironmentError, isAbsent } from "./effects.ts";

/** Files are closed when no face is left that reads them. */
const closing = new FinalizationRegistry<number>((file) => closeSync(file));

/** @returns Null when there is no such file. */
export function openFont(path: string): FontSource | null {
  try {
    // A pipe would be waited for without end when it is opened.
    const stat = statSync(path, { bigint: true });
    if (!stat.isFile()) return null;
    const file = openSync(path, "r");
    const size = Number(stat.size);
    const source: FontSource = {
      length: size,
      identity: [stat.dev, stat.ino, size, stat.mtimeNs, stat.ctimeNs].join(),
      bytes: (from, length) => {
        if (from + length > size) throw new RangeError("the font ends early");
        return piece(path, file, from, length);
      },
    };
    closing.register(source, file);
    return source;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw new EnvironmentError(path, codeOf(error));
  }
}

function piece(path: string, file: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  try {
    for (let at = 0; at < length; ) {
      const read = readSync(file, bytes, at, length - at, from + at);
      if (read === 0) throw new RangeError("the font was cut short while it was read");
      at += read;
    }
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new EnvironmentError(path, codeOf(error));
  }
  return bytes;
}
