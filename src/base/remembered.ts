/** What was worked out once, by its key → kept as long as there is not too much of it. */

/**
 * Entries that are kept. An issue asks for a thousand words or so; a watch of many days would ask for any number, and
 * what it asked for longest ago goes first, so that its memory stays level.
 */
const MOST = 2000;

/** What is made of an object → made once, and kept as long as the object. */
export function perObject<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

/** Puts a value into a map that only saves work: into one that is full, in place of its oldest. */
export function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= MOST)
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  known.set(key, value);
  return value;
}
