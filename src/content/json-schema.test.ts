import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { jsonSchema, SCHEMA_NAMES } from "./json-schema.ts";

test.each(SCHEMA_NAMES)("content/schema/%s.json is what `shuanglan schema` writes", (name) => {
  expect(readFileSync(join(ROOT, `content/schema/${name}.json`), "utf8")).toBe(jsonSchema(name));
});

test.each([
  "content/publication.yaml",
  "content/2024-14.yaml",
  "content/themes/briefing.yaml",
  "fonts/fonts.yaml",
])("%s names the schema that editors complete from", (file) => {
  const [, path] = /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(join(ROOT, file), "utf8"))!;
  expect(SCHEMA_NAMES.map((name) => `${name}.json`)).toContain(path!.split("/").at(-1));
  expect(() => readFileSync(join(ROOT, file, "..", path!))).not.toThrow();
});
