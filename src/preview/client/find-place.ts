/** A place in the source, as messages print it (`content/2024-14.yaml:34:5`), in → what was typed there, on the pages. */

import type { OverlayLine, OverlayText } from "../../draw/overlay.ts";
import { issueFile } from "../../model/content-files.ts";
import type { Layer } from "../protocol.ts";
import type { Match } from "./find.ts";
import { lineBox, repeatedLast, typedBox } from "./geometry.ts";

/** Folders are of no account; an input method for Chinese has a full-width colon. */
const PLACE = /^(?:(?:.*[/\\])?([^/\\:：]+\.yaml))?[:：](\d+)(?:[:：](\d+))?$/;

/** Offsets; the end is not among them. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface TypedText {
  readonly text: OverlayText;
  /** Number of its page, from 1. */
  readonly page: number;
}

/**
 * Where nothing on the pages was typed in that line, as in one that holds a key alone, it is the next that counts.
 *
 * @param query `:34` is a line of the issue's own file, `:34:5` a column in it.
 * @returns Of every text what was typed in the line, or the one line on the page that has the column; headings before
 *   their entries in the contents and their running heads. None where the query is no place, or one of no file on
 *   the pages.
 */
export function findPlace(layer: Layer, issue: string, query: string): readonly Match[] {
  const [, name, line, column] = PLACE.exec(query.trim()) ?? [];
  const wanted = name ?? issueFile(issue);
  const [file, source] =
    Object.entries(layer.files).find(([path]) => path.split(/[/\\]/).at(-1) === wanted) ?? [];
  const start = source?.lines[Number(line) - 1];
  if (!source || start === undefined) return [];
  const typed = layer.overlay.pages.flatMap(({ texts }, k) =>
    texts.filter((text) => text.file === file).map((text): TypedText => ({ text, page: k + 1 })),
  );
  const from = firstTyped(typed, start + Math.max(0, Number(column ?? 1) - 1));
  if (from === null) return [];
  const end = source.lines.find((begin) => begin > from) ?? Number.POSITIVE_INFINITY;
  const stretch = column === undefined ? { start: from, end } : { start: from, end: from + 1 };
  return typed
    .sort(repeatedLast)
    .map(({ text, page }) => ({ boxes: boxesOf(text.lines, page, stretch, column !== undefined) }))
    .filter(({ boxes }) => boxes.length > 0);
}

/** The first offset from `start` on that anything on the pages was typed at. */
function firstTyped(typed: readonly TypedText[], start: number): number | null {
  const runs = typed.flatMap(({ text }) => text.lines.flatMap((line) => line.runs));
  const offsets = runs.filter((run) => run.end > Math.max(start, run.start));
  return offsets.length === 0 ? null : Math.min(...offsets.map((run) => Math.max(start, run.start)));
}

/** @param isWhole Whether all of the lines counts, and not the part that was typed there. */
function boxesOf(
  lines: readonly OverlayLine[],
  page: number,
  { start, end }: Stretch,
  isWhole: boolean,
): Match["boxes"] {
  return lines.flatMap((line) => {
    const box = typedBox(line, start, end);
    return box ? [{ page, box: isWhole ? lineBox(line) : box }] : [];
  });
}
