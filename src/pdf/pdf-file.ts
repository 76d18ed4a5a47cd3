/** Objects in → the bytes of a PDF: streams one by one, the rest in object streams, a cross-reference stream. */
import { createHash } from "node:crypto";
import { constants, deflateSync } from "node:zlib";
import { Bytes, type Dictionary, dictionary, type Ref, written } from "./objects.ts";

/** Objects that one object stream holds: a reader unpacks all of them to see one. */
const TOGETHER = 400;

export class PdfFile {
  readonly root: Ref;
  readonly #version: string;
  readonly #refs: Ref[] = [];
  readonly #streams = new Map<number, Uint8Array>();
  readonly #pack: (text: string) => Packed;

  /**
   * @param version As the header says it, such as `1.7`.
   * @param pack Packs texts, each a character a byte; files that are made again and again have most of theirs alike.
   */
  constructor(version: string, pack: (text: string) => Packed = packed) {
    this.#version = version;
    this.#pack = pack;
    this.root = this.ref({ Type: "Catalog" });
  }

  ref(data: Dictionary = {}): Ref {
    const ref = { id: this.#refs.length + 1, data };
    this.#refs.push(ref);
    return ref;
  }

  /** @returns An object with a stream, deflated unless it is packed already or wants to be read as it stands. */
  stream(data: Dictionary, bytes: Uint8Array | string, packing: "deflate" | "none" = "deflate"): Ref {
    const ref = this.ref(data);
    this.fill(ref, bytes, packing);
    return ref;
  }

  fill(ref: Ref, bytes: Uint8Array | string, packing: "deflate" | "none" = "deflate"): void {
    if (packing === "none") this.#put(ref, { bytes: bytesOf(bytes), deflated: false });
    else this.#put(ref, typeof bytes === "string" ? this.#pack(bytes) : packedOnce(bytes));
  }

  /** @returns An object with a stream that was packed before. */
  packedStream(data: Dictionary, stream: Packed): Ref {
    const ref = this.ref(data);
    this.#put(ref, stream);
    return ref;
  }

  #put(ref: Ref, { bytes, deflated }: Packed): void {
    if (deflated) ref.data.Filter = "FlateDecode";
    this.#streams.set(ref.id, bytes);
    ref.data.Length = bytes.length;
  }

  /** @param packet XMP, which is read as it stands. */
  describe(packet: string): void {
    const bytes = Buffer.from(packet, "utf8");
    this.root.data.Metadata = this.stream({ Type: "Metadata", Subtype: "XML" }, bytes, "none");
  }

