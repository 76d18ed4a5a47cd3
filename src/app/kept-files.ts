/** Paths in → what stands in their files, read again only when they changed: the same bytes are the same object. */
import { statSync } from "node:fs";
import type { FontSource } from "../font/font-source.ts";
import { readFile } from "./effects.ts";
import { openFont } from "./font-file.ts";

interface KeptFile {
  /** What the file system said of the file before it was read. */
  readonly stamp: string;
  readonly held: Held;
}

/** What a file gave: its bytes, or for a font a way to them; null when there was none. */
export type Held = Uint8Array | FontSource | null;

export class KeptFiles {
  readonly #files = new Map<string, KeptFile>();

  /** @returns Null when there is no such file. */
  read(path: string): Uint8Array | null {
    const stamp = stampOf(path);
    const known = this.#files.get(path);
    const before = known?.held instanceof Uint8Array ? known.held : null;
    if (known && known.stamp === stamp && (before || !known.held)) return before;
    const found = stamp === "" ? null : readFile(path);
    const same = before && found && Buffer.compare(before, found) === 0;
    const bytes = same ? before : found;
    this.#files.set(path, { stamp, held: bytes });
    return bytes;
  }

  /** A font is never read whole to find out whether it changed: the file system's word is taken for it. */
  font(path: string): FontSource | null {
    const stamp = stampOf(path);
    const known = this.#files.get(path);
    const before = known?.held instanceof Uint8Array ? null : (known?.held ?? null);
    if (known && known.stamp === stamp && (before || !known.held)) return before;
    const held = stamp === "" ? null : openFont(path);
    this.#files.set(path, { stamp, held });
    return held;
  }

  /** What a file gives now that gave `before`; the same object when it has not changed. */
  again(path: string, before: Held): Held {
    return before && !(before instanceof Uint8Array) ? this.font(path) : this.read(path);
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
