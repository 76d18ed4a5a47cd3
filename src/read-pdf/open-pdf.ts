/** A PDF's bytes in → its objects by number, and ways to look into them. */
import { BadPdf } from "./bad-pdf.ts";
import { latin, Parser } from "./parse.ts";
import { unpacked } from "./unpack.ts";
import { Dict, Name, type Parsed, Pointer, Stream, severalOf, Word } from "./values.ts";

/** Where an object stands: at an offset, or in an object stream. */
interface Place {
  readonly packed: boolean;
  /** Offset, or number of the object stream. */
  readonly at: number;
  readonly index: number;
}

export class OpenPdf {
  readonly bytes: Uint8Array;
  readonly trailer: Dict;
  readonly #places: ReadonlyMap<number, Place>;
  readonly #objects = new Map<number, Parsed>();
  readonly #packed = new Map<number, readonly Parsed[]>();

  /** @throws BadPdf where the file's own index is broken. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const { places, trailer } = readIndex(bytes);
    this.#places = places;
    this.trailer = trailer;
  }

  /** Numbers of all objects, ascending. */
  get ids(): readonly number[] {
    return [...this.#places.keys()].sort((a, b) => a - b);
  }

  /** Numbers of the objects that stand by themselves in the file, ascending, and the bytes that they begin at. */
  get offsets(): readonly (readonly [id: number, at: number])[] {
    return this.ids.flatMap((id) => {
      const { packed, at } = this.#places.get(id)!;
      return packed ? [] : [[id, at] as const];
    });
  }

  object(id: number): Parsed {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const place = this.#places.get(id);
    const found = !place ? null : place.packed ? this.#inStream(place) : objectAt(this.bytes, place.at, this);
    this.#objects.set(id, found);
    return found;
  }

  /** What a value is, behind its pointer. */
  value(value: Parsed | undefined): Parsed {
    let at = value ?? null;
    for (let hops = 0; at instanceof Pointer && hops < 32; hops++) at = this.object(at.id);
    return at;
  }

  get(dict: Parsed | undefined, key: string): Parsed {
    const held = this.value(dict);
    const entries = held instanceof Dict ? held.entries : held instanceof Stream ? held.dict.entries : null;
    return this.value(entries?.get(key));
  }

  /** A value at the end of a path of keys. */
  path(from: Parsed | undefined, ...keys: readonly string[]): Parsed {
    return keys.reduce<Parsed>((at, key) => this.get(at, key), this.value(from));
  }

  name(dict: Parsed | undefined, key: string): string | null {
    const value = this.get(dict, key);
    return value instanceof Name ? value.name : null;
  }

  list(value: Parsed | undefined): readonly Parsed[] {
    const held = this.value(value);
    return Array.isArray(held) ? held : [];
  }

  /** A value alone, or those of an array. */
  several(value: Parsed | undefined): readonly Parsed[] {
    return severalOf(this.value(value), (item) => this.value(item));
  }

  numbers(value: Parsed | undefined): readonly number[] {
    return this.list(value).map((item) => Number(this.value(item)));
  }

  get root(): Parsed {
    return this.get(this.trailer, "Root");
  }

  /** A stream's bytes, unpacked; as they are where they are packed in a way that only pictures are. */
  content(stream: Parsed | undefined): Uint8Array {
    const held = this.value(stream);
    return held instanceof Stream ? unpacked(held, (value) => this.value(value)) : new Uint8Array();
  }

  #inStream({ at, index }: Place): Parsed {
    const known = this.#packed.get(at) ?? this.#unpackObjects(at);
    this.#packed.set(at, known);
    return known[index] ?? null;
  }

  #unpackObjects(id: number): readonly Parsed[] {
    const stream = this.object(id);
    const bytes = this.content(stream);
    const count = Number(this.get(stream, "N"));
    const first = Number(this.get(stream, "First"));
    const head = new Parser(bytes);
    const offsets = Array.from({ length: within(count, bytes.length) }, () => {
      head.next();
      return first + Number(head.next());
    });
    // Each ends where the next begins (7.5.7), so that none is read as a part of those before it.
    return offsets.map((offset, k) => new Parser(bytes.subarray(offset, offsets[k + 1])).next());
  }
}

