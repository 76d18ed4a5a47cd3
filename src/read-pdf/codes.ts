/** The encoding of a font in → the codes in the strings that it shows (ISO 32000-1, 9.7.5 and 9.7.6.2). */
import type { OpenPdf } from "./open-pdf.ts";
import { latin } from "./parse.ts";
import { Name, type Parsed, Stream } from "./values.ts";

/** A character code, and the glyph of the descendant font that it selects. */
export interface ShownCode {
  readonly code: number;
  readonly cid: number;
  /** The space that the operator for word space applies to: a single byte 32 (9.3.3). */
  readonly isWordSpace: boolean;
}

export interface Codes {
  cid(code: number): number;
  read(shown: string): readonly ShownCode[];
}

/** Codes of so many bytes, from one to the other. */
interface Space {
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

interface CidRange {
  readonly from: number;
  readonly to: number;
  readonly cid: number;
}

const TWO_BYTES: readonly Space[] = [{ size: 2, from: 0, to: 0xffff }];
const ONE_BYTE: readonly Space[] = [{ size: 1, from: 0, to: 0xff }];

/** Codes of fonts that are not composite: a byte each. */
const SIMPLE_CODES: Codes = codes(ONE_BYTE, (code) => code);

/** @returns The codes of a font of any kind; null where they follow a map that is not in the file. */
export function knownCodes(pdf: OpenPdf, font: Parsed): Codes | null {
  if (pdf.name(font, "Subtype") !== "Type0") return SIMPLE_CODES;
  return isEncodingKnown(pdf, font) ? codesOf(pdf, font) : null;
}

/** Whether `codesOf` knows how a composite font is encoded: by a map in the file that needs no other, or by none. */
function isEncodingKnown(pdf: OpenPdf, font: Parsed): boolean {
  const encoding = pdf.get(font, "Encoding");
  if (encoding instanceof Stream) return !/\busecmap\b/.test(latin(pdf.content(encoding)));
  return encoding instanceof Name && /^Identity-[HV]$/.test(encoding.name);
}

/** @returns The codes of a composite font: two bytes that are their glyphs' numbers, where no map is embedded. */
export function codesOf(pdf: OpenPdf, font: Parsed): Codes {
  const encoding = pdf.get(font, "Encoding");
  if (!(encoding instanceof Stream)) return codes(TWO_BYTES, (code) => code);
  const map = latin(pdf.content(encoding));
  const single = [...entries(map, "cidchar", /<([0-9a-f]+)>\s*(\d+)/gi)].map(
    ([, code, cid]): CidRange => ({ from: hex(code!), to: hex(code!), cid: Number(cid) }),
  );
  const several = [...entries(map, "cidrange", /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(\d+)/gi)].map(
    ([, from, to, cid]): CidRange => ({ from: hex(from!), to: hex(to!), cid: Number(cid) }),
  );
  const ranges = [...several, ...single];
  const spaces = [...entries(map, "codespacerange", /<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)].map(
    ([, from, to]): Space => ({ size: from!.length / 2, from: hex(from!), to: hex(to!) }),
  );
  return codes(spaces, (code) => {
    const range = ranges.find(({ from, to }) => code >= from && code <= to);
    return range ? range.cid + code - range.from : 0;
  });
}

/** Entries of the sections of one kind. */
function* entries(map: string, kind: string, entry: RegExp): Iterable<RegExpMatchArray> {
  for (const [, body] of map.matchAll(new RegExp(`begin${kind}([\\s\\S]*?)end${kind}`, "g")))
    yield* body!.matchAll(entry);
}

const hex = (digits: string): number => Number.parseInt(digits, 16);

function codes(spaces: readonly Space[], cid: Codes["cid"]): Codes {
  const longest = Math.max(1, ...spaces.map(({ size }) => size));
  const read = (shown: string) => {
    const found: ShownCode[] = [];
    for (let k = 0; k < shown.length; ) {
      let code = 0;
      let size = 0;
      // The shortest code that some space holds; bytes that none holds are taken as one code that shows nothing.
      do code = code * 256 + shown.charCodeAt(k + size++);
      while (
        size < longest &&
        k + size < shown.length &&
        !spaces.some((space) => space.size === size && code >= space.from && code <= space.to)
      );
      found.push({ code, cid: cid(code), isWordSpace: size === 1 && code === 32 });
      k += size;
    }
    return found;
  };
  return { cid, read };
}
