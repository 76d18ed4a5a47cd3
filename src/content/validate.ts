/** A tree and a schema in → every way in which the one is not like the other, each with its place. */
import type { z } from "zod";
import type { Diagnostic, Expected } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { nearest } from "./nearest.ts";
import { SCHEMAS, type SchemaName } from "./schema.ts";
import { entryOf, type MapNode, type Node } from "./yaml-nodes.ts";

type Issue = z.core.$ZodIssue;

export function validate(root: MapNode, name: SchemaName): readonly Diagnostic[] {
  const parsed = SCHEMAS[name].safeParse(plainData(root));
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => fromIssue(issue, { root, schema: SCHEMAS[name] }, []));
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

type Path = readonly PropertyKey[];

function fromIssue(issue: Issue, comparison: Comparison, above: Path): readonly Diagnostic[] {
  const path: Path = [...above, ...issue.path];
  const place = locate(comparison.root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        unknownKey(place.node, key, place.span, keysAt([comparison.schema], path)),
      );
    case "invalid_union":
      return fromUnion(issue, comparison, path);
    case "invalid_value": {
      if (place.missing) return [missingKey(path, place.span)];
      const known = issue.values.map(String);
      const word = place.node?.kind === "text" ? place.node.text : kindOf(place.node);
      const code = "unknown-word";
      return [{ code, severity: "error", span: place.span, word, nearest: nearest(word, known), known }];
    }
    case "invalid_key":
      return [wrongType(path, place.node, place.span, "key")];
    default:
      if (place.missing) return [missingKey(path, place.span)];
      return [wrongType(path, place.node, place.span, expectedOf(issue))];
  }
}

const missingKey = (path: Path, span: Span): Diagnostic => ({
  code: "missing-key",
  severity: "error",
  span,
  key: String(path.at(-1)),
});

const kindOf = (node: Node | null): string => (node === null ? "nothing" : node.kind);

function wrongType(path: Path, node: Node | null, span: Span, expected: Expected): Diagnostic {
  const found = node?.kind === "text" ? node.text : kindOf(node);
  if (node?.kind === "text" && node.text === "")
    return { code: "empty", severity: "error", span, path: pathText(path) };
  return { code: "wrong-type", severity: "error", span, path: pathText(path), expected, found };
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

/** The alternative that was most likely meant: the one with the fewest faults of its own. */
function fromUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  comparison: Comparison,
  path: Path,
): readonly Diagnostic[] {
  const { node, span, missing } = locate(comparison.root, path);
  if (missing) return [missingKey(path, span)];
  if (node?.kind !== "map") return [wrongType(path, node, span, issue.message as Expected)];
  const isMapBranch = (errors: readonly Issue[]) =>
    !errors.some((error) => error.path.length === 0 && error.code === "invalid_type");
  const branches = issue.errors.filter(isMapBranch);
  if (branches.length === 0) return [wrongType(path, node, span, issue.message as Expected)];
  const weight = (errors: readonly Issue[]) => errors.reduce((sum, error) => sum + weightOf(error), 0);
  const best = branches.reduce((a, b) => (weight(b) < weight(a) ? b : a));
  return best.flatMap((error) => fromIssue(error, comparison, path));
}

/** A key that is missing or unknown at the top speaks against an alternative more than a fault within. */
function weightOf(error: Issue): number {
  if (error.code === "unrecognized_keys" && error.path.length === 0) return 2 * error.keys.length;
  return error.path.length <= 1 ? 3 : 1;
}

function unknownKey(node: Node | null, key: string, span: Span, known: readonly string[]): Diagnostic {
  const typed = node?.kind === "map" ? node.entries.find((entry) => entry.key.text === key)?.key : null;
  const code = "unknown-key";
  return { code, severity: "error", span: typed?.span ?? span, key, nearest: nearest(key, known), known };
}

/** Keys that the schemas have at a path; a union has those of all its alternatives. */
function keysAt(schemas: readonly z.core.$ZodType[], path: Path): readonly string[] {
  const open = schemas.flatMap(opened);
  const [key, ...rest] = path;
  if (key === undefined) return [...new Set(open.flatMap((schema) => Object.keys(shapeOf(schema))))];
  return keysAt(
    open.flatMap((schema) => inner(schema, key)),
    rest,
  );
}

type Definition = {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
};

const definition = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition;

/** Without the wrappers for what may be left out; a union as its alternatives. */
function opened(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { innerType, options } = definition(schema);
  if (options) return options.flatMap(opened);
  return innerType ? opened(innerType) : [schema];
}

const shapeOf = (schema: z.core.$ZodType) => definition(schema).shape ?? {};

function inner(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  const { element, valueType } = definition(schema);
  const found = typeof key === "number" ? element : (shapeOf(schema)[String(key)] ?? valueType);
  return found ? [found] : [];
}

/** The node at a path, or where the map stands that lacks it. */
function locate(
  root: MapNode,
  path: Path,
): { readonly node: Node | null; readonly span: Span; readonly missing: boolean } {
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
