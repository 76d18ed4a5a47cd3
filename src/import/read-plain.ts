/** Pasted text or Markdown in → its pieces. */
import { markdownText, withoutHtml } from "./markdown-text.ts";
import { numberedLists } from "./numbered-lists.ts";
import { type Form, languageOf, type Original, type Piece, piece, tableOf, tidy } from "./piece.ts";
import { type KeyedDefinition, keyedNotes, type Line, type TypedNote, takeNotes } from "./plain-notes.ts";
import { type Tabbed, tabbedParts } from "./tabbed.ts";

/** @param markdown Whether `#`, `-`, `1.`, `>` and `|` at the start of a line say what it is. */
export function readPlain(typed: string, markdown: boolean): Original {
  const { text, front, left } = markdown ? markdownText(typed) : { text: typed, front: [], left: [] };
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/)
    .map((line, k) => ({ text: line, at: k + 1 }));
  const taken = takeNotes(lines, (before, line) => goesOn(before, line, markdown));
  const paragraphs = paragraphsOf(taken.lines);
  const read = paragraphs.flatMap((lines) =>
    markdown ? piecesOf(lines, true) : tabbedParts(lines).flatMap(tabbedPieces),
  );
  const definitions = taken.notes.flatMap((note) => definitionOf(note, markdown));
  const { pieces, notes } = keyedNotes(markdown ? numberedLists(read) : read, definitions);
  return { pieces: [...front, ...pieces], notes, pictures: markdown ? picturesOf(text) : [], left };
}

/** Lines of one language run on. A note that says nothing is none, and its mention is told of. */
function definitionOf({ key, lines }: TypedNote, markdown: boolean): readonly KeyedDefinition[] {
  const texts = lines
    .map((line) => signsOf(tidy(markdown ? marksOf(line.text) : line.text), markdown))
    .filter((it) => it !== "");
  if (texts.length === 0) return [];
  const text = texts.reduce((before, line) => {
    const last = before.slice(before.lastIndexOf("\n") + 1);
    return languageOf(last) === languageOf(line) ? joined(before, line) : `${before}\n${line}`;
  });
  return [{ key, text, at: lines[0]!.at }];
}

/** Lines between blank ones; where there are no blank ones each line is a paragraph. */
function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [[]];
  for (const line of lines)
    if (line.text.trim() === "") groups.push([]);
    else groups.at(-1)!.push(line);
  return groups.filter((group) => group.length > 0);
}

/** Cells are texts as lines are. */
function tabbedPieces({ lines, rows }: Tabbed): readonly Piece[] {
  if (rows === null) return piecesOf(lines, false);
  return [
    tableOf(
      rows.map((row) => row.map((cell) => signsOf(tidy(cell), false))),
      lines[0]!.at,
    ),
  ];
}

const ENTRY = /^\s*(?:[-*+•]|\d+[.)])\s/;
const MARKED = /^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|>|\||!\[)/;
/** Lines between sections, under titles and around code. */
const RULE = /^\s*(?:(?:[-*_=]\s*){3,}|(?:`{3}|~{3})[`~\w\s-]*)$/;

function piecesOf(lines: readonly Line[], markdown: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let rows: string[][] = [];
  let rowsAt = 0;
  let hasRule = false;
  let open: Line | null = null;
  const close = () => {
    const text = open ? tidy(open.text) : "";
    const made = open && (markdown ? formOf(text, open.at) : bulletOf(text, open.at));
    // A picture alone leaves no text.
    if (made && made.text !== "") pieces.push({ ...made, text: signsOf(made.text, markdown) });
    open = null;
  };
  const closeTable = () => {
    if (rows.length > 0) pieces.push(tableOf(rows, rowsAt));
    rows = [];
    hasRule = false;
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
      // The line below the head is no row, nor is one without a text; a dash further down is a text.
      const isRule: boolean = rows.length === 1 && !hasRule && text.includes("-") && /^[\s|:-]+$/.test(text);
      hasRule ||= isRule;
      const isBlank = rows.length > 0 && /^[\s|]+$/.test(text);
      if (!isRule && !isBlank) rows.push(cellsOf(text));
      continue;
    }
    closeTable();
    if (open && goesOn(open.text, text, markdown))
      open = { text: joined(open.text, isQuote(open.text) ? text.replace(QUOTE, "") : text), at: open.at };
    else {
      close();
      open = line;
    }
  }
  close();
  closeTable();
  return pieces;
}

const QUOTE = /^\s*>\s*/;
const isQuote = (text: string): boolean => QUOTE.test(text);

/** Columns that a mail program or an editor breaks lines at; what is shorter was ended by its writer. */
const HARD_WRAP = 56;

