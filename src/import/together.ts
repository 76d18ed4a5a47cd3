/** The originals of a text and of its translation in → one original with both, the Chinese first. */
import type { Language } from "../base/language.ts";
import { type Original, type Piece, spokenOf } from "./piece.ts";
import { withKeys } from "./plain-notes.ts";

/** Words of English that stand for a Chinese character, about. */
const WORD = 1.5;

/** Share of a text from which on it is no longer a title or an abstract in the other language. */
const TRANSLATED = 0.25;

/** @returns `both` for a text with its translation; null where nothing is of any language. */
export function languageOfOriginal({ pieces }: Original): Language | "both" | null {
  let [han, words] = [0, 0];
  for (const { text } of pieces) {
    const spoken = spokenOf(text);
    // Names in the other language say nothing, whether in brackets or not.
    if (spoken.han > spoken.words * WORD) han += spoken.han;
    else words += spoken.words * WORD;
  }
  if (han + words === 0) return null;
  if (Math.min(han, words) > (han + words) * TRANSLATED) return "both";
  return han > words ? "zh" : "en";
}

/** Notes of either count from 1: those of the English get keys of their own, and are paired as any others are. */
export function together(zh: Original, en: Original): Original {
  const renamed = new Map<string, string>();
  for (const key of en.notes.keys()) {
    let name = `${key}-en`;
    while (zh.notes.has(name) || en.notes.has(name)) name += "-";
    renamed.set(key, name);
  }
  const behind = Math.max(0, ...[...zh.pieces, ...zh.pictures].map(({ at }) => at));
  const english = en.pieces.map((piece) => ({
    ...withKeys(piece, (key) => renamed.get(key) ?? key),
    at: piece.at + behind,
  }));
  // Numbers alone go with the text before them, which must not be the last of the Chinese.
  const begin = english.findIndex(isSpoken);
  const first = Math.max(0, begin);
  return {
    pieces: [...english.slice(0, first), ...zh.pieces, ...english.slice(first)],
    notes: new Map([...zh.notes, ...[...en.notes].map(([key, text]) => [renamed.get(key)!, text] as const)]),
    pictures: [...zh.pictures, ...en.pictures.map((picture) => ({ ...picture, at: picture.at + behind }))],
    left: [...zh.left, ...en.left],
  };
}

const isSpoken = ({ text }: Piece): boolean => {
  const { han, words } = spokenOf(text);
  return han + words > 0;
};
