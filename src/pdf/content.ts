/** What a content stream says, operator by operator → its bytes, in room that is written over from stream to stream. */

const LINE_END = 0x0a;
const [POINT, MINUS, ZERO] = [0x2e, 0x2d, 0x30];
const [OPEN, CLOSE, BACKSLASH, RETURN, R] = [0x28, 0x29, 0x5c, 0x0d, 0x72];

/** What the longest number takes. */
const NUMBER = 24;

let bytes = new Uint8Array(1 << 16);

/** One stream at a time: the room is shared. */
export class Content {
  #length = 0;

  /** Puts a line under the others. @param text Its characters are bytes. */
  line(text: string): void {
    this.breakLine();
    this.text(text);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** @param text Comes in front of the byte with this index. */
  insert(at: number, text: string): void {
    this.#room(text.length);
    bytes.copyWithin(at + text.length, at, this.#length);
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
    this.#length += text.length;
  }

  /** What follows stands on a line of its own. */
  breakLine(): void {
    if (this.#length > 0) this.#byte(LINE_END);
  }

  text(text: string): void {
    this.#room(text.length);
    for (let i = 0; i < text.length; i++) bytes[this.#length++] = text.charCodeAt(i);
  }

  /** @param value Less than 2³¹ and whole. */
  integer(value: number): void {
    this.#room(NUMBER);
    if (value < 0) bytes[this.#length++] = MINUS;
    this.#digits(Math.abs(value), 1);
  }

  /** A number of so many hundredths, in its shortest form. @param value Less than 2³¹ and whole. */
  hundredths(value: number): void {
    this.#room(NUMBER);
    if (value < 0) bytes[this.#length++] = MINUS;
    const size = Math.abs(value);
    const rest = size % 100;
    const whole = (size - rest) / 100;
    if (whole > 0 || rest === 0) this.#digits(whole, 1);
    if (rest === 0) return;
    bytes[this.#length++] = POINT;
    if (rest % 10 === 0) this.#digits(rest / 10, 1);
    else this.#digits(rest, 2);
  }

  /** Opens a literal string (ISO 32000-1, 7.3.4.2). */
  open(): void {
    this.#byte(OPEN);
  }

  close(): void {
    this.#byte(CLOSE);
  }

  /** What stands in a literal string: a line end there would be read as another one and is escaped. */
  inString(text: string): void {
    this.#room(2 * text.length);
    for (let i = 0; i < text.length; i++) {
      const byte = text.charCodeAt(i);
      const isEscaped = byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === RETURN;
      if (isEscaped) bytes[this.#length++] = BACKSLASH;
      bytes[this.#length++] = byte === RETURN ? R : byte;
    }
  }

  /** @returns A copy of it all. */
  finish(): Uint8Array {
    return bytes.slice(0, this.#length);
  }

  #byte(byte: number): void {
    this.#room(1);
    bytes[this.#length++] = byte;
  }

  /** @param least Digits that are written, zeros in front if there are fewer. */
  #digits(value: number, least: number): void {
    let count = least;
    for (let over = 10 ** least; over <= value; over *= 10) count += 1;
    let rest = value;
    for (let at = this.#length + count - 1; at >= this.#length; at--) {
      const tens = Math.floor(rest / 10);
      bytes[at] = ZERO + rest - 10 * tens;
      rest = tens;
    }
    this.#length += count;
  }

  #room(more: number): void {
    if (this.#length + more <= bytes.length) return;
    const wider = new Uint8Array(2 * (this.#length + more));
    wider.set(bytes);
    bytes = wider;
  }
}
