/** The objects of a PDF as their bytes stand → the rules on white space and lengths that they break (PDF/A 6.1.7.1, 6.1.9). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { latin, Parser } from "../read-pdf/parse.ts";
import { Dict, type Parsed } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

/** Its number at the start of a line, single blanks between, the line ended behind `obj`. */
const HEAD = /^[\r\n]\d+[\0\t\f\r\n ]\d+[\0\t\f\r\n ]obj[\r\n]/;
const HEAD_LENGTH = 32;

/** The last word of an object, alone on its line. */
const FOOT = /[\r\n]endobj[\r\n]/;

const WHITE = /^[\0\t\f\r\n ]*/;

export function checkBytes(pdf: OpenPdf, report: Report): void {
  for (const [object, at] of pdf.offsets) {
    const held = valueAt(pdf.bytes, at);
    if (isUnevenlySpaced(pdf.bytes, at, held)) report("uneven-spacing", "PDF/A 6.1.9", { object });
    const detail = streamFault(pdf, held);
    if (detail !== null) report("bad-stream", "PDF/A 6.1.7.1", { object, detail });
  }
}

/** How far behind a value the words that end its object are looked for. */
const FAR = 64;

function isUnevenlySpaced(bytes: Uint8Array, at: number, { value, end }: Held): boolean {
  if (!HEAD.test(latin(bytes.subarray(at - 1, at + HEAD_LENGTH)))) return true;
  // A stream's last word is looked for where it ends.
  if (value instanceof Dict && isStream(bytes, end)) return false;
  return !FOOT.test(latin(bytes.subarray(end - 1, end + FAR)));
}

interface Held {
  readonly value: Parsed;
  /** Where the value ends, bytes. */
  readonly end: number;
}

function valueAt(bytes: Uint8Array, at: number): Held {
  const parser = new Parser(bytes, at);
  for (let k = 0; k < 3; k++) parser.next();
  const value = parser.next();
  return { value, end: parser.at };
}

const isStream = (bytes: Uint8Array, end: number): boolean =>
  /^[\0\t\f\r\n ]*stream/.test(latin(bytes.subarray(end, end + FAR)));

/** @returns What a stream has instead of what it should have; null where it is right, or none. */
function streamFault(pdf: OpenPdf, { value, end }: Held): string | null {
  const { bytes } = pdf;
  if (!(value instanceof Dict) || !isStream(bytes, end)) return null;
  const after = latin(bytes.subarray(end, end + FAR));
  const word = WHITE.exec(after)![0].length + "stream".length;
  const lineEnd = /^\r?\n/.exec(after.slice(word));
  if (!lineEnd) return "stream";
  const start = end + word + lineEnd[0].length;
  const length = Number(pdf.value(value.entries.get("Length")));
  const tail = latin(bytes.subarray(start + length, start + length + FAR));
  if (/^(?:\r\n|\n|\r)endstream/.test(tail)) return null;
  return tail.startsWith("endstream") ? "endstream" : `Length ${length}`;
}
