/** Where the characters of a text were typed: what is asked for is worked out from stretches that stand side by side. */
import { countUpTo } from "../base/sorted.ts";
import type { Span } from "../base/span.ts";

/**
 * UTF-16 unit `starts[k] + i` of a text stands at `offsets[k] + i` of its file, up to the next stretch. Plain data,
 * which goes to another run as it is; most texts are one stretch.
 */
export interface Places {
  readonly length: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** Places in a file. */
export interface Source {
  readonly file: string;
  readonly places: Places;
}

const ONE: readonly number[] = [0];

/** Of text of the program's own. */
export const NOWHERE: Places = { length: 0, starts: ONE, offsets: ONE };

/** Characters that stand side by side. */
export const stretch = (offset: number, length: number): Places => ({
  length,
  starts: ONE,
  offsets: [offset],
});

/** Characters that were all typed in one place, as an escape is. */
export const standing = (offset: number, length: number): Places =>
  placesFrom(new Array(length).fill(offset));

/** @param offsets Of each unit of the text. */
export function placesFrom(offsets: readonly number[]): Places {
  const starts: number[] = [];
  const own: number[] = [];
  offsets.forEach((offset, i) => {
    if (i > 0 && offset === offsets[i - 1]! + 1) return;
    starts.push(i);
    own.push(offset);
  });
  return { length: offsets.length, starts, offsets: own };
}

/** @returns The offset of unit `index`; of text that nobody typed it means nothing. */
export function placeAt({ starts, offsets }: Places, index: number): number {
  const k = starts.length === 1 ? 0 : stretchAt(starts, index);
  return (offsets[k] ?? 0) + index - (starts[k] ?? 0);
}

/** @returns The unit that stands at an offset; null for none. The other way round than `placeAt`. */
export function unitAt({ length, starts, offsets }: Places, offset: number): number | null {
  for (let k = 0; k < starts.length; k++) {
    const at = starts[k]! + offset - offsets[k]!;
    if (at >= starts[k]! && at < (starts[k + 1] ?? length)) return at;
  }
  return null;
}

/** The places of a text before which the file has grown by so many units. */
export const movedPlaces = ({ length, starts, offsets }: Places, by: number): Places => ({
  length,
  starts,
  offsets: offsets.map((offset) => offset + by),
});

/** @returns The last stretch that begins at `index` or before. */
const stretchAt = (starts: readonly number[], index: number): number =>
  Math.max(0, countUpTo(starts, index) - 1);

/** @param to Exclusive. */
export function slicePlaces(places: Places, from: number, to: number): Places {
  const length = Math.max(0, to - from);
  const { starts } = places;
  const first = stretchAt(starts, from);
  const last = stretchAt(starts, Math.max(from, to - 1));
  const offset = placeAt(places, from);
  if (first === last) return stretch(offset, length);
  return {
    length,
    starts: [0, ...starts.slice(first + 1, last + 1).map((start) => start - from)],
    offsets: [offset, ...places.offsets.slice(first + 1, last + 1)],
  };
}

export function joinPlaces(parts: readonly Places[]): Places {
  if (parts.length === 1) return parts[0]!;
  const starts: number[] = [];
  const offsets: number[] = [];
  let length = 0;
  for (const part of parts) {
    if (part.length === 0) continue;
    for (const [k, start] of part.starts.entries()) {
      starts.push(length + start);
      offsets.push(part.offsets[k]!);
    }
    length += part.length;
  }
  return length === 0 ? NOWHERE : { length, starts, offsets };
}

/** Whether units `from`..`to` − 1 stand side by side: no mark and no escape is between them. */
export function isUnbroken(places: Places, from: number, to: number): boolean {
  const first = placeAt(places, from);
  for (let i = from + 1; i < to; i++) if (placeAt(places, i) !== first + i - from) return false;
  return true;
}

/** @returns Where units `start`..`end` − 1 were typed; behind the one before them where there are none. */
export function spanIn({ file, places }: Source, start: number, end: number): Span {
  const behind = (index: number) => (index > 0 ? placeAt(places, index - 1) + 1 : placeAt(places, 0));
  return { file, start: start < end ? placeAt(places, start) : behind(start), end: behind(end) };
}
