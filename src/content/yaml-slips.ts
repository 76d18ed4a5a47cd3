/** The text of a file that YAML can not read in → slips of the hand in its lines, each with what was meant there. */
import type { SyntaxFault } from "../base/diagnostic.ts";
import type { Change } from "./decode.ts";
import { ODD_BLANK } from "./invisible.ts";
import { allKeys } from "./schema-keys.ts";

export interface Slip {
  readonly fault: SyntaxFault;
  /** What is pointed at. */
  readonly start: number;
  readonly end: number;
  /** What makes it right. */
  readonly changes: readonly Change[];
}

interface Patterns {
  /** A line that begins with a key: its indentation and dashes, the dot or dash of a list, the key, its colon. */
  readonly line: RegExp;
  /** A key behind a bracket or a comma, and its colon. */
  readonly within: RegExp;
  /** A key and behind it a language, with its colon. */
  readonly pair: RegExp;
  /** A full-width bracket that opens, before a key. */
  readonly opening: RegExp;
}

let made: Patterns | null = null;

/** Made of the keys once something is wrong. */
function patterns(): Patterns {
  made ??= patternsOf(allKeys());
  return made;
}

function patternsOf(keys: readonly string[]): Patterns {
  const key = `(?:${keys.join("|")})`;
  const colon = `(?::${ODD_BLANK}+|:(?=[^\\s:])|： ?)`;
  return {
    line: new RegExp(`^( *(?:- +)*)(-(?=[^\\s-])|[–—－•·●▪◆] *)?(${key})?(${colon})?`, "u"),
    within: new RegExp(`([{｛,，]) *(${key})(${colon}|: )`, "gu"),
    pair: new RegExp(`^( *(?:- +)*${key}: +)((?:zh|en):) `, "u"),
    opening: new RegExp(`｛(?= *${key}[:：])`, "gu"),
  };
}

/** A header of a block of text: what is indented under it is not looked at. */
export const BLOCK = /(?:^|[:\s])[|>][-+\d]*\s*$/;

export function slipsIn(text: string): readonly Slip[] {
  const found: Slip[] = [];
  let at = 0;
  let within: number | null = null;
  for (const line of text.split("\n")) {
    const indent = /^ */.exec(line)![0].length;
    const isText = within !== null && (indent > within || line.trim() === "");
    if (!isText) {
      const key = /^ *(?:- +)*/.exec(line)![0].length;
      within = BLOCK.test(line) ? key : null;
      if (!/^\s*#/.test(line)) found.push(...slipsInLine(line, at));
    }
    at += line.length + 1;
  }
  return found;
}

function slipsInLine(line: string, at: number): readonly Slip[] {
  const { line: head, within, pair, opening } = patterns();
  const found: Slip[] = [];
  const [, blanks = "", dash, key, colon] = head.exec(line)!;
  const from = at + blanks.length;
  const keyAt = from + (dash?.length ?? 0);
  const isEntry = key !== undefined && (colon !== undefined || line[keyAt - at + key.length] === ":");
  if (dash && isEntry)
    found.push({
      fault: "no-dash",
      start: from,
      end: from + dash.length,
      changes: [{ start: from, end: keyAt, text: "- " }],
    });
  if (key && colon) found.push(colonSlip(key, colon, keyAt));
  const behind = pair.exec(line);
  if (behind) {
    const start = at + behind[1]!.length;
    const end = at + line.trimEnd().length;
    const changes = [{ start, end: start, text: "{ " }];
    if (!line.trimEnd().endsWith("}")) changes.push({ start: end, end, text: " }" });
    found.push({ fault: "pair-behind-key", start, end: start + behind[2]!.length, changes });
  }
  for (const match of line.matchAll(within)) {
    const [all, before, inner, innerColon] = match as unknown as [string, string, string, string];
    const start = at + match.index;
    if (before === "，" && /[{｛]/.test(line.slice(0, match.index)))
      found.push({
        fault: "full-width-comma",
        start,
        end: start + 1,
        changes: [{ start, end: start + 1, text: ", " }],
      });
    if (innerColon !== ": ")
      found.push(colonSlip(inner, innerColon, start + all.length - inner.length - innerColon.length));
  }
  const openings = [...line.matchAll(opening)].map(({ index }) => index);
  const hasBraces = openings.length > 0 || new RegExp(within.source, "u").test(line);
  const closings = hasBraces ? [...line.matchAll(/｝(?=[\s,，}｝\]]*$)/gu)].map(({ index }) => index) : [];
  const [first] = [...openings, ...closings];
  if (first !== undefined)
    found.push({
      fault: "full-width-bracket",
      start: at + first,
      end: at + first + 1,
      changes: [...openings, ...closings].map((index) => ({
        start: at + index,
        end: at + index + 1,
        text: line[index] === "｛" ? "{" : "}",
      })),
    });
  return found;
}

/** The key, its colon, and one blank. */
function colonSlip(key: string, colon: string, start: number): Slip {
  const end = start + key.length + 1;
  return {
    fault: colon.startsWith("：") ? "full-width-colon" : "no-space",
    start,
    end,
    changes: [{ start: end - 1, end: end - 1 + colon.length, text: ": " }],
  };
}
