/** Names and what they stand for in → a name tree (ISO 32000-1, 7.9.6). */
import { type Dictionary, text, textBytes, type Value } from "./objects.ts";

/** Sorted by the bytes that are written: what a locale thinks of names must not change them, and readers halve the list. */
export function nameTree(entries: readonly (readonly [name: string, value: Value])[]): Dictionary {
  const keyed = entries.map(([name, value]) => ({ name, value, key: textBytes(name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { Names: keyed.flatMap(({ name, value }) => [text(name), value]) };
}
