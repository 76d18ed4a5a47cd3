/** Neighbouring glyphs in → how far they move towards or away from each other (GPOS, pair adjustment). */
import { coverageIndex, glyphClass, type LayoutTable, type Lookup } from "./layout-table.ts";

const PAIR = 2;
/** Fields of a value record; each takes two bytes when its bit is set. */
const X_PLACEMENT = 0x1;
const Y_PLACEMENT = 0x2;
const X_ADVANCE = 0x4;

/** How a glyph is moved and widened, font units; y up. */
export interface Shift {
  x: number;
  y: number;
  advance: number;
}

export const canKern = (lookups: readonly Lookup[]): boolean => lookups.every(({ type }) => type === PAIR);

const still = (): Shift => ({ x: 0, y: 0, advance: 0 });

/** Of a glyph that stays where it is. */
export const NO_SHIFT = still();

/** What becomes of two glyphs that stand side by side. */
type PairShift = readonly [Shift, Shift];

/** Pairs that are remembered: an alphabet has fewer. */
const MOST_PAIRS = 20_000;

const STILL: PairShift = [NO_SHIFT, NO_SHIFT];

/** @returns What gives the shifts of glyphs, in their order; null for glyphs that all stay where they are. */
export function kerner(
  { view }: LayoutTable,
  lookups: readonly Lookup[],
): (glyphs: readonly { readonly gid: number }[]) => readonly Shift[] | null {
  const known = new Map<number, PairShift>();
  const found = (first: number, second: number): PairShift => {
    const [a, b] = [still(), still()];
    let isMoved = false;
    for (const { subtables } of lookups)
      if (subtables.some((at) => adjust(view, at, { first, second }, a, b))) isMoved = true;
    return isMoved ? [a, b] : STILL;
  };
  return (glyphs) => {
    let shifts: Shift[] | null = null;
    for (let i = 0; i + 1 < glyphs.length; i++) {
      const { gid } = glyphs[i]!;
      const { gid: next } = glyphs[i + 1]!;
      const key = gid * 0x10000 + next;
      let pair = known.get(key);
      if (pair === undefined) {
        if (known.size >= MOST_PAIRS) known.clear();
        pair = found(gid, next);
        known.set(key, pair);
      }
      if (pair === STILL) continue;
      shifts ??= glyphs.map(still);
      move(shifts[i]!, pair[0]);
      move(shifts[i + 1]!, pair[1]);
    }
    return shifts;
  };
}

function move(shift: Shift, by: Shift): void {
  shift.x += by.x;
  shift.y += by.y;
  shift.advance += by.advance;
}

function adjust(
  view: DataView,
  at: number,
  { first, second }: { readonly first: number; readonly second: number },
  a: Shift,
  b: Shift,
): boolean {
  const index = coverageIndex(view, at + view.getUint16(at + 2), first);
  if (index < 0) return false;
  const [one, other] = [view.getUint16(at + 4), view.getUint16(at + 6)];
  const size = sizeOf(one) + sizeOf(other);
  const place =
    view.getUint16(at) === 1
      ? pairIn(view, at + view.getUint16(at + 10 + 2 * index), second, size)
      : classPair(view, at, first, second, size);
  if (place === null) return false;
  add(view, place, one, a);
  add(view, place + sizeOf(one), other, b);
  return true;
}

/** Format 1: pairs listed one by one. @returns Where the pair's values stand. */
function pairIn(view: DataView, set: number, second: number, size: number): number | null {
  let low = 0;
  let high = view.getUint16(set) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = set + 2 + (2 + size) * middle;
    const gid = view.getUint16(place);
    if (second < gid) high = middle - 1;
    else if (second > gid) low = middle + 1;
    else return place + 2;
  }
  return null;
}

/** Format 2: pairs by the classes of their glyphs. */
function classPair(view: DataView, at: number, first: number, second: number, size: number): number {
  const a = glyphClass(view, at + view.getUint16(at + 8), first);
  const b = glyphClass(view, at + view.getUint16(at + 10), second);
  return at + 16 + size * (a * view.getUint16(at + 14) + b);
}

function sizeOf(format: number): number {
  let size = 0;
  for (let bits = format; bits > 0; bits >>= 1) size += 2 * (bits & 1);
  return size;
}

function add(view: DataView, at: number, format: number, shift: Shift): void {
  let place = at;
  const next = () => {
    place += 2;
    return view.getInt16(place - 2);
  };
  if (format & X_PLACEMENT) shift.x += next();
  if (format & Y_PLACEMENT) shift.y += next();
  if (format & X_ADVANCE) shift.advance += next();
}
