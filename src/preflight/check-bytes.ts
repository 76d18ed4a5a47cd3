/** The objects of a PDF as their bytes stand → the rules on white space and lengths that they break (PDF/A 6.1.7.1, 6.1.9). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { latin, Parser } from "../read-pdf/parse.ts";
import { Dict, type Parsed } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

/** Its number at the start of a line, single blanks between, the line ended behind `obj`. */
const HEAD = /^[\r\n]\d+[\0\t\f\r\n ]\d+[\0\t\f\r\n ]obj[\r\n]/;
const HEAD_LENGTH = 32;

/** The last word of an object, alone on its line. */
const FOOT = /^[\r\n]endobj[\r\n]/;

/** Longer than any of the words that are looked for, with the line ends around it. */
const WORD_LENGTH = 16;

interface Held {
  readonly value: Parsed;
  /** Where the word behind the value begins, bytes. */
  readonly next: number;
}

export function checkBytes(pdf: OpenPdf, report: Report): void {
  for (const [object, at] of pdf.offsets) {
    const held = heldAt(pdf.bytes, at);
    const isOdd = !HEAD.test(latin(pdf.bytes.subarray(at - 1, at + HEAD_LENGTH)));
    const isStream = held.value instanceof Dict && wordAt(pdf.bytes, held.next).startsWith("stream");
    if (isOdd || (!isStream && !FOOT.test(wordAt(pdf.bytes, held.next - 1))))
      report("uneven-spacing", "PDF/A 6.1.9", { object });
    const detail = isStream ? streamFault(pdf, held) : null;
    if (detail !== null) report("bad-stream", "PDF/A 6.1.7.1", { object, detail });
  }
}

const wordAt = (bytes: Uint8Array, at: number): string => latin(bytes.subarray(at, at + WORD_LENGTH));

function heldAt(bytes: Uint8Array, at: number): Held {
  const parser = new Parser(bytes, at);
  for (let k = 0; k < 3; k++) parser.next();
  const value = parser.next();
  // What asks for an end goes on to the next word.
  return { value, next: parser.atEnd ? bytes.length : parser.at };
}

/** @returns What a stream has instead of what it should have; null where it is right. */
function streamFault(pdf: OpenPdf, { value, next }: Held): string | null {
  const begin = /^stream\r?\n/.exec(wordAt(pdf.bytes, next));
  if (!begin) return "stream";
  const length = Number(pdf.get(value, "Length"));
  const tail = wordAt(pdf.bytes, next + begin[0].length + length);
  if (/^(?:\r\n|\n|\r)endstream/.test(tail)) return null;
  return tail.startsWith("endstream") ? "endstream" : `Length ${length}`;
}
