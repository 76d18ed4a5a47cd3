/** What was worked out once, by its key → kept as long as there is not too much of it. */

/**
 * Entries that are kept. An issue asks for a thousand words or so, a book for ten thousand, most of them seldom; a watch
 * of many days would ask for any number, and its memory is to stay level.
 */
const MOST = 2000;

/** Single characters are few: a book has no more, and so all of them stay. */
export const MOST_CHARACTERS = 8000;

/** Single characters by their codes, which are found sooner. */
export const characterKey = (text: string): string | number =>
  text.length === 1 ? text.charCodeAt(0) : text;

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

/** Values by a UTF-16 unit each, which are found at their places. */
export class ByUnit<V> {
  /** 256 units each. */
  readonly #rows: (readonly (V | undefined)[] | undefined)[] = new Array(256).fill(undefined);

  get(unit: number): V | undefined {
    return this.#rows[unit >> 8]?.[unit & 0xff];
  }

  set(unit: number, value: V): void {
    const row = this.#rows[unit >> 8] ?? new Array<V | undefined>(256).fill(undefined);
    this.#rows[unit >> 8] = row;
    (row as (V | undefined)[])[unit & 0xff] = value;
  }
}

/** Alike values that are looked through before a list begins anew. */
const MOST_ALIKE = 48;

/** Puts a value behind those that it is like, none of which is the same. */
export function keptBeside<T>(list: T[], value: T): T {
  if (list.length >= MOST_ALIKE) list.length = 0;
  list.push(value);
  return value;
}

interface Entry<V> {
  readonly value: V;
  /** Since its turn to be forgotten came last. */
  wasAsked: boolean;
}

/** Values that only save work: what nobody asked for in a long time goes first. */
export class Remembered<K, V> {
  readonly #entries = new Map<K, Entry<V>>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.wasAsked = true;
    return entry.value;
  }

  /** Puts in what was not there. */
  add(key: K, value: V): V {
    if (this.#entries.size >= this.#most) this.#forget();
    this.#entries.set(key, { value, wasAsked: false });
    return value;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The oldest goes; one that was asked for counts as new again. */
  #forget(): void {
    for (const [key, entry] of this.#entries) {
      this.#entries.delete(key);
      if (!entry.wasAsked) return;
      entry.wasAsked = false;
      this.#entries.set(key, entry);
    }
  }
}