  /** Hexadecimal digits that differ with the streams there are so far. */
  fingerprint(): string {
    const hash = createHash("md5");
    for (const stream of this.#streams.values()) hash.update(stream);
    return hash.digest("hex");
  }

  /** @param info The document information dictionary. */
  finish(info: Dictionary): Uint8Array {
    const infoRef = this.ref(info);
    const out = new Output(`%PDF-${this.#version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
    const free: Place = { kind: 0, at: 0, index: 0xffff };
    const places: Place[] = Array.from({ length: this.#refs.length + 1 }, () => free);
    // What was numbered and never said anything is no object.
    const plain = this.#refs.filter((ref) => !this.#streams.has(ref.id) && Object.keys(ref.data).length > 0);
    for (const ref of this.#refs) {
      const stream = this.#streams.get(ref.id);
      if (stream) places[ref.id] = { kind: 1, at: writeStream(out, ref.id, ref.data, stream), index: 0 };
    }
    let next = this.#refs.length + 1;
    for (let from = 0; from < plain.length; from += TOGETHER) {
      const part = plain.slice(from, from + TOGETHER);
      part.forEach((ref, index) => {
        places[ref.id] = { kind: 2, at: next, index };
      });
      places[next] = { kind: 1, at: writeObjects(out, next, part, this.#pack), index: 0 };
      next += 1;
    }
    places[next] = { kind: 1, at: out.length, index: 0 };
    const identity = new Bytes(out.digest());
    writeReferences(out, next, places, {
      Root: this.root,
      Info: infoRef,
      ID: [identity, identity],
    });
    return out.bytes();
  }
}

/** Where an object stands (ISO 32000-1, 7.5.8.3): free, at an offset, or in an object stream. */
interface Place {
  readonly kind: 0 | 1 | 2;
  /** Offset, or the number of the object stream. */
  readonly at: number;
  readonly index: number;
}

/** Chunks with their length and the hash of what they hold. */
class Output {
  length = 0;
  readonly #chunks: Uint8Array[] = [];
  readonly #hash = createHash("md5");

  constructor(head: string) {
    this.add(head);
  }

  add(chunk: Uint8Array | string): void {
    const bytes = bytesOf(chunk);
    this.#chunks.push(bytes);
    this.#hash.update(bytes);
    this.length += bytes.length;
  }

  /** The file's identity comes from its bytes: the same content, the same identity (14.4). */
  digest(): Uint8Array {
    return this.#hash.copy().digest();
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}

/** In a room of their own: what the engine gives is a piece of one that is larger, and stays as long as it does. */
export const deflated = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(
    deflateSync(bytes, { level: constants.Z_BEST_COMPRESSION, memLevel: constants.Z_MAX_MEMLEVEL }),
  );

/** What stands between `stream` and `endstream`. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly deflated: boolean;
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === "string" ? Buffer.from(content, "latin1") : content;

/** What does not shrink stays as it is. */
export function packed(content: Uint8Array | string): Packed {
  const raw = bytesOf(content);
  const small = deflated(raw);
  return small.length < raw.length ? { bytes: small, deflated: true } : { bytes: raw, deflated: false };
}

/** What stays as it is from file to file, such as a colour profile, is packed once. */
const packedBefore = new WeakMap<Uint8Array, Packed>();

function packedOnce(bytes: Uint8Array): Packed {
  const made = packedBefore.get(bytes) ?? packed(bytes);
  packedBefore.set(bytes, made);
  return made;
}

/** @returns Where the object begins. */
function writeStream(out: Output, id: number, data: Dictionary, bytes: Uint8Array): number {
  const at = out.length;
  out.add(`${id} 0 obj\n${dictionary(data)}stream\n`);
  out.add(bytes);
  out.add("\nendstream\nendobj\n");
  return at;
}

function writeObjects(out: Output, id: number, refs: readonly Ref[], pack: (text: string) => Packed): number {
  const head: string[] = [];
  let body = "";
  for (const ref of refs) {
    head.push(`${ref.id} ${body.length}`);
    body += `${written(ref.data)}\n`;
  }
  const first = `${head.join(" ")}\n`;
  const { bytes, deflated } = pack(first + body);
  const about = { Type: "ObjStm", N: refs.length, First: first.length };
  const Filter = deflated ? "FlateDecode" : undefined;
  return writeStream(out, id, { ...about, Filter, Length: bytes.length }, bytes);
}

/** Rows of seven bytes, each written as its difference to the one above (PNG's filter "up"). */
function writeReferences(out: Output, id: number, places: readonly Place[], trailer: Dictionary): void {
  const width = 7;
  const rows = Buffer.alloc((width + 1) * places.length);
  const plain = Buffer.alloc(width * (places.length + 1));
  places.forEach(({ kind, at, index }, k) => {
    const own = width * (k + 1);
    plain.writeUInt8(kind, own);
    plain.writeUInt32BE(at, own + 1);
    plain.writeUInt16BE(index, own + 5);
    const row = (width + 1) * k;
    rows[row] = 2;
    for (let i = 0; i < width; i++) rows[row + 1 + i] = plain[own + i]! - plain[own + i - width]!;
  });
  const packed = deflated(rows);
  const start = writeStream(
    out,
    id,
    {
      Type: "XRef",
      Size: places.length,
      W: [1, 4, 2],
      ...trailer,
      Filter: "FlateDecode",
      DecodeParms: { Predictor: 12, Columns: width },
      Length: packed.length,
    },
    packed,
  );
  out.add(`startxref\n${start}\n%%EOF\n`);
}
