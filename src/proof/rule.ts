/** What a rule is: its name, what it holds to, an example of each language, and the check itself. */

import type { Language, Wording } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { Issue, ProofSeverity } from "../model/issue.ts";
import type { Slip } from "./finding.ts";
import type { NameBook } from "./names/name-book.ts";
import type { Quantities } from "./numbers/quantity.ts";
import type { Passage } from "./passages.ts";

export type RuleGroup = "parity" | "terms" | "chinese" | "english" | "house";

/** A line as the layout set it. */
export interface MeasuredLine {
  readonly span: Span;
  readonly language: Language;
  /** 100 is a line in which one rank of spaces is spent; see `Breaks`. */
  readonly badness: number;
  readonly last: boolean;
  /** Characters on the line, spaces left out. */
  readonly characters: number;
}

/** Whether words are spelt as a dictionary has them. */
export interface Speller {
  readonly correct: (word: string) => boolean;
  /** Words that may have been meant, likeliest first. */
  readonly suggest: (word: string) => readonly string[];
}

/** Pinyin readings of a Han character, lower case without tones, `ü` as such. */
export type Readings = (char: string) => readonly string[];

/** A text as the words that a dictionary of Chinese parts it into; a character that is in none is a word. */
export type Words = (text: string) => readonly string[];

/** What the rules look things up in; handed in, for they are large and not every run wants them. */
export interface ProofTools {
  readonly readings: Readings;
  /** Null where there is no dictionary. */
  readonly words: Words | null;
  /** Null where spelling is not asked for. */
  readonly speller: Speller | null;
}

/** Everything that rules look at. */
export interface Proof {
  readonly issue: Issue;
  /** The issues before this one, oldest first. */
  readonly earlier: readonly Issue[];
  readonly passages: readonly Passage[];
  /** Numbers of each passage, read once. */
  readonly quantities: ReadonlyMap<Passage, Quantities>;
  /** Persons that both languages name, in this issue and those before. */
  readonly names: NameBook;
  /** Lines as they were set; empty where the issue was not laid out. */
  readonly lines: readonly MeasuredLine[];
  readonly tools: ProofTools;
}

/** A pair, or an issue's file (with the publication's and an earlier issue's where they matter). */
export type Sample =
  | { readonly zh: string; readonly en: string }
  | { readonly issue: string; readonly publication?: string; readonly earlier?: string }
  | { readonly line: Pick<MeasuredLine, "badness" | "last" | "characters" | "language"> };

export interface Example {
  readonly bad: Sample;
  readonly good: Sample;
}

export interface Rule {
  /** As it is written in `publication.yaml` and in comments. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: ProofSeverity;
  readonly says: Wording;
  readonly example: Example;
  readonly check: (proof: Proof) => Iterable<Slip>;
}

/** A rule over every passage that has the language. */
export function* each(
  { passages }: Proof,
  language: Language,
  of: (text: NonNullable<Passage[Language]>, passage: Passage) => Iterable<Slip>,
): Generator<Slip> {
  for (const passage of passages) {
    const text = passage[language];
    // One string for both languages is a number or an address, and no running text.
    if (text && !passage.shared) yield* of(text, passage);
  }
}

/** A pair that has both of its languages. */
export type FullPair = Passage & {
  readonly zh: NonNullable<Passage["zh"]>;
  readonly en: NonNullable<Passage["en"]>;
};

export const isFull = (passage: Passage): passage is FullPair => passage.zh !== null && passage.en !== null;

/** A rule over every pair that has both languages. */
export function* eachPair({ passages }: Proof, of: (pair: FullPair) => Iterable<Slip>): Generator<Slip> {
  for (const passage of passages) if (isFull(passage) && !passage.shared) yield* of(passage);
}
