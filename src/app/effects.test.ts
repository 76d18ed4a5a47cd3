import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isWithin } from "./effects.ts";

const folder = mkdtempSync(join(tmpdir(), "within-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["content", "else/deep"]) mkdirSync(join(folder, name), { recursive: true });
for (const name of ["content/a.png", "else/a.png"]) writeFileSync(join(folder, name), "");
symlinkSync(join(folder, "else/deep"), join(folder, "content/link"));
symlinkSync("../else/a.png", join(folder, "content/out.png"));

test.each([
  ["content", "content/a.png", true],
  ["content", "content/out.png", false],
  ["content", "else/a.png", false],
  ["content", "content/none.png", true],
  // Dots take away what stands in front of them, wherever it leads.
  ["content/link/..", "content/a.png", true],
  ["content/link/..", "content/out.png", false],
  ["content", "content/link/../a.png", true],
])("%s: %s is within: %j", (content, path, isIn) => {
  expect(isWithin(`${folder}/${content}`, `${folder}/${path}`)).toBe(isIn);
});
