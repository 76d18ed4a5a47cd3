import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { newsroom } from "./newsroom.ts";

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly license?: string; readonly integrity?: string }>
  >;
}

const LOCK = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;

const licences = (lock: Lock) => {
  const room = newsroom();
  room.write("lock.json", JSON.stringify(lock));
  return spawnSync(process.execPath, ["scripts/licences.mjs", "--lock", room.path("lock.json")], {
    cwd: ROOT,
    encoding: "utf8",
  });
};

/** The lock file with one package that ships changed. */
const withChange = (change: { readonly license?: string; readonly integrity?: string }): Lock => ({
  packages: { ...LOCK.packages, "node_modules/yaml": { ...LOCK.packages["node_modules/yaml"], ...change } },
});

test("everything that ships is under a permissive licence and pinned to its bytes", () => {
  const { status, stdout, stderr } = licences(LOCK);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^yaml \d+\.\d+\.\d+ {2}ISC$/m);
  expect(stdout).not.toMatch(/^vitest /m);
  expect(status).toBe(0);
});

test.each(["GPL-3.0-or-later", "AGPL-3.0", "LGPL-2.1", "MPL-2.0", "MIT AND GPL-2.0", "SEE LICENSE IN X"])(
  "%s does not ship",
  (license) => {
    const { status, stderr } = licences(withChange({ license }));
    expect(stderr).toContain(`yaml: ${license} is not a licence that may ship`);
    expect(status).toBe(1);
  },
);

test("a choice that has a permissive licence in it ships", () => {
  expect(licences(withChange({ license: "(GPL-2.0 OR MIT)" })).status).toBe(0);
});

test("a package without its sum does not ship", () => {
  const { status, stderr } = licences(withChange({ integrity: "" }));
  expect(stderr).toContain("yaml: the lock file does not pin its bytes");
  expect(status).toBe(1);
});
