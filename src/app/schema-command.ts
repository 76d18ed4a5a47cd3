/** `shuanglan schema`: the JSON Schemas of the content files → a folder. */
import { join } from "node:path";
import { jsonSchema, SCHEMA_NAMES } from "../content/json-schema.ts";
import { prepareFolder, replaceFile } from "./effects.ts";
import { out } from "./output.ts";
import { shown } from "./sources.ts";
import { STATUS } from "./status.ts";

export function writeSchemas(folder: string): number {
  prepareFolder(folder);
  for (const name of SCHEMA_NAMES) {
    const file = join(folder, `${name}.json`);
    replaceFile(file, Buffer.from(jsonSchema(name), "utf8"));
    out(shown(file));
  }
  return STATUS.done;
}
