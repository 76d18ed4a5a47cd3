/** Lines of a text in → the footnotes among them (`[^key]: text`), and the lines that remain; then one key for each note. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { spokenIn } from "./line-languages.ts";
import { languageAfter, type Piece, tableOf } from "./piece.ts";

/** What ends a line, in whatever program it was typed. */
export const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/g;

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly at: number;
}

/** A footnote as it was typed: a key may stand once for each language, and once for each article. */
export interface TypedNote {
  readonly key: string;
  readonly lines: readonly Line[];
}

const BEGIN = /^ {0,3}\[\^([^\]\s]+)\]:\s*(.*)$/;
/** A line right below that goes on, and one behind a blank line. */
const NEXT = /^(?: {2}|\t)\s*\S/;
const LATER = /^(?: {4}|\t)\s*\S/;

/** @param goesOn Whether a line without indent belongs to the one before it. */
export function takeNotes(
  lines: readonly Line[],
  goesOn: (before: string, line: string) => boolean,
): { readonly lines: readonly Line[]; readonly notes: readonly TypedNote[] } {
  const rest: Line[] = [];
  const notes: { key: string; lines: Line[] }[] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    const begin = BEGIN.exec(line.text);
    const before = open?.at(-1);
    const isNear = before?.at === line.at - 1;
    if (begin) {
      open = [{ text: begin[2]!, at: line.at }];
      notes.push({ key: begin[1]!, lines: open });
      // Its place stays blank: the texts before and behind it are two.
      rest.push({ text: "", at: line.at });
    } else if (open && line.text.trim() === "") rest.push(line);
    else if (open && before && (isNear ? NEXT : LATER).test(line.text)) open.push(line);
    else if (open && before && isNear && goesOn(before.text, line.text)) open.push(line);
    else {
      open = null;
      rest.push(line);
    }
  }
  return { lines: rest, notes };
}

export const MENTION = /\[\^([^\]\s]+)\]/g;

/** A piece with the keys that it mentions renamed, in its cells too. */
export function withKeys(piece: Piece, renamed: (key: string) => string): Piece {
  const keep = (text: string) => text.replace(MENTION, (_, key: string) => `[^${renamed(key)}]`);
  if (piece.table)
    return tableOf(
      piece.table.map((row) => row.map(keep)),
      piece.at,
    );
  return { ...piece, text: keep(piece.text) };
}

interface Definition {
  readonly text: string;
  readonly at: number;
}

export interface KeyedDefinition extends Definition {
  readonly key: string;
}

/**
 * Notes of both languages under one key become one, a line for each. Where a key begins anew, in another article,
 * its notes get keys of their own, and the texts mention these.
 */
export function keyedNotes(
  pieces: readonly Piece[],
  typed: readonly KeyedDefinition[],
): { readonly pieces: readonly Piece[]; readonly notes: ReadonlyMap<string, string> } {
  const defined = byKey(typed);
  const taken = new Set(defined.keys());
  const notes = new Map<string, string>();
  const keys = new Map<string, readonly string[]>();
  for (const [key, sides] of defined) {
    const count = Math.max(sides.zh.length, sides.en.length);
    const own = Array.from({ length: count }, (_, k) => (k === 0 ? key : free(`${key}-${k + 1}`, taken)));
    keys.set(key, own);
    own.forEach((name, k) => {
      const texts = LANGUAGES.flatMap((language) => sides[language][k]?.text ?? []);
      notes.set(name, texts.join("\n"));
    });
  }
  const counts = mentionsOf(pieces);
  const seen = new Map<string, number>();
  let language: Language = "zh";
  const renamed = pieces.map((piece) => {
    language = languageAfter(piece.text, language);
    const side = language;
    return withKeys(piece, (key) => {
      const sides = defined.get(key);
      if (!sides) return key;
      const own = sides[side].length > 0 ? sides[side] : sides[side === "zh" ? "en" : "zh"];
      const id = `${side} ${key}`;
      const k = seen.get(id) ?? 0;
      seen.set(id, k + 1);
      const inTurn = counts.get(id) === own.length;
      const behind = own.findIndex(({ at }) => at > piece.at);
      return keys.get(key)![inTurn ? k : behind < 0 ? own.length - 1 : behind]!;
    });
  });
  return { pieces: renamed, notes };
}

/** What is of no language goes to the one that lacks a note. */
function byKey(
  typed: readonly KeyedDefinition[],
): ReadonlyMap<string, Readonly<Record<Language, readonly Definition[]>>> {
  const defined = new Map<string, Record<Language, Definition[]>>();
  for (const { key, text, at } of typed) {
    const sides = defined.get(key) ?? { zh: [], en: [] };
    defined.set(key, sides);
    sides[spokenIn(text) ?? (sides.zh.length > sides.en.length ? "en" : "zh")].push({ text, at });
  }
  return defined;
}

/** How often the texts of each language mention a key. */
function mentionsOf(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let language: Language = "zh";
  for (const { text } of pieces) {
    language = languageAfter(text, language);
    for (const [, key] of text.matchAll(MENTION)) {
      const id = `${language} ${key}`;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** A key like this one that is not taken, and is from now on. */
function free(key: string, taken: Set<string>): string {
  const name = taken.has(key) ? free(`${key}-`, taken) : key;
  taken.add(name);
  return name;
}
