/** A page's number in → its running head and folio, which are artifacts. */
import type { Pt } from "../base/length.ts";
import { perObject } from "../base/remembered.ts";
import { sourceOf } from "../inline/setting.ts";
import type { SetLine } from "../lines/line.ts";
import type { Inline } from "../model/inline.ts";
import type { Source } from "../model/places.ts";
import { type Composition, ownPassage, passage, setOne, setText, shapeOf, styleOf } from "./composition.ts";
import { typeHeight, typeWidth } from "./lanes.ts";
import type { PlacedPiece, PlacedRect } from "./page.ts";
import { LEAST_NAME, sizeIn, withAlign, withSize } from "./style-variants.ts";
import { folioText } from "./wording.ts";

export interface Furniture {
  readonly pieces: readonly PlacedPiece[];
  readonly rects: readonly PlacedRect[];
}

/** @param number Page number from 1; the first page has a masthead and no running head. */
export function furniture(c: Composition, number: number): Furniture {
  const head = number > 1 ? runningHead(c) : { pieces: [], rects: [] };
  return { pieces: [...head.pieces, ...folio(c, number)], rects: head.rects };
}

/** Between what stands at both ends of the running head at least, ems. */
const HEAD_GAP = 2;

/** The same on every page. */
const runningHead = perObject((c: Composition): Furniture => {
  const { design } = c.setting;
  const { margin } = design.page;
  const width = typeWidth(design);
  const baseline = design.runningHead.drop;
  const { name } = c.issue.publication;
  const first = c.edition === "en" ? "en" : "zh";
  const style = styleOf(c, "runningHead", first);
  const number = setOne(c, ownPassage(c.issue.number, style, first))!;
  const gap = HEAD_GAP * style.size;
  const main = headName(c, name[first], width - number.right - gap);
  const left = main ? main.line.right + style.size : 0;
  // Two names take both ends, and the number stands with the first; one name leaves it the right end.
  const room = width - left - number.right - gap;
  const other = c.edition === "bilingual" ? headName(c, name.en, room, LEAST_NAME) : null;
  const put = (x: Pt, line: SetLine, source: Source | null): PlacedPiece => ({
    line,
    x: margin.left + x,
    baseline,
    element: null,
    source,
    linked: false,
  });
  const pieces = [
    ...(main ? [put(0, main.line, main.source)] : []),
    put(other ? left : width - number.right, number, null),
    ...(other ? [put(width - other.line.right, other.line, other.source)] : []),
  ];
  const { rule, ruleDrop } = design.runningHead;
  const under = { x: margin.left, y: baseline + ruleDrop, width, height: rule, colour: "muted" as const };
  return { pieces, rects: [{ ...under, meaning: "pagination" }] };
});

/** A name in one line, smaller where it is wider than its room; none where that takes it under a share of its size. */
function headName(c: Composition, inline: Inline | null, room: Pt, least = 0) {
  if (!inline) return null;
  const style = styleOf(c, "runningHead", inline.language);
  const text = passage(c, inline, style);
  const line = setOne(c, text);
  if (!line || line.right <= room) return line && { line, source: sourceOf(text) };
  const size = sizeIn(style, line.right, room, least);
  if (size === null) return null;
  const fitted = passage(c, inline, withSize(style, size));
  return { line: setOne(c, fitted)!, source: sourceOf(fitted) };
}

function folio(c: Composition, number: number): readonly PlacedPiece[] {
  const { design } = c.setting;
  const { margin } = design.page;
  const language = c.edition === "en" ? "en" : "zh";
  const outer = number % 2 === 1 ? "right" : "left";
  const align = design.folio.align === "centre" ? "centre" : outer;
  const style = withAlign(styleOf(c, "folio", language), align);
  const text = ownPassage(folioText(number, design.folio.dashes), style, "en");
  const baseline = margin.top + typeHeight(design) + design.folio.drop;
  return setText(c, text, shapeOf(typeWidth(design), style)).map((line) => ({
    line,
    x: margin.left,
    baseline,
    element: null,
    source: null,
    linked: false,
  }));
}
