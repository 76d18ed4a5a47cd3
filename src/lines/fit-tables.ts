/** A paragraph in → running sums over what its boxes and seams are wide, and over what they give. */
import { hang } from "../inline/boxes.ts";
import type { Paragraph, Seam } from "../inline/paragraph.ts";
import { type LineRules, type Rank, SHRINK, STRETCH } from "./ranks.ts";

const EMPTY = new Float64Array();

/**
 * Running sums over a paragraph, so that any stretch of it is measured in the same few steps. They are written over
 * for another paragraph in time: whoever needs them asks `fitTables` each time.
 */
export class FitTables {
  paragraph: Paragraph;
  rules: LineRules;
  /** `boxes[k]`: width of the boxes before box k. */
  boxes = EMPTY;
  latin = EMPTY;
  /** `letters[k]`: ems of the Latin letters before box k, each counted with its size. pt. */
  letters = EMPTY;
  /** `seams[k]`: width of the seams before seam k. */
  seams = EMPTY;
  /** `starts[k]`: what hangs over the edge of a line that begins with box k. pt. */
  starts = EMPTY;
  /** `ends[k]`: what a line that ends before box k gains by its end: a hyphen; less what hangs. pt. */
  ends = EMPTY;
  /** Each is null where the paragraph has nothing that gives. */
  readonly shrink: (Float64Array | null)[] = SHRINK.map(() => null);
  readonly stretch: (Float64Array | null)[] = STRETCH.map(() => null);
  /** Columns that no rank needs now. */
  readonly #spare: Float64Array[] = [];

  constructor(paragraph: Paragraph, rules: LineRules) {
    this.paragraph = paragraph;
    this.rules = rules;
    this.write(paragraph, rules);
  }

  write(paragraph: Paragraph, rules: LineRules): void {
    this.paragraph = paragraph;
    this.rules = rules;
    const { boxes, seams } = paragraph;
    const count = boxes.length;
    this.#clear(count + 1);
    const { boxes: widths, latin, letters, seams: blanks, starts, ends } = this;
    for (const column of [widths, latin, letters, blanks, ends]) column[0] = 0;
    for (let k = 0; k < count; k++) {
      const box = boxes[k]!;
      widths[k + 1] = widths[k]! + box.width;
      latin[k + 1] = latin[k]! + (box.latin ? box.width : 0);
      letters[k + 1] = letters[k]! + (box.latin ? box.glyphs.length * box.size : 0);
      blanks[k + 1] = blanks[k]! + seams[k]!.width;
      starts[k] = box.hangLeft;
      const hyphen = seams[k + 1]?.hyphen;
      ends[k + 1] = hyphen ? hyphen.width - hang(hyphen.text, hyphen.width) : -box.hangRight;
    }
    const kinds = new Set(seams.map(({ kind }) => kind));
    const rooms = (ranks: readonly Rank[], into: (Float64Array | null)[]) =>
      ranks.forEach((rank, k) => {
        if (rank.gives.some((kind) => kinds.has(kind))) into[k] = this.#roomsOf(rank, seams);
      });
    rooms(SHRINK, this.shrink);
    rooms(STRETCH, this.stretch);
  }

  /** Nothing gives yet, and there is room for so many numbers in every column. */
  #clear(size: number): void {
    for (const ranks of [this.shrink, this.stretch])
      for (let k = 0; k < ranks.length; k++) {
        if (ranks[k]) this.#spare.push(ranks[k]!);
        ranks[k] = null;
      }
    if (this.boxes.length >= size) return;
    this.#spare.length = 0;
    const column = () => new Float64Array(Math.ceil(1.25 * size));
    [this.boxes, this.latin, this.letters] = [column(), column(), column()];
    [this.seams, this.starts, this.ends] = [column(), column(), column()];
  }

  /** @returns Null where nothing gives after all: no rank takes away from a line, so no part of it does either. */
  #roomsOf({ room }: Rank, seams: readonly Seam[]): Float64Array | null {
    const sums = this.#spare.pop() ?? new Float64Array(this.boxes.length);
    sums[0] = 0;
    // Alike seams are one object, and often follow each other.
    let last: Seam | null = null;
    let own = 0;
    for (let k = 0; k < seams.length; k++) {
      const seam = seams[k]!;
      if (seam !== last) {
        last = seam;
        own = room(seam, this.rules);
      }
      sums[k + 1] = sums[k]! + own;
    }
    if (sums[seams.length] !== 0) return sums;
    this.#spare.push(sums);
    return null;
  }
}

/** Those that were asked for last, oldest first; boxes are the same wherever their paragraph was typed. */
const recent = new Map<Paragraph["boxes"], FitTables>();

/** As many as the choice of a split goes through again and again; those of a whole book would fill the memory. */
const MOST = 128;

/** The same for every measure: made for a paragraph and a theme's rules, and made again if it was long ago. */
export function fitTables(paragraph: Paragraph, rules: LineRules): FitTables {
  const { boxes } = paragraph;
  const found = recent.get(boxes);
  if (found?.rules === rules) return found;
  const oldest = found ? boxes : recent.size >= MOST ? recent.keys().next().value! : null;
  const free = oldest && recent.get(oldest)!;
  if (oldest) recent.delete(oldest);
  free?.write(paragraph, rules);
  const made = free ?? new FitTables(paragraph, rules);
  recent.set(boxes, made);
  return made;
}
