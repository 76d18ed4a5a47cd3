/** Places in source files: offsets in → lines, columns and source lines out. */

/** A stretch of a source file. Offsets count UTF-16 units; `end` is exclusive. */
export interface Span {
  /** Path as messages show it, relative to where the program was started. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Of what a message says of a file as a whole. */
export const fileStart = (file: string): Span => ({ file, start: 0, end: 0 });

/** A text file that was read, kept so that messages can show its lines. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Line and column as editors count them: both from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** @param offset As spans count: UTF-16 units from 0. */
export function placeOf(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < offset; next = text.indexOf("\n", next + 1)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

/** The line around an offset, without its end. */
export function lineAt(text: string, offset: number): string {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
}

/** In the order of the files, and of what stands in each. */
export const byPlace = (
  { span: a }: { readonly span: Span },
  { span: b }: { readonly span: Span },
): number => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1);
