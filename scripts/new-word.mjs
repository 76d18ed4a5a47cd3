// The number of an edit → a word that no edit before it had: an engine that remembers what it set has not set this one.
const SYLLABLES = ["ba", "de", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"];

/** @param edit From 0. */
export const newWord = (edit) => [..."9", ...String(edit)].map((digit) => SYLLABLES[digit]).join("");
