/** Bytes of a PDF, from a place on → the value that stands there. */
import { BadPdf } from "./bad-pdf.ts";
import { Dict, Name, type Parsed, Pointer, Str, Word } from "./values.ts";

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([..."()<>[]{}/%"].map((char) => char.charCodeAt(0)));
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** So many bytes tell samples from what follows them. */
const AFTER_IMAGE = 12;

/** What follows an image: white space, and text in ASCII. */
const isOperators = (bytes: Uint8Array): boolean =>
  (bytes.length === 0 || WHITE.has(bytes[0]!)) &&
  bytes.every((byte) => (byte >= 32 && byte < 127) || WHITE.has(byte));

/** Values nested deeper than this are in no sound PDF, and would exhaust the stack. */
const DEEPEST = 200;

/** Reads values one after the other. Throws `BadPdf` where the bytes are no PDF syntax. */
export class Parser {
  at: number;
  readonly #bytes: Uint8Array;
  #depth = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get atEnd(): boolean {
    this.#skipBlank();
    return this.at >= this.#bytes.length;
  }

  /** Any value; what is none comes as a word. */
  next(): Parsed {
    this.#skipBlank();
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new BadPdf("ends-in-value");
    const char = String.fromCharCode(byte);
    if (char === "/") return this.#name();
    if (char === "(") return this.#literal();
    if (char === "<") return this.#bytes[this.at + 1] === byte ? this.#dict() : this.#hex();
    if (char === "[") return this.#list("]");
    if (/[-+.\d]/.test(char)) return this.#number();
    if (DELIMITER.has(byte)) {
      this.at += char === ">" && this.#bytes[this.at + 1] === byte ? 2 : 1;
      return new Word(char);
    }
    const word = this.#regular();
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new Word(word);
  }

  /** Goes on behind an image that stands in the content: behind its `EI` (ISO 32000-1, 8.9.7). */
  skipInlineImage(): void {
    const bytes = this.#bytes;
    // The samples begin behind one white character, and may hold the same two letters.
    for (let k = this.at + 1; k + 2 < bytes.length; k++) {
      const isEnd = WHITE.has(bytes[k]!) && bytes[k + 1] === 0x45 && bytes[k + 2] === 0x49;
      if (!isEnd || !isOperators(bytes.subarray(k + 3, k + 3 + AFTER_IMAGE))) continue;
      this.at = k + 3;
      return;
    }
    throw new BadPdf("endless-image");
  }

  #skipBlank(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === 0x25) while (this.at < this.#bytes.length && !this.#isLineEnd()) this.at += 1;
      else if (byte !== undefined && WHITE.has(byte)) this.at += 1;
      else return;
    }
  }

  #isLineEnd(): boolean {
    return this.#bytes[this.at] === 10 || this.#bytes[this.at] === 13;
  }

  #regular(): string {
    const start = this.at;
    while (this.at < this.#bytes.length) {
      const byte = this.#bytes[this.at]!;
      if (WHITE.has(byte) || DELIMITER.has(byte)) break;
      this.at += 1;
    }
    return latin(this.#bytes.subarray(start, this.at));
  }

  #name(): Name {
    this.at += 1;
    return new Name(
      this.#regular().replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  /** A number, or `12 0 R`. */
  #number(): Parsed {
    const value = Number(this.#regular());
    if (Number.isNaN(value)) throw new BadPdf("no-number");
    if (!Number.isInteger(value) || value < 0) return value;
    const rest = latin(this.#bytes.subarray(this.at, this.at + 16));
    const pointer = /^\s+\d+\s+R(?![A-Za-z])/.exec(rest);
    if (!pointer) return value;
    this.at += pointer[0].length;
    return new Pointer(value);
  }

  #literal(): Str {
    let out = "";
    let depth = 1;
    this.at += 1;
    while (depth > 0) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) throw new BadPdf("endless-string");
      const char = String.fromCharCode(byte);
      if (char === "\\") out += this.#escaped();
      else if (char === "(" || char === ")") {
        depth += char === "(" ? 1 : -1;
        if (depth > 0) out += char;
      } else out += char;
    }
    return new Str(out);
  }

  #escaped(): string {
    const rest = latin(this.#bytes.subarray(this.at, this.at + 3));
    const octal = /^[0-7]{1,3}/.exec(rest);
    this.at += octal ? octal[0].length : 1;
    if (octal) return String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff);
    const char = rest[0] ?? "";
    return char === "\n" ? "" : (ESCAPES[char] ?? char);
  }

  #hex(): Str {
    const end = this.#bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new BadPdf("endless-string");
    const digits = latin(this.#bytes.subarray(this.at + 1, end)).replace(/\s/g, "");
    this.at = end + 1;
    let out = "";
    for (let i = 0; i < digits.length; i += 2)
      out += String.fromCharCode(Number.parseInt(digits.slice(i, i + 2).padEnd(2, "0"), 16));
    return new Str(out, digits.length % 2 !== 0 || /[^\da-f]/i.test(digits));
  }

  #list(close: string): Parsed[] {
    this.at += close === "]" ? 1 : 2;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new BadPdf("too-deep");
    const out: Parsed[] = [];
    for (;;) {
      const value = this.next();
      if (value instanceof Word && value.word === close) break;
      out.push(value);
    }
    this.#depth -= 1;
    return out;
  }

  #dict(): Dict {
    const values = this.#list(">");
    const entries = new Map<string, Parsed>();
    for (let i = 0; i + 1 < values.length; i += 2) {
      const key = values[i]!;
      if (!(key instanceof Name)) throw new BadPdf("no-key");
      entries.set(key.name, values[i + 1]!);
    }
    return new Dict(entries);
  }
}

export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
