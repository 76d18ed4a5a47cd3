/** A page's number in → its running head and folio, which are artifacts. */
import type { Pt } from "../base/length.ts";
import { perObject } from "../base/remembered.ts";
import { sourceOf } from "../inline/setting.ts";
import type { Inline } from "../model/inline.ts";
import { type Composition, ownPassage, passage, setOne, setText, shapeOf, styleOf } from "./composition.ts";
import { typeHeight, typeWidth } from "./lanes.ts";
import type { PlacedPiece, PlacedRect } from "./page.ts";
import { withAlign } from "./style-variants.ts";
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

/** The same on every page. */
const runningHead = perObject((c: Composition): Furniture => {
  const { design } = c.setting;
  const { margin } = design.page;
  const width = typeWidth(design);
  const baseline = design.runningHead.drop;
  const { name } = c.issue.publication;
  const first = c.edition === "en" ? "en" : "zh";
  const pieces: PlacedPiece[] = [];
  const put = (inline: Inline | null, at: (width: Pt) => Pt): Pt => {
    if (!inline) return 0;
    const text = passage(c, inline, styleOf(c, "runningHead", inline.language));
    const line = setOne(c, text);
    if (!line) return 0;
    pieces.push({
      line,
      x: margin.left + at(line.right),
      baseline,
      element: null,
      source: sourceOf(text),
      linked: false,
    });
    return line.right;
  };
  const used = put(name[first], () => 0);
  const style = styleOf(c, "runningHead", first);
  const number = setOne(c, ownPassage(c.issue.number, style, first))!;
  // Two names take both ends, and the number stands with the first; one name leaves it the right end.
  const other = c.edition === "bilingual" ? name.en : null;
  const x = margin.left + (other ? used + style.size : width - number.right);
  pieces.push({ line: number, x, baseline, element: null, source: null, linked: false });
  put(other, (right) => width - right);
  const { rule, ruleDrop } = design.runningHead;
  const under = { x: margin.left, y: baseline + ruleDrop, width, height: rule, colour: "muted" as const };
  return { pieces, rects: [{ ...under, meaning: "pagination" }] };
});

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
