/** Pieces of Markdown in → the same, where texts numbered 1., 2., 3. one behind the other are entries of lists. */
import type { Language } from "../base/language.ts";
import { languageAfter, type Piece } from "./piece.ts";

const ENTRY = /^(\d{1,3})[.)]\s+(\S.*)$/s;

interface Entry {
  /** Its index among the pieces. */
  readonly k: number;
  readonly number: number;
  readonly at: number;
  readonly text: string;
}

/**
 * A number alone, or with its text below it, heads something: a list has two entries at least, with nothing of their
 * language between them. Lists of an issue count from 1; others keep their numbers as they were typed.
 */
export function numberedLists(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Record<Language, Entry[][]> = { zh: [], en: [] };
  // The run of each language that may go on.
  const open: Record<Language, Entry[] | null> = { zh: null, en: null };
  let language: Language = "zh";
  pieces.forEach((piece, k) => {
    const found = piece.form === "text" && !piece.table ? ENTRY.exec(piece.text) : null;
    language = languageAfter(found?.[2] ?? piece.text, language);
    const entry = found && { k, number: Number(found[1]), at: piece.at, text: found[2]! };
    const run = open[language];
    if (entry && run && follows(run, entry)) run.push(entry);
    else {
      const begun = entry?.number === 1 ? [entry] : null;
      if (begun) runs[language].push(begun);
      open[language] = begun;
    }
  });
  const made = [...pieces];
  for (const run of [...runs.zh, ...runs.en]) {
    if (run.length < 2) continue;
    run.forEach(({ k, text }, n) => {
      made[k] = { ...pieces[k]!, text, form: n === 0 ? "first" : "number" };
    });
  }
  return made;
}

/** Entries count up, or are all 1 on lines that follow each other: who writes so leaves counting to the program. */
function follows(run: readonly Entry[], entry: Entry): boolean {
  const last = run.at(-1)!;
  if (last.number === 1 && entry.number === 1) return run.length > 1 || entry.at === last.at + 1;
  return entry.number === last.number + 1 && entry.number === run.length + 1;
}
