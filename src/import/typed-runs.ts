/** Runs of characters with their marks in → the text that content files have for them; read back it gives the same runs. */
import { literally, seen } from "./piece.ts";

export interface Run {
  /** As it is read, nothing taken literally yet. */
  readonly text: string;
  readonly bold: boolean;
  readonly emphasis: boolean;
  /** Raised or lowered. */
  readonly position: "" | "^" | "~";
  readonly link: string | null;
  /** Key of the note that is mentioned here, in place of a text. */
  readonly note: string | null;
}

type Asterisks = "**" | "*";

/** Runs of one mark without blanks at their ends; blanks stand before them, outside of marks that end or begin there. */
interface Chunk extends Run {
  readonly gap: string;
}

/** @param runs Of one line: a mark never goes on in the next, which may come to stand elsewhere. */
export function typedRuns(runs: readonly Run[]): string {
  const { chunks, rest } = chunksOf(runs);
  let text = "";
  let stack: readonly Asterisks[] = [];
  let before: Chunk | null = null;
  for (const [k, chunk] of chunks.entries()) {
    const next = chunks[k + 1] ?? null;
    const marks = marksOf(chunk);
    if (before === null || before.note !== null || chunk.note !== null || !isSameLink(before, chunk)) {
      text += `${before ? closing(before, stack) : ""}${chunk.gap}${opening(chunk)}`;
      stack = [];
    } else if (chunk.gap !== "") {
      // Marks end behind a letter and begin before one; what both sides share goes on over the blank.
      const kept = stack.findIndex((mark) => !marks.includes(mark));
      const inner = kept < 0 ? stack : stack.slice(0, kept);
      text += `${raised(before)}${ends(stack.slice(inner.length))}${chunk.gap}`;
      stack = inner;
    } else text += raised(before);
    const made = turned(stack, marks);
    stack = made.stack;
    text += `${made.typed}${raised(chunk)}`;
    text += chunk.note === null ? literalText(chunk, next) : `[^${chunk.note}]`;
    before = chunk;
  }
  return `${text}${before ? closing(before, stack) : ""}${rest}`;
}

const marksOf = ({ bold, emphasis }: Run): readonly Asterisks[] => [
  ...(bold ? (["**"] as const) : []),
  ...(emphasis ? (["*"] as const) : []),
];

/** The mark of a raised link stands around it, since `[^` would begin a note; what it holds has then no blanks. */
const isSameLink = (one: Run, other: Chunk): boolean =>
  one.link === other.link &&
  (one.link === null || (one.position === other.position && (one.position === "" || other.gap === "")));

const opening = ({ link, position }: Run): string => (link === null ? "" : `${position}[`);

/** The mark of a raised text that is no link, both before and behind it. */
const raised = ({ link, position }: Run): string => (link === null ? position : "");

const closing = (last: Run, stack: readonly Asterisks[]): string =>
  `${raised(last)}${ends(stack)}${last.link === null ? "" : `](${last.link})${last.position}`}`;

const ends = (stack: readonly Asterisks[]): string => stack.toReversed().join("");

/** Most asterisks that any change takes. */
const MOST = 7;

/** @returns The fewest asterisks between two letters that lead from the marks that are open to those that are wanted. */
function turned(
  stack: readonly Asterisks[],
  wanted: readonly Asterisks[],
): { readonly typed: string; readonly stack: readonly Asterisks[] } {
  for (let count = 0; count <= MOST; count++) {
    const made = after(stack, count);
    if (made.length === wanted.length && wanted.every((mark) => made.includes(mark)))
      return { typed: "*".repeat(count), stack: made };
  }
  throw new Error("marks that asterisks can not tell");
}

/**
 * The marks that are open once a row of asterisks was read, as `content/markup.ts` reads it: by twos, but of three
 * an emphasis that was opened last ends first; what was opened inside a mark ends with it.
 */
