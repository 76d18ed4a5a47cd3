/** Lines as they will stand: runs of glyphs at their places, from the line's left edge and baseline. */
import type { Pt } from "../base/length.ts";
import { perObject } from "../base/remembered.ts";
import type { BoxGlyph } from "../inline/paragraph.ts";
import type { Align, ColourName } from "../model/design.ts";

/** The column a paragraph is set in. */
export interface LineShape {
  readonly measure: Pt;
  /** Indent of the first line. */
  readonly indent: Pt;
  /** Indent of the lines after it, as lists have. */
  readonly hanging: Pt;
  readonly align: Align;
  /** Ragged lines share the text evenly, the last included, as in titles. */
  readonly balanced: boolean;
}

/** Alike shapes have the same. */
export const shapeKey: (shape: LineShape) => string = perObject((shape) => Object.values(shape).join());

/** Glyphs of one face, size, scale and colour. */
export interface LineRun {
  readonly face: string;
  readonly size: Pt;
  /** Horizontal scale, 1 natural. */
  readonly scale: number;
  readonly colour: ColourName;
  readonly link: string | null;
  /** A dot of emphasis stands under every glyph. */
  readonly dotted: boolean;
  /** From the left edge of the measure; negative where a mark hangs. */
  readonly x: Pt;
  /** With their widths at the natural scale. */
  readonly glyphs: readonly BoxGlyph[];
  /** Where each glyph stands, from the run's x. */
  readonly xs: readonly Pt[];
  /** What the run shows, as indexes in the passage's text. */
  readonly start: number;
  readonly end: number;
}

export interface SetLine {
  readonly runs: readonly LineRun[];
  /** Where the line's first and last boxes begin and end, hanging marks included. */
  readonly left: Pt;
  readonly right: Pt;
  /** The line ends inside a word. */
  readonly hyphened: boolean;
  /** What was added to the line's natural width to fill its measure; negative where it was squeezed. */
  readonly stretch: Pt;
  /** How ill it is set; 100 is a line in which one rank of spaces is spent. */
  readonly badness: number;
}

/** All that is seen of a line: alike lines have the same. */
export const likenessOf: (line: SetLine) => string = perObject(({ runs }) =>
  JSON.stringify(runs.map((run) => ({ ...run, start: 0, end: 0 }))),
);

/** What a reader copies of a line. */
export const lineText = ({ runs }: SetLine): string =>
  runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join("");
