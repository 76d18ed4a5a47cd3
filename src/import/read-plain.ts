/** Pasted text or Markdown in → its pieces. */
import { markdownLinks } from "./markdown-links.ts";
import { takePictures } from "./markdown-pictures.ts";
import { markdownText, withoutHtml } from "./markdown-text.ts";
import { numberedLists } from "./numbered-lists.ts";
import {
  beginning,
  type Form,
  type Left,
  languageOf,
  literally,
  type Original,
  type Piece,
  piece,
  tableOf,
  tidy,
} from "./piece.ts";
import {
  type KeyedDefinition,
  keyedNotes,
  LINE_END,
  type Line,
  type TypedNote,
  takeNotes,
} from "./plain-notes.ts";
import { begun, goesOn, joined, type RunOn, textOf, withLine } from "./run-on.ts";
import { type Tabbed, tabbedParts } from "./tabbed.ts";

/** @param markdown Whether `#`, `-`, `1.`, `>` and `|` at the start of a line say what it is. */
export function readPlain(typed: string, markdown: boolean): Original {
  const { text: whole, front, left } = markdown ? markdownText(typed) : { text: typed, front: [], left: [] };
  const { text, pictures } = markdown
    ? takePictures(markdownLinks(whole), saidIn)
    : { text: whole, pictures: [] };
  const lines = text
    .replace(/^\ufeff/, "")
    .split(LINE_END)
    .map((line, k) => ({ text: line, at: k + 1 }));
  const taken = takeNotes(lines, (before, line) => goesOn(begun(before), line, markdown));
  const paragraphs = paragraphsOf(taken.lines, markdown);
  const read = paragraphs.flatMap((lines) =>
    markdown ? piecesOf(lines, true) : tabbedParts(lines).flatMap(tabbedPieces),
  );
  const definitions = taken.notes.flatMap((note) => definitionOf(note, markdown));
  const { pieces, notes } = keyedNotes(markdown ? numberedLists(read) : read, definitions);
  const nested = markdown ? nestedIn(taken.lines) : [];
  return { pieces: [...front, ...pieces], notes, pictures, left: [...left, ...nested] };
}

/** Entries further in than one above them, as one inside a list is: lists have one level. */
function nestedIn(lines: readonly Line[]): readonly Left[] {
  let outer: number | null = null;
  return lines.flatMap(({ text }): readonly Left[] => {
    const [, indent = "", entry] = /^(\s*)(?:[-*+•●]|\d+[.)])\s+(\S.*)$/.exec(text) ?? [];
    if (entry === undefined) {
      // A paragraph ends a list, but for one that is indented to belong to an entry.
      if (/^\S/.test(text)) outer = null;
      return [];
    }
    const depth = indent.replaceAll("\t", "    ").length;
    if (outer === null || depth < outer + 2) {
      outer ??= depth;
      return [];
    }
    return [{ kind: "levels", text: beginning(tidy(marksOf(entry))) }];
  });
}

/** Lines of one language run on. A note that says nothing is none, and its mention is told of. */
function definitionOf({ key, lines }: TypedNote, markdown: boolean): readonly KeyedDefinition[] {
  const texts = lines
    .map((line) => signsOf(tidy(markdown ? marksOf(line.text) : line.text), markdown))
    .filter((it) => it !== "");
  const parts: string[][] = [];
  for (const text of texts) {
    const before = parts.at(-1);
    if (before && languageOf(before.at(-1)!) === languageOf(text)) before.push(text);
    else parts.push([text]);
  }
  return parts.length === 0 ? [] : [{ key, text: parts.map(joined).join("\n"), at: lines[0]!.at }];
}

/** Lines between blank ones, and from one that is indented; where there are none each line is a paragraph. */
function paragraphsOf(lines: readonly Line[], markdown: boolean): readonly (readonly Line[])[] {
  const groups: Line[][] = [[]];
  lines.forEach((line, k) => {
    if (line.text.trim() === "") groups.push([]);
    else if (isIndented(line.text, lines[k - 1]?.text ?? "", lines[k + 1]?.text ?? "", markdown))
      groups.push([line]);
    else groups.at(-1)!.push(line);
  });
  return groups.filter((group) => group.length > 0);
}

