/** A diagnostic in → the same with no more of the content in it than a message repeats. */
import type { Diagnostic } from "../base/diagnostic.ts";

/** Characters of the content that a message repeats. */
const REPEATED = 120;

/** Content may be a single word of a megabyte, or a whole manuscript: of what is long or goes on over lines, the beginning. */
export function shortened(diagnostic: Diagnostic): Diagnostic {
  const parts = Object.entries(diagnostic).map(([key, value]) => [
    key,
    typeof value === "string" ? beginningOf(value) : value,
  ]);
  return Object.fromEntries(parts) as Diagnostic;
}

function beginningOf(text: string): string {
  const [line = ""] = text.slice(0, REPEATED).split(/(?<=[^\n])\n/);
  return line === text ? text : `${line.replace(/[\ud800-\udbff]$/, "")}…`;
}
