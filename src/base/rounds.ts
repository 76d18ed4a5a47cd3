/** What one round of work asked for → at hand for the next, and a little of what earlier rounds asked for. */

/** Values of earlier rounds that are kept: an editor takes a word back, or tries two in turn. */
const EARLIER = 4;

/**
 * An edit leaves most of an issue as it is. What a round does not ask for is soon forgotten, so that memory does not
 * grow with the edits.
 */
export class Rounds<V, Now extends V = V> {
  /** Of the round before. */
  #last: ReadonlyMap<string, V>;
  #now = new Map<string, Now>();
  /** Of rounds before that one; what was asked for longest ago stands first. */
  #earlier = new Map<string, V>();

  /** @param kept Of the round before. */
  constructor(kept: ReadonlyMap<string, V>) {
    this.#last = kept;
  }

  begin(): void {
    for (const [key, value] of this.#last) if (!this.#now.has(key)) this.#leave(key, value);
    this.#last = this.#now;
    this.#now = new Map();
  }

  /** As if there had been no round yet. */
  clear(): void {
    this.#last = this.#now = new Map();
    this.#earlier = new Map();
  }

  /** Of this round, or of one before. */
  find(key: string): V | undefined {
    return this.#now.get(key) ?? this.#last.get(key) ?? this.#earlier.get(key);
  }

  set(key: string, value: Now): void {
    this.#now.set(key, value);
  }

  /** Of this round alone. */
  get now(): ReadonlyMap<string, Now> {
    return this.#now;
  }

  /** Of the round before. */
  get last(): ReadonlyMap<string, V> {
    return this.#last;
  }

  #leave(key: string, value: V): void {
    this.#earlier.delete(key);
    this.#earlier.set(key, value);
    if (this.#earlier.size <= EARLIER) return;
    const [oldest] = this.#earlier.keys();
    this.#earlier.delete(oldest!);
  }
}
