/** A tree and a schema in → every way in which the one is not like the other, each with its place. */
import type * as z from "zod";
import { safeParse } from "zod/v4/core";
import type { Diagnostic, Expected } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { faultAtColon, slipAtColon } from "./colon-slips.ts";
import { meantIn, withMeant } from "./meant-keys.ts";
import { nearest } from "./nearest.ts";
import { meantKey } from "./other-names.ts";
import { oddBlankAround } from "./read-text.ts";
import { SCHEMAS, type SchemaName } from "./schema.ts";
import { definition, isKey, keysAt, type Path, schemasAt, shapeOf } from "./schema-keys.ts";
import { entryOf, keyOf, type MapNode, type Node, type TextNode } from "./yaml-nodes.ts";

type Issue = z.core.$ZodIssue;

export function validate(root: MapNode, name: SchemaName): readonly Diagnostic[] {
  const parsed = SCHEMAS[name].safeParse(plainData(root));
  if (parsed.success) return [];
  const found = fromIssues(parsed.error.issues, { root, schema: SCHEMAS[name] }, []);
  const renamed = withMeant(root, meantIn(found));
  if (renamed === root) return found;
  const misspelt = found.filter((fault) => fault.code === "unknown-key" && fault.nearest !== null);
  const starts = new Set(misspelt.map(({ span }) => span.start));
  const others = validate(renamed, name).filter(
    ({ code, span }) => code !== "unknown-key" || !starts.has(span.start),
  );
  return [...misspelt, ...others];
}

/** What is being compared. */
interface Comparison {
  readonly root: MapNode;
  readonly schema: z.core.$ZodType;
}

/** Plain data for the schema; a map without a prototype, so that `__proto__` is a key like any other. */
function plainData(node: Node): unknown {
  if (node.kind === "text") return node.text;
  if (node.kind === "list") return node.items.map(plainData);
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries)
    Object.defineProperty(map, key.text, { value: plainData(value), enumerable: true });
  return map;
}

function fromIssues(issues: readonly Issue[], comparison: Comparison, above: Path): readonly Diagnostic[] {
  const isMissing = ({ path }: Issue) => locate(comparison.root, [...above, ...path]).missing;
  const misspelt = new Set(issues.flatMap((issue) => meantBy(issue, comparison, above)));
  const lacks = issues.filter((issue) => isMissing(issue) && !misspelt.has(pathText(issue.path)));
  // As many keys that no one knows as are missing stand for them.
  const renamed = new Set(
    issues.flatMap((issue) => {
      if (issue.code !== "unrecognized_keys") return [];
      const at = pathText(issue.path);
      const missing = lacks.filter(({ path }) => pathText(path.slice(0, -1)) === at);
      const unknown = issue.keys.length - meantBy(issue, comparison, above).length;
      // A file without one right key is no such file at all: all that it lacks is told.
      const isOther = at === "" && above.length === 0 && issue.keys.length === comparison.root.entries.length;
      return missing.length <= unknown && !isOther ? missing.map(({ path }) => pathText(path)) : [];
    }),
  );
  return issues
    .filter((issue) => {
      const path = pathText(issue.path);
      return !(misspelt.has(path) || renamed.has(path)) || !isMissing(issue);
    })
    .flatMap((issue) => fromIssue(issue, comparison, above));
}

/** Paths of the keys that unknown ones most likely stand for: a slip of the pen is told once, not as a lack as well. */
function meantBy(issue: Issue, comparison: Comparison, above: Path): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const known = keysAt([comparison.schema], [...above, ...issue.path]);
  return issue.keys.flatMap((key) => {
    const meant = meantKey(key, known);
    return meant === null ? [] : [pathText([...issue.path, meant])];
  });
}

