/** What was made for one file → at hand for the next, by all that it depends on. */
import { Rounds } from "../base/rounds.ts";

export class FromFileToFile<V> {
  readonly #files: Rounds<V>;
  #made = 0;

  /** @param kept Made for the file before. */
  constructor(kept: ReadonlyMap<string, V>) {
    this.#files = new Rounds(kept);
  }

  begin(): void {
    this.#made = 0;
    if (this.#files.now.size > 0) this.#files.begin();
  }

  /** @param isGood Whether what is known may be used again. */
  of(key: string, isGood: (known: V) => boolean, make: () => V): V {
    const known = this.#files.find(key);
    const isKnown = known !== undefined && isGood(known);
    if (!isKnown) this.#made += 1;
    const value = isKnown ? known : make();
    this.#files.set(key, value);
    return value;
  }

  /** How many had to be made for the file at hand. */
  get made(): number {
    return this.#made;
  }

  /** Those of the file at hand; of the one before where none was written. */
  get kept(): ReadonlyMap<string, V> {
    return this.#files.now.size > 0 ? this.#files.now : this.#files.last;
  }
}
