/** Findings and the pages' lines in → where each of them stands on the pages, in the order in which they came. */
import type { OverlayLine, OverlayPage, OverlayText } from "../../draw/overlay.ts";
import type { Finding } from "../protocol.ts";
import { linesOf, type PlacedBox, repeatedLast, typedBox } from "./geometry.ts";

export interface PlacedFinding {
  readonly finding: Finding;
  /** One for every line that it stands on, at least one; entries of the contents and running heads behind the text itself. */
  readonly parts: readonly (PlacedBox & { readonly line: OverlayLine })[];
}

interface Typed {
  readonly page: number;
  readonly line: OverlayLine;
  readonly text: OverlayText;
}

/** Characters of a file whose lines are looked at together; a power of 2. */
const STRETCH = 256;

/** Findings on what these pages do not show, as another edition's language, are left out. */
export function placeFindings(
  findings: readonly Finding[],
  pages: readonly OverlayPage[],
): readonly PlacedFinding[] {
  const typed = new Map<string, Typed[]>();
  pages.forEach((drawn, k) => {
    for (const { text, line } of findings.length === 0 ? [] : linesOf(drawn))
      for (const key of text.file === null ? [] : stretchesOf(text.file, line)) {
        const known = typed.get(key) ?? [];
        typed.set(key, known);
        known.push({ page: k + 1, line, text });
      }
  });
  return findings.flatMap((finding) => {
    const { file, start } = finding;
    const end = Math.max(finding.end, start + 1);
    const near = stretches(file, start, end)
      .flatMap((key) => typed.get(key) ?? [])
      .sort(repeatedLast);
    const seen = new Set<OverlayLine>();
    const parts = near.flatMap(({ page, line }) => {
      if (seen.has(line)) return [];
      seen.add(line);
      const box = typedBox(line, start, end);
      return box ? [{ page, line, box }] : [];
    });
    return parts.length > 0 ? [{ finding, parts }] : [];
  });
}

function stretches(file: string, start: number, end: number): readonly string[] {
  const keys: string[] = [];
  for (let k = Math.floor(start / STRETCH); k * STRETCH < end; k++) keys.push(`${file} ${k}`);
  return keys;
}

const stretchesOf = (file: string, { runs }: OverlayLine): ReadonlySet<string> =>
  new Set(runs.flatMap(({ start, end }) => stretches(file, start, end)));

/** What a reader would take for the same question about the same words. */
const sameQuestion = (a: Finding, b: Finding): boolean =>
  a.code === b.code && a.file === b.file && a.said.en === b.said.en && a.excerpt?.[1] === b.excerpt?.[1];

/** @returns Where a finding stands among others after a save, the nearest in its file if there are more; -1 if nowhere. */
export function standingNow(all: readonly PlacedFinding[], was: Finding): number {
  let nearest = -1;
  const away = (k: number): number => Math.abs(all[k]!.finding.start - was.start);
  all.forEach(({ finding }, k) => {
    if (sameQuestion(finding, was) && (nearest === -1 || away(k) < away(nearest))) nearest = k;
  });
  return nearest;
}
