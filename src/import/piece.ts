/** What a Word, Markdown or text file is taken apart into: pieces of text in their order, with the form they had there. */
import type { Language } from "../base/language.ts";
import type { Picture } from "./picture.ts";

export type Form =
  | "text"
  | "title"
  | "heading"
  | "subheading"
  | "bullet"
  /** An entry of a numbered list; `first` begins one. The number is not in the text. */
  | "first"
  | "number"
  | "quote";

/** Texts of cells, row by row. */
export type Rows = readonly (readonly string[])[];

export interface Piece {
  /** With the marks of content files: `**bold**`, `[text](https://…)`. */
  readonly text: string;
  readonly form: Form;
  /** Place in the original: line, or number of the paragraph, from 1. */
  readonly at: number;
  /** Whether its lines stood in the middle of the measure, as those of titles do. */
  readonly centred: boolean;
  /** Rows of cells where the piece is a table; `text` then holds all of them. */
  readonly table: Rows | null;
}

/** A file that was taken apart. */
export interface Original {
  readonly pieces: readonly Piece[];
  /** Footnotes by the key that texts mention; lines of one may be of both languages. */
  readonly notes: ReadonlyMap<string, string>;
  /** Pictures that texts stood around, in their order. */
  readonly pictures: readonly Picture[];
  /** What stood in the file and is no text of an issue: told, so that nothing is missed. */
  readonly left: readonly Left[];
}

/** Something of the original that goes into no issue, or not as it was. */
export interface Left {
  readonly kind:
    | "folio"
    | "masthead"
    /** Names below a title, in both languages, that became credits. */
    | "author"
    /** A heading that looks as the title does, and may be the title of an article of its own. */
    | "title"
    | "header"
    /** A picture of a header, a note or a formula, by the name of its file. */
    | "outside"
    | "comment"
    | "hidden"
    /** A text box that repeats the text, and what another held. */
    | "repeated"
    | "box"
    /** What was inserted and deleted while changes were tracked, with its paragraph. */
    | "tracked"
    /** An entry of a list inside another. */
    | "levels"
    /** A table in which cells ran over others, by its first texts. */
    | "merged"
    | "formula"
    | "sign"
    | "contents"
    | "columns"
    | "front"
    | "platform";
  readonly text: string;
}

/** What remains of pieces, and what is told of those that went. */
export interface Sifted {
  readonly pieces: readonly Piece[];
  readonly left: readonly Left[];
}

export const piece = (text: string, form: Form, at: number, centred = false): Piece => ({
  text,
  form,
  at,
  centred,
  table: null,
});

export const tableOf = (rows: Rows, at: number): Piece => ({
  text: rows.flat().join(" "),
  form: "text",
  at,
  centred: false,
  table: rows,
});

const HAN = /\p{Script=Han}/gu;
const WORD = /[A-Za-z]{2,}/g;

export const countHan = (text: string): number => text.match(HAN)?.length ?? 0;

/** Keys of notes and addresses of links have letters of no language. */
const UNSPOKEN = /\[\^[^\]\s]+\]|(?<=\])\([^()\s]*\)/g;

/** What is read of a text: no mentions of notes, addresses of links, and asterisks. */
export const unmarked = (text: string): string => text.replace(UNSPOKEN, "").replace(/(?<!\\)\*+/g, "");

const ADDRESS = /https?:\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|[\w.+-]{1,64}@[\w.-]+/g;

/** How much of each script a text has. */
export interface Spoken {
  readonly han: number;
  /** Of two letters at least. */
  readonly words: number;
}

export function spokenOf(text: string): Spoken {
  const spoken = text.includes("[") ? text.replace(UNSPOKEN, "") : text;
  const han = countHan(spoken);
  // Words of an address are none of a Chinese sentence that names it; alone it is read as English.
  const said = han > 0 && /:\/\/|@|www\./.test(spoken) ? spoken.replace(ADDRESS, "") : spoken;
  return { han, words: said.match(WORD)?.length ?? 0 };
}

/** An English sentence may name somebody in Chinese, and the other way round. */
export function languageBy({ han, words }: Spoken): Language | null {
  if (han === 0 && words === 0) return null;
  return han > words * 1.5 ? "zh" : "en";
}

/** @returns Null for what is of no language: numbers, marks. */
export const languageOf = (text: string): Language | null => languageBy(spokenOf(text));

/** Language of a text among others: a lone letter is English, what is of none goes with the text before it. */
export const languageAfter = (text: string, before: Language): Language =>
  languageOf(text) ?? (/^[A-Za-z]$/.test(text) ? "en" : before);

/** Stands where a sign could not be read, as type-setters have it, and is told. */
export const UNREAD = "〓";

/**
 * Blanks of other kinds become spaces, but for the full-width one, which is set as it is inside a text (第一章　总则);
 * characters that no reader sees go, and those that only one machine or font knows are unread.
 */
export const seen = (text: string): string =>
  text
    .replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\t]/g, " ")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g,
      "",
    )
    .replace(/[\ue000-\uf8ff\ufffd-\uffff]|\p{Cs}/gu, UNREAD);

/** As it is seen, without blanks around it and with one where there are many. */
export const tidy = (text: string): string => seen(text).replace(/ {2,}/g, " ").trim();

/** What stands in a text that is in bold as a whole, and in nothing else; null for others. */
export const inBold = (text: string): string | null => /^\*\*([^*]+)\*\*$/.exec(text)?.[1] ?? null;

/** Takes marks of content files literally. */
export const literally = (text: string): string => text.replace(/[\\*[\]^~]/g, "\\$&");

/** Its lines without blanks around them, and without those that are nothing else. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Characters of a paragraph that tell it from others, in Chinese and in English. */
const ENOUGH = { zh: 12, en: 30 } as const;

/** A text as it begins, whole if it is short. */
export function beginning(text: string): string {
  const characters = [...text];
  const length = countHan(text) > 0 ? ENOUGH.zh : ENOUGH.en;
  return characters.length > length ? `${characters.slice(0, length).join("").trimEnd()}…` : text;
}
