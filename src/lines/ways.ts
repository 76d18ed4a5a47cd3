/** Ways through a paragraph in → columns of numbers, so that a search through millions of them makes no garbage. */

const ROOM = 4096;

/** Ways by their index: each a place where a line may end, how it was reached and what it costs. */
export class Ways {
  count = 0;
  /** Index of the box that the next line begins with. */
  at = new Int32Array(ROOM);
  lines = new Int32Array(ROOM);
  /** The line's fitness, twice, and one more where it ends with a hyphen. */
  end = new Uint8Array(ROOM);
  /** Lines running that end with a hyphen. */
  hyphens = new Int32Array(ROOM);
  demerits = new Float64Array(ROOM);
  /** The way to where the line began; -1 at the paragraph's start. */
  before = new Int32Array(ROOM);
  /** Room for notes of the search: one for every place, and one for every way to a place. */
  places = new Int32Array(ROOM);
  readonly worth: number[] = [];

  /** @param places Behind the first one that there may be. */
  clear(places: number): void {
    this.count = 0;
    if (this.places.length <= places) this.places = new Int32Array(2 * places);
  }

  /** @param way Its index; at most `count`, which it adds to then. */
  put(way: number, at: number, end: number, hyphens: number, demerits: number, before: number): void {
    if (way === this.at.length) this.#grow();
    this.at[way] = at;
    this.lines[way] = before < 0 ? 0 : this.lines[before]! + 1;
    this.end[way] = end;
    this.hyphens[way] = hyphens;
    this.demerits[way] = demerits;
    this.before[way] = before;
    if (way === this.count) this.count += 1;
  }

  /** Moves a way down to a place whose own is not wanted any more. */
  move(way: number, to: number): void {
    this.at[to] = this.at[way]!;
    this.lines[to] = this.lines[way]!;
    this.end[to] = this.end[way]!;
    this.hyphens[to] = this.hyphens[way]!;
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
    this.demerits = wider(this.demerits, new Float64Array(room));
    this.before = wider(this.before, new Int32Array(room));
  }
}
