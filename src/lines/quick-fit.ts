/** A paragraph and a measure in → how many lines first fit makes of it, for choosing between measures. */
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";

/** Counts lines at natural width; total fit differs from it by a line at most in most paragraphs. */
export function quickLines({ boxes, seams }: Paragraph, measure: Pt, indent: Pt): number {
  let lines = 1;
  let room = measure - indent;
  let used = 0;
  /** Width behind the last place where the line may end. */
  let behind = 0;
  for (let k = 0; k < boxes.length; k++) {
    const seam = seams[k]!;
    const width = boxes[k]!.width;
    if (k > 0 && seam.cost === Number.NEGATIVE_INFINITY) {
      lines += 1;
      room = measure;
      used = 0;
      behind = 0;
    } else if (k > 0) {
      if (seam.cost < SELDOM) behind = 0;
      else behind += seam.width;
      used += seam.width;
    }
    used += width;
    behind += width;
    if (used > room + 1e-6 && behind < used) {
      lines += 1;
      room = measure;
      used = behind;
    }
  }
  return lines;
}

/** Breaks that cost more than this are not counted on. */
const SELDOM = 500;
