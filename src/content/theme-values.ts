/** A theme, what it extends and what it says for an edition in → one set of values, each with its place. */
import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { SourceFile, Span } from "../base/span.ts";
import { readFile } from "./read-file.ts";
import { validate } from "./validate.ts";
import { entryOf, type MapNode, type Node, plainOf, type TextNode } from "./yaml-nodes.ts";

/** Values by their path, as `styles.body.zh.size`; items of a list by their index. */
export type ThemeValues = ReadonlyMap<string, TextNode>;

/** @returns The file of a theme by its name; null when there is none, or none that can be read, which is told. */
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
  const named = chain.at(-1);
  if (!named || hasErrors(found)) return null;
  const values = new Map<string, TextNode>();
  for (const root of chain) flatten(root, "", values);
  const prefix = `editions.${edition}.`;
  const own = [...values].flatMap(([path, node]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), node] as const] : [],
  );
  for (const [path, node] of own) if (isTaken(path, node)) forget(values, path.slice(0, -".of".length));
  for (const [path, node] of own) values.set(path, node);
  return { values, span: entryOf(named, "name")?.span ?? named.span };
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
      // One that is there and can not be read was told of where it was loaded.
      if (!known.includes(next))
        found.push({ code: "unknown-theme", severity: "error", span, name: next, known });
      return [];
    }
    const { value: root, diagnostics } = readFile(file, validated);
    found.push(...diagnostics);
    if (!root) return [];
    chain.unshift(root);
    next = plainOf(root, "extends");
    span = entryOf(root, "extends")?.span ?? root.span;
  }
  return chain;
}

const validated = (root: MapNode, found: readonly Diagnostic[]): Result<MapNode> => ({
  value: root,
  diagnostics: [...found, ...validate(root, "theme")],
});

/** Whether a colour is taken of another one here; of itself it is what it is. */
function isTaken(path: string, node: Node): boolean {
  const colour = /^(?:editions\.\w+\.)?colours\.(\w+)\.of$/.exec(path)?.[1];
  return colour !== undefined && node.kind === "text" && node.text !== colour;
}

/** What a colour was of its own is no more where a theme takes it of another. */
function forget(values: Map<string, TextNode>, colour: string): void {
  for (const key of ["rgb", "spot", "cmyk.0", "cmyk.1", "cmyk.2", "cmyk.3"])
    values.delete(`${colour}.${key}`);
}

function flatten(node: Node, path: string, values: Map<string, TextNode>): void {
  if (node.kind === "map" && node.entries.some(({ key, value }) => isTaken(`${path}.${key.text}`, value)))
    forget(values, path);
  const join = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (node.kind === "text") values.set(path, node);
  else if (node.kind === "list")
    for (const [k, item] of node.items.entries()) flatten(item, join(String(k)), values);
  else for (const { key, value } of node.entries) flatten(value, join(key.text), values);
}
