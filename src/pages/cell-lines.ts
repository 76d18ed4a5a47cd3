/** A cell's paragraph and a width in → how many lines it runs over there, and how much is parted that belongs together. */
import type { Pt } from "../base/length.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { FORBIDDEN } from "../script/kinsoku.ts";

/** From this penalty on a break parts what belongs together: a number and its unit, a word, a short name. */
const PARTS = 300;

/** A stretch of a text in which no line may end. */
interface Stretch {
  readonly width: Pt;
  /** To what stands in front of it on its line. */
  readonly gap: Pt;
  /** What hangs over the measure where it begins a line, and where it ends one. */
  readonly hangLeft: Pt;
  readonly hangRight: Pt;
}

/** Stretches that belong together: what is parted only where it is wider than its column. */
interface Unit {
  readonly stretches: readonly Stretch[];
  /** As one. */
  readonly whole: Stretch;
  /** Begins a line that the editor typed. */
  readonly isBroken: boolean;
}

export type Cell = readonly Unit[];

/** @returns The units of a text; its words are not divided. */
export function cellOf({ boxes, seams }: Paragraph): Cell {
  const units: { stretches: Stretch[]; isBroken: boolean }[] = [];
  for (let from = 0; from < boxes.length; ) {
    let width = boxes[from]!.width;
    let end = from + 1;
    for (; end < boxes.length; end++) {
      const { cost, hyphen, width: gap } = seams[end]!;
      if (cost !== FORBIDDEN && hyphen === null) break;
      width += gap + boxes[end]!.width;
    }
    const { cost, width: gap } = seams[from]!;
    const { hangLeft } = boxes[from]!;
    const stretch = { width, gap: from === 0 ? 0 : gap, hangLeft, hangRight: boxes[end - 1]!.hangRight };
    if (from > 0 && cost >= PARTS) units.at(-1)!.stretches.push(stretch);
    else units.push({ stretches: [stretch], isBroken: from > 0 && cost === Number.NEGATIVE_INFINITY });
    from = end;
  }
  return units.map(({ stretches, isBroken }) => ({ stretches, whole: joined(stretches), isBroken }));
}

function joined(stretches: readonly Stretch[]): Stretch {
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  const width = stretches.reduce((sum, one, k) => sum + one.width + (k > 0 ? one.gap : 0), 0);
  return { width, gap: first.gap, hangLeft: first.hangLeft, hangRight: last.hangRight };
}

/** How a text stands in a column. */
export interface Filled {
  readonly lines: number;
  /** Of its longest line. */
  readonly widest: Pt;
  /** Units that are parted. */
  readonly parted: number;
}

/** Fills a line after the other. @param width A stretch that is wider stands out over it. */
export function fillCell(cell: Cell, width: Pt): Filled {
  const room = width + 1e-6;
  let [lines, parted, widest] = [0, 0, 0];
  /** Where the line at hand ends, and what of that hangs. */
  let [x, hang] = [0, 0];
  const put = (stretch: Stretch, breaks: boolean): void => {
    if (breaks) lines += 1;
    x = breaks ? stretch.width - stretch.hangLeft : x + stretch.gap + stretch.width;
    hang = stretch.hangRight;
    widest = Math.max(widest, x - hang);
  };
  const fits = ({ gap, width, hangRight }: Stretch) => x + gap + width - hangRight <= room;
  for (const { stretches, whole, isBroken } of cell) {
    const breaks = lines === 0 || isBroken;
    if (!breaks && fits(whole)) put(whole, false);
    else if (whole.width - whole.hangLeft - whole.hangRight <= room) put(whole, true);
    else {
      let first = true;
      for (const stretch of stretches) {
        const begins = (first && breaks) || !fits(stretch);
        if (begins && !first) parted += 1;
        put(stretch, begins);
        first = false;
      }
    }
  }
  return { lines, widest, parted };
}
