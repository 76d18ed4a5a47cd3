/** Footnotes of both languages in → one key for each pair of them, in the texts and in the list. */
import { LANGUAGES, type Language } from "../base/language.ts";
import type { DraftPair } from "./draft.ts";
import { languageOf, type Original, type Piece } from "./piece.ts";

const MENTION = /\[\^([^\]\s]+)\]/g;

/** Where both languages mention as many notes, the k-th of one is the k-th of the other. */
export function pairNotes(original: Original): {
  readonly pieces: readonly Piece[];
  readonly notes: ReadonlyMap<string, DraftPair>;
} {
  const mentioned: Record<Language, string[]> = { zh: [], en: [] };
  for (const { text } of original.pieces) {
    const language = languageOf(text) ?? "zh";
    for (const [, key] of text.matchAll(MENTION))
      if (original.notes.has(key!)) mentioned[language].push(key!);
  }
  const { zh, en } = mentioned;
  const alike = zh.length === en.length && new Set([...zh, ...en]).size === zh.length * 2;
  if (!alike)
    return {
      pieces: original.pieces,
      notes: new Map([...original.notes].map(([key, text]) => [key, sided(text)])),
    };
  const renamed = new Map(en.map((key, k) => [key, zh[k]!]));
  const keep = (text: string) =>
    text.replace(MENTION, (whole, key: string) => (renamed.has(key) ? `[^${renamed.get(key)}]` : whole));
  const notes = zh.map(
    (key, k) => [key, { zh: original.notes.get(key)!, en: original.notes.get(en[k]!)! }] as const,
  );
  return {
    pieces: original.pieces.map((piece) => ({ ...piece, text: keep(piece.text) })),
    notes: new Map(notes),
  };
}

function sided(text: string): DraftPair {
  const own = languageOf(text) ?? "zh";
  const [zh, en] = LANGUAGES.map((language) => (language === own ? text : null));
  return { zh: zh ?? null, en: en ?? null };
}
