/** The languages of a block in → how far each has come at every row, so that a page breaks them in step. */
import { Remembered } from "../base/remembered.ts";
import { sentenceEnds } from "../script/sentence-ends.ts";
import type { Strip } from "./block.ts";

/** Where a language stands behind each of its rows, from 0 at its start to 1 at its end. */
export interface Course {
  readonly at: readonly number[];
  /** Whether the row ends a sentence. */
  readonly ends: readonly boolean[];
  readonly sentences: number;
}

/** @returns Where the blanks begin that end in front of an index. */
function endBefore(text: string, index: number): number {
  let end = index;
  while (end > 0 && text[end - 1]!.trim() === "") end -= 1;
  return end;
}

/** The forms of a block, which are asked for together, part the same text. */
const stopsOfTexts = new Remembered<string, readonly number[]>(16);

/** Where sentences end, ascending; the last one with the text. */
function stopsOf(text: string): readonly number[] {
  const found = stopsOfTexts.get(text);
  if (found) return found;
  const stops = [...sentenceEnds(text)];
  if (stops.at(-1) !== endBefore(text, text.length)) stops.push(text.length);
  return stopsOfTexts.add(text, stops);
}

const known = new WeakMap<object, Course>();

export function courseOf(strip: Strip): Course {
  const key = strip.alike ?? strip;
  const found = known.get(key);
  if (found) return found;
  const rows = strip.rows.map((row) => row.text);
  const text = rows.join("");
  const stops = stopsOf(text);
  const at: number[] = [0];
  const ends: boolean[] = [true];
  let length = 0;
  let done = 0;
  for (const row of rows) {
    length += row.length;
    const shown = endBefore(text, length);
    while (done < stops.length && stops[done]! <= shown) done += 1;
    const from = stops[done - 1] ?? 0;
    const to = stops[done] ?? text.length;
    at.push((done + (to > from ? Math.max(0, shown - from) / (to - from) : 0)) / stops.length);
    ends.push(stops[done - 1] === shown);
  }
  const made = { at, ends, sentences: stops.length };
  known.set(key, made);
  return made;
}

export interface Step {
  /** How far apart the languages are, as a share of the text. */
  readonly apart: number;
  /** All of them end the same sentence here. */
  readonly together: boolean;
}

/**
 * Compares the places where a page would part a block. Translations keep their sentences; where one has split
 * or joined some, what counts is the share of its own sentences.
 *
 * @param rows Rows of each language that stand before the break.
 */
export function stepAt(courses: readonly Course[], rows: readonly number[]): Step {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let together = true;
  const { sentences } = courses[0]!;
  for (let k = 0; k < courses.length; k++) {
    const course = courses[k]!;
    const place = course.at[rows[k]!] ?? 1;
    least = Math.min(least, place);
    most = Math.max(most, place);
    if (!course.ends[rows[k]!] || course.sentences !== sentences) together = false;
  }
  const apart = most - least;
  return { apart, together: together && apart < 1e-9 };
}
