/** Footnotes of both languages in → one key for each pair of them, in the texts and in the list. */
import type { Language } from "../base/language.ts";
import type { DraftPair } from "./draft.ts";
import { byLines, onOneLine, spokenIn } from "./line-languages.ts";
import { languageOf, type Original, type Piece } from "./piece.ts";
import { MENTION, withKeys } from "./plain-notes.ts";

/**
 * A key that both languages mention is one note. Where each mentions as many others, the k-th of one is the k-th of
 * the other.
 */
export function pairNotes(original: Original): {
  readonly pieces: readonly Piece[];
  readonly notes: ReadonlyMap<string, DraftPair>;
} {
  const { zh, en } = mentionedIn(original);
  const notes = new Map([...original.notes].map(([key, text]) => [key, byLines(text)]));
  // What was typed in both languages has its partner.
  const alone = [...notes].flatMap(([key, it]) => (it.zh && it.en && it.zh !== it.en ? [] : [key]));
  const chinese = [...zh].filter((key) => !en.has(key) && alone.includes(key));
  const english = [...en].filter((key) => !zh.has(key) && alone.includes(key));
  if (chinese.length !== english.length) return { pieces: original.pieces, notes };
  const renamed = new Map(english.map((key, k) => [key, chinese[k]!]));
  for (const [from, to] of renamed) {
    notes.set(to, { zh: wholeNote(original, to), en: wholeNote(original, from) });
    notes.delete(from);
  }
  return {
    pieces: original.pieces.map((piece) => withKeys(piece, (key) => renamed.get(key) ?? key)),
    notes,
  };
}

const wholeNote = ({ notes }: Original, key: string): string => onOneLine(notes.get(key)!.split("\n"));

/** Keys that stand for a note, in the order in which the texts of each language mention them first. */
function mentionedIn({ pieces, notes }: Original): Readonly<Record<Language, ReadonlySet<string>>> {
  const mentioned = { zh: new Set<string>(), en: new Set<string>() };
  for (const { text } of pieces)
    for (const [, key] of text.matchAll(MENTION)) {
      const note = notes.get(key!);
      // A mention that a picture left behind is of its note's language.
      if (note !== undefined) mentioned[languageOf(text) ?? spokenIn(note) ?? "zh"].add(key!);
    }
  return mentioned;
}
