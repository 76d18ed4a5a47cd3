/** What the bytes of a PDF say, as values (ISO 32000-1, 7.3). */

export class Name {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A string's bytes, one character each. */
export class Str {
  readonly bytes: string;
  /** In hexadecimal digits, and with one too few or with other signs among them. */
  readonly isOdd: boolean;

  constructor(bytes: string, isOdd = false) {
    this.bytes = bytes;
    this.isOdd = isOdd;
  }

  /** The text that it stands for: UTF-16 with its mark, else Latin (7.9.2.2). */
  get text(): string {
    if (!this.bytes.startsWith("\u00fe\u00ff")) return this.bytes;
    let out = "";
    for (let i = 2; i + 1 < this.bytes.length; i += 2)
      out += String.fromCharCode((this.bytes.charCodeAt(i) << 8) | this.bytes.charCodeAt(i + 1));
    return out;
  }
}

export class Pointer {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

/** An operator of a content stream, or a word such as `obj`. */
export class Word {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

export class Dict {
  readonly entries: ReadonlyMap<string, Parsed>;

  constructor(entries: ReadonlyMap<string, Parsed>) {
    this.entries = entries;
  }
}

export class Stream {
  readonly dict: Dict;
  /** As it stands in the file, packed. */
  readonly raw: Uint8Array;

  constructor(dict: Dict, raw: Uint8Array) {
    this.dict = dict;
    this.raw = raw;
  }
}

/**
 * One value, or several in an array (ISO 32000-1, 7.3.8.2, for one).
 *
 * @param value Leads from a pointer to what it points at.
 */
export const severalOf = (held: Parsed, value: (value: Parsed) => Parsed): readonly Parsed[] =>
  (Array.isArray(held) ? (held as readonly Parsed[]) : [held]).map((item) => value(item));

export type Parsed =
  | null
  | boolean
  | number
  | Name
  | Str
  | Pointer
  | Word
  | Dict
  | Stream
  | readonly Parsed[];

/** Everything that stands in an object, from itself on, keys as names; what it points at left out. */
export function visitParts(value: Parsed, visit: (part: Parsed) => void): void {
  visit(value);
  if (Array.isArray(value)) for (const item of value as readonly Parsed[]) visitParts(item, visit);
  if (value instanceof Stream) visitParts(value.dict, visit);
  if (!(value instanceof Dict)) return;
  for (const [key, held] of value.entries) {
    visit(new Name(key));
    visitParts(held, visit);
  }
}
