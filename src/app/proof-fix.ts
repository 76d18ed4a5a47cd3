/** Findings with safe fixes in → the files with those made, each replaced whole or left as it was. */
import { hasErrors } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import { readIssue } from "../content/read-issue.ts";
import { readPublication } from "../content/read-publication.ts";
import type { Finding, Fix } from "../proof/finding.ts";
import { replaceFile } from "./effects.ts";
import type { Content } from "./open-content.ts";

/** In the order of the file; of two that overlap the first is made, the other one waits for the next run. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const kept: Fix[] = [];
  for (const fix of [...fixes].sort((a, b) => a.span.start - b.span.start))
    if (fix.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(fix);
  return kept;
}

/** The source has the characters as they are read: no escape, no line end for a space. */
const stands = ({ span, was }: Fix, file: SourceFile): boolean =>
  span.file === file.path && file.text.slice(span.start, span.end) === was;

function withFixes(text: string, fixes: readonly Fix[]): string {
  let made = "";
  let at = 0;
  for (const { span, text: put } of apart(fixes)) {
    made += text.slice(at, span.start) + put;
    at = span.end;
  }
  return made + text.slice(at);
}

/** Still the same content but for the fixes: it reads without a fault. */
function reads(file: SourceFile, content: Content): boolean {
  const read = file.path.endsWith("publication.yaml")
    ? readPublication(file)
    : readIssue(file, content.publication);
  return read.value !== null && !hasErrors(read.diagnostics);
}

/** Makes as many fixes as leave the file readable: all of them, or one by one those that do. */
function fixed(
  file: SourceFile,
  fixes: readonly Fix[],
  content: Content,
): { readonly text: string; readonly count: number } {
  const all = { text: withFixes(file.text, fixes), count: fixes.length };
  if (reads({ path: file.path, text: all.text }, content)) return all;
  const kept = fixes.filter((fix) => reads({ path: file.path, text: withFixes(file.text, [fix]) }, content));
  const some = withFixes(file.text, kept);
  return reads({ path: file.path, text: some }, content)
    ? { text: some, count: kept.length }
    : { text: file.text, count: 0 };
}

/** @returns How many fixes were made. */
export function fixFiles(findings: readonly Finding[], content: Content): number {
  let count = 0;
  for (const [path, file] of content.files) {
    const fixes = apart(findings.flatMap(({ fix }) => (fix && stands(fix, file) ? [fix] : [])));
    if (fixes.length === 0) continue;
    const made = fixed(file, fixes, content);
    if (made.count === 0) continue;
    // A byte order mark that decoding took off was no part of the content.
    replaceFile(path, Buffer.from(made.text, "utf8"));
    count += made.count;
  }
  return count;
}