function fromIssue(issue: Issue, comparison: Comparison, above: Path): readonly Diagnostic[] {
  const path: Path = [...above, ...issue.path];
  const place = locate(comparison.root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      // Where all alternatives but one failed early, that one's faults come alone.
      if (mapsAt(comparison, path).length > 1) return fromUnion(path, comparison, "map");
      return unknownKeys(place.node, issue.keys, place.span, keysAt([comparison.schema], path));
    case "invalid_union":
      return fromUnion(path, comparison, issue.message as Expected);
    case "invalid_value": {
      if (place.missing) return [missingKey(path, place.span)];
      const { node, span } = place;
      if (node.kind !== "text") return [wrongType(path, node, span, "text")];
      const known = issue.values.map(String);
      const near = nearest(node.text, known);
      return [{ code: "unknown-word", severity: "error", span, word: node.text, nearest: near, known }];
    }
    case "invalid_key": {
      const key = keyIn(locate(comparison.root, path.slice(0, -1)).node, String(path.at(-1)));
      return [wrongType(path, key ?? place.node, key?.span ?? place.span, "key")];
    }
    default:
      if (place.missing) return [missingKey(path, place.span)];
      return [wrongType(path, place.node, place.span, expectedOf(issue), keysAt([comparison.schema], path))];
  }
}

const missingKey = (path: Path, span: Span): Diagnostic => ({
  code: "missing-key",
  severity: "error",
  span,
  key: String(path.at(-1)),
});

/** @param keys Those of the schema there: told where keys were expected. */
function wrongType(
  path: Path,
  node: Node,
  span: Span,
  expected: Expected,
  keys: readonly string[] = [],
): Diagnostic {
  const at = { severity: "error", span, path: pathText(path) } as const;
  const wrong = { code: "wrong-type", ...at, expected, keys: expected === "map" ? keys : [] } as const;
  if (node.kind !== "text") return { ...wrong, found: node.kind, text: "" };
  const { text } = node;
  if (text === "") return { code: "empty", ...at };
  const odd = oddBlankAround(node);
  if (odd) return odd;
  const slip = slipAtColon(text, isKey);
  return slip ? faultAtColon(slip, span) : { ...wrong, found: "text", text };
}

const TYPES: Readonly<Record<string, Expected>> = {
  object: "map",
  record: "map",
  array: "list",
  string: "text",
};

function expectedOf(issue: Issue): Expected {
  if (issue.code === "invalid_type" && issue.expected !== "string") return TYPES[issue.expected] ?? "text";
  if (issue.code === "too_small" || issue.code === "too_big") return "colour";
  // Scalars carry the name of their form as their message.
  return issue.message as Expected;
}

/** What an alternative finds wrong, and the keys that it can not be without. */
interface Branch {
  readonly errors: readonly Issue[];
  readonly own: readonly string[];
  readonly known: readonly string[];
}

const mapsAt = ({ schema }: Comparison, path: Path) =>
  schemasAt([schema], path).filter((one) => definition(one).shape);

function branchOf(schema: z.core.$ZodType, node: Node): Branch {
  const shape = Object.entries(shapeOf(schema));
  const own = shape.filter(([, part]) => definition(part).type !== "optional").map(([key]) => key);
  const errors = safeParse(schema, plainData(node)).error?.issues ?? [];
  return { errors, own, known: shape.map(([key]) => key) };
}

/** The alternative that was most likely meant: the one whose own key is there, or that with the fewest faults. */
function fromUnion(path: Path, comparison: Comparison, expected: Expected): readonly Diagnostic[] {
  const { node, span, missing } = locate(comparison.root, path);
  if (missing) return [missingKey(path, span)];
  const maps = mapsAt(comparison, path);
  if (node.kind !== "map" || maps.length === 0) return [wrongType(path, node, span, expected)];
  const branches = maps.map((schema) => branchOf(schema, node));
  const named = branches.filter(({ own }) => own.some((key) => entryOf(node, key)));
  const weight = ({ errors }: Branch) => errors.reduce((sum, error) => sum + weightOf(error), 0);
  const best = (named.length > 0 ? named : branches).reduce((a, b) => (weight(b) < weight(a) ? b : a));
  const known = [...new Set(branches.flatMap((branch) => branch.known))];
  const unknown = best.errors.flatMap((error) => (isOfMap(error) ? error.keys : []));
  const beside =
    named.length > 0
      ? keysBeside(unknown, node, best, [...known, ...keysWithin(best, maps)])
      : unknownKeys(node, unknown, span, known);
  const moved = beside.flatMap((fault) => (fault.code === "misplaced-key" ? [fault.beside] : []));
  const within = best.errors.filter(
    (error) => !isOfMap(error) && !(moved.includes(String(error.path[0])) && isEmpty(node, error.path[0]!)),
  );
  return [...beside, ...fromIssues(within, comparison, path)];
}

