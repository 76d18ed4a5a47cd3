/** Lines of an overlay in → boxes on the page, characters under the pointer, places in the source. Lengths in pt. */
import type { OverlayLine, OverlayPage, OverlayText } from "../../draw/overlay.ts";
import type { Layer } from "../protocol.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** On one of the pages, numbered from 1. */
export interface PlacedBox {
  readonly page: number;
  readonly box: Box;
}

/** How far a line's box reaches above and below its baseline, as shares of its size. */
const ABOVE = 0.92;
const BELOW = 0.26;

export function lineBox({ x, baseline, width, size }: OverlayLine, from = x, to = x + width): Box {
  return { x: from, y: baseline - ABOVE * size, width: to - from, height: (ABOVE + BELOW) * size };
}

/** What a reader copies; the hyphens that line ends added are none of it. */
export const textOf = ({ runs }: OverlayLine): string => runs.map(({ text }) => text).join("");

/** The place of a text's `line` at `x`: the offset of the character there in its file. */
export function offsetAt({ runs }: OverlayLine, x: number): number {
  let run = runs[0]!;
  for (const next of runs) if (next.x[0]! <= x) run = next;
  let k = 0;
  while (k < run.text.length - 1 && run.x[k + 1]! <= x) k += 1;
  return offsetOf(run, k);
}

/** Where a run's character was typed; where marks stand between its characters, about where. */
function offsetOf(run: OverlayLine["runs"][number], k: number): number {
  const typed = run.end - run.start;
  if (typed === run.text.length || run.text.length === 0) return run.start + k;
  return run.start + Math.min(Math.max(0, typed - 1), Math.round((k / run.text.length) * typed));
}

/** The part of a line that was typed between two offsets; null when none of it was. */
export function typedBox(line: OverlayLine, start: number, end: number): Box | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const run of line.runs) {
    if (run.end <= start || run.start >= end) continue;
    for (let k = 0; k < run.text.length; k++) {
      const offset = offsetOf(run, k);
      if (offset < start || offset >= end) continue;
      from = Math.min(from, run.x[k]!);
      to = Math.max(to, run.x[k + 1]!);
    }
  }
  return to > from ? lineBox(line, from, to) : null;
}

export interface SourcePlace {
  readonly file: string;
  /** The file's whole path. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export function placeAt(layer: Layer, file: string, offset: number): SourcePlace | null {
  const source = layer.files[file];
  if (!source) return null;
  let low = 0;
  let high = source.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (source.lines[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return { file, path: source.path, line: low, column: offset - source.lines[low - 1]! + 1 };
}

/** Whether it stands elsewhere in full: entries of the contents and running heads. */
export const isRepeated = ({ type }: OverlayText): boolean => type === null || type === "TOCI";

/** Sorts what stands in a text behind what stands in one that is in full. */
export const repeatedLast = (a: { readonly text: OverlayText }, b: { readonly text: OverlayText }): number =>
  Number(isRepeated(a.text)) - Number(isRepeated(b.text));

/** A line of a page, with the text it belongs to. */
export interface FoundLine {
  readonly text: OverlayText;
  readonly line: OverlayLine;
}

export const linesOf = ({ texts }: OverlayPage): readonly FoundLine[] =>
  texts.flatMap((text) => text.lines.map((line) => ({ text, line })));
