/** Bytes of a JPEG file in → its size, or why it can not be printed: whatever stands outside its samples is looked through. */
import type { PictureFault } from "../base/diagnostic.ts";
import type { PictureSize } from "../pages/composition.ts";
import { isFrame, liesOnSide, type Turn, turnIn } from "../pdf/jpeg.ts";

/** What a table, a frame or a scan says that no decoder takes; a place outside the file is a RangeError. */
class Damaged extends Error {}

/** What every decoder of readers stops at, though the format goes on to 65,535 (libjpeg, JPEG_MAX_DIMENSION). */
export const JPEG_SIDE = 65_500;

interface Component {
  readonly id: number;
  readonly quantization: number;
}

interface Frame {
  readonly size: PictureSize;
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
}

/** Tables as they were set last, by their numbers. */
interface Tables {
  readonly quantization: Set<number>;
  /** Class times sixteen, and number. */
  readonly huffman: Set<number>;
}

/**
 * @param tooMany What is wrong with a size, null for nothing.
 * @throws RangeError Where a length leads out of the file.
 */
export function inspectJpeg(
  view: DataView,
  tooMany: (size: PictureSize) => PictureFault | null,
): PictureSize | PictureFault {
  try {
    return new JpegFile(view, tooMany).inspect();
  } catch (error) {
    if (error instanceof Damaged) return "damaged";
    throw error;
  }
}

/** Segments one after another up to the end of the image (ISO/IEC 10918-1, annex B); cameras write more behind it. */
class JpegFile {
  readonly #view: DataView;
  readonly #tooMany: (size: PictureSize) => PictureFault | null;
  readonly #tables: Tables = { quantization: new Set(), huffman: new Set() };
  readonly #scanned = new Set<number>();
  #frame: Frame | null = null;
  #turn: Turn | null = null;

  constructor(view: DataView, tooMany: (size: PictureSize) => PictureFault | null) {
    this.#view = view;
    this.#tooMany = tooMany;
  }