const INDENT = /^(?:\u3000| {2}|\t)[ \t\u3000]*\S/;
/** In Markdown blanks make an entry of a list go on, or a quotation. */
const WIDE_INDENT = /^\u3000+\S/;
/** What stands below the mark of an entry, or the label of a line, is indented to be more of it. */
const HANGS = /^\s*(?:[-*+•●■◆▪·]|[（(]?\d+[.)、）]|\[\d+\])|^[^：:]{1,20}[：:]/;

/** A first line that stands further in than the lines before and behind it; all lines below a mark hang from it. */
function isIndented(line: string, before: string, after: string, markdown: boolean): boolean {
  const indent = markdown ? WIDE_INDENT : INDENT;
  return indent.test(line) && !indent.test(before) && !indent.test(after) && !HANGS.test(before);
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

/** Lines between sections, under titles and around code. */
const RULE = /^\s*(?:(?:[-*_=]\s*){3,}|(?:`{3}|~{3})[`~\w\s-]*)$/;

/** What a line of Markdown stands in. */
const partOf = ({ text }: Line): "rule" | "table" | "text" => {
  if (RULE.test(text)) return "rule";
  return /^\s*\|.*\|\s*$/.test(text) ? "table" : "text";
};

function piecesOf(lines: readonly Line[], markdown: boolean): readonly Piece[] {
  if (!markdown) return textsOf(lines, false);
  const pieces: Piece[] = [];
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const part = partOf(lines[from]!);
    while (to < lines.length && partOf(lines[to]!) === part) to += 1;
    const run = lines.slice(from, to);
    if (part === "table") pieces.push(tableIn(run));
    if (part === "text") pieces.push(...textsOf(run, true));
  }
  return pieces;
}

function tableIn(lines: readonly Line[]): Piece {
  const rows: string[][] = [];
  let hasRule = false;
  for (const { text } of lines) {
    // The line below the head is no row, nor is one without a text; a dash further down is a text.
    const isRule: boolean = rows.length === 1 && !hasRule && text.includes("-") && /^[\s|:-]+$/.test(text);
    hasRule ||= isRule;
    const isBlank = rows.length > 0 && /^[\s|]+$/.test(text);
    if (!isRule && !isBlank) rows.push(cellsOf(text));
  }
  return tableOf(rows, lines[0]!.at);
}

/** Lines that run on are one text. */
function textsOf(lines: readonly Line[], markdown: boolean): readonly Piece[] {
  const texts: { run: RunOn; readonly at: number }[] = [];
  for (const { text, at } of lines) {
    const last = texts.at(-1);
    if (last && goesOn(last.run, text, markdown)) last.run = withLine(last.run, text);
    else texts.push({ run: begun(text), at });
  }
  return texts.flatMap(({ run, at }) => {
    const text = tidy(textOf(run));
    const made = markdown ? formOf(text, at) : bulletOf(text, at);
    // A mark alone is no text.
    return made.text === "" ? [] : [{ ...made, text: signsOf(made.text, markdown) }];
  });
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

/** Where none ends, each of very many beginnings would be followed for as long as it may be. */
const strongOf = (text: string): string =>
  /\S__/.test(text) ? text.replace(/__(?=\S)(.{1,2000}?)(?<=\S)__/g, "**$1**") : text;

/** Markdown's other spellings of the marks that content files know. */
const marksOf = (text: string): string =>
  strongOf(withoutHtml(text))
    .replace(/(?<![\w_])_(?=\S)([^_]{1,2000}?)(?<=\S)_(?![\w_])/g, "*$1*")
    // Backslashes before marks that are none in content files would be printed.
    .replace(/\\([!"#$%&'+,./:;<=>?@{|}-])/g, "$1")
    .trim();

/** Alternative texts and captions of pictures have no marks. */
const saidIn = (text: string): string =>
  literally(tidy(text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/\s+/g, " ")));

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
