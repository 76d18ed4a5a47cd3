/** Where the cursor of an editor stands, in → the line on the pages that it leads to. */
import type { OverlayLine, OverlayText } from "../../draw/overlay.ts";
import type { Layer, LedPlace } from "../protocol.ts";
import { repeatedLast } from "./geometry.ts";

export interface LedTo {
  /** Number of its page, from 1. */
  readonly page: number;
  readonly text: OverlayText;
  readonly line: OverlayLine;
  /** The stretch of the line that is meant was typed from here to there: offsets, the end not among them. */
  readonly start: number;
  readonly end: number;
}

/**
 * What was typed at the cursor, or next in its line, or last; where the pages have the text in its other language alone, that;
 * of a line that is not on the pages the next one counts, or else the one before.
 *
 * @returns Headings rather than their entries in the contents and their running heads. Null where nothing of the file is on
 *   the pages.
 */
export function ledTo(layer: Layer, { file, line, column, pair }: LedPlace): LedTo | null {
  const typed = typedIn(layer, file);
  const { lines = [] } = layer.files[file] ?? {};
  const start = lines[line - 1] ?? Number.POSITIVE_INFINITY;
  const end = lines[line] ?? Number.POSITIVE_INFINITY;
  const of = pair === null ? [] : typed.filter(({ text }) => text.pair === pair);
  const within = (of.length > 0 ? of : typed).filter((one) => one.end > start && one.start < end);
  return atOrBefore(within, start + column - 1) ?? of[0] ?? atOrBefore(typed, end) ?? null;
}

/** Repeated ones last, each in the order of the pages. */
function typedIn({ overlay }: Layer, file: string): readonly LedTo[] {
  const all = overlay.pages.flatMap(({ texts }, k) =>
    texts
      .filter((text) => text.file === file)
      .flatMap((text) =>
        text.lines.flatMap((line) =>
          line.runs
            .filter(({ start, end }) => end > start)
            .map(({ start, end }): LedTo => ({ page: k + 1, text, line, start, end })),
        ),
      ),
  );
  return all.sort(repeatedLast);
}

/** @returns The one that has the offset or begins next; the last where none does. On the pages the first, of several. */
function atOrBefore(typed: readonly LedTo[], offset: number): LedTo | undefined {
  const reach = typed.filter(({ end }) => end > offset);
  return reach.length > 0
    ? reach.reduce((first, one) => (one.start < first.start ? one : first))
    : typed.reduce<LedTo | undefined>((last, one) => (last && last.end >= one.end ? last : one), undefined);
}
