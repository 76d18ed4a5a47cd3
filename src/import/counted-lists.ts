/** Pieces of Word with the numbers that it prints before them in → the same, where what counts from 1 without a break is a list. */
import type { Language } from "../base/language.ts";
import { languageAfter, type Piece } from "./piece.ts";

/** What Word prints before a piece, at whose beginning it stands. */
export interface Counted {
  /** Pieces of one list and level count on together. */
  readonly list: string;
  readonly number: number;
  readonly label: string;
}

interface Entry extends Counted {
  /** Its index among the pieces that are looked at. */
  readonly k: number;
  readonly piece: Piece;
}

/**
 * Lists of an issue count from 1 and have one level. A number alone, with its text below it or with a list inside its
 * own stays as it is printed, or what was 2. would become 1. Where both languages share a list, they count together
 * or one behind the other.
 */
export function countedLists(
  pieces: readonly Piece[],
  counted: ReadonlyMap<Piece, Counted>,
): readonly Piece[] {
  if (counted.size === 0) return pieces;
  const spoken: Record<Language, Piece[]> = { zh: [], en: [] };
  let language: Language = "zh";
  for (const piece of pieces) {
    language = languageAfter(piece.text, language);
    spoken[language].push(piece);
  }
  const both = runsIn(pieces, counted);
  const own = [...runsIn(spoken.zh, counted), ...runsIn(spoken.en, counted)];
  const made = new Map<Piece, Piece>();
  for (const run of [...both, ...own].filter(isList))
    for (const it of run) made.set(it.piece, bare(it, "number"));
  // What both languages count together begins a list in each.
  for (const run of own) {
    const [first] = run;
    if (first && made.has(first.piece)) made.set(first.piece, bare(first, "first"));
  }
  return pieces.map((piece) => made.get(piece) ?? piece);
}

const bare = ({ piece, label }: Entry, form: "first" | "number"): Piece => ({
  ...piece,
  form,
  text: piece.text.slice(label.length).trimStart(),
});

const isList = (run: readonly Entry[]): boolean =>
  run.length > 1 && run.every(({ k, number }, n) => number === n + 1 && k === run[0]!.k + n);

/** Pieces of one list that count on, whatever stands between them. */
function runsIn(
  pieces: readonly Piece[],
  counted: ReadonlyMap<Piece, Counted>,
): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [];
  const open = new Map<string, Entry[]>();
  pieces.forEach((piece, k) => {
    const found = counted.get(piece);
    if (!found) return;
    const entry = { ...found, k, piece };
    const run = open.get(found.list);
    if (run && run.at(-1)!.number < found.number) run.push(entry);
    else {
      const begun = [entry];
      open.set(found.list, begun);
      runs.push(begun);
    }
  });
  return runs;
}