  inspect(): PictureSize | PictureFault {
    for (let at = 2; ; ) {
      if (this.#view.getUint8(at) !== 0xff) return "damaged";
      const marker = this.#view.getUint8(at + 1);
      // Any number of bytes of ones may stand before a marker.
      if (marker === 0xff) {
        at += 1;
        continue;
      }
      if (marker === MARKER.end) return this.#whole();
      const length = this.#view.getUint16(at + 2);
      must(length >= 2);
      const fault = this.#segment(
        marker,
        new DataView(this.#view.buffer, this.#view.byteOffset + at + 4, length - 2),
      );
      if (fault) return fault;
      at += 2 + length;
      if (marker === MARKER.scan) at = this.#behindSamples(at);
    }
  }

  #segment(marker: number, body: DataView): PictureFault | null {
    if (isFrame(marker)) return this.#frameOf(marker, body);
    if (marker === MARKER.huffman) huffmanTables(body, this.#tables.huffman);
    else if (marker === MARKER.quantization) quantizationTables(body, this.#tables.quantization);
    else if (marker === MARKER.restarts) must(body.byteLength === 2);
    else if (marker === MARKER.scan) this.#scan(body);
    else if (marker === MARKER.exif && this.#frame === null) this.#turn ??= turnIn(bytesOf(body));
    else must(isNote(marker));
    return null;
  }

  /** Baseline, extended and progressive frames are what PDF readers know (ISO 32000-1, 7.4.8). */
  #frameOf(marker: number, body: DataView): PictureFault | null {
    must(this.#frame === null);
    const size = { width: body.getUint16(3), height: body.getUint16(1) };
    const count = body.getUint8(5);
    if (marker > PROGRESSIVE || body.getUint8(0) !== 8 || ![1, 3, 4].includes(count)) return "unusual-jpeg";
    const fault = this.#tooMany(size);
    if (fault) return fault;
    if (Math.max(size.width, size.height) > JPEG_SIDE) return "too-many-pixels";
    must(body.byteLength === 6 + 3 * count);
    const components = Array.from({ length: count }, (_, k): Component => {
      const [across, down] = [body.getUint8(7 + 3 * k) >> 4, body.getUint8(7 + 3 * k) & 15];
      must(across >= 1 && across <= 4 && down >= 1 && down <= 4);
      return { id: body.getUint8(6 + 3 * k), quantization: body.getUint8(8 + 3 * k) };
    });
    must(new Set(components.map(({ id }) => id)).size === count);
    this.#frame = { size, isProgressive: marker === PROGRESSIVE, components };
    return null;
  }

  #scan(body: DataView): void {
    const frame = this.#frame;
    must(frame !== null);
    const count = body.getUint8(0);
    must(count >= 1 && count <= 4 && body.byteLength === 4 + 2 * count);
    const [from, to] = [body.getUint8(1 + 2 * count), body.getUint8(2 + 2 * count)];
    const isRefinement = body.getUint8(3 + 2 * count) >> 4 !== 0;
    // A scan of a progressive frame has either the means of blocks or what varies in those of one component.
    if (frame.isProgressive) must(from === 0 ? to === 0 : to >= from && to <= 63 && count === 1);
    for (let k = 0; k < count; k++) {
      const [id, tables] = [body.getUint8(1 + 2 * k), body.getUint8(2 + 2 * k)];
      const component = frame.components.find((one) => one.id === id);
      must(component !== undefined && this.#tables.quantization.has(component.quantization));
      if (from === 0 && !isRefinement) must(this.#tables.huffman.has(tables >> 4));
      if (!frame.isProgressive || from > 0) must(this.#tables.huffman.has(16 + (tables & 15)));
      this.#scanned.add(id);
    }
  }

  /** @returns The place of the first marker that does not stand among samples. */
  #behindSamples(from: number): number {
    for (let at = from; ; at++) {
      if (this.#view.getUint8(at) !== 0xff) continue;
      const next = this.#view.getUint8(at + 1);
      const isAmong = next === 0 || next === 0xff || (next >= FIRST_RESTART && next <= LAST_RESTART);
      if (!isAmong) return at;
    }
  }

  #whole(): PictureSize | PictureFault {
    const frame = this.#frame;
    must(frame !== null);
    must(frame.components.every(({ id }) => this.#scanned.has(id)));
    const { width, height } = frame.size;
    return this.#turn && liesOnSide(this.#turn) ? { width: height, height: width } : frame.size;
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: DataView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Markers that are looked at (ISO/IEC 10918-1, table B.1): DHT, EOI, SOS, DQT, DNL, DRI, APP0–APP15, COM. */
const MARKER = {
  huffman: 0xc4,
  end: 0xd9,
  scan: 0xda,
  quantization: 0xdb,
  lines: 0xdc,
  restarts: 0xdd,
  firstApplication: 0xe0,
  exif: 0xe1,
  lastApplication: 0xef,
  comment: 0xfe,
} as const;

/** Frames (SOF0–SOF2) that PDF readers know: baseline, extended, progressive. */
const PROGRESSIVE = 0xc2;

/** RST0–RST7, which stand among samples. */
const [FIRST_RESTART, LAST_RESTART] = [0xd0, 0xd7] as const;

/** Notes of applications, comments, and a number of lines that is told behind the first scan. */
const isNote = (marker: number): boolean =>
  (marker >= MARKER.firstApplication && marker <= MARKER.lastApplication) ||
  marker === MARKER.comment ||
  marker === MARKER.lines;

function must(holds: boolean): asserts holds {
  if (!holds) throw new Damaged();
}

function quantizationTables(body: DataView, known: Set<number>): void {
  for (let at = 0; at < body.byteLength; ) {
    const [wide, number] = [body.getUint8(at) >> 4, body.getUint8(at) & 15];
    must(wide <= 1 && number <= 3);
    at += 1 + 64 * (wide + 1);
    must(at <= body.byteLength);
    known.add(number);
  }
}

/** How many codes there are of each length, and what each stands for: no more than so many bits can tell apart. */
function huffmanTables(body: DataView, known: Set<number>): void {
  for (let at = 0; at < body.byteLength; ) {
    const number = body.getUint8(at);
    must(number >> 4 <= 1 && (number & 15) <= 3);
    let codes = 0;
    // Codes of nothing but ones are not given.
    let room = 1;
    for (let length = 1; length <= 16; length++) {
      const count = body.getUint8(at + length);
      room = 2 * room - count;
      codes += count;
      must(room >= 1);
    }
    // Sums of a block's mean have at most fifteen bits.
    if (number >> 4 === 0) for (let k = 0; k < codes; k++) must(body.getUint8(at + 17 + k) <= 15);
    at += 17 + codes;
    must(codes <= 256 && at <= body.byteLength);
    known.add(number);
  }
}