/** What stands under a key is nothing: what belongs there was typed beside it, which is told. */
const isEmpty = (node: MapNode, key: PropertyKey): boolean => {
  const value = entryOf(node, String(key));
  return value?.kind === "text" && value.text === "";
};

/** What may stand inside the key that says what a block is: put beside it, it was moved out. */
const keysWithin = ({ own }: Branch, maps: readonly z.core.$ZodType[]): readonly string[] =>
  own.flatMap((key) => keysAt(maps, [key]));

/** Unknown keys of the map itself, not of what stands in it. */
const isOfMap = (issue: Issue): issue is Extract<Issue, { code: "unrecognized_keys" }> =>
  issue.code === "unrecognized_keys" && issue.path.length === 0;

/** Keys beside the one that says what a block is: another block's, or none at all. */
function keysBeside(
  keys: readonly string[],
  node: MapNode,
  { own, known }: Branch,
  all: readonly string[],
): readonly Diagnostic[] {
  const beside = own.find((key) => entryOf(node, key))!;
  const [misplaced] = keys.filter((key) => all.includes(key));
  const unknown = keys.filter((key) => !all.includes(key));
  const found = unknownKeys(node, unknown, headOf(node), known);
  if (misplaced === undefined) return found;
  // One slip, however many keys stand beside it.
  const span = keyOf(node, misplaced)?.span ?? headOf(node);
  return [...found, { code: "misplaced-key", severity: "error", span, key: misplaced, beside }];
}

/** A key that is missing or unknown at the top speaks against an alternative more than a fault within. */
function weightOf(error: Issue): number {
  if (error.code === "unrecognized_keys" && error.path.length === 0) return 2 * error.keys.length;
  return error.path.length <= 1 ? 3 : 1;
}

const keyIn = (node: Node, key: string): TextNode | null => (node.kind === "map" ? keyOf(node, key) : null);

function unknownKeys(
  node: Node,
  keys: readonly string[],
  at: Span,
  known: readonly string[],
): readonly Diagnostic[] {
  const slipOf = (key: string) => {
    const slip = slipAtColon(key, isKey);
    return slip && known.includes(slip.key) ? slip : null;
  };
  const pieces = keys.filter((key) => isPieceOfText(node, key) && !slipOf(key));
  return keys
    .filter((key) => !pieces.slice(1).includes(key))
    .map((key): Diagnostic => {
      const span = keyIn(node, key)?.span ?? at;
      const yaml = { code: "yaml", severity: "error", span, detail: key } as const;
      const slip = slipOf(key);
      if (slip) return faultAtColon(slip, span);
      if (pieces.includes(key)) return { ...yaml, fault: "comma-in-braces" };
      const free = known.filter((one) => keyIn(node, one) === null);
      return { code: "unknown-key", severity: "error", span, key, nearest: meantKey(key, free), known };
    });
}

/** A key without a colon, which only braces let stand: what a comma cut off from the text before it. */
function isPieceOfText(node: Node, key: string): boolean {
  const value = node.kind === "map" ? entryOf(node, key) : null;
  return value?.kind === "text" && value.text === "" && value.span.start === keyIn(node, key)!.span.start;
}

/** The node at a path; where it is missing, the last one on the way. */
function locate(
  root: MapNode,
  path: Path,
): { readonly node: Node; readonly span: Span; readonly missing: boolean } {
  let node: Node = root;
  for (const key of path) {
    const next: Node | null =
      node.kind === "map"
        ? entryOf(node, String(key))
        : node.kind === "list"
          ? (node.items[Number(key)] ?? null)
          : null;
    if (next === null) return { node, span: headOf(node), missing: true };
    node = next;
  }
  return { node, span: headOf(node), missing: false };
}

/** A map is pointed at by its first key: its own span may run over many lines. */
function headOf(node: Node): Span {
  const first = node.kind === "map" ? node.entries[0]?.key.span : undefined;
  return first ?? { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
}

/** `articles[0].body[2].zh` */
function pathText(path: Path): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${String(key)}`))
    .join("");
}
