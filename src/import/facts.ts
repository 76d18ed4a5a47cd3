/** Pieces of one language in → the facts of the masthead (number, date, name, publisher), and the pieces that remain. */
import { MONTHS } from "../base/months.ts";
import { chineseNumber, DIGITS, isShort } from "./headings.ts";
import type { Piece, Form as PieceForm } from "./piece.ts";

export interface Facts {
  /** `2024-14`; null where none was found. */
  readonly issue: string | null;
  readonly overall: number | null;
  /** `2024-09-09`. */
  readonly date: string | null;
}

export const NO_FACTS: Facts = { issue: null, overall: null, date: null };

/** As any form of a month's name begins. */
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));

const MONTH = `(${SHORT_MONTHS.join("|")})[a-z]*\\.?`;

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Partial<Facts>;
}

const dated = (year: string, month: number, day: string): Partial<Facts> => ({
  date: `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`,
});
const monthOf = (name: string): number =>
  SHORT_MONTHS.findIndex((short) => short.toLowerCase() === name.toLowerCase()) + 1;
const numbered = (year: string, number: string): Partial<Facts> => ({ issue: `${year}-${number}` });

/** 二〇二四 → 2024. */
const chineseYear = (text: string): string =>
  [...text.replaceAll(/[○零Ｏ]/g, "〇")].map((char) => DIGITS.indexOf(char)).join("");

