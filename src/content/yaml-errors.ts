/** An error of the YAML parser in → what the editor did, in the terms of the text. */
import type { YAMLError } from "yaml";
import type { Diagnostic, SyntaxFault } from "../base/diagnostic.ts";
import { placeOf, type SourceFile } from "../base/span.ts";
import { LIMITS } from "./limits.ts";
import { isKey } from "./schema-keys.ts";

/** Errors that only repeat what the scan has named already. */
const REPEATED = new Set([
  "TAG_RESOLVE_FAILED",
  "BAD_DIRECTIVE",
  "BAD_ALIAS",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "RESOURCE_EXHAUSTION",
]);

/** Errors that are looked at: a text that has more is no longer YAML, and each is a look through all of it. */
const MOST = 1000;

/** Errors that nothing else names. */
export const ownErrors = (errors: readonly YAMLError[]): readonly YAMLError[] =>
  errors.filter(({ code }) => !REPEATED.has(code) && code !== "DUPLICATE_KEY");

/**
 * One fault a line: what the parser stumbles over behind the first is most often that one's doing, and
 * once it has lost the document every word is another error to it.
 */
export function fromYaml(errors: readonly YAMLError[], file: SourceFile): readonly Diagnostic[] {
  const lines = new Set<number>();
  const found: Diagnostic[] = [];
  for (const error of ownErrors(errors).slice(0, MOST)) {
    const diagnostic = fromError(error, file);
    const { line } = placeOf(file.text, diagnostic.span.start);
    const isLost = found.length > 0 && error.message.includes("in YAML stream");
    if (lines.has(line) || isLost) continue;
    lines.add(line);
    found.push(diagnostic);
  }
  return found;
}

function fromError(error: YAMLError, file: SourceFile): Diagnostic {
  const { fault, start } = diagnose(error, file.text);
  const end =
    fault === "unclosed-flow" ? start + restOf(file.text, start).length : Math.max(start + 1, error.pos[1]);
  const detail = file.text.slice(start, end).split("\n")[0]!;
  return { code: "yaml", severity: "error", span: { file: file.path, start, end }, fault, detail };
}

/** What the editor did, and where it shows. */
interface Diagnosis {
  readonly fault: SyntaxFault;
  readonly start: number;
}

function diagnose(error: YAMLError, text: string): Diagnosis {
  const start = error.pos[0];
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { fault: "tab", start };
    case "BAD_DQ_ESCAPE":
      return { fault: "backslash-in-quotes", start };
    case "BAD_SCALAR_START":
      return { fault: "reserved-start", start };
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      if (text.startsWith("? ", start)) return { fault: "reserved-start", start };
      return misplacedKey(text, start) ?? colonIn(text, start);
    case "MISSING_CHAR": {
      if (/without - indicator/.test(error.message))
        return { fault: "bad-indent", start: wordFrom(text, start) };
      if (FULL_WIDTH.test(text.slice(start, start + 100))) return { fault: "full-width-colon", start };
      if (/closing/.test(error.message)) return { fault: "unclosed-quote", start: openingQuote(error, text) };
      if (/[!&]\S*$/.test(line) || /Tags and anchors/.test(error.message))
        return { fault: "reserved-start", start: start - 1 };
      return { fault: /^\s*-\s|:\s+-/.test(line) ? "list-behind-key" : "no-value", start };
    }
    case "BAD_INDENT":
      return /Flow/.test(error.message)
        ? { fault: "unclosed-flow", start: openingBracket(text, start) }
        : { fault: "bad-indent", start: wordFrom(text, start) };
    case "BLOCK_IN_FLOW":
      return partOfFlow(text, start);
    case "UNEXPECTED_TOKEN":
      if (/flow-(?:seq|map)-start at node end/.test(error.message))
        return { fault: "bracket-in-text", start };
      if (/^Unexpected , in flow/.test(error.message)) return { fault: "empty-item", start };
      if (/Not a YAML token|Block scalar header/.test(error.message))
        return {
          fault: "reserved-start",
          start: start - Math.max(0, line.length - line.search(/[|>]\S*\s*$/)),
        };
      if (/[}\]]\s*$/.test(line) && /[}\]]/.test(text[start] ?? "")) return { fault: "stray-bracket", start };
      if (/["'\]}]\s*$/.test(line)) return behindQuote(text, start);
      if (/block-seq-ind/.test(error.message)) return { fault: "list-behind-key", start };
      return { fault: "other", start };
    default:
      return { fault: "other", start };
  }
}

