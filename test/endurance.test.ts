import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./fixture.ts";

test("a watch of many edits and a burst of saves ends with the PDF of a cold build, whole at every moment", () => {
  const args = [join(ROOT, "scripts/endurance.mjs"), "--rebuilds", "40", "--burst", "2"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^40 rebuilds: .* equal to a cold build$/m);
  expect(stdout).toMatch(
    /^burst: 200 saves .* 0 not whole; \d+ times half a save was told of; the last is a cold build's$/m,
  );
  // Of so few rebuilds the memory says nothing yet; that it is looked at does.
  expect(stdout).toMatch(/^heap after collection: \d+\.\d MB .* ± \d+\.\d bytes a rebuild$/m);
  expect(status).toBe(0);
}, 240_000);
