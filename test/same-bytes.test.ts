import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ROOT } from "./fixture.ts";

const PROGRAM = join(ROOT, "dist/shuanglan.js");

/** All editions of the real issue, as the program itself makes them in a place of its own. */
function built(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "bytes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const args = [PROGRAM, "build", "--content", join(ROOT, "content"), "--out", folder];
  execFileSync(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
  const names = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

describe("the same content gives the same bytes", () => {
  test("in another time zone, locale and folder, twice", () => {
    const here = built({ TZ: "UTC", LANG: "C", LC_ALL: "C" });
    const there = built({ TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
    expect(Object.keys(here)).toEqual(["2024-14.en.pdf", "2024-14.pdf", "2024-14.zh.pdf"]);
    for (const [name, bytes] of Object.entries(here)) expect(there[name] === bytes, name).toBe(true);
  });
});
