import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { handbook } from "./handbook.ts";
import { RULES } from "./rule-list.ts";

test.each([
  ["docs/proofreading.md", "en"],
  ["docs/proofreading.zh.md", "zh"],
] as const)("%s is what `npm run handbook` writes of the rules", (file, language) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  expect(text).toBe(handbook(language));
  for (const { id } of RULES) expect(text).toContain(`### \`${id}\``);
});
