/** What was made for one file → at hand for the next, by all that it depends on. */

/**
 * An edit leaves most of a file as it is. What a file did not ask for is forgotten when the next but one begins, so that
 * memory does not grow with the edits.
 */
export class FromFileToFile<V> {
  #last: ReadonlyMap<string, V>;
  #now = new Map<string, V>();
  #made = 0;

  /** @param kept Made for the file before. */
  constructor(kept: ReadonlyMap<string, V>) {
    this.#last = kept;
  }

  begin(): void {
    this.#made = 0;
    if (this.#now.size === 0) return;
    this.#last = this.#now;
    this.#now = new Map();
  }

  /** @param isGood Whether what is known may be used again. */
  of(key: string, isGood: (known: V) => boolean, make: () => V): V {
    const known = this.#now.get(key) ?? this.#last.get(key);
    const isKnown = known !== undefined && isGood(known);
    if (!isKnown) this.#made += 1;
    const value = isKnown ? known : make();
    this.#now.set(key, value);
    return value;
  }

  /** How many had to be made for the file at hand. */
  get made(): number {
    return this.#made;
  }

  /** Those of the file at hand; of the one before where none was written. */
  get kept(): ReadonlyMap<string, V> {
    return this.#now.size > 0 ? this.#now : this.#last;
  }
}
