/** A text in → the places of characters that no reader sees, or that mean something else elsewhere. */

/** Blanks that look like a space and are none to YAML: a class of a pattern. */
export const ODD_BLANK = "[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]";

/**
 * Controls other than line breaks and tabs, line separators, marks that turn the text around or hide in
 * it, noncharacters, lone surrogates, and characters of private use.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2061-\u2069\ue000-\uf8ff\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @returns Indexes of all such characters. */
export const invisibleIn = (text: string): readonly number[] =>
  [...text.matchAll(INVISIBLE)].map((match) => match.index);
