/** An issue that was read in → what it has more of than can be set in reasonable time, with its place. */
import type { Crowd, Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Inline } from "../model/inline.ts";
import type { Article, TextPair } from "../model/issue.ts";

/** Far above any periodical: a thousand pages are set in some twenty seconds. */
export const LIMITS: Readonly<Record<Crowd, number>> = {
  articles: 500,
  blocks: 10_000,
  characters: 4_000_000,
  "text-characters": 100_000,
  "cell-characters": 2_000,
  "word-characters": 10_000,
  cells: 10_000,
  columns: 40,
  notes: 1_000,
  pages: 2_000,
  values: 400_000,
};

/** Where a line may end without more being known: blanks, Han, hyphens. */
const UNBROKEN = new RegExp(`[^\\s\\u2e80-\\u9fff\\uff00-\\uffef-]{${LIMITS["word-characters"] + 1},}`, "u");

export function crowds(
  note: TextPair | null,
  articles: readonly Article[],
  notes: ReadonlyMap<string, TextPair>,
  span: Span,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = (what: Crowd, count: number, at: Span) => {
    if (count <= LIMITS[what]) return;
    const place = { ...at, end: at.start + 1 };
    found.push({ code: "too-many", severity: "error", span: place, what, count, limit: LIMITS[what] });
  };
  const blocks = articles.flatMap(({ body }) => body);
  check("articles", articles.length, span);
  check("blocks", blocks.length, span);
  check("notes", notes.size, span);
  for (const part of blocks) {
    if (part.kind !== "table") continue;
    const rows = [part.head, ...part.rows];
    check("columns", Math.max(...rows.map((row) => row.length)), part.span);
    check(
      "cells",
      rows.reduce((sum, row) => sum + row.length, 0),
      part.span,
    );
    for (const inline of inlinesOf(rows)) check("cell-characters", lengthOf(inline), inline.span);
  }
  let total = 0;
  for (const inline of inlinesOf([note, articles, [...notes.values()]])) {
    const length = lengthOf(inline);
    total += length;
    check("text-characters", length, inline.span);
    if (length <= LIMITS["word-characters"]) continue;
    const word = UNBROKEN.exec(inline.runs.map((run) => run.text).join(""));
    if (word) check("word-characters", word[0].length, inline.span);
  }
  check("characters", total, span);
  return found;
}

const lengthOf = ({ runs }: Inline): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Every text inside a value. */
export function inlinesOf(value: unknown): readonly Inline[] {
  if (value === null || typeof value !== "object") return [];
  if ("runs" in value && "language" in value) return [value as Inline];
  return Object.values(value).flatMap(inlinesOf);
}
