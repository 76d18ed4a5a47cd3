/** A paragraph in → running sums over what its boxes and seams are wide, and over what they give. */
import type { Pt } from "../base/length.ts";
import { hang } from "../inline/boxes.ts";
import type { Paragraph, Seam, SeamKind } from "../inline/paragraph.ts";
import { type LineRules, type Rank, SHRINK, STRETCH } from "./ranks.ts";

const EMPTY = new Float64Array();

/** A rank in which something of the paragraph gives. */
export interface Giving {
  readonly rank: Rank;
  /** Its place among all ranks. */
  readonly index: number;
  /** What its seams give, as running sums; null where none does. pt. */
  readonly sums: Float64Array | null;
  /** The paragraph's letters give as well. */
  readonly letters: boolean;
  /** It gives as much as is wanted. */
  readonly endless: boolean;
}

/**
 * Running sums over a paragraph, so that any stretch of it is measured in the same few steps. They are written over
 * for another paragraph in time: whoever needs them asks `fitTables` each time.
 */
export class FitTables {
  paragraph: Paragraph;
  rules: LineRules;
  /**
   * A line of boxes `from`..`to` − 1 is `ahead[to] - behind[from]` wide: blanks at its edges are gone, hanging marks do
   * not count, the hyphen of a break inside a word does. pt.
   */
  ahead = EMPTY;
  behind = EMPTY;
  /** The same for what its Latin letters can give, in their width and in the space behind each but the last. pt. */
  lettersAhead = EMPTY;
  letters = EMPTY;
  /** In the order of the ranks. */
  readonly shrink: Giving[] = [];
  readonly stretch: Giving[] = [];
  /** What `givenUpTo` gave last. */
  #given: { readonly badness: number; readonly sums: Float64Array } | null = null;
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
    const { ahead, behind, lettersAhead, letters } = this;
    const { scaleLimit, trackLimit } = rules;
    const kinds = new Set<SeamKind>();
    let [width, give] = [0, 0];
    let last: Seam | null = null;
    for (let k = 0; k < count; k++) {
      const box = boxes[k]!;
      const seam = seams[k]!;
      // Alike seams are one object, and often follow each other.
      if (seam !== last) kinds.add(seam.kind);
      last = seam;
      width += seam.width;
      behind[k] = width + box.hangLeft;
      width += box.width;
      letters[k] = give;
      if (box.latin) give += box.width * scaleLimit + box.glyphs.length * box.size * trackLimit;
      const hyphen = seams[k + 1]?.hyphen;
      ahead[k + 1] = width + (hyphen ? hyphen.width - hang(hyphen.text, hyphen.width) : -box.hangRight);
      lettersAhead[k + 1] =
        give + (hyphen ? hyphen.width * scaleLimit : box.latin ? -box.size * trackLimit : 0);
    }
    const rooms = (ranks: readonly Rank[], into: Giving[]) =>
      ranks.forEach((rank, index) => {
        const sums = rank.gives.some((kind) => kinds.has(kind)) ? this.#roomsOf(rank) : null;
        const letters = rank.letters === true && give > 0;
        const endless = ranks === STRETCH && index === STRETCH.length - 1;
        if (sums || letters) into.push({ rank, index, sums, letters, endless });
      });
    rooms(SHRINK, this.shrink);
    rooms(STRETCH, this.stretch);
  }

  /**
   * What the seams can stretch by in lines of less badness, as running sums: a line that lacks more, with all that its
   * letters give, is worse, and so is every line that begins behind it and ends with it. pt.
   */
  givenUpTo(badness: number): Float64Array {
    if (this.#given?.badness === badness) return this.#given.sums;
    const shares = STRETCH.map(({ cost }, k) => {
      const share = Math.cbrt(badness / (100 * cost));
      return k === STRETCH.length - 1 ? share : Math.min(1, share);
    });
    const sums = this.#sumsOf((seam) => {
      let own = 0;
      for (let rank = 0; rank < STRETCH.length; rank++) {
        const all = STRETCH[rank]!.room(seam, this.rules);
        own += shares[rank]! * all;
        // The ranks behind it give only where it is spent.
        if (all > 0 && shares[rank]! < 1) break;
      }
      return own;
    });
    if (this.#given) this.#spare.push(this.#given.sums);
    this.#given = { badness, sums };
    return sums;
  }

  /** Nothing gives yet, and there is room for so many numbers in every column. */
  #clear(size: number): void {
    for (const ranks of [this.shrink, this.stretch])
      for (const { sums } of ranks.splice(0)) if (sums) this.#spare.push(sums);
    if (this.#given) this.#spare.push(this.#given.sums);
    this.#given = null;
    if (this.ahead.length >= size) return;
    this.#spare.length = 0;
    const column = () => new Float64Array(Math.ceil(1.25 * size));
    [this.ahead, this.behind] = [column(), column()];
    [this.lettersAhead, this.letters] = [column(), column()];
  }

  /** @returns Null where nothing gives after all: no rank takes away from a line, so no part of it does either. */
  #roomsOf({ room }: Rank): Float64Array | null {
    const sums = this.#sumsOf((seam) => room(seam, this.rules));
    if (sums[this.paragraph.seams.length] !== 0) return sums;
    this.#spare.push(sums);
    return null;
  }

  /** Running sums over what each seam comes to. */
  #sumsOf(of: (seam: Seam) => Pt): Float64Array {
    const { seams } = this.paragraph;
    const sums = this.#spare.pop() ?? new Float64Array(this.ahead.length);
    let sum = 0;
    sums[0] = sum;
    // Alike seams are one object, and often follow each other.
    let last: Seam | null = null;
    let own = 0;
    for (let k = 0; k < seams.length; k++) {
      const seam = seams[k]!;
      if (seam !== last) {
        last = seam;
        own = of(seam);
      }
      if (own !== 0) sum += own;
      sums[k + 1] = sum;
    }
    return sums;
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
