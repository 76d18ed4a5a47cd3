/** Where an editor's cursor stands in a file → the text of the issue that it stands at, whichever language is on the pages. */
import type { Issue } from "../model/issue.ts";
import { textPairs } from "../model/pairs.ts";

/**
 * On a line with several texts it is the one at the cursor, or the next one, or the last; a text of several lines is all of
 * theirs.
 *
 * @param file As messages name it; `text` is what it holds.
 * @param line From 1, as `column`.
 * @returns Its number, as overlays have it; null on a line without text.
 */
export function textAt(
  issue: Issue,
  file: string,
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number | null {
  const stretch = lineStretch(text, line);
  if (!stretch) return null;
  const at = stretch.start + column - 1;
  const found = textPairs(issue)
    .flatMap(({ zh, en }, pair) => (zh && en ? [zh, en].map(({ span }) => ({ ...span, pair })) : []))
    .filter((span) => span.file === file && span.start <= stretch.end && span.end > stretch.start)
    .sort((a, b) => a.start - b.start);
  return (found.find(({ end }) => end >= at) ?? found.at(-1))?.pair ?? null;
}

/** Its offsets, without what ends it. */
function lineStretch(text: string, line: number): { readonly start: number; readonly end: number } | null {
  let start = 0;
  for (let before = 1; before < line; before++) {
    start = text.indexOf("\n", start) + 1;
    if (start === 0) return null;
  }
  const end = text.indexOf("\n", start);
  return { start, end: end === -1 ? text.length : end };
}
