/** A content file's text in → the places where a comment silences rules: `# proof: ignore rule-id`. */
import type { SourceFile, Span } from "../base/span.ts";

export interface Silence {
  /** Rules by name; empty for all of them. */
  readonly rules: readonly string[];
  /** Where its rules are silent; offsets in the file, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The comment itself. */
  readonly span: Span;
}

const COMMENT = /^(.*?)#\s*proof:\s*ignore(-file)?\b[ \t]*([\w ,-]*)$/;

const indentOf = (line: string): number => /^[ ]*(?:-[ ]+)*/.exec(line)![0].length;
const isBlank = (line: string): boolean => /^\s*(?:#.*)?$/.test(line);

/**
 * On a line of its own a comment silences the entry that begins on the next line: `- zh: …` with its
 * `en`, or one language, or all of `body:`. Behind an entry in braces or quotation marks it silences that
 * line. `ignore-file` silences the file.
 */
export function silencesIn({ path, text }: SourceFile): readonly Silence[] {
  if (!text.includes("proof:")) return [];
  const lines = text.split("\n");
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return lines.flatMap((line, number): readonly Silence[] => {
    const match = COMMENT.exec(line.replace(/\r$/, ""));
    if (!match) return [];
    const [, before, file, names] = match;
    const rules = names!.split(/[\s,]+/).filter((name) => name !== "");
    const start = starts[number]!;
    const span = { file: path, start: start + before!.length, end: start + line.length };
    if (file) return [{ rules, start: 0, end: text.length, span }];
    if (before!.trim() !== "")
      return /[}\]"']\s+$/.test(before!) ? [{ rules, start, end: start + line.length, span }] : [];
    const first = lines.findIndex((other, k) => k > number && !isBlank(other));
    if (first < 0) return [];
    // A dash begins an entry: what is indented deeper than the dash belongs to it.
    const indent = /^ */.exec(lines[first]!)![0].length;
    const dashed = /^ *- /.test(lines[first]!);
    const last = lines.findIndex(
      (other, k) =>
        k > first &&
        !isBlank(other) &&
        (dashed ? /^ */.exec(other)![0].length <= indent : indentOf(other) <= indent),
    );
    return [{ rules, start: starts[first]!, end: last < 0 ? text.length : starts[last]!, span }];
  });
}

export const silences = ({ rules, start, end, span }: Silence, rule: string, at: Span): boolean =>
  at.file === span.file &&
  at.start >= start &&
  at.start < end &&
  (rules.length === 0 || rules.includes(rule));
