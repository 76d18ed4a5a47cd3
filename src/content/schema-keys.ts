/** Schemas and a path in → the schemas there, and the keys that they have. */
import type * as z from "zod";
import { SCHEMAS } from "./schema.ts";

export type Path = readonly PropertyKey[];

/** Every key that a file of the content may have, each once; names that an editor chooses are not among them. */
export function allKeys(): readonly string[] {
  const keys = new Set<string>();
  const seen = new Set<z.core.$ZodType>();
  const visit = (schema: z.core.$ZodType): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const one of opened(schema)) {
      const { element, valueType } = definition(one);
      for (const [key, part] of Object.entries(shapeOf(one))) {
        keys.add(key);
        visit(part);
      }
      for (const part of [element, valueType]) if (part) visit(part);
    }
  };
  for (const schema of Object.values(SCHEMAS)) visit(schema);
  return [...keys];
}

let known: ReadonlySet<string> | null = null;

export function isKey(word: string): boolean {
  known ??= new Set(allKeys());
  return known.has(word);
}

/** Keys that the schemas have at a path; a union has those of all its alternatives. */
export const keysAt = (schemas: readonly z.core.$ZodType[], path: Path): readonly string[] => [
  ...new Set(schemasAt(schemas, path).flatMap((schema) => Object.keys(shapeOf(schema)))),
];

/** The schemas at a path, one for each alternative. */
export function schemasAt(schemas: readonly z.core.$ZodType[], path: Path): readonly z.core.$ZodType[] {
  const open = schemas.flatMap(opened);
  const [key, ...rest] = path;
  if (key === undefined) return open;
  return schemasAt(
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

export const definition = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition;

/** Without the wrappers for what may be left out; a union as its alternatives. */
function opened(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { innerType, options } = definition(schema);
  if (options) return options.flatMap(opened);
  return innerType ? opened(innerType) : [schema];
}

export const shapeOf = (schema: z.core.$ZodType) => definition(schema).shape ?? {};

function inner(schema: z.core.$ZodType, key: PropertyKey): readonly z.core.$ZodType[] {
  const { element, valueType } = definition(schema);
  const found = typeof key === "number" ? element : (shapeOf(schema)[String(key)] ?? valueType);
  return found ? [found] : [];
}
