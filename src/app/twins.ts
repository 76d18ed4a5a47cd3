/** Names of issues in → those whose numbers are one issue's, typed in two ways (2024-014 beside 2024-14), as faults. */

import type { Diagnostic } from "../base/diagnostic.ts";
import { fileStart, type Span } from "../base/span.ts";
import { issueFile } from "../model/content-files.ts";
import { byNumber, figuresIn, isNumbered, NUMBER_IN_FILE } from "../model/issue-number.ts";
import { placeSaid } from "./report.ts";

/** Names that say the number of an issue in another way than its own. */
export const twinsOf = (issue: string, names: readonly string[]): readonly string[] =>
  isNumbered(issue)
    ? names.filter((name) => name !== issue && isNumbered(name) && byNumber(name, issue) === 0)
    : [];

/** What an issue is called where others are: as it is there already, else with as many figures as they are. */
export function nameAmong(issue: string, names: readonly string[]): string {
  if (names.includes(issue)) return issue;
  const [same] = twinsOf(issue, names);
  const figures = figuresIn(names.filter(isNumbered).sort(byNumber));
  const [year = "", within = ""] = issue.split("-");
  return same ?? (figures === null ? issue : `${year}-${String(Number(within)).padStart(figures, "0")}`);
}

/**
 * Both files would be issues of their own, each with its PDFs, where the newsroom has one.
 *
 * @param textOf The text of a file by its path; null where it can not be read.
 */
export function twinFaults(
  names: readonly string[],
  contentPath: (file: string) => string,
  textOf: (path: string) => string | null,
): readonly Diagnostic[] {
  const sorted = names.filter(isNumbered).sort((a, b) => byNumber(a, b) || (a < b ? -1 : 1));
  return sorted.flatMap((name, k): readonly Diagnostic[] => {
    const before = sorted[k - 1];
    if (before === undefined || byNumber(before, name) !== 0) return [];
    const [first, span] = [before, name].map((name) => numberIn(contentPath(issueFile(name)), textOf)) as [
      Span,
      Span,
    ];
    const place = placeSaid(first, textOf(first.file) ?? "");
    return [{ code: "issue-twice", severity: "warning", span, name, other: before, place }];
  });
}

/** Where a file says its number; its beginning where it says none. */
function numberIn(file: string, textOf: (path: string) => string | null): Span {
  const found = NUMBER_IN_FILE.exec(textOf(file) ?? "");
  if (!found) return fileStart(file);
  const start = found.index + found[1]!.length;
  return { file, start, end: start + found[2]!.length };
}
