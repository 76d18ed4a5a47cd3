/** A file and what YAML stumbles over in it → the mistakes in it, without those errors that only follow from others. */
import type { YAMLError } from "yaml";
import type { Diagnostic, SyntaxFault } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import type { Change } from "./decode.ts";
import { loneLinesIn } from "./lone-lines.ts";
import { asTyped, changed, type Mended, mendedAgain, mendedBy, unmended } from "./mended.ts";
import { waysToQuote } from "./quote-value.ts";
import { fromYaml, ownErrors, spacesAt } from "./yaml-errors.ts";
import { type Slip, slipsIn } from "./yaml-slips.ts";

/** What a reader of YAML finds wrong with a text. */
export type Parse = (text: string) => readonly YAMLError[];

/** Longer files, and those that have more errors, are told as YAML sees them: each try is a reading of all of it. */
const LONGEST = 100_000;
const MOST = 100;
/** Lines that are moved into their column, one behind the other. */
const ROUNDS = 10;
/** Columns that are tried for a line, and lines before it that are looked through for them. */
const COLUMNS = 4;
const LINES = 200;
/** Characters that are looked through for the next line. */
const FAR = 10_000;

/** A file with some of its mistakes mended, and what YAML finds wrong with it still. */
interface Tried extends Mended {
  readonly errors: readonly YAMLError[];
}

export interface Mistakes {
  readonly found: readonly Diagnostic[];
  /** The file without them, to look for others in; null where not all could be mended. */
  readonly mended: Mended | null;
}

/**
 * A mistake is taken for one where mending it leaves fewer errors; what is left then is told as well. So a
 * line that stands wrong is told once, whatever comes behind it.
 */
export function mistakesIn(file: SourceFile, errors: readonly YAMLError[], parse: Parse): Mistakes {
  const first = ownErrors(errors);
  const tabbed = first.length > 0 && file.text.length <= LONGEST ? withoutTabs(file, first, parse) : null;
  if (tabbed) return tabbed;
  if (first.length === 0 || first.length > MOST || file.text.length > LONGEST)
    return { found: fromYaml(errors, file), mended: null };
  const found: Diagnostic[] = [];
  let now: Tried = { ...unmended(file.text), errors: first };
  const told = () =>
    fromYaml(now.errors, { path: file.path, text: now.text }).map((fault) => asTyped(fault, now));
  const attempt = (changes: readonly Change[]) => {
    const text = changed(now.text, changes);
    return { text, changes, errors: ownErrors(parse(text)) };
  };
  const take = ({ text, changes, errors: left }: ReturnType<typeof attempt>) => {
    now = { ...mendedBy(now, text, changes), errors: left };
  };

  const slips = slipsIn(file.text);
  if (slips.length > 0) {
    const mended = attempt(slips.flatMap(({ changes }) => changes).sort((a, b) => a.start - b.start));
    if (mended.errors.length < now.errors.length) {
      found.push(...slips.map((slip) => slipFault(slip, file)));
      take(mended);
    }
  }
  // From the last on, so that the places of those before stay.
  for (const slip of loneLinesIn(now.text).slice(-ROUNDS).reverse()) {
    const mended = attempt(slip.changes);
    if (mended.errors.length >= now.errors.length) continue;
    found.push(asTyped(slipFault(slip, { path: file.path, text: now.text }), now));
    take(mended);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const faults = fromYaml(now.errors, { path: file.path, text: now.text });
    const fault = faults.find((one) => waysToMend(one, now.text).length > 0);
    if (!fault) break;
    const tries = waysToMend(fault, now.text).map((way) => ({ told: way.told, ...attempt(way.changes) }));
    const best = tries.reduce((a, b) => (b.errors.length < a.errors.length ? b : a));
    // An open quotation mark hides all mistakes behind it.
    const most = fault.code === "yaml" && fault.fault === "unclosed-quote" ? MOST : now.errors.length - 1;
    if (best.errors.length > most) break;
    found.push(asTyped(best.told, now));
    take(best);
  }
  found.push(...told());
  while (now.errors.length > 0) {
    const places = fromYaml(now.errors, { path: file.path, text: now.text }).map(({ span }) => span.start);
    const tries = waysToQuote(now.text, places).map(attempt);
    const best = tries.reduce<(typeof tries)[number] | null>(
      (a, b) => (b.errors.length < (a ?? now).errors.length ? b : a),
      null,
    );
    if (!best) break;
    take(best);
    const shown = told().filter((fault) => !found.some((one) => one.span.start === fault.span.start));
    // What shows only now and is a matter of lines was hidden, or made by this.
    if (!shown.every(isInLine)) break;
    found.push(...shown);
  }
  const mended = now.errors.length === 0 ? { text: now.text, origin: now.origin } : null;
  return { found: found.sort((a, b) => a.span.start - b.span.start), mended };
}

