/** Font programs, and maps of the texts of their codes, that went into one file → the same for the next, packed as they stood there. */
import type { Face } from "../font/face.ts";
import { FromFileToFile } from "./from-file-to-file.ts";
import { type Packed, packed } from "./pdf-file.ts";

/** Programs and maps by all that they depend on but the face's file. */
export type KeptPrograms = ReadonlyMap<string, Packed>;

interface Program {
  /** Null for a program that another process made, of the same files, until a face asks for it. */
  face: Face | null;
  readonly packed: Packed;
}

/** An edit seldom brings a character that was not there. */
export class FontPrograms {
  readonly #programs: FromFileToFile<Program>;

  /** @param kept Made in another process, of the same files. */
  constructor(kept: KeptPrograms = new Map()) {
    this.#programs = new FromFileToFile(
      new Map([...kept].map(([key, packed]) => [key, { face: null, packed }])),
    );
  }

  begin(): void {
    this.#programs.begin();
  }

  /** @param key What it depends on besides the face: a program on its glyphs, their numbers and the slack. */
  of(face: Face, key: string, make: () => Uint8Array | string): Packed {
    const program = this.#programs.of(
      `${face.id} ${key}`,
      (known) => known.face === null || known.face === face,
      () => ({ face, packed: packed(make()) }),
    );
    program.face = face;
    return program.packed;
  }

  /** How many had to be made for the file at hand. */
  get made(): number {
    return this.#programs.made;
  }

  /** Those of the file at hand; of the one before where none was written. */
  get kept(): KeptPrograms {
    return new Map([...this.#programs.kept].map(([key, { packed }]) => [key, packed]));
  }
}
