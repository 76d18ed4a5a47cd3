import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { Starter } from "../scripts/fuzz/starter.ts";
import { ROOT } from "./fixture.ts";

/** Hangs end a run; how quick a machine is does not. */
const DEADLINE = 30_000;

test("three thousand odd inputs are set or refused with a reason, none crashes, none hangs, every PDF is sound", () => {
  const args = ["--runs", "3000", "--seed", "1", "--deadline", String(DEADLINE)];
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "fuzz", "--", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^3000 inputs: \d+ set, \d+ refused, 0 failed/m);
  // Of every kind some are set: what is refused at once tries nothing behind it.
  for (const kind of ["content", "yaml", "theme", "picture", "font", "profile", "import"])
    expect(stdout).toMatch(new RegExp(`^${kind}: [1-9]\\d* set, [1-9]\\d* refused`, "m"));
  // Whatever is not installed is named, and the rest has been looked at.
  const [, whole, sampled] = /^PDFs: (\d+) whole by qpdf, .*; (\d+) of them past preflight/m.exec(stdout)!;
  if (!/^not installed.*qpdf/m.test(stdout)) expect(Number(whole)).toBeGreaterThan(300);
  expect(Number(sampled)).toBeGreaterThan(5);
  expect(status).toBe(0);
}, 300_000);

test("what looks at the PDFs hands back its words and its status, and says where it is not there or ends", async () => {
  const starter = new Starter();
  const node = (script: string) => starter.run(process.execPath, ["-e", script]);
  const said = await Promise.all([
    node("console.log('a'); console.error('b'); process.exitCode = 3"),
    node(""),
    node("process.kill(process.pid, 'SIGKILL')"),
    starter.run("no-such-program", []),
  ]);
  expect(said.slice(0, 2)).toEqual([
    { status: 3, out: "a\n", err: "b\n" },
    { status: 0, out: "", err: "" },
  ]);
  expect(said.slice(2).map(({ status }) => status)).toEqual([null, null]);
  starter.close();
  await expect(node("")).rejects.toThrow();
});