/** So many lines with tabs were typed, or saved, with an editor that indents so: that is one mistake. */
const TABBED = 3;

/** Faults of a line alone: what was meant stands in it, and the lines around it are read as they would be without. */
const IN_LINE: ReadonlySet<SyntaxFault> = new Set([
  "alias",
  "anchor",
  "backslash-in-quotes",
  "bracket-in-text",
  "full-width-bracket",
  "full-width-colon",
  "full-width-comma",
  "missing-comma",
  "no-dash",
  "no-space",
  "pair-behind-key",
  "quote-in-quotes",
  "reserved-start",
  "tabs",
  "tag",
  "text-behind-quote",
  "unquoted-colon",
]);

export const isInLine = (fault: Diagnostic): boolean => fault.code === "yaml" && IN_LINE.has(fault.fault);

/** What is wrong with a file whose lines are indented with tabs: these once, and what is left with spaces; null for others. */
function withoutTabs(file: SourceFile, errors: readonly YAMLError[], parse: Parse): Mistakes | null {
  const changes = [...file.text.matchAll(/^ *\t[\t ]*(?=\S)/gm)].map(({ index, 0: blanks }) => ({
    start: index,
    end: index + blanks.length,
    text: blanks.replace(/\t/g, "  "),
  }));
  if (changes.length < TABBED) return null;
  const text = changed(file.text, changes);
  const left = ownErrors(parse(text));
  if (left.length >= errors.length) return null;
  const spaced = mendedBy(unmended(file.text), text, changes);
  const start = file.text.indexOf("\t", changes[0]!.start);
  const told: Diagnostic = {
    code: "yaml",
    severity: "error",
    span: { file: file.path, start, end: start + 1 },
    fault: "tabs",
    detail: String(changes.length),
  };
  const rest = mistakesIn({ path: file.path, text }, left, parse);
  const all = left.length === 0 ? spaced : rest.mended && mendedAgain(spaced, rest.mended);
  return { found: [told, ...rest.found.map((fault) => asTyped(fault, spaced))], mended: all };
}

/** A change that may have been meant, and what is told if it was. */
interface Way {
  readonly told: Diagnostic;
  readonly changes: readonly Change[];
}

/** What may have been meant, where one of a few changes of the line says it. */
function waysToMend(fault: Diagnostic, text: string): readonly Way[] {
  if (fault.code !== "yaml") return [];
  const { start } = fault.span;
  if (fault.fault === "bad-indent" || fault.fault === "tab")
    return [
      ...lineBefore(fault, text),
      ...columnsFor(text, start).map((changes) => ({ told: fault, changes })),
    ];
  if (fault.fault !== "unclosed-quote" && fault.fault !== "unclosed-flow") return [];
  const closing = CLOSING[text[start]!] ?? "";
  const [line = "", ...behind] = text.slice(start).split("\n", LINES);
  // A text may go on over some lines; in brackets its quotation mark belongs before the one that closes them.
  const more = behind.findIndex((next) => /^ *(?:- |[\w-]+:(?: |$)|$)/.test(next));
  const all = [line, ...behind.slice(0, Math.max(0, more))].join("\n");
  const ends = [line.length, line.search(/[\s,}\]]*$/), all.length];
  return [...new Set(ends)].map((length) => ({
    told: fault,
    changes: [{ start: start + length, end: start + length, text: closing }],
  }));
}

