/** Sources → the same, with every file read once in a run: the editions of an issue are made of one text. */
import type { Sources } from "./open-content.ts";

export function readOnce(sources: Sources): Sources {
  return { ...sources, read: remembering(sources.read), font: remembering(sources.font) };
}

function remembering<T>(read: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, read(path));
    return known.get(path) as T;
  };
}
