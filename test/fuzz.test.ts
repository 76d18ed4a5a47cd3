import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "./fixture.ts";

/** Hangs end a run; how quick a machine is does not. */
const DEADLINE = 30_000;

test("fifteen hundred odd inputs are set or refused with a reason, none crashes and none hangs", () => {
  const args = ["--runs", "1500", "--seed", "1", "--deadline", String(DEADLINE), "--check", "50"];
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "fuzz", "--", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^1500 inputs: \d+ set, \d+ refused, 0 failed/m);
  // Of every kind some are set: what is refused at once tries nothing behind it.
  for (const kind of ["content", "yaml", "theme", "picture", "font", "import"])
    expect(stdout).toMatch(new RegExp(`^${kind}: [1-9]\\d* set, [1-9]\\d* refused`, "m"));
  expect(status).toBe(0);
}, 300_000);
