/** Font programs that went into one file → the same for the next, packed as they stood there. */
import type { Face } from "../font/face.ts";
import { type Packed, packed } from "./pdf-file.ts";

/** Programs by all that they depend on but the face's file. */
export type KeptPrograms = ReadonlyMap<string, Packed>;

/** Null for a program that another process made, of the same files. */
type Program = { readonly face: Face | null; readonly packed: Packed };

/**
 * An edit seldom brings a character that was not there. What a file did not ask for is forgotten when the next
 * but one begins, so that memory does not grow with the edits.
 */
export class FontPrograms {
  #last: ReadonlyMap<string, Program>;
  #now = new Map<string, Program>();
  #made = 0;

  /** @param kept Made in another process, of the same files. */
  constructor(kept: KeptPrograms = new Map()) {
    this.#last = new Map([...kept].map(([key, packed]) => [key, { face: null, packed }]));
  }

  begin(): void {
    this.#made = 0;
    if (this.#now.size === 0) return;
    this.#last = this.#now;
    this.#now = new Map();
  }

  /** @param key What the program depends on besides the face: its glyphs, their numbers, the slack. */
  of(face: Face, key: string, make: () => Uint8Array): Packed {
    const name = `${face.id} ${key}`;
    const known = this.#now.get(name) ?? this.#last.get(name);
    const isSame = known && (known.face === null || known.face === face);
    if (!isSame) this.#made += 1;
    const program = isSame ? known.packed : packed(make());
    this.#now.set(name, { face, packed: program });
    return program;
  }

  /** How many had to be made for the file at hand. */
  get made(): number {
    return this.#made;
  }

  /** Those of the file at hand; of the one before where none was written. */
  get kept(): KeptPrograms {
    const programs = this.#now.size > 0 ? this.#now : this.#last;
    return new Map([...programs].map(([key, { packed }]) => [key, packed]));
  }
}
