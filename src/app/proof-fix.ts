/** Findings with safe fixes in → the files with those made, each replaced whole or left as it was. */

import { hasErrors } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import { decode, withChanges } from "../content/decode.ts";
import { readIssue } from "../content/read-issue.ts";
import { readPublication } from "../content/read-publication.ts";
import { PUBLICATION_FILE } from "../model/content-files.ts";
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
  for (const { span, text: put } of fixes) {
    made += text.slice(at, span.start) + put;
    at = span.end;
  }
  return made + text.slice(at);
}

/** Still the same content but for the fixes: it reads without a fault. */
function reads(file: SourceFile, content: Content): boolean {
  const read = file.path.endsWith(PUBLICATION_FILE)
    ? readPublication(file)
    : readIssue(file, content.publication);
  return read.value !== null && !hasErrors(read.diagnostics);
}

/** As many fixes as leave the file readable: all of them, or one by one those that do. */
function harmless(file: SourceFile, fixes: readonly Fix[], content: Content): readonly Fix[] {
  const leavesReadable = (some: readonly Fix[]) =>
    reads({ path: file.path, text: withFixes(file.text, some) }, content);
  if (leavesReadable(fixes)) return fixes;
  const kept = fixes.filter((fix) => leavesReadable([fix]));
  return leavesReadable(kept) ? kept : [];
}

/** @returns How many fixes were made. */
export function fixFiles(findings: readonly Finding[], content: Content): number {
  let count = 0;
  for (const [path, file] of content.files) {
    const fixes = apart(findings.flatMap(({ fix }) => (fix && stands(fix, file) ? [fix] : [])));
    if (fixes.length === 0) continue;
    const made = harmless(file, fixes, content);
    const bytes = content.sources.read(path);
    // A file that was saved meanwhile is another one: the next run looks at it.
    if (made.length === 0 || !bytes || decode(path, bytes).value?.text !== file.text) continue;
    replaceFile(
      path,
      withChanges(
        bytes,
        made.map(({ span, text }) => ({ ...span, text })),
      ),
    );
    count += made.length;
  }
  return count;
}
