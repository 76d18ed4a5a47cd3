/** An issue in → every text that its pages show, in reading order, each with the place where it was typed. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { type Inline, plainText } from "../model/inline.ts";
import type { Block, Issue, TextPair } from "../model/issue.ts";
import { pairsInBlock } from "../model/pairs.ts";

/** What a text is in its issue. */
export type Role =
  | "masthead"
  | "name"
  | "publisher"
  | "note"
  | "series"
  | "title"
  | "credits"
  | "footnote"
  | "imprint"
  | Block["kind"];

/** A text in the languages it was written in. */
export interface Entry {
  readonly role: Role;
  readonly texts: TextPair;
}

/** Texts of an entry as a reader sees them; empty where there is none. */
export const seen = ({ texts }: Entry, language: Language): string => {
  const inline = texts[language];
  return inline ? plainText(inline) : "";
};

/** Entries that no reader can tell apart. Marks such as bold count: they show. */
export const isSame = (one: Entry, other: Entry): boolean =>
  one.role === other.role &&
  LANGUAGES.every((language) => marked(one.texts[language]) === marked(other.texts[language]));

/** A text with its marks, to be compared. */
export const marked = (inline: Inline | null): string =>
  inline === null ? "" : JSON.stringify(inline.runs.map(({ text, mark }) => [text, mark]));

export function entriesOf({ publication, note, articles, notes }: Issue): readonly Entry[] {
  const entry = (role: Role, pair: TextPair | null): readonly Entry[] =>
    pair ? [{ role, texts: pair }] : [];
  return [
    ...entry("name", publication.name),
    ...entry("publisher", publication.publisher),
    ...entry("note", note),
    ...articles.flatMap(({ series, title, body, credits }) => [
      ...entry("series", series),
      ...entry("title", title),
      ...body.flatMap((block) => pairsInBlock(block).flatMap((pair) => entry(block.kind, pair))),
      ...credits.flatMap(({ label, value }) => [...entry("credits", label), ...entry("credits", value)]),
    ]),
    ...[...notes.values()].flatMap((pair) => entry("footnote", pair)),
    ...publication.imprint.flatMap(({ label, value }) => [
      ...entry("imprint", label),
      ...entry("imprint", value),
    ]),
  ];
}
