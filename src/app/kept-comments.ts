/** An issue's file and the one that takes its place in → the new text with the comments of the old whose lines are there. */
import { REMARKS, remark } from "../import/write-issue.ts";

export interface Commented {
  readonly text: string;
  /** Comments that were taken over, and those that only the old text has. */
  readonly kept: number;
  readonly lost: number;
}

/** A line of YAML, outside of texts of several lines, and its comments. */
interface Line {
  readonly above: readonly string[];
  readonly code: string;
  /** With the blanks before it; empty where there is none. */
  readonly behind: string;
  /** Its index among all rows of the text. */
  readonly at: number;
}

interface Commentable {
  readonly rows: readonly string[];
  readonly lines: readonly Line[];
  /** Comments that no line follows. */
  readonly last: readonly string[];
}

/** Lines that tell a place: `- heading:` stands in many, with the text below it in one. */
const DEPTH = 3;

/**
 * A line is still there where both texts have it once, alone or with those below it. What an import asks for itself
 * is none of the editor's, and what the new text says already is not said twice.
 */
export function withComments(text: string, before: string): Commented {
  const [own, old] = [linesIn(text), linesIn(before.replace(/\r\n?/g, "\n"))];
  const said = new Set(own.rows.map((row) => row.trim()));
  const isNew = (row: string) => !said.has(row.trim()) && !isOurs(row);
  const placeOf = placesOf(old.lines, own.lines);
  const made = [...own.rows];
  let kept = 0;
  let lost = old.last.filter(isNew).length;
  for (const [k, line] of old.lines.entries()) {
    const above = line.above.filter(isNew);
    const behind = isNew(line.code + line.behind) ? line.behind : "";
    const count = above.length + (behind === "" ? 0 : 1);
    const place = count === 0 ? null : placeOf(k);
    if (place === null) lost += count;
    else {
      kept += count;
      made[place] = [...above, made[place] + behind].join("\n");
    }
  }
  return { text: made.join("\n"), kept, lost };
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'`;
/** Quotation marks and number signs inside of words are letters. */
const INNER = String.raw`(?:(?<=[\s{[,:])(?:${QUOTED})|(?<![\s{[,:])["'#]|[^"'#])*`;
const BARE_KEYS = "issue|overall|date|role|src|ordered|theme";

/**
 * A line, and the comment at its end with the blanks before it: behind keys, quotation marks, brackets and values that
 * are no texts. Behind a text that is not quoted none is allowed.
 */
const BEHIND = new RegExp(
  String.raw`^(\s*(?:- )*(?:(?:${BARE_KEYS}): [^\s"'{[]+|(?:[\w-]+:)?\s*(?:${QUOTED}|[{[]${INNER}[}\]]|[|>][+\-\d]*)?))(\s+#.*)$`,
);

/** Rows below `|` or `>` that are further in than its key are text, whatever they begin with. */
function linesIn(text: string): Commentable {
  const rows = text.split("\n");
  const lines: Line[] = [];
  let above: string[] = [];
  let inner: number | null = null;
  for (const [at, row] of rows.entries()) {
    const depth = row.search(/\S/);
    const isBlank = depth < 0;
    if (inner !== null && (isBlank || depth > inner)) continue;
    inner = null;
    if (isBlank) continue;
    if (row[depth] === "#") {
      above.push(row);
      continue;
    }
    const [, code = row, behind = ""] = BEHIND.exec(row) ?? [];
    lines.push({ above, code, behind, at });
    above = [];
    if (/(?:^|[:-]\s+)[|>][+\-\d]*\s*(?:#.*)?$/.test(row)) inner = keyDepth(row);
  }
  return { rows, lines, last: above };
}

/** Where the key begins, behind the dashes of lists. */
const keyDepth = (line: string): number => /^(?:\s*-\s)*\s*/.exec(line)![0].length;

/** @returns For a line of the old text, the row of the new one that has it; null where none or several do. */
function placesOf(old: readonly Line[], own: readonly Line[]): (line: number) => number | null {
  const runs = Array.from({ length: DEPTH }, (_, k) => ({
    depth: k + 1,
    inOld: rowsOfRuns(old, k + 1),
    inOwn: rowsOfRuns(own, k + 1),
  }));
  return (line) => {
    for (const { depth, inOld, inOwn } of runs) {
      const run = runAt(old, line, depth);
      const row = inOwn.get(run) ?? null;
      if (row !== null && inOld.get(run) !== null) return row;
    }
    return null;
  };
}

const runAt = (lines: readonly Line[], from: number, depth: number): string =>
  lines
    .slice(from, from + depth)
    .map(({ code }) => code)
    .join("\n");

/** @returns So many lines in succession, and the row that they begin at; null where they stand more than once. */
function rowsOfRuns(lines: readonly Line[], depth: number): ReadonlyMap<string, number | null> {
  const rows = new Map<string, number | null>();
  for (let k = 0; k + depth <= lines.length; k++) {
    const run = runAt(lines, k, depth);
    rows.set(run, rows.has(run) ? null : lines[k]!.at);
  }
  return rows;
}

const REMARKED = (Object.keys(REMARKS) as (keyof typeof REMARKS)[]).map(remark);

/** What an import says itself, and where the schema lies. */
const isOurs = (comment: string): boolean =>
  /^#\s*yaml-language-server:/.test(comment) || REMARKED.some((it) => comment.trim().startsWith(it));
