/** A theme, what it extends and what it says for an edition in → one set of values, each with its place. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { SourceFile, Span } from "../base/span.ts";
import { plainOf } from "./read-text.ts";
import { validate } from "./validate.ts";
import { entryOf, type MapNode, type Node, type TextNode } from "./yaml-nodes.ts";
import { readTree } from "./yaml-tree.ts";

/** Values by their path, as `styles.body.zh.size`; items of a list by their index. */
export type ThemeValues = ReadonlyMap<string, TextNode>;

/** @returns The file of a theme by its name; null when there is none. */
export type LoadTheme = (name: string) => SourceFile | null;

export interface Merged {
  readonly values: ThemeValues;
  /** Where to point at when something is missing altogether. */
  readonly span: Span;
}

/** @param known Names of the themes there are, for the message. @param at What names the theme. */
export function mergeTheme(
  name: string,
  load: LoadTheme,
  known: readonly string[],
  edition: Edition,
  at: Span,
  found: Diagnostic[],
): Merged | null {
  const chain = chainOf(name, load, known, at, found);
  const own = chain.at(-1);
  if (!own || found.some((fault) => fault.severity === "error")) return null;
  const values = new Map<string, TextNode>();
  for (const root of chain) flatten(root, "", values);
  const prefix = `editions.${edition}.`;
  for (const [path, node] of [...values])
    if (path.startsWith(prefix)) values.set(path.slice(prefix.length), node);
  return { values, span: entryOf(own, "name")?.span ?? own.span };
}

/** Themes from the one that all others rest on to the one that was named. */
function chainOf(
  name: string,
  load: LoadTheme,
  known: readonly string[],
  at: Span,
  found: Diagnostic[],
): readonly MapNode[] {
  const chain: MapNode[] = [];
  const seen = new Set<string>();
  let next = name;
  let span = at;
  while (next !== "") {
    if (seen.has(next)) {
      found.push({ code: "theme-cycle", severity: "error", span, name: next });
      return [];
    }
    seen.add(next);
    const file = load(next);
    if (!file) {
      found.push({ code: "unknown-theme", severity: "error", span, name: next, known });
      return [];
    }
    const { value: root, diagnostics } = readTree(file);
    found.push(...diagnostics);
    if (!root) return [];
    found.push(...validate(root, "theme"));
    chain.unshift(root);
    next = plainOf(root, "extends");
    span = entryOf(root, "extends")?.span ?? root.span;
  }
  return chain;
}

function flatten(node: Node, path: string, values: Map<string, TextNode>): void {
  const join = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (node.kind === "text") values.set(path, node);
  else if (node.kind === "list")
    for (const [k, item] of node.items.entries()) flatten(item, join(String(k)), values);
  else for (const { key, value } of node.entries) flatten(value, join(key.text), values);
}