/** What follows on the same line. */
const restOf = (text: string, from: number): string =>
  text.slice(from, from + LIMITS["text-characters"]).split("\n", 1)[0]!;

/** A value in brackets with a key in it: a colon of the text, or the next entry, with no comma before it. */
function partOfFlow(text: string, start: number): Diagnosis {
  const [value] = /^[^:,{}[\]\n]*/.exec(restOf(text, start))!;
  const word = / +([\w-]+)$/.exec(value);
  return word && isKey(word[1]!)
    ? { fault: "missing-comma", start: start + word.index }
    : { fault: "unquoted-colon", start };
}

/** A text with a colon in it; where it began with a quotation mark, that one's second ends it too soon. */
function colonIn(text: string, start: number): Diagnosis {
  const closed = /^(["'])(?:(?!\1)[^\\])*\1(?=\s*[^\s#,}\]])/.exec(restOf(text, start));
  return closed ? behindQuote(text, start + closed[0].length) : { fault: "unquoted-colon", start };
}

/** Where a quotation mark closed too soon, if another of its kind ends the text; else where the rest begins. */
function behindQuote(text: string, start: number): Diagnosis {
  const before = text.slice(0, start).trimEnd();
  const quote = before.at(-1)!;
  const rest = restOf(text, start);
  if (new RegExp(`^["'].*${quote}[\\s,}\\]]*$`).test(quote + rest))
    return { fault: "quote-in-quotes", start: before.length - 1 };
  return { fault: "text-behind-quote", start };
}

/** How far back a bracket is looked for that was never closed. */
const FAR = 10_000;

/** The parser reports where it gave up; the editor looks for the bracket that opened. */
function openingBracket(text: string, from: number): number {
  let depth = 0;
  for (let at = from - 1; at >= Math.max(0, from - FAR); at -= 1) {
    const char = text[at]!;
    if (char === "}" || char === "]") depth += 1;
    else if (char === "{" || char === "[") depth -= 1;
    if (depth < 0) return at;
  }
  return from;
}

/** Blanks that are looked through for where a line's text begins: no line of an issue is indented so far. */
const WIDEST_INDENT = 1000;

/** How many spaces stand at a place. */
export const spacesAt = (text: string, at: number): number =>
  /^ */.exec(text.slice(at, at + WIDEST_INDENT))![0].length;

/** Where the text of a line begins, behind its indentation. */
const wordFrom = (text: string, from: number): number => from + spacesAt(text, from);

/** A text that begins with a word and a full-width colon, as a key would. */
const FULL_WIDTH = /^[\w-]+：/;
/** A line that begins as an entry or a key does, and not as the rest of a sentence. */
const BEGINS_KEY = /^ *(?:- |[\w-]+:(?: |$))/;

/** A line that begins further in or out than the keys that it belongs to; null where something else is wrong. */
function misplacedKey(text: string, from: number): Diagnosis | null {
  const start = wordFrom(text, from);
  const end = text.indexOf("\n", start);
  // A text has no more characters; a broken file may have all of its errors on one line.
  const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + LIMITS["text-characters"]));
  if (FULL_WIDTH.test(line)) return { fault: "full-width-colon", start };
  const isFirst = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
  if (isFirst && line.startsWith("- ")) return { fault: "bad-indent", start };
  if (/:(?: |$)/.test(line) || end === -1) return null;
  const next = /^(?: *\n)*/.exec(text.slice(end + 1, end + 1000))![0].length + end + 1;
  const key = BEGINS_KEY.exec(text.slice(next, next + 1000).split("\n", 1)[0]!);
  return key ? { fault: "bad-indent", start: wordFrom(text, next) } : null;
}

/** The parser reports the end of the file; the editor looks for the quote that opened. */
function openingQuote(error: YAMLError, text: string): number {
  const quote = error.message.includes('"') ? '"' : "'";
  const before = text.slice(0, error.pos[0]);
  const opened = [...before.matchAll(quote === '"' ? /(?<=[:,[{-] *)"|^"/gm : /(?<=[:,[{-] *)'|^'/gm)];
  return opened.at(-1)?.index ?? before.lastIndexOf(quote);
}
