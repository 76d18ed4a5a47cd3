/** A finished page: every line and ornament at its place. Origin top left of the trim, y down, pt. */
import type { Pt } from "../base/length.ts";
import type { SetLine } from "../lines/line.ts";
import type { ColourName } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { Source } from "../model/places.ts";

export interface PlacedPiece {
  /** Set when it is first asked for. */
  readonly line: SetLine;
  /** See `Piece`. */
  readonly likeness?: string | undefined;
  readonly x: Pt;
  readonly baseline: Pt;
  /** Null for running heads and folios. */
  readonly element: Element | null;
  /** See `Piece`. */
  readonly source: Source | null;
  /** Something in its line, or beside it on its row, is a link. */
  readonly linked: boolean;
}

export interface PlacedRect {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly colour: ColourName;
  /** What kind of artifact it is. */
  readonly meaning: "layout" | "background" | "pagination";
}

export interface PlacedPicture {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly src: string;
  readonly element: Element;
}

export interface Page {
  /** In reading order; made anew each time, so that a long issue's lines are never all there at once. */
  readonly pieces: readonly PlacedPiece[];
  /** Drawn under the pieces. */
  readonly rects: readonly PlacedRect[];
  readonly pictures: readonly PlacedPicture[];
  /** Counts up with every other design, book or set of faces; null where nothing is known of other builds. */
  readonly setting: number | null;
}