/** Notes are mentioned behind the mark that ends their sentence. */
const SENTENCE_END = /[。！？.!?]["”』」）)]?(?:\[\^[^\]\s]+\])*\s*$/;

/** Whether a line belongs to the one before it: same language, and that one was full. */
function goesOn(before: string, line: string, markdown: boolean): boolean {
  const isOneQuote = isQuote(before) && isQuote(line) && line.replace(QUOTE, "") !== "";
  if (markdown && ((MARKED.test(line) && !isOneQuote) || /^\s*#/.test(before))) return false;
  const [one, other] = [languageOf(before), languageOf(line)];
  if (one !== other) return false;
  // What is indented below an entry of a list is more of it, be its sentence at an end or not.
  if (markdown && ENTRY.test(before) && /^(?: {2}|\t)/.test(line)) return true;
  const last = before.slice(before.lastIndexOf("\n") + 1);
  const columns = [...last].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);
  return (markdown || columns >= HARD_WRAP) && !SENTENCE_END.test(before);
}

/** Chinese needs no space where a line ended. */
export function joined(before: string, after: string): string {
  const [head, tail] = [before.trimEnd(), after.trimStart()];
  const tight =
    /[\u2e80-\uffef—…“”‘’]\**$/.test(head) || /^\**[\u2e80-\uffef]/.test(tail) || /[A-Za-z]-$/.test(head);
  if (!tight) return `${head} ${tail}`;
  // A mark that ends with the one text and begins with the other goes on; rows of asterisks would say something else.
  const [ends, begins] = [/(?<![\\*])\*+$/.exec(head)?.[0] ?? "", /^\*+/.exec(tail)?.[0] ?? ""];
  if (ends === "" || begins === "") return head + tail;
  if (ends === begins) return head.slice(0, -ends.length) + tail.slice(begins.length);
  return ends.length + begins.length === 3 ? head + tail : `${head} ${tail}`;
}

/** A bullet is one in any text. */
function bulletOf(text: string, at: number): Piece {
  const bullet = /^[•●■◆▪·]\s*(\S.*)$/s.exec(text);
  return bullet ? piece(bullet[1]!, "bullet", at) : piece(text, "text", at);
}

const FORMS: readonly (readonly [RegExp, Form])[] = [
  [/^#(?:\s+(.*))?$/s, "title"],
  [/^##(?:\s+(.*))?$/s, "heading"],
  [/^#{3,6}(?:\s+(.*))?$/s, "subheading"],
  [/^[-*+•●]\s+(.*)$/s, "bullet"],
  [/^>\s*(.*)$/s, "quote"],
];

function formOf(text: string, at: number): Piece {
  for (const [pattern, form] of FORMS) {
    const found = pattern.exec(text);
    // A heading may end as it begins; C# does not.
    const inner = text.startsWith("#") ? (found?.[1] ?? "").replace(/(?:^|\s)#+$/, "") : found?.[1];
    if (found && inner !== undefined)
      return piece(marksOf(inner.replace(/^\*\*(.*)\*\*$/, form === "bullet" ? "$&" : "$1")), form, at);
  }
  return piece(marksOf(text), "text", at);
}

/** Markdown's other spellings of the marks that content files know. Pictures are told of apart. */
const marksOf = (text: string): string =>
  withoutHtml(text.replace(PICTURE, ""))
    .replace(/__(?=\S)(.{1,2000}?)(?<=\S)__/g, "**$1**")
    .replace(/(?<![\w_])_(?=\S)([^_]{1,2000}?)(?<=\S)_(?![\w_])/g, "*$1*")
    // Backslashes before marks that are none in content files would be printed.
    .replace(/\\([!"#$%&'+,./:;<=>?@{|}-])/g, "$1")
    .trim();

const PICTURE = /!\[([^\]]{0,1000})\]\(\s*([^)\s]{0,2000})([^)]{0,1000})\)/g;

/** With what the picture is called, which a figure needs as its alternative text. */
const picturesOf = (text: string): readonly string[] =>
  [...text.matchAll(PICTURE)].map(([, alt = "", name = "", title = ""]) =>
    [name, ...[alt, title].map(tidy)]
      .filter((it) => it !== "")
      .join(" ")
      .replace(/\s+/g, " "),
  );

/** What is left as it is typed: addresses, notes, raised and lowered letters, text that is taken literally. */
const TYPED =
  /https?:\/\/[^\s，。；）]+|\]\([^()\s]*\)|\[\^[^\]\s]{1,80}\]|\\.|\^[\w+*−-]{1,8}\^|(?<=[A-Za-z)\]])~[\w+−-]{1,8}~/;
/** Bold as pasted text may have it. */
const BOLD = /\*\*(?=[^\s*])[^*]*(?<=[^\s*])\*\*/;
const SIGNS = new RegExp(`(${TYPED.source}|${BOLD.source})|[~^*]`, "g");
const SIGNS_OF_MARKDOWN = new RegExp(`(${TYPED.source})|[~^]`, "g");

/** Signs that are marks in content files alone mean themselves here: 约3~5年，10~20家, 5*3*2. */
const signsOf = (text: string, markdown: boolean): string =>
  text.replace(markdown ? SIGNS_OF_MARKDOWN : SIGNS, (sign, typed?: string) => typed ?? `\\${sign}`);

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) =>
      signsOf(marksOf(tidy(cell.replaceAll("\\|", "|"))), true).replace(/\s*<br\s*\/?>\s*/gi, "\n"),
    );
