/** Bytes of a content file in → its text, with line ends made one kind, or why it is none. */
import type { Diagnostic, Encoding, Result } from "../base/diagnostic.ts";
import { fileStart, type SourceFile } from "../base/span.ts";
import { invisibleIn, ODD_BLANK } from "./invisible.ts";

/** Larger files are no issue of a periodical, and take a YAML reader minutes. */
export const SIZE_LIMIT = 16 * 1024 * 1024;

export function decode(path: string, bytes: Uint8Array): Result<SourceFile> {
  const span = fileStart(path);
  const refuse = (fault: Diagnostic): Result<SourceFile> => ({ value: null, diagnostics: [fault] });
  if (bytes.length > SIZE_LIMIT)
    return refuse({ code: "file-too-large", severity: "error", span, limit: SIZE_LIMIT });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuse({ code: "not-utf8", severity: "error", span, guess: guessEncoding(bytes) });
  }
  const file = { path, text: text.replaceAll("\r\n", "\n") };
  return { value: file, diagnostics: invisible(file) };
}

/** Characters of a decoded text, from `start` up to `end`, and what is to stand in their place. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * @param bytes Of a file that can be decoded.
 * @param changes In the order of the file, apart from each other.
 * @returns The file with these changes; all else is as it was saved, line ends and byte order mark too.
 */
export function withChanges(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const saved = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  // Decoding took away the mark, and of each \r\n the first half.
  let decoded = 0;
  let at = saved.startsWith("\ufeff") ? 1 : 0;
  const goTo = (place: number): number => {
    for (; decoded < place; decoded += 1) at += saved.startsWith("\r\n", at) ? 2 : 1;
    return at;
  };
  let made = "";
  let kept = 0;
  for (const { start, end, text } of changes) {
    made += saved.slice(kept, goTo(start)) + text;
    kept = goTo(end);
  }
  return new TextEncoder().encode(made + saved.slice(kept));
}

function guessEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const fits = (encoding: "gbk" | "big5") => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return common(text);
    } catch {
      return 0;
    }
  };
  const [gbk, big5] = [fits("gbk"), fits("big5")];
  if (gbk === 0 && big5 === 0) return null;
  return big5 > gbk ? "big5" : "gbk";
}

/** Characters so common that a text in the right encoding has some of them. */
const COMMON = new Set(
  "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們新闻聞发發展工作经經济濟，。、：",
);

/** How many common characters a text has; a text without any counts as barely fitting. */
const common = (text: string): number => [...text].filter((char) => COMMON.has(char)).length + 0.5;

/** Spaces that look like indentation and are none. */
const FALSE_INDENT = new RegExp(`^[ \\t]*${ODD_BLANK}`, "gm");

function invisible({ path, text }: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const name = (at: number) => {
    const span = { file: path, start: at, end: at + 1 };
    found.push({ code: "invisible-character", severity: "error", span, codePoint: text.charCodeAt(at) });
  };
  // A file of one line has its line ends told once, not at every line.
  const isOneLine = !text.includes("\n");
  const ends = isOneLine ? text.indexOf("\r") : -1;
  for (const at of invisibleIn(text)) if (!isOneLine || text[at] !== "\r" || at === ends) name(at);
  for (const match of text.matchAll(FALSE_INDENT)) name(match.index + match[0].length - 1);
  return found.sort((a, b) => a.span.start - b.span.start);
}
