/** A text and changes of it in → the text with them, and for each of its characters where it was typed. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Change } from "./decode.ts";

/** The text of a file as it would be with some of its mistakes mended. */
export interface Mended {
  readonly text: string;
  /** Where each of its characters was typed, and its end. */
  readonly origin: readonly number[];
}

/** A text that nothing was mended in. */
export const unmended = (text: string): Mended => ({
  text,
  origin: Array.from({ length: text.length + 1 }, (_, k) => k),
});

/** @param text The mended text with these changes, which are in its order. */
export const mendedBy = ({ origin }: Mended, text: string, changes: readonly Change[]): Mended => ({
  text,
  origin: moved(origin, changes),
});

/** @param second A mended text, mended once more as a text of its own. */
export const mendedAgain = ({ origin }: Mended, second: Mended): Mended => ({
  text: second.text,
  origin: second.origin.map((at) => origin[at] ?? origin.at(-1)!),
});

/** @param changes In the order of the text, apart from each other. */
export function changed(text: string, changes: readonly Change[]): string {
  let made = "";
  let at = 0;
  for (const { start, end, text: instead } of changes) {
    made += text.slice(at, start) + instead;
    at = end;
  }
  return made + text.slice(at);
}

/** A fault of the mended text, where it was typed. */
export function asTyped(fault: Diagnostic, { origin }: Mended): Diagnostic {
  const typed = (span: Span): Span => {
    const start = origin[span.start] ?? origin.at(-1)!;
    return { ...span, start, end: Math.max(start + 1, origin[span.end] ?? origin.at(-1)!) };
  };
  const span = typed(fault.span);
  return fault.code === "duplicate-key" ? { ...fault, span, first: typed(fault.first) } : { ...fault, span };
}

function moved(origin: readonly number[], changes: readonly Change[]): readonly number[] {
  const made: number[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    for (; at < start; at += 1) made.push(origin[at]!);
    for (let k = 0; k < text.length; k += 1) made.push(origin[Math.min(start + k, end)]!);
    at = end;
  }
  for (; at < origin.length; at += 1) made.push(origin[at]!);
  return made;
}
