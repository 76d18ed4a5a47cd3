/** The text of a YAML file in → everything its syntax may not hold, with its place, before it is read. */
import { CST, Lexer } from "yaml";
import type { Diagnostic, SyntaxFault } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import { LIMITS } from "./limits.ts";

/** Maps and lists inside each other; an issue needs eight. */
export const DEPTH_LIMIT = 16;

export interface Scanned {
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that stand behind a plain text on its line, by the offset where the text begins. */
  readonly commentsBehind: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
  /** The pieces that the text is made of, for the parser. */
  readonly pieces: readonly string[];
}

const REFUSED: Readonly<Record<string, SyntaxFault>> = {
  anchor: "anchor",
  alias: "alias",
  tag: "tag",
  "directive-line": "directive",
};

const CONTENT = new Set([
  "scalar",
  "map-value-ind",
  "seq-item-ind",
  "explicit-key-ind",
  "flow-seq-start",
  "flow-map-start",
  "single-quoted-scalar",
  "double-quoted-scalar",
  "block-scalar-header",
]);

/** What makes room for one more value; lines without any are counted too, for the parser stops at each. */
const VALUES = new Set([
  "map-value-ind",
  "seq-item-ind",
  "comma",
  "explicit-key-ind",
  "comment",
  "newline",
  "doc-end",
]);

/** What version control writes around two versions that it could not make one. */
const MERGE_MARKS = /^(?:<<<<<<< .*|\|{7} .*|={7}|>>>>>>> .*)$/gm;

/** What the lexer puts between the pieces of the text; it has no width. */
const CONTROL = new Set(["\u0002", "\u0018", "\u001f"]);

/** A linear pass: a bomb of aliases, of brackets or of lists never reaches the parser. */
export function scan({ path, text }: SourceFile): Scanned {
  const found: Diagnostic[] = [];
  const commentsBehind = new Map<number, { start: number; end: number }>();
  const pieces: string[] = [];
  let depth = 0;
  const add = (fault: SyntaxFault, start: number, length: number) => {
    // What begins with an asterisk ends where its value does: all of it has to be quoted.
    const end = depth > 0 ? /[,\]}\n]|$/g : /\n|$/g;
    end.lastIndex = start;
    const to = fault === "alias" ? end.exec(text)!.index : start + length;
    const detail = text.slice(start, to).trimEnd();
    found.push({
      code: "yaml",
      severity: "error",
      span: { file: path, start, end: start + length },
      fault,
      detail,
    });
  };
  for (const { index, 0: mark } of text.matchAll(MERGE_MARKS)) add("merge-mark", index, mark.length);
  if (found.length > 0) return { diagnostics: found, commentsBehind, pieces };
  let at = 0;
  let documents = 0;
  let values = 0;
  /** Three dots stood behind the content, and nothing was told of yet that follows. */
  let isClosed = false;
  let content = false;
  /** Where the plain scalar began that stands last on this line; null when something else does. */
  let plain: number | null = null;
  let dashes = 0;
  let isScalar = false;
  for (const piece of new Lexer().lex(text)) {
    pieces.push(piece);
    if (CONTROL.has(piece)) {
      isScalar = piece === "\u001f";
      continue;
    }
    const kind = isScalar ? "scalar" : CST.tokenType(piece);
    isScalar = false;
    const fault = kind === null ? undefined : REFUSED[kind];
    if (fault) add(fault, at, piece.length);
    if (kind === "doc-start") {
      if (content || documents > 0) add("second-document", at, piece.length);
      documents += 1;
      isClosed = false;
    } else if (kind === "flow-seq-start" || kind === "flow-map-start") {
      depth += 1;
      if (depth === DEPTH_LIMIT + 1) add("too-deep", at, 1);
    } else if (kind === "flow-seq-end" || kind === "flow-map-end") depth -= 1;
    else if (kind === "seq-item-ind") {
      dashes += 1;
      if (dashes === DEPTH_LIMIT + 1) add("too-deep", at, 1);
    }
    if (kind === "comment" && plain !== null)
      commentsBehind.set(plain, { start: at, end: at + piece.length });
    if (kind === "newline") {
      plain = null;
      dashes = 0;
    } else if (kind === "scalar") plain = piece.includes("\n") ? null : at;
    else if (kind !== "space" && kind !== "comment") plain = null;
    const isContent = kind !== null && CONTENT.has(kind);
    if (isContent && isClosed) {
      add("second-document", at, piece.length);
      isClosed = false;
    }
    if (isContent) content = true;
    if (kind === "doc-end") isClosed = content;
    if (kind !== null && VALUES.has(kind)) values += 1;
    if (values > LIMITS.values) {
      const span = { file: path, start: at, end: at + piece.length };
      const about = { what: "values", count: values, limit: LIMITS.values } as const;
      found.push({ code: "too-many", severity: "error", span, ...about });
      break;
    }
    at += piece.length;
  }
  return { diagnostics: found, commentsBehind, pieces };
}
