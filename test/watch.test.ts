import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { ISSUE, type Newsroom, newsroom } from "./newsroom.ts";

interface Watch {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** How many lines of the output match. */
  readonly count: (pattern: RegExp) => number;
  /** Waits until at least so many lines match. */
  readonly lines: (pattern: RegExp, least: number) => Promise<void>;
}

/** The program as it ships, watching a room until the test ends. */
function watch(room: Newsroom, ...args: readonly string[]): Watch {
  const words = ["watch", ...args, "--content", room.path("content"), "--out", room.path("output")];
  const child = spawn(process.execPath, [join(ROOT, "dist/shuanglan.js"), ...words]);
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    printed.out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    printed.err += String(chunk);
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const count = (pattern: RegExp) => printed.out.split("\n").filter((line) => pattern.test(line)).length;
  const lines = (pattern: RegExp, least: number) =>
    expect.poll(() => count(pattern), { timeout: 40_000 }).toBeGreaterThanOrEqual(least);
  return { child, out: () => printed.out, err: () => printed.err, count, lines };
}

const pdf = (room: Newsroom, name = "2025-01.pdf") => readFileSync(room.path(`output/${name}`));

test("watch tells a line for every file it sets, with what changed, and ends in peace", async () => {
  const room = newsroom();
  const { child, lines, out, err } = watch(room);
  await lines(/^\d\d:\d\d:\d\d {2}\S+2025-01(?:\.zh|\.en)?\.pdf {2}1 page {2}\d+\.\d\d s$/, 3);
  const before = pdf(room);
  room.write("content/2025-01.yaml", ISSUE.replace("第一段", "第二段"));
  await lines(/2025-01\.pdf .* → p\. 1 {2}\S+2025-01\.yaml$/, 1);
  await lines(/2025-01\.en\.pdf .* no page changed/, 1);
  expect(pdf(room).equals(before)).toBe(false);
  expect(err()).toBe("");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(out().trim().split("\n")).toHaveLength(6);
});

test("faults are told once, the last good PDF stays, and the next sound save is set", async () => {
  const room = newsroom();
  const { lines, err } = watch(room, "--edition", "bilingual");
  await lines(/2025-01\.pdf/, 1);
  const before = pdf(room);
  room.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
  await expect.poll(err, { timeout: 20_000 }).toContain("the last good pages stay");
  expect(err().match(/did you mean “overall”/g)).toHaveLength(1);
  expect(pdf(room).equals(before)).toBe(true);
  room.write("content/2025-01.yaml", ISSUE);
  await lines(/2025-01\.pdf .* no page changed/, 1);
  expect(pdf(room).equals(before)).toBe(true);
});

test("two files of one issue are told when the second comes, once for both", async () => {
  const room = newsroom();
  const { lines, err } = watch(room, "--edition", "en", "--lang", "en");
  await lines(/2025-01\.en\.pdf/, 1);
  room.write("content/2025-1.yaml", ISSUE.replace("2025-01", "2025-1"));
  await lines(/2025-1\.en\.pdf/, 1);
  await expect.poll(err).toContain("2025-1 and 2025-01");
  expect(err().match(/are one issue/g)).toHaveLength(1);
});

test("saves by rename, bursts, a deleted file that comes back, a new issue, a theme of its own", async () => {
  const room = newsroom();
  const { lines, count, err } = watch(room, "--edition", "zh");
  const changes = /2025-01\.zh\.pdf .* → p\. 1/;
  await lines(/2025-01\.zh\.pdf/, 1);
  for (let k = 0; k < 4; k++) {
    room.write("content/.save", ISSUE.replace("第一段", `改名第${k}段`));
    renameSync(room.path("content/.save"), room.path("content/2025-01.yaml"));
    await lines(changes, k + 1);
  }
  for (let k = 0; k < 50; k++) room.write("content/2025-01.yaml", ISSUE.replace("第一段", `连存第${k}段`));
  await lines(changes, 5);
  expect(count(changes)).toBeLessThan(25);
  await wait(400);
  const before = count(changes);
  rmSync(room.path("content/2025-01.yaml"));
  room.write("content/2025-01.yaml", ISSUE);
  await lines(changes, before + 1);
  expect(err()).toBe("");
  room.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02"));
  await lines(/2025-02\.zh\.pdf/, 1);
  mkdirSync(room.path("content/themes"));
  room.write("content/themes/briefing.yaml", "extends: briefing\n");
  await expect.poll(err, { timeout: 20_000 }).toContain("extends itself");
  rmSync(room.path("content/themes/briefing.yaml"));
  await lines(/2025-0[12]\.zh\.pdf .* no page changed/, 2);
});

test("an output folder that vanishes is told, and the next save tries again", async () => {
  const room = newsroom();
  const { lines, err } = watch(room, "--edition", "en");
  await lines(/2025-01\.en\.pdf/, 1);
  rmSync(room.path("output"), { recursive: true });
  room.write("content/2025-01.yaml", ISSUE.replace("first", "second"));
  await expect.poll(err, { timeout: 20_000 }).toContain("its folder is gone");
  mkdirSync(room.path("output"));
  room.write("content/2025-01.yaml", ISSUE.replace("first", "third"));
  await lines(/2025-01\.en\.pdf/, 2);
  expect(existsSync(room.path("output/2025-01.en.pdf"))).toBe(true);
});

test("a content folder that can not be listed is told once, and set again when it is back", async ({
  skip,
}) => {
  if (process.platform === "win32") skip("links need rights of their own there");
  const room = newsroom();
  const { child, lines, err } = watch(room, "--edition", "en");
  await lines(/2025-01\.en\.pdf/, 1);
  renameSync(room.path("content"), room.path("away"));
  symlinkSync("content", room.path("content"));
  await expect.poll(err, { timeout: 20_000 }).toContain("its links lead in a circle");
  // Longer than it takes to look again without an occasion.
  await wait(4500);
  expect(child.exitCode).toBe(null);
  expect(err().match(/its links lead in a circle/g)).toHaveLength(1);
  rmSync(room.path("content"));
  renameSync(room.path("away"), room.path("content"));
  room.write("content/2025-01.yaml", ISSUE.replace("first", "second"));
  await lines(/2025-01\.en\.pdf .* → p\. 1/, 1);
});

test("a folder without issues is waited for", async () => {
  const room = newsroom();
  rmSync(room.path("content/2025-01.yaml"));
  const { lines, err } = watch(room, "--edition", "en");
  await expect.poll(err, { timeout: 20_000 }).toContain("waiting for issues");
  room.write("content/2025-01.yaml", ISSUE);
  await lines(/2025-01\.en\.pdf/, 1);
});
