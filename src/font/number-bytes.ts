/** Whole numbers in → the bytes that say them, in charstrings as in dictionaries (Adobe Technical Notes 5177, 3.2, and 5176, table 3). */
import { grown } from "./steps.ts";

/** Gathers the bytes of one program after another. */
export class NumberBytes {
  #bytes = new Uint8Array(0x400);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  put(byte: number): void {
    if (this.#length === this.#bytes.length) this.#bytes = grown(this.#bytes);
    this.#bytes[this.#length++] = byte;
  }

  all(bytes: Uint8Array): void {
    while (this.#length + bytes.length > this.#bytes.length) this.#bytes = grown(this.#bytes);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** One byte up to 107, two up to 1131, three beyond, up to 16 bits. */
  number(value: number): void {
    if (value >= -107 && value <= 107) this.put(value + 139);
    else if (value >= -1131 && value <= 1131) {
      const rest = (value < 0 ? -value : value) - 108;
      this.put((value < 0 ? 251 : 247) + (rest >> 8));
      this.put(rest & 0xff);
    } else {
      this.put(28);
      this.put((value >> 8) & 0xff);
      this.put(value & 0xff);
    }
  }

  /** @returns A copy of what was gathered. */
  taken(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
