/** A text with its marks in → its characters, with the place of each in the source. */

import type { Language, Wording } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import { type Inline, placesIn, type Run } from "../model/inline.ts";
import { isUnbroken, type Places, spanIn } from "../model/places.ts";
import { type Fix, type Slip, slip } from "./finding.ts";

/** Offsets `start` and `end` of a text count UTF-16 units of its characters; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const rangeOf = ({ index, 0: typed }: RegExpExecArray): Range => ({
  start: index,
  end: index + typed.length,
});

/** A text as a regular expression that it alone matches. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Digits in groups of thousands: 13,200. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ",");

/** @param char A full-width letter, digit or mark of ASCII. */
export const halfWidth = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0);

/** Stretches of a text that were dealt with. */
export class Covered {
  readonly #places: Uint8Array;

  /** @param length Of the text. */
  constructor(length: number) {
    this.#places = new Uint8Array(length);
  }

  /** Whether any character of a stretch was dealt with. */
  has({ start, end }: Range): boolean {
    return this.#places.subarray(start, end).includes(1);
  }

  add({ start, end }: Range): void {
    this.#places.fill(1, start, end);
  }
}

export class ProofText {
  readonly language: Language;
  readonly text: string;
  readonly runs: readonly Run[];
  readonly #file: string;
  readonly #places: Places;
  readonly #whole: Span;
  readonly #links: readonly Range[];

  constructor(inline: Inline) {
    this.language = inline.language;
    this.runs = inline.runs;
    this.text = inline.runs.map((run) => run.text).join("");
    this.#places = placesIn(inline);
    this.#file = inline.span.file;
    this.#whole = inline.span;
    this.#links = linksIn(inline.runs);
  }

  /** Where a stretch of the text was typed. An empty stretch is pointed at by the character before it. */
  span({ start, end }: Range): Span {
    const { length } = this.#places;
    if (length === 0) return this.#whole;
    const from = Math.min(start, length - 1);
    return spanIn(
      { file: this.#file, places: this.#places },
      from,
      Math.max(from + 1, Math.min(end, length)),
    );
  }

  /** What stands at a place, without blanks around it. */
  at({ start, end }: Range): string {
    return this.text.slice(start, end).trim();
  }

  /** The whole text, for what concerns all of it: its first characters are enough to point at. */
  head(): Span {
    return this.span({ start: 0, end: Math.min(this.text.length, this.language === "zh" ? 8 : 16) });
  }

  tail(): Span {
    return this.span({ start: Math.max(0, this.text.length - 8), end: this.text.length });
  }

  /** Null where the characters do not stand side by side in the source: marks or escapes are between them. */
  fix(range: Range, text: string): Fix | null {
    const { start, end } = range;
    if (end > this.text.length || !isUnbroken(this.#places, start, end)) return null;
    return start < end ? { span: this.span(range), was: this.text.slice(start, end), text } : null;
  }

  slip(
    range: Range,
    message: Wording,
    more: Partial<Pick<Slip, "related" | "expected">> & { readonly replacement?: string } = {},
  ): Slip {
    const { replacement, ...rest } = more;
    const fix = replacement === undefined ? null : this.fix(range, replacement);
    return slip(this.span(range), message, { ...rest, fix });
  }

  /** Every match of a global expression, with its place. */
  *matches(expression: RegExp): Generator<RegExpExecArray & Range> {
    for (const match of this.text.matchAll(expression)) {
      const { index } = match;
      yield Object.assign(match, { start: index, end: index + match[0].length }) as RegExpExecArray & Range;
    }
  }

  /** Characters of a bare address, or of a character as HTML has it, where marks and words are no text. */
  isAddress({ start, end }: Range): boolean {
    if (this.text.includes("&")) {
      const [before, after] = [this.text.slice(Math.max(0, start - 12), end), this.text.slice(start)];
      if (/&#?[a-z\d]{2,8};?$/.test(before) && /^#?[a-z\d]{0,8};/.test(after)) return true;
    }
    return this.#links.some((link) => start < link.end && end > link.start);
  }
}

const ADDRESS = /^(?:\w+:\/\/|www\.)|@|^\S+\.\S+\/\S*$/;

/** Links whose text is the address itself; hardly a text has any. */
function linksIn(runs: readonly Run[]): readonly Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const { text, mark } of runs) {
    const end = start + text.length;
    if (mark.link !== null && ADDRESS.test(text)) found.push({ start, end });
    start = end;
  }
  return found;
}
