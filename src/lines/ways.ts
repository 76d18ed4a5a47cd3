/** Ways through a paragraph in → columns of numbers, so that a search through millions of them makes no garbage. */

const ROOM = 4096;

/** More hyphens running than these are as bad. */
const MOST_HYPHENS = 7;
/** Kinds of ends: classes of fitness, each with the hyphens that run up to it. */
const ENDS = 4 * (MOST_HYPHENS + 1);
/** Numbers of lines that are followed beside the best one, on either side. */
const NEIGHBOURS = 1;

/** Ways by their index: each a place where a line may end, how it was reached and what it costs. */
export class Ways {
  count = 0;
  /** Index of the box that the next line begins with. */
  at = new Int32Array(ROOM);
  lines = new Int32Array(ROOM);
  /** Ways to one place compete where they agree in this: in their number of lines and the kind of their end. */
  rivalry = new Int32Array(ROOM);
  /** The line's fitness, twice, and one more where it ends with a hyphen. */
  end = new Uint8Array(ROOM);
  /** Lines running that end with a hyphen. */
  hyphens = new Int32Array(ROOM);
  demerits = new Float64Array(ROOM);
  /** The way to where the line began; -1 at the paragraph's start. */
  before = new Int32Array(ROOM);
  /** Room for notes of the search: one for every place. */
  places = new Int32Array(ROOM);
  readonly #worth: number[] = [];

  /** @param places Behind the first one that there may be. */
  clear(places: number): void {
    this.count = 0;
    if (this.places.length <= places) this.places = new Int32Array(2 * places);
  }

  /**
   * Adds a way to the place whose ways stand from `first` on; in its rival's stead where it costs less, and not at all
   * where it does not.
   */
  add(first: number, at: number, end: number, hyphens: number, demerits: number, before: number): void {
    if (this.count === this.at.length) this.#grow();
    const lines = before < 0 ? 0 : this.lines[before]! + 1;
    const own = lines * ENDS + (end >> 1) * (MOST_HYPHENS + 1) + Math.min(hyphens, MOST_HYPHENS);
    const { count, rivalry } = this;
    let way = first;
    while (way < count && rivalry[way] !== own) way += 1;
    if (way === count) this.count += 1;
    else if (demerits >= this.demerits[way]!) return;
    this.at[way] = at;
    this.lines[way] = lines;
    this.end[way] = end;
    this.hyphens[way] = hyphens;
    this.rivalry[way] = own;
    this.demerits[way] = demerits;
    this.before[way] = before;
  }

  /**
   * Of the ways from `first` on those that differ in nothing but their number of lines cost the same from here on: the
   * best of them leads to the paragraph's best breaks, its neighbours to those with a line less or more. The others
   * would make the work grow with the square of the paragraph's length.
   */
  keepWorthwhile(first: number): void {
    const { count, lines, rivalry, demerits } = this;
    let alike = true;
    for (let way = first + 1; way < count; way++) alike &&= lines[way] === lines[first];
    if (alike) return;
    let kept = 0;
    for (let way = first; way < count; way++) {
      const end = rivalry[way]! % ENDS;
      let best = -1;
      for (let other = first; other < count; other++)
        if (rivalry[other]! % ENDS === end && (best < 0 || demerits[other]! < demerits[best]!)) best = other;
      if (Math.abs(lines[way]! - lines[best]!) <= NEIGHBOURS) this.#worth[kept++] = way;
    }
    for (let k = 0; k < kept; k++) this.#move(this.#worth[k]!, first + k);
    this.count = first + kept;
  }

  /** Moves a way down to a place whose own is not wanted any more. */
  #move(way: number, to: number): void {
    if (way === to) return;
    this.at[to] = this.at[way]!;
    this.lines[to] = this.lines[way]!;
    this.end[to] = this.end[way]!;
    this.hyphens[to] = this.hyphens[way]!;
    this.rivalry[to] = this.rivalry[way]!;
    this.demerits[to] = this.demerits[way]!;
    this.before[to] = this.before[way]!;
  }

  #grow(): void {
    const wider = <T extends Int32Array | Uint8Array | Float64Array>(of: T, into: T): T => {
      into.set(of);
      return into;
    };
    const room = 2 * this.at.length;
    this.at = wider(this.at, new Int32Array(room));
    this.lines = wider(this.lines, new Int32Array(room));
    this.end = wider(this.end, new Uint8Array(room));
    this.hyphens = wider(this.hyphens, new Int32Array(room));
    this.rivalry = wider(this.rivalry, new Int32Array(room));
    this.demerits = wider(this.demerits, new Float64Array(room));
    this.before = wider(this.before, new Int32Array(room));
  }
}
