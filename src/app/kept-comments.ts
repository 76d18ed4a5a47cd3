/** An issue's file and the one that takes its place in → the new text with the comments of the old whose lines are there. */
import { REMARKS, remark } from "../import/write-issue.ts";

export interface Commented {
  readonly text: string;
  /** Comments that were taken over, and those that only the old text has. */
  readonly kept: number;
  readonly lost: number;
}

/** Comments that stand above one line, in their order. */
interface Noted {
  readonly comments: readonly string[];
  /** Where that line is; behind the last where none follows. */
  readonly at: number;
}

/** Lines that tell a place: `- heading:` stands in many, with the text below it in one. */
const DEPTH = 3;

/**
 * A line is still there where both texts have it once, alone or with those below it. What an import asks for itself
 * is none of the editor's, and what the new text says already is not said twice.
 */
export function withComments(text: string, before: string): Commented {
  const [own, others] = [text, before.replace(/\r\n?/g, "\n")].map(rowsOf) as [Row[], Row[]];
  const said = new Set(own.map(({ line }) => line.trim()));
  const isNew = (comment: string) => !said.has(comment.trim()) && !isOurs(comment);
  const [lines, old] = [codeIn(own), codeIn(others)];
  const above = new Map<number, readonly string[]>();
  const behind = new Map<number, string>();
  let [kept, lost] = [0, 0];
  for (const { comments, at } of notedIn(others, isNew)) {
    const place = placeOf(lines, old, at);
    if (place === null) lost += comments.length;
    else {
      kept += comments.length;
      above.set(place, comments);
    }
  }
  for (const { comment, at } of old) {
    if (comment === "" || !isNew(others[at]!.line)) continue;
    const place = placeOf(lines, old, at);
    if (place === null) lost += 1;
    else {
      kept += 1;
      behind.set(place, comment);
    }
  }
  const made = own.flatMap(({ line }, k) => [...(above.get(k) ?? []), line + (behind.get(k) ?? "")]);
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

/** A line that is YAML without the comment behind it, that comment (empty where there is none), and where they stand. */
interface Code {
  readonly line: string;
  readonly comment: string;
  readonly at: number;
}

const codeIn = (rows: readonly Row[]): readonly Code[] =>
  rows.flatMap(({ line, isCode }, at): readonly Code[] => {
    if (!isCode) return [];
    const [, code = line, comment = ""] = BEHIND.exec(line) ?? [];
    return [{ line: code, comment, at }];
  });

/** @returns Where the new text has the line that stands at this place of the old; null where it has none or several. */
function placeOf(lines: readonly Code[], old: readonly Code[], at: number): number | null {
  const from = old.findIndex((code) => code.at === at);
  if (from < 0) return null;
  for (let depth = 1; depth <= DEPTH; depth++) {
    const wanted = old.slice(from, from + depth);
    const isThere = (all: readonly Code[], k: number) =>
      wanted.every(({ line }, n) => all[k + n]?.line === line);
    const found = lines.flatMap((code, k) => (isThere(lines, k) ? [code.at] : []));
    const isOne = old.filter((_, k) => isThere(old, k)).length === 1;
    if (found.length === 1 && isOne) return found[0]!;
  }
  return null;
}

interface Row {
  readonly line: string;
  readonly isComment: boolean;
  /** Whether it is neither a comment nor blank, nor stands inside a text of several lines. */
  readonly isCode: boolean;
}

/** Lines below `|` or `>` that are further in than its key are text, whatever they begin with. */
function rowsOf(text: string): readonly Row[] {
  let inner: number | null = null;
  return text.split("\n").map((line) => {
    const isBlank = line.trim() === "";
    const depth = line.search(/\S/);
    if (inner !== null && (isBlank || depth > inner)) return { line, isComment: false, isCode: false };
    inner = null;
    const isComment = /^\s*#/.test(line);
    if (!isComment && /(?:^|[:-]\s+)[|>][+\-\d]*\s*(?:#.*)?$/.test(line)) inner = keyDepth(line);
    return { line, isComment, isCode: !isComment && !isBlank };
  });
}

/** Where the key begins, behind the dashes of lists. */
const keyDepth = (line: string): number => /^(?:\s*-\s)*\s*/.exec(line)![0].length;

function notedIn(rows: readonly Row[], isWanted: (comment: string) => boolean): readonly Noted[] {
  const noted: Noted[] = [];
  let comments: string[] = [];
  const close = (at: number) => {
    if (comments.length > 0) noted.push({ comments, at });
    comments = [];
  };
  rows.forEach(({ line, isComment, isCode }, at) => {
    if (isCode) close(at);
    else if (isComment && isWanted(line)) comments.push(line);
  });
  close(rows.length);
  return noted;
}

const REMARKED = (Object.keys(REMARKS) as (keyof typeof REMARKS)[]).map(remark);

/** What an import says itself, and where the schema lies. */
const isOurs = (comment: string): boolean =>
  /^#\s*yaml-language-server:/.test(comment) || REMARKED.some((it) => comment.trim().startsWith(it));
