/** A text that YAML can not read and places in it in → changes that put their values between quotation marks. */
import type { Change } from "./decode.ts";
import { isKey } from "./schema-keys.ts";

/** Up to the value of a line. */
const HEAD = /^ *(?:- +)*(?:[\w-]+: +)?/;
/** Up to a value in brackets: the bracket or the comma before it, and its key. */
const HEAD_WITHIN = /[{,[] *(?:([\w-]+): +)?/g;
/** Lines that a value may go on over. */
const LINES = 200;

/** Where a value may begin and end: the first is the likeliest. */
function rangesAt(text: string, place: number): readonly (readonly [number, number])[] {
  const start = text.lastIndexOf("\n", place - 1) + 1;
  const [line = "", ...behind] = text.slice(start).split("\n", LINES);
  const from = HEAD.exec(line)![0].length;
  if (!/[{[]/.test(line[from] ?? "")) {
    const more = behind.findIndex((next) => /^ *(?:- |[\w-]+:(?: |$)|$)/.test(next));
    const all = [line, ...behind.slice(0, Math.max(0, more))].join("\n").trimEnd();
    return [...new Set([all.length, line.trimEnd().length])].map((end) => [start + from, start + end]);
  }
  const at = place - start;
  const heads = [...line.matchAll(HEAD_WITHIN)].filter(([, key]) => key === undefined || isKey(key));
  const head = heads.findLast(({ index, 0: { length } }) => index + length <= at);
  if (!head) return [];
  const begin = head.index + head[0].length;
  const next = heads.find(({ index, 1: key }) => index > at && key !== undefined);
  const ends = [next?.index ?? closingOf(line, begin), at + line.slice(at).search(/[,}\]]|$/)];
  return [...new Set(ends)].map((end) => [start + begin, start + line.slice(0, end).trimEnd().length]);
}

/** Where the brackets close, at the end of a line, that are open at a place in it. */
function closingOf(line: string, place: number): number {
  const before = line.slice(0, place);
  const isOpen = (before.match(/[{[]/g)?.length ?? 0) - (before.match(/[}\]]/g)?.length ?? 0);
  let end = line.length;
  for (let k = 0; k < isOpen; k += 1) end = line.slice(0, end).search(/[}\]]?[\s,]*$/);
  return end;
}

/** A quotation mark inside the value is written twice. */
function quotes(text: string, [start, end]: readonly [number, number]): readonly Change[] {
  const inner = [...text.slice(start, end).matchAll(/'/g)].map(({ index }) => start + index);
  return [start, ...inner, end].map((at) => ({ start: at, end: at, text: "'" }));
}

/** @returns For all places at once, and for the first alone in as many ways as its value may end. */
export function waysToQuote(text: string, places: readonly number[]): readonly (readonly Change[])[] {
  const ranges = places.map((place) => rangesAt(text, place).filter(([start, end]) => end > start));
  const likeliest = new Map(ranges.flatMap(([range]) => (range ? [[range[0], range] as const] : [])));
  const all = [...likeliest.values()].sort(([a], [b]) => a - b);
  const apart = all.filter(([start], k) => k === 0 || start >= all[k - 1]![1]);
  const ways = [apart, ...(ranges[0] ?? []).map((range) => [range])];
  return ways.map((way) => way.flatMap((range) => quotes(text, range))).filter((way) => way.length > 0);
}
