/** An issue that was read, and its file with other words in one text → the issue, without the rest being read again. */
import type { SourceFile, Span } from "../base/span.ts";
import { type Inline, plainText } from "../model/inline.ts";
import type { Issue } from "../model/issue.ts";
import { isUnbroken, movedPlaces, unitAt } from "../model/places.ts";
import { crowds } from "./limits.ts";
import { mapIssue } from "./map-issue.ts";
import { scriptsIn, TextReader } from "./read-text.ts";
import { decodeScalar, type ScalarKind, type Typed } from "./scalar.ts";
import { type WordEdit, wordEdit } from "./word-edit.ts";

/**
 * @param issue What `readIssue` made of the file before, without any finding.
 * @returns What it makes of the file after, without any finding; null where all of it has to be read for that.
 */
export function editIssue(issue: Issue, before: SourceFile, after: SourceFile): Issue | null {
  if (before.path !== after.path) return null;
  const edit = wordEdit(before.text, after.text);
  if (!edit) return null;
  const { start, end, put } = edit;
  const by = put.length - (end - start);
  const moved = (at: number) => (at < end ? at : at + by);
  const isBefore = (span: Span) => span.file !== before.path || span.end <= start;
  const movedSpan = (span: Span): Span =>
    isBefore(span) ? span : { file: span.file, start: moved(span.start), end: moved(span.end) };
  const made: (Inline | null)[] = [];
  const edited = mapIssue(issue, {
    isKept: isBefore,
    span: movedSpan,
    text: (text) => {
      if (isBefore(text.span)) return text;
      const { language, runs, span } = text;
      if (span.start < end) {
        const read = textAgain(text, edit, before, after, movedSpan(span));
        made.push(read);
        return read ?? text;
      }
      return {
        language,
        runs: runs.map(({ text, mark, places }) => ({ text, mark, places: movedPlaces(places, by) })),
        span: movedSpan(span),
      };
    },
  });
  if (made.length === 0 || made.includes(null)) return null;
  const { note, articles, notes, span } = edited;
  return crowds(note, articles, notes, span).length > 0 ? null : edited;
}

/** @returns Null where it does not stand as it was typed, or has become something else to what holds it. */
function textAgain(
  text: Inline,
  edit: WordEdit,
  before: SourceFile,
  after: SourceFile,
  span: Span,
): Inline | null {
  const { start, end } = text.span;
  const kind = kindAt(before.text, start);
  // A text that may begin with spaces of its own is known by what a reader of YAML makes of it.
  if (INDENTED.test(before.text.slice(start, start + 3))) return null;
  if (!isAsTyped(decodeScalar(before.text, kind, start, end), edit, before.text)) return null;
  const typed = decodeScalar(after.text, kind, span.start, span.end);
  const reader = new TextReader();
  const isQuoted = kind === "single" || kind === "double";
  const read = reader.text({ kind: "text", span, ...typed, isQuoted, comment: null }, text.language);
  const [known, now] = [text, read].map((inline) =>
    JSON.stringify([scriptsIn(plainText(inline)), notesIn(inline)]),
  );
  return reader.found.length > 0 || known !== now ? null : read;
}

/** The header of a block scalar that says how far it is indented. */
const INDENTED = /^[|>][+-]?[1-9]/;

/** The kind of a scalar by its first character. */
function kindAt(source: string, start: number): ScalarKind {
  switch (source[start]) {
    case "'":
      return "single";
    case '"':
      return "double";
    case "|":
      return "literal";
    case ">":
      return "folded";
    default:
      return "plain";
  }
}

/** What was edited, with a character on each side, stands in the text as it does in the file. */
function isAsTyped({ text, places }: Typed, { start, end }: WordEdit, source: string): boolean {
  const [from, length] = [start - 1, end - start + 2];
  const at = unitAt(places, from);
  return (
    at !== null &&
    at + length <= text.length &&
    isUnbroken(places, at, at + length) &&
    text.slice(at, at + length) === source.slice(from, from + length)
  );
}

const notesIn = ({ runs }: Inline) => runs.map(({ mark }) => mark.note).filter((note) => note !== null);