const FORMS: readonly Form[] = [
  { pattern: /[（(]?\s*总第?\s*(\d{1,5})\s*期\s*[）)]?/, read: ([, n]) => ({ overall: Number(n) }) },
  {
    pattern: /\(?\s*(?:Issue|No\.?)\s*(\d{1,5})\s+(?:overall|in total)\s*\)?/i,
    read: ([, n]) => ({ overall: Number(n) }),
  },
  {
    pattern: /\(?\s*(?:Overall|Total|Cumulative)\s+(?:Issue|No\.?|Number)\s*(\d{1,5})\s*\)?/i,
    read: ([, n]) => ({ overall: Number(n) }),
  },
  {
    pattern: /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/,
    read: ([, y, m, d]) => dated(y!, Number(m), d!),
  },
  {
    pattern:
      /([〇○零Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/,
    read: ([, y, m, d]) => dated(chineseYear(y!), chineseNumber(m!), String(chineseNumber(d!))),
  },
  {
    pattern: new RegExp(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*(\\d{4})`, "i"),
    read: ([, m, d, y]) => dated(y!, monthOf(m!), d!),
  },
  {
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}\\s*,?\\s*(\\d{4})`, "i"),
    read: ([, d, m, y]) => dated(y!, monthOf(m!), d!),
  },
  { pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, read: ([, y, m, d]) => dated(y!, Number(m), d!) },
  { pattern: /(\d{4})\s*年\s*第\s*(\d{1,3})\s*期/, read: ([, y, n]) => numbered(y!, n!) },
  { pattern: /(?:Issue|No\.?)\s*(\d{1,3})\s*,?\s*(?:of\s+)?(\d{4})/i, read: ([, n, y]) => numbered(y!, n!) },
  { pattern: /(\d{4})\s*,?\s*(?:Issue|No\.?)\s*(\d{1,3})/i, read: ([, y, n]) => numbered(y!, n!) },
  {
    pattern: /(?<![\d-])((?:19|20)\d{2})\s*[-–—]\s*(\d{1,3})(?![\d-])/,
    read: ([, y, n]) => numbered(y!, n!),
  },
];

/** Most pieces that a masthead has. */
const REACH = 14;
/** A line of a masthead is short. */
const LONGEST = 80;

/** Spaces and case say nothing in a masthead. */
const squeezed = (text: string): string => text.replace(/[\s*]+/g, "").toLowerCase();

export interface Masthead {
  readonly facts: Facts;
  /** Lines that were taken for name and publisher though nothing says so. */
  readonly guessed: readonly Piece[];
  readonly rest: readonly Piece[];
}

/**
 * @param names What a masthead prints that is no fact of the issue: name and publisher, in any language. Where
 *   none is known, short lines above the last fact are taken for them.
 * @param others What the other language has said already: what says otherwise is text.
 */
export function takeFacts(pieces: readonly Piece[], names: readonly string[], others: Facts): Masthead {
  let facts = NO_FACTS;
  const known = names.map(squeezed).filter((name) => name !== "");
  // With the first sentence, table or list the text has begun, and a date in it is one that it tells of.
  const begun = pieces.slice(0, REACH).findIndex((piece) => !mayBeMasthead(piece));
  const head = pieces.slice(0, begun < 0 ? REACH : begun);
  const named: Piece[] = [];
  const numbers: Numbered[] = [];
  // Lines of text above, behind the last fact where no name tells the masthead's end.
  let titled = 0;
  let isBegun = known.length > 0;
  const kept: Piece[] = [];
  for (const [k, piece] of head.entries()) {
    const isOfSpeech = isBegun && titled > 0 && isBracketedDate(piece.text);
    if (isOfSpeech && !head.slice(k + 1).some(hasNumber)) {
      kept.push(piece);
      continue;
    }
    const line = lineOf(head, k, known, titled === 0);
    if (line === null || !agree(merged(facts, others), line.facts)) {
      titled += 1;
      kept.push(piece);
      continue;
    }
    if (known.length === 0 && countOf(line.facts) > 0) titled = 0;
    isBegun ||= countOf(line.facts) > 0;
    if (line.isNamed) named.push(piece);
    if (line.number !== null) numbers.push({ piece, number: line.number });
    facts = merged(facts, line.facts);
  }
  const issue = issueOf(numbers, merged(facts, others));
  if (issue === null) named.push(...numbers.flatMap(({ piece }) => (named.includes(piece) ? [] : [piece])));
  const guessed = known.length === 0 ? aboveLast(head, kept) : [];
  return {
    facts: merged(facts, { ...NO_FACTS, issue }),
    guessed: [...named, ...guessed],
    rest: [...kept.filter((piece) => !guessed.includes(piece)), ...pieces.slice(head.length)],
  };
}

/** Lines above the last fact; where no title follows them, one of them is it. */
function aboveLast(head: readonly Piece[], kept: readonly Piece[]): readonly Piece[] {
  const last = head.findLastIndex((piece) => !kept.includes(piece));
  const above = head.slice(0, Math.max(0, last)).filter((piece) => kept.includes(piece));
  return kept.length > above.length ? above.filter(({ form }) => form === "text") : [];
}

const BARE = /^[\p{P}\p{S}]*$/u;

/** What a line says as one of a masthead. */
interface Line {
  readonly facts: Facts;
  /** A number that says no year; null where there is none. */
  readonly number: number | null;
  /** Whether a name stands beside the facts that the publication does not have. */
  readonly isNamed: boolean;
}

/**
 * @param known Names of the publication, squeezed. @param isOnTop Whether no text stands above.
 * @returns Null for a text.
 */
function lineOf(head: readonly Piece[], k: number, known: readonly string[], isOnTop: boolean): Line | null {
  const { facts, rest } = readFacts(head[k]!.text);
  const number = numberIn(rest);
  const whole = squeezed(number?.rest ?? rest);
  const left = known.reduce((text, name) => text.replace(name, ""), whole);
  const isOfMasthead = !number?.isSeries || left !== whole || countOf(facts) > 0;
  const line = { facts, number: number?.value ?? null };
  if (BARE.test(left) && isOfMasthead) return { ...line, isNamed: false };
  const isBeside = number !== null && !number.isSeries && isOnTop && standsBeside(head, k);
  const count = countOf(facts) + (number && isOfMasthead ? 1 : 0);
  return left.length <= NAME && (count > 1 || isBeside) ? { ...line, isNamed: true } : null;
}

/** A line of a masthead with a number that says no year. */
interface Numbered {
  readonly piece: Piece;
  readonly number: number;
}

/** 第3期, Issue 3; what English calls No. 3 may be one of a series. */
const NUMBER =
  /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*期|(?<!Special\s+)\bIssue\s*(\d{1,3})\s*$|\bNo\.?\s*(\d{1,3})\s*$/i;

function numberIn(text: string) {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [typed, chinese, issue, series] = match;
  const number = (issue ?? series ?? chinese)!;
  const value = /\d/.test(number) ? Number(number) : chineseNumber(number);
  return !(value > 0) ? null : { value, isSeries: series !== undefined, rest: text.replace(typed, " ") };
}

/** Beside a fact of the masthead, with a text below that may be the title. */
function standsBeside(head: readonly Piece[], at: number): boolean {
  if (head[at]!.form !== "text") return false;
  const isFact = ({ text }: Piece) => {
    const { facts, rest } = readFacts(text);
    return countOf(facts) > 0 && BARE.test(squeezed(rest));
  };
  const isBeside = [head[at - 1], head[at + 1]].some((piece) => piece !== undefined && isFact(piece));
  return isBeside && head.slice(at + 1).some((piece) => !isFact(piece));
}

/** Where a number of all issues stands beside it, one without a year counts those of the year. */
function issueOf(numbers: readonly Numbered[], { overall, date }: Facts): string | null {
  const values = new Set(numbers.map(({ number }) => number));
  if (values.size !== 1 || overall === null || date === null) return null;
  return `${date.slice(0, 4)}-${[...values][0]}`;
}

/** Whether a line is a date in brackets and nothing else: below the title of a speech it is the day that it was given. */
export function isBracketedDate(text: string): boolean {
  const inner = /^\**[（(]([^（）()]{6,40})[）)]\**$/.exec(text.trim())?.[1];
  if (inner === undefined) return false;
  const { facts, rest } = readFacts(inner);
  return facts.date !== null && rest.trim() === "";
}

/** Whether a piece says a fact of the masthead, or a number of its own. */
export function hasFact({ text }: Piece): boolean {
  const { facts, rest } = readFacts(text);
  return countOf(facts) > 0 || numberIn(rest) !== null;
}

/** The number of an issue stands in a masthead: so does what is above it. */
function hasNumber({ text }: Piece): boolean {
  const { issue, overall } = readFacts(text).facts;
  return issue !== null || overall !== null;
}

const mayBeMasthead = ({ text, form, table }: Piece): boolean =>
  !table && MASTHEAD.includes(form) && text.length <= LONGEST && isShort(text);

const MASTHEAD: readonly PieceForm[] = ["text", "title", "heading", "subheading"];

/** Letters that may stand beside two facts on one line: a name that the publication does not have. */
const NAME = 24;

const countOf = ({ issue, overall, date }: Facts): number =>
  [issue, overall, date].filter((fact) => fact !== null).length;

/** An issue has one number and one date. */
const agree = (one: Facts, other: Facts): boolean =>
  (["issue", "overall", "date"] as const).every(
    (name) => one[name] === null || other[name] === null || one[name] === other[name],
  );

export const merged = (one: Facts, other: Facts): Facts => ({
  issue: one.issue ?? other.issue,
  overall: one.overall ?? other.overall,
  date: one.date ?? other.date,
});

function readFacts(text: string): { readonly facts: Facts; readonly rest: string } {
  let rest = text;
  let facts = NO_FACTS;
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    facts = merged(facts, { ...NO_FACTS, ...read(match) });
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  }
  return { facts, rest };
}