/** A count of things that stand in so many bytes. @throws BadPdf where there are none, or more than can be there. */
function within(count: number, bytes: number): number {
  if (count >= 0 && count <= bytes) return count;
  throw new BadPdf("impossible-count", count, bytes);
}

function objectAt(bytes: Uint8Array, at: number, pdf: Pick<OpenPdf, "value"> | null): Parsed {
  const parser = new Parser(bytes, at);
  parser.next();
  parser.next();
  const word = parser.next();
  if (!(word instanceof Word) || word.word !== "obj") throw new BadPdf("no-object", at);
  const value = parser.next();
  if (!(value instanceof Dict)) return value;
  // Blanks of any number may stand before the word: LuaTeX leaves room for a longer length.
  const begin = parser.atEnd ? null : /^stream\r?\n/.exec(latin(bytes.subarray(parser.at, parser.at + 8)));
  if (!begin) return value;
  const start = parser.at + begin[0].length;
  const held = value.entries.get("Length");
  const length = Number(pdf ? pdf.value(held) : held);
  return new Stream(value, bytes.subarray(start, start + length));
}

function readIndex(bytes: Uint8Array): { places: ReadonlyMap<number, Place>; trailer: Dict } {
  const places = new Map<number, Place>();
  const tail = latin(bytes.subarray(-1024));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  if (!start) throw new BadPdf("no-end");
  let trailer: Dict | null = null;
  const seen = new Set<number>();
  for (let at: number | null = Number(start[1]); at !== null && !seen.has(at); ) {
    seen.add(at);
    const section: Dict = /^\s*xref/.test(latin(bytes.subarray(at, at + 8)))
      ? readTable(bytes, at, places)
      : readReferences(bytes, at, places);
    trailer ??= section;
    // What older readers are not shown stands in a stream beside the table (7.5.8.4).
    const hidden = section.entries.get("XRefStm");
    if (typeof hidden === "number") readReferences(bytes, hidden, places);
    const previous: Parsed = section.entries.get("Prev") ?? null;
    at = typeof previous === "number" ? previous : null;
  }
  if (!trailer) throw new BadPdf("no-trailer");
  return { places, trailer };
}

/** A table of twenty bytes an entry (7.5.4). */
function readTable(bytes: Uint8Array, at: number, places: Map<number, Place>): Dict {
  const parser = new Parser(bytes, at);
  parser.next();
  for (;;) {
    const first = parser.next();
    if (first instanceof Word) break;
    const count = within(Number(parser.next()), bytes.length);
    for (let k = 0; k < count; k++) {
      const offset = Number(parser.next());
      parser.next();
      const kind = parser.next();
      const id = Number(first) + k;
      if (kind instanceof Word && kind.word === "n" && !places.has(id))
        places.set(id, { packed: false, at: offset, index: 0 });
    }
  }
  const trailer = parser.next();
  if (!(trailer instanceof Dict)) throw new BadPdf("no-trailer");
  return trailer;
}

/** A stream of entries (7.5.8). */
function readReferences(bytes: Uint8Array, at: number, places: Map<number, Place>): Dict {
  const stream = objectAt(bytes, at, null);
  if (!(stream instanceof Stream)) throw new BadPdf("broken-index");
  const plain = (value: Parsed) => value;
  const data = unpacked(stream, plain);
  const numbers = (value: Parsed | undefined) => (Array.isArray(value) ? value.map(Number) : []);
  const { entries } = stream.dict;
  const widths = numbers(entries.get("W"));
  const index = entries.has("Index") ? numbers(entries.get("Index")) : [0, Number(entries.get("Size"))];
  const size = widths.reduce((sum, width) => sum + within(width, data.length), 0);
  let offset = 0;
  const field = (width: number, otherwise: number) => {
    if (width === 0) return otherwise;
    let value = 0;
    for (let k = 0; k < width; k++) value = value * 256 + (data[offset++] ?? 0);
    return value;
  };
  for (let k = 0; k + 1 < index.length; k += 2) {
    const count = within(index[k + 1]!, (data.length - offset) / Math.max(1, size));
    for (let n = 0; n < count; n++) {
      const id = index[k]! + n;
      const kind = field(widths[0]!, 1);
      const place = { packed: kind === 2, at: field(widths[1]!, 0), index: field(widths[2]!, 0) };
      if (kind !== 0 && !places.has(id)) places.set(id, place);
    }
  }
  return stream.dict;
}
