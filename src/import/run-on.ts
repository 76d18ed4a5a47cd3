/** Lines of a text in → whether one goes on with the next, and the paragraph that they are together. */
import { referenceNumber } from "./headings.ts";
import { partsLines } from "./labels.ts";
import { languageBy, type Spoken, spokenOf } from "./piece.ts";

/** Lines that are one paragraph so far, with what the next is judged by: a paragraph may have very many. */
export interface RunOn {
  /** Never empty; a quotation's later lines are without their mark. */
  readonly lines: string[];
  readonly spoken: Spoken;
  /** Half widths of a Chinese character. */
  readonly columns: number;
}

export const begun = (line: string): RunOn => ({
  lines: [line],
  spoken: spokenOf(line),
  columns: columnsOf(line),
});

/** The paragraph with one line more; the one before it is used up. */
export function withLine({ lines, spoken, columns }: RunOn, line: string): RunOn {
  const text = isQuote(lines[0]!) ? line.replace(QUOTE, "") : line;
  const more = spokenOf(text);
  lines.push(text);
  return {
    lines,
    spoken: { han: spoken.han + more.han, words: spoken.words + more.words },
    columns: columns + columnsOf(text),
  };
}

export const textOf = ({ lines }: RunOn): string => joined(lines);

const columnsOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);

const QUOTE = /^\s*>\s*/;
const isQuote = (text: string): boolean => QUOTE.test(text);

const ENTRY = /^\s*(?:[-*+•]|\d+[.)])\s/;
const MARKED = /^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|>|\||!\[)/;

/** Columns that a mail program or an editor breaks lines at; what is shorter was ended by its writer. */
const HARD_WRAP = 56;

/** Notes are mentioned behind the mark that ends their sentence. */
const SENTENCE_END = /[。！？.!?]["”』」）)]?(?:\[\^[^\]\s]+\])*\s*$/;

/** Whether a line belongs to those before it: same language, and they were full. */
export function goesOn({ lines, spoken, columns }: RunOn, line: string, markdown: boolean): boolean {
  const [first] = lines as [string];
  const isOneQuote = isQuote(first) && isQuote(line) && line.replace(QUOTE, "") !== "";
  if (markdown && ((MARKED.test(line) && !isOneQuote) || /^\s*#/.test(first))) return false;
  if (languageBy(spoken) !== languageBy(spokenOf(line))) return false;
  if (partsLines(lines.at(-1)!, line) || referenceNumber(line.trimStart()) !== null) return false;
  // What is indented below an entry of a list is more of it, be its sentence at an end or not.
  if (markdown && ENTRY.test(first) && /^(?: {2}|\t)/.test(line)) return true;
  return (markdown || columns >= HARD_WRAP) && !SENTENCE_END.test(lines.at(-1)!);
}

/** Lines as one text, halves at a time: what is joined is read to its end. @param lines One at least. */
export function joined(lines: readonly string[]): string {
  if (lines.length === 1) return lines[0]!;
  const middle = lines.length >> 1;
  return joinedTwo(joined(lines.slice(0, middle)), joined(lines.slice(middle)));
}

/** Chinese needs no space where a line ended. */
function joinedTwo(before: string, after: string): string {
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