/**
 * The line before, where this one stands in a column that was open before it: a key that was typed further out
 * closes what it stands in, and only what follows shows that it was not meant to.
 */
function lineBefore(fault: Diagnostic, text: string): readonly Way[] {
  const end = text.lastIndexOf("\n", fault.span.start - 1);
  if (end <= 0) return [];
  const from = text.lastIndexOf("\n", end - 1) + 1;
  const column = spacesAt(text, end + 1);
  if (!columnsAbove(text, from).includes(column)) return [];
  const start = from + spacesAt(text, from);
  const told = { ...fault, span: { ...fault.span, start, end: start + 1 } };
  return columnsFor(text, start).map((changes) => ({ told, changes }));
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]", '"': '"', "'": "'" };

function slipFault({ fault, start, end }: Slip, { path, text }: SourceFile): Diagnostic {
  const span = { file: path, start, end };
  return { code: "yaml", severity: "error", span, fault, detail: text.slice(start, end) };
}

/** Ways to move the line of a place into a column of the lines above it: alone, or with what is indented under it. */
function columnsFor(text: string, place: number): readonly (readonly Change[])[] {
  const start = text.lastIndexOf("\n", place - 1) + 1;
  const blanks = /^[ \t]*/.exec(text.slice(start, start + 1000))![0];
  const hasTab = blanks.includes("\t");
  // The first key behind another one has its column from the next.
  const next = hasTab ? /^[^\n]*\n(?:[ \t]*\n)*( +)(?![-\s])/.exec(text.slice(start, start + FAR)) : null;
  const far = (column: number) => (hasTab ? -column : Math.abs(column - blanks.length));
  const columns = [...columnsAbove(text, start), ...(next ? [next[1]!.length] : [])]
    .filter((column) => hasTab || column !== blanks.length)
    .sort((a, b) => far(a) - far(b))
    .slice(0, COLUMNS);
  return columns.flatMap((column) => {
    const alone: Change = { start, end: start + blanks.length, text: " ".repeat(column) };
    const under = hasTab ? [] : linesUnder(text, start, blanks.length);
    const by = column - blanks.length;
    const all = under.map((line): Change => {
      if (by > 0) return { start: line, end: line, text: " ".repeat(by) };
      return { start: line, end: line - by, text: "" };
    });
    return under.length > 0 ? [[alone], [alone, ...all]] : [[alone]];
  });
}

/** Columns of keys and dashes that are open before a line. */
function columnsAbove(text: string, start: number): readonly number[] {
  const found = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (const line of text
    .slice(0, start)
    .split("\n")
    .slice(-LINES - 1, -1)
    .reverse()) {
    const [head, blanks] = /^( *)(?:- +)*/.exec(line)!;
    if (line.trim() === "" || blanks!.length >= least || line[head.length] === "\t") continue;
    least = blanks!.length;
    found.add(head.length).add(least);
    if (least === 0) break;
  }
  return [...found];
}

/** Where the lines begin that are indented as far as one, or further, behind it. */
function linesUnder(text: string, start: number, indent: number): readonly number[] {
  const found: number[] = [];
  let at = text.indexOf("\n", start) + 1;
  while (at > 0 && at < text.length) {
    const blanks = spacesAt(text, at);
    const isBlank = text[at + blanks] === "\n";
    if (blanks < indent && !isBlank) break;
    if (!isBlank) found.push(at);
    at = text.indexOf("\n", at) + 1;
  }
  return found;
}