function after(stack: readonly Asterisks[], count: number): readonly Asterisks[] {
  let open = stack;
  for (let left = count; left > 0; ) {
    const mark = left === 1 || (left === 3 && open.at(-1) === "*") ? "*" : "**";
    const at = open.lastIndexOf(mark);
    open = at < 0 ? [...open, mark] : open.slice(0, at);
    left -= mark.length;
  }
  return open;
}

function chunksOf(runs: readonly Run[]): { readonly chunks: readonly Chunk[]; readonly rest: string } {
  const chunks: Chunk[] = [];
  let gap = "";
  const put = (run: Run, text: string) => {
    const last = chunks.at(-1);
    const isOne = last && last.note === null && run.note === null && alike(last, run);
    // No blank can stand in a raised text.
    if (isOne && (gap === "" || run.position === ""))
      chunks[chunks.length - 1] = { ...last, text: `${last.text}${gap}${text}` };
    else chunks.push({ ...run, text, gap });
    gap = "";
  };
  for (const run of merged(runs).flatMap(withAddresses))
    if (run.note !== null) put(run, "");
    else
      for (const part of seen(run.text).split(/(\s+)/))
        if (part.trim() === "") gap += part;
        else put(run, part);
  return { chunks, rest: gap };
}

/** Word parts a text at random; what has the same marks is one run. */
function merged(runs: readonly Run[]): readonly Run[] {
  const made: Run[] = [];
  for (const run of runs) {
    const last = made.at(-1);
    if (last && last.note === null && run.note === null && alike(last, run))
      made[made.length - 1] = { ...last, text: last.text + run.text };
    else made.push(run);
  }
  return made;
}

const alike = (one: Run, other: Run): boolean =>
  one.bold === other.bold &&
  one.emphasis === other.emphasis &&
  one.position === other.position &&
  one.link === other.link;

/** A bare address as content files know it. */
const ADDRESS = /https?:\/\/[^\s\u2e80-\u9fff\uff00-\uffef“”‘’《》，。；：！？、（）<>"]+/g;
const TRAILING = /[.,;:!?'*)\]]+$/;
/** Signs that would be read as marks, or go into an address as they are typed. */
const MARKS = /[\\*^~[\]]/;

/** Inside a bare address nothing can be taken literally: one with marks in it is made a link to itself. */
function withAddresses(run: Run): readonly Run[] {
  if (run.link !== null) return [isBare(run) ? { ...run, link: null } : run];
  if (run.note !== null || !MARKS.test(run.text)) return [run];
  const parts: Run[] = [];
  let from = 0;
  for (const match of run.text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    const link = linkTo(address);
    if (!MARKS.test(address) || link === null) continue;
    parts.push({ ...run, text: run.text.slice(from, match.index) }, { ...run, text: address, link });
    from = match.index + address.length;
  }
  return [...parts, { ...run, text: run.text.slice(from) }];
}

/** A link that shows its own address needs no brackets. */
function isBare({ text, link }: Run): boolean {
  const address = text.trim();
  if (MARKS.test(address) || TRAILING.test(address)) return false;
  return address === link ? address.match(ADDRESS)?.[0] === address : `mailto:${address}` === link;
}

/** @returns The address as a link can hold it; null for what content files know no links to. */
export function linkTo(address: string): string | null {
  if (!/^(?:https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d-]+)/.test(address)) return null;
  return address.replace(/[()\s]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** An address that a mark follows at once would take that in: it is made a link to itself. */
function literalText({ text, link, position }: Chunk, next: Chunk | null): string {
  const isLast = position !== "" || next?.gap === "";
  const last = link === null && isLast ? [...text.matchAll(ADDRESS)].at(-1) : undefined;
  const address = last && last.index + last[0].length === text.length ? last[0].replace(TRAILING, "") : "";
  const to = linkTo(address);
  if (!last || to === null) return literally(text);
  const [head, tail] = [text.slice(0, last.index), text.slice(last.index + address.length)];
  return `${literally(head)}[${literally(address)}](${to})${literally(tail)}`;
}
