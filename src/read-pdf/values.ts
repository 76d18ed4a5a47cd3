/** What the bytes of a PDF say, as values (ISO 32000-1, 7.3). */

export class Name {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Names the language of what follows: two letters for it, two for its country. */
const TURN = /\u001b([a-z]{2})([A-Z]{2})?\u001b/g;

/** A string's bytes, one character each. */
export class Str {
  readonly bytes: string;
  /** In hexadecimal digits, and with one too few or with other signs among them. */
  readonly isOdd: boolean;

  constructor(bytes: string, isOdd = false) {
    this.bytes = bytes;
    this.isOdd = isOdd;
  }

  /** The text that it stands for. */
  get text(): string {
    return this.#decoded.replaceAll(TURN, "");
  }

  /** Its parts in different languages, which it names itself (14.9.2.3); null for what is in the one around it. */
  get parts(): readonly { readonly tag: string | null; readonly text: string }[] {
    const found = this.#decoded.split(TURN);
    const parts = [{ tag: null as string | null, text: found[0]! }];
    for (let k = 1; k < found.length; k += 3)
      parts.push({ tag: [found[k], found[k + 1]].filter(Boolean).join("-"), text: found[k + 2]! });
    return parts.filter(({ text }, k) => k > 0 || text !== "" || found.length === 1);
  }

  /** UTF-16 with its mark, else Latin (7.9.2.2). */
  get #decoded(): string {
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
