/** A finding and the files in → the same, pointing at the characters as they are spelt there, without a fix that would cut a spelling in two. */
import type { SourceFile, Span } from "../base/span.ts";
import type { Slip } from "./finding.ts";

/** An escape of a text in double quotation marks; it stands for one character. */
const ESCAPE = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[\s\S])/y;

/** A place is that of a character's first sign: where that is a backslash, more signs belong to it. */
function whole(span: Span, text: string): Span {
  ESCAPE.lastIndex = span.end - 1;
  return ESCAPE.test(text) ? { ...span, end: ESCAPE.lastIndex } : span;
}

/** Whether the source has the characters as they are read, and no apostrophe that is typed twice. */
function stands({ span, was }: NonNullable<Slip["fix"]>, text: string): boolean {
  return text.slice(span.start, span.end) === was && !(was.endsWith("'") && text[span.end] === "'");
}

export function asTyped<T extends Slip>(slip: T, files: ReadonlyMap<string, SourceFile>): T {
  const spelt = (span: Span): Span => {
    const file = files.get(span.file);
    return file ? whole(span, file.text) : span;
  };
  const source = slip.fix && files.get(slip.fix.span.file);
  const fix = slip.fix && source && stands(slip.fix, source.text) ? slip.fix : null;
  return { ...slip, span: spelt(slip.span), related: slip.related.map(spelt), fix };
}
