/** Short texts in both languages in → pieces on one baseline, side by side, where the measure holds them. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { type Passage, sourceOf } from "../inline/setting.ts";
import type { Align } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { Piece } from "./block.ts";
import { type Composition, setOne } from "./composition.ts";

export interface LineText {
  readonly passage: Passage;
  readonly make: (language: Language) => Element;
}

/**
 * @param gap Between neighbours, pt.
 * @returns Null where the texts are wider than the measure together; their elements are not made then.
 */
export function oneLine(
  c: Composition,
  texts: readonly LineText[],
  gap: Pt,
  align: Align,
  measure: Pt,
): readonly Piece[] | null {
  const set = texts.flatMap((text) => {
    const line = setOne(c, text.passage);
    return line ? [{ ...text, line }] : [];
  });
  const total = set.reduce((sum, { line }) => sum + line.right, gap * Math.max(0, set.length - 1));
  if (total > measure) return null;
  let x = align === "centre" ? (measure - total) / 2 : align === "right" ? measure - total : 0;
  return set.map(({ line, passage, make }): Piece => {
    const piece = { line, x, element: make(passage.language), source: sourceOf(passage) };
    x += line.right + gap;
    return piece;
  });
}
