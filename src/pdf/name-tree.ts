/** Names and what they stand for in → a name tree (ISO 32000-1, 7.9.6). */
import { type Dictionary, text, type Value } from "./objects.ts";

/** Sorted by the bytes that are written: what a locale thinks of names must not change them, and readers halve the list. */
export function nameTree(entries: readonly (readonly [name: string, value: Value])[]): Dictionary {
  const keyed = entries.map(([name, value]) => ({ key: text(name), value }));
  keyed.sort((a, b) => (a.key.bytes < b.key.bytes ? -1 : 1));
  return { Names: keyed.flatMap(({ key, value }) => [key, value]) };
}
