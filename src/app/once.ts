/** Sources → the same, with every text and font looked up once in a run: the editions of an issue are made of one text. */
import type { Sources } from "./open-content.ts";

/** Pictures are larger than texts, and those of all issues would fill the memory: they are read each time. Bytes. */
const TEXT = 16 * 1024 * 1024;
const PICTURE = /\.(?:png|jpe?g)$/i;

export function readOnce(sources: Sources): Sources {
  return { ...sources, read: remembering(sources.read, isText), font: remembering(sources.font, () => true) };
}

const isText = (bytes: Uint8Array | null, path: string): boolean =>
  !PICTURE.test(path) && (bytes?.length ?? 0) <= TEXT;

function remembering<T>(
  read: (path: string) => T,
  isKept: (found: T, path: string) => boolean,
): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (known.has(path)) return known.get(path) as T;
    const found = read(path);
    if (isKept(found, path)) known.set(path, found);
    return found;
  };
}
