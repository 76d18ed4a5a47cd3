/** The schemas in → JSON Schema, draft 7, for completion and checks while an editor types. */
import * as z from "zod";
import { SCHEMAS, type SchemaName } from "./schema.ts";

export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[];

/** @returns The file's text, the same on every machine. */
export function jsonSchema(name: SchemaName): string {
  const schema = z.toJSONSchema(SCHEMAS[name], {
    target: "draft-7",
    reused: "ref",
    override: ({ jsonSchema: made }) => {
      // A number in YAML has no characters to match: its form is checked when it is read.
      if (Array.isArray(made.type)) delete made.pattern;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
