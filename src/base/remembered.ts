/** What was worked out once, by its key → kept as long as there is not too much of it. */

/** Entries that a long issue does not come near; a program that runs for days would pass any number. */
const MOST = 20_000;

/** Puts a value into a map that only saves work: one that has grown past all use begins anew. */
export function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= MOST) known.clear();
  known.set(key, value);
  return value;
}
