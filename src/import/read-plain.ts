/** Pasted text or Markdown in → its pieces. */
import { type Form, languageOf, type Original, type Piece, piece, tidy } from "./piece.ts";

interface Line {
  readonly text: string;
  readonly at: number;
}

/** @param markdown Whether `#`, `-`, `1.`, `>` and `|` at the start of a line say what it is. */
export function readPlain(text: string, markdown: boolean): Original {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\n\r\u2028\u2029\f\v]/)
    .map((line, k) => ({ text: line, at: k + 1 }));
  const pieces = paragraphsOf(lines).flatMap((lines) => piecesOf(lines, markdown));
  return { pieces, notes: new Map(), pictures: markdown ? picturesOf(text) : [] };
}

/** Lines between blank ones; where there are no blank ones each line is a paragraph. */
function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [[]];
  for (const line of lines)
    if (line.text.trim() === "") groups.push([]);
    else groups.at(-1)!.push(line);
  return groups.filter((group) => group.length > 0);
}

const MARKED = /^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|>|\||!\[)/;
const RULE = /^\s*(?:[-*_=]\s*){3,}$/;

function piecesOf(lines: readonly Line[], markdown: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let rows: string[][] = [];
  let rowsAt = 0;
  let open: Line | null = null;
  const close = () => {
    const text = open ? tidy(open.text) : "";
    if (open && text !== "") pieces.push(markdown ? formOf(text, open.at) : bulletOf(text, open.at));
    open = null;
  };
  const closeTable = () => {
    if (rows.length > 0) pieces.push(tableOf(rows, rowsAt));
    rows = [];
  };
  for (const line of lines) {
    const { text } = line;
    if (markdown && RULE.test(text)) {
      close();
      closeTable();
      continue;
    }
    if (markdown && /^\s*\|.*\|\s*$/.test(text)) {
      close();
      if (rows.length === 0) rowsAt = line.at;
      if (rows.length !== 1 || !/^[\s|:-]+$/.test(text)) rows.push(cellsOf(text));
      continue;
    }
    closeTable();
    if (open && goesOn(open.text, text, markdown)) open = { text: joined(open.text, text), at: open.at };
    else {
      close();
      open = line;
    }
  }
  close();
  closeTable();
  return pieces;
}

/** Columns that a mail program or an editor breaks lines at; what is shorter was ended by its writer. */
const HARD_WRAP = 56;

/** Whether a line belongs to the one before it: same language, and that one was full. */
function goesOn(before: string, line: string, markdown: boolean): boolean {
  if (markdown && (MARKED.test(line) || /^\s*#/.test(before))) return false;
  const [one, other] = [languageOf(before), languageOf(line)];
  if (one !== other) return false;
  const last = before.slice(before.lastIndexOf("\n") + 1);
  const columns = [...last].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);
  return (markdown || columns >= HARD_WRAP) && !/[。！？.!?]["”』」）)]?\s*$/.test(before);
}

/** Chinese needs no space where a line ended. */
export function joined(before: string, after: string): string {
  const [head, tail] = [before.trimEnd(), after.trimStart()];
  const tight =
    /[\u2e80-\uffef—…“”‘’]$/.test(head) || /^[\u2e80-\uffef]/.test(tail) || /[A-Za-z]-$/.test(head);
  return `${head}${tight ? "" : " "}${tail}`;
}

/** A bullet is one in any text. */
function bulletOf(text: string, at: number): Piece {
  const bullet = /^[•●■◆▪·]\s*(\S.*)$/s.exec(text);
  return bullet ? piece(bullet[1]!, "bullet", at) : piece(text, "text", at);
}

const FORMS: readonly (readonly [RegExp, Form])[] = [
  [/^#\s+(.*?)\s*#*$/s, "title"],
  [/^##\s+(.*?)\s*#*$/s, "heading"],
  [/^#{3,6}\s+(.*?)\s*#*$/s, "subheading"],
  [/^[-*+•●]\s+(.*)$/s, "bullet"],
  [/^>\s*(.*)$/s, "quote"],
];

function formOf(text: string, at: number): Piece {
  for (const [pattern, form] of FORMS) {
    const inner = pattern.exec(text)?.[1];
    if (inner !== undefined)
      return piece(marksOf(inner.replace(/^\*\*(.*)\*\*$/, form === "bullet" ? "$&" : "$1")), form, at);
  }
  return piece(marksOf(text), "text", at);
}

/** Markdown's other spellings of the marks that content files know. Pictures are told of apart. */
const marksOf = (text: string): string =>
  text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/__(?=\S)(.+?)(?<=\S)__/g, "**$1**")
    .replace(/(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, "*$1*")
    .trim();

const picturesOf = (text: string): readonly string[] =>
  [...text.matchAll(/!\[[^\]]*\]\(\s*([^)\s]+)/g)].map((match) => match[1]!);

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => tidy(cell.replaceAll("\\|", "|")));

export function tableOf(rows: readonly (readonly string[])[], at: number): Piece {
  return { text: rows.flat().join(" "), form: "text", at, table: rows };
}
