/** Paths in → the bytes of their files, read again only when they changed: the same bytes are the same object. */
import { statSync } from "node:fs";
import { readFile } from "./effects.ts";

interface KeptFile {
  /** What the file system said of the file before it was read. */
  readonly stamp: string;
  readonly bytes: Uint8Array | null;
}

export class KeptFiles {
  readonly #files = new Map<string, KeptFile>();

  /** @returns Null when there is no such file. */
  read(path: string): Uint8Array | null {
    const stamp = stampOf(path);
    const known = this.#files.get(path);
    if (known && known.stamp === stamp) return known.bytes;
    const found = stamp === "" ? null : readFile(path);
    const same = known?.bytes && found && Buffer.compare(known.bytes, found) === 0;
    const bytes = same ? known.bytes : found;
    this.#files.set(path, { stamp, bytes });
    return bytes;
  }

  get size(): number {
    return this.#files.size;
  }

  /** A save so quick that the file system's clock does not tell it from the one before: read it anew. */
  doubt(path: string): void {
    const known = this.#files.get(path);
    if (known) this.#files.set(path, { ...known, stamp: "?" });
  }

  /** Forgets the files that nobody reads any more. */
  keep(paths: ReadonlySet<string>): void {
    for (const path of this.#files.keys()) if (!paths.has(path)) this.#files.delete(path);
  }
}

/** Time of change to the nanosecond, size and number of the file; "" when there is none. */
function stampOf(path: string): string {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat?.isFile() ? `${stat.mtimeNs} ${stat.size} ${stat.ino}` : "";
  } catch {
    return "";
  }
}
