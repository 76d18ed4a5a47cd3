/** A content file in → a tree of maps, lists and texts with their places. The only reader of YAML. */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser, type Scalar } from "yaml";
import type { Diagnostic, Result, SyntaxFault } from "../base/diagnostic.ts";
import { fileStart, type SourceFile, type Span } from "../base/span.ts";
import { NOWHERE } from "../model/places.ts";
import { faultAtColon, slipAtColon } from "./colon-slips.ts";
import { changed, type Mended, mendedBy, unmended } from "./mended.ts";
import { waysToQuote } from "./quote-value.ts";
import { decodeScalar, type ScalarKind } from "./scalar.ts";
import { isKey } from "./schema-keys.ts";
import type { MapNode, Node, TextNode } from "./yaml-nodes.ts";
import { mistakesIn } from "./yaml-repair.ts";
import { DEPTH_LIMIT, type Scanned, scan } from "./yaml-syntax.ts";

/** What a file holds: its root map, null where the file can not be read at all. */
export interface Tree extends Result<MapNode> {
  /** The file without what keeps it from being read, to look for other mistakes in; null for none. */
  readonly mended: Mended | null;
}

export function readTree(file: SourceFile): Tree {
  const scanned = scan(file);
  const found: Diagnostic[] = [...scanned.diagnostics];
  if (found.length > 0) return { value: null, diagnostics: found, mended: withQuotes(file, found) };
  const document = compose(scanned.pieces);
  const contents = document?.contents ?? null;
  const mistakes = document && mistakesIn(file, document.errors, errorsOf);
  if (mistakes && mistakes.found.length > 0)
    return { value: null, diagnostics: mistakes.found, mended: mistakes.mended };
  return { ...readContents(file, scanned, contents as ParsedNode | null, found), mended: null };
}

/** Values that begin with a mark of YAML, as they were most likely meant. */
function withQuotes(file: SourceFile, found: readonly Diagnostic[]): Mended | null {
  const places = found.map(({ span }) => span.start);
  const isOfMarks = found.every((one) => one.code === "yaml" && MARKS.has(one.fault));
  const [changes] = isOfMarks ? waysToQuote(file.text, places) : [];
  if (!changes) return null;
  const text = changed(file.text, changes);
  const isRight = scan({ path: file.path, text }).diagnostics.length === 0;
  return isRight ? mendedBy(unmended(file.text), text, changes) : null;
}

const MARKS: ReadonlySet<SyntaxFault> = new Set(["anchor", "alias", "tag"]);

function readContents(
  file: SourceFile,
  scanned: Scanned,
  contents: ParsedNode | null,
  found: Diagnostic[],
): Result<MapNode> {
  if (!contents || (isScalar(contents) && contents.source === "")) {
    found.push({ code: "no-content", severity: "error", span: fileStart(file.path) });
    return { value: null, diagnostics: found };
  }
  const reader = new Reader(file, scanned, found);
  const root = reader.node(contents, 0);
  const slip = root.kind === "text" ? slipAtColon(root.text, isKey) : null;
  if (slip) return { value: null, diagnostics: [...found, faultAtColon(slip, root.span)] };
  if (root.kind !== "map") {
    const text = root.kind === "text" ? root.text : "";
    const about = { path: "", expected: "map", found: root.kind, text, keys: [] } as const;
    found.push({ code: "wrong-type", severity: "error", span: root.span, ...about });
    return { value: null, diagnostics: found };
  }
  return { value: root, diagnostics: found };
}

function compose(pieces: readonly string[]) {
  const composer = new Composer({ schema: "core", prettyErrors: false, strict: true, uniqueKeys: false });
  const [document] = composer.compose(tokens(pieces));
  return document;
}

const errorsOf = (text: string) => compose([...new Lexer().lex(text)])?.errors ?? [];

function* tokens(pieces: readonly string[]) {
  const parser = new Parser();
  for (const piece of pieces) yield* parser.next(piece);
  yield* parser.end();
}

const KINDS: Readonly<Record<string, ScalarKind>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

class Reader {
  readonly #file: SourceFile;
  readonly #scanned: Scanned;
  readonly #found: Diagnostic[];

  constructor(file: SourceFile, scanned: Scanned, found: Diagnostic[]) {
    this.#file = file;
    this.#scanned = scanned;
    this.#found = found;
  }

  #span(start: number, end: number): Span {
    return { file: this.#file.path, start, end };
  }

  #fault(fault: "too-deep" | "complex-key" | "alias", start: number): void {
    const detail = this.#file.text.slice(start, start + 12).split("\n")[0]!;
    this.#found.push({ code: "yaml", severity: "error", span: this.#span(start, start + 1), fault, detail });
  }

  /** @param isEntry Whether it stands in a list. */
  node(node: ParsedNode | null, depth: number, isEntry = false): Node {
    const [start, end] = node?.range ?? [0, 0];
    const nothing: TextNode = {
      kind: "text",
      span: this.#span(start, end),
      text: "",
      places: NOWHERE,
      isQuoted: false,
      comment: null,
    };
    if (depth > DEPTH_LIMIT) {
      this.#fault("too-deep", start);
      return nothing;
    }
    if (isMap(node)) return this.#map(node, depth, isEntry);
    if (isSeq(node))
      return {
        kind: "list",
        span: this.#span(start, end),
        items: node.items.map((item) => this.node(item as ParsedNode, depth + 1, true)),
      };
    if (isAlias(node)) this.#fault("alias", start);
    return isScalar(node) ? this.#text(node) : nothing;
  }

  #map(
    node: ParsedNode & { items: { key: unknown; value: unknown }[] },
    depth: number,
    isEntry: boolean,
  ): MapNode {
    const entries: { key: TextNode; value: Node }[] = [];
    const first = new Map<string, Span>();
    /** Whether the key before stood there already. */
    let isRepeated = false;
    for (const pair of node.items) {
      const key = pair.key as ParsedNode;
      if (!isScalar(key)) {
        this.#fault("complex-key", key?.range?.[0] ?? node.range[0]);
        continue;
      }
      const typed = this.#text(key);
      const known = first.get(typed.text);
      if (known) {
        const about = { key: typed.text, first: known, isEntry } as const;
        // Of an entry that lacks its dash every key stands twice: one slip.
        if (!isEntry || !isRepeated)
          this.#found.push({ code: "duplicate-key", severity: "error", span: typed.span, ...about });
        isRepeated = true;
        continue;
      }
      isRepeated = false;
      first.set(typed.text, typed.span);
      const value = pair.value as ParsedNode | null;
      const read = this.node(value, depth + 1);
      // Nothing typed: the place to point at is the key.
      entries.push({ key: typed, value: value?.range ? read : { ...read, span: typed.span } });
    }
    return { kind: "map", span: this.#span(node.range[0], node.range[1]), entries };
  }

  #text(node: Scalar): TextNode {
    const [start, end] = node.range!;
    const kind = KINDS[node.type ?? "PLAIN"] ?? "plain";
    const comment = this.#scanned.commentsBehind.get(start);
    const { text, places } = decodeScalar(this.#file.text, kind, start, end, String(node.value ?? ""));
    return {
      kind: "text",
      span: this.#span(start, Math.max(end, start)),
      text,
      places,
      isQuoted: kind === "single" || kind === "double",
      comment: comment && kind === "plain" ? this.#span(comment.start, comment.end) : null,
    };
  }
}
