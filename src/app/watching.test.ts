import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, relative, sep, win32 } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { leadsTo, watchFolders } from "./watching.ts";

/** A watched folder beside one that is not there yet, and what its file held at every call. */
async function watched() {
  const folder = mkdtempSync(join(tmpdir(), "watched-"));
  const path = (name: string) => join(folder, "content", name);
  mkdirSync(path("."));
  writeFileSync(path("a.yaml"), "0");
  const calls: { readonly paths: readonly string[]; readonly text: string }[] = [];
  const text = () => {
    try {
      return readFileSync(path("a.yaml"), "utf8");
    } catch {
      return "gone";
    }
  };
  const watching = watchFolders([path("."), join(folder, "later")], (paths) =>
    calls.push({
      paths: [...paths].map((name) => relative(path("."), name).replaceAll(sep, "/")),
      text: text(),
    }),
  );
  onTestFinished(async () => {
    await watching.close();
    rmSync(folder, { recursive: true });
  });
  await watching.ready;
  const sees = (expected: string) =>
    vi.waitFor(() => expect(calls.at(-1)?.text).toBe(expected), { timeout: 20_000 });
  return { path, calls, sees };
}

/** Windows refuses in the moment that somebody looks at the file; programs try again there. */
const renamed = (from: string, to: string) => vi.waitFor(() => renameSync(from, to), { interval: 5 });

test("a plain save is told with its path", async () => {
  const { path, calls, sees } = await watched();
  writeFileSync(path("a.yaml"), "1");
  await sees("1");
  expect(new Set(calls.flatMap(({ paths }) => paths))).toEqual(new Set(["a.yaml"]));
});

test("saves by rename are told every time", async () => {
  const { path, sees } = await watched();
  for (let k = 1; k <= 8; k++) {
    writeFileSync(path(".a.yaml.swp"), `renamed ${k}`);
    await renamed(path(".a.yaml.swp"), path("a.yaml"));
    await sees(`renamed ${k}`);
  }
});

test("saves of both kinds in close succession leave the file watched: the next one is told with its path", async () => {
  const { path, calls, sees } = await watched();
  for (let k = 1; k <= 150; k++) {
    writeFileSync(path(".a.yaml.swp"), `renamed ${k}`);
    writeFileSync(path("a.yaml"), `written ${k}`);
    if (k % 2 === 0) await wait(k % 7);
    await renamed(path(".a.yaml.swp"), path("a.yaml"));
    if (k % 3 === 0) await wait(k % 11);
  }
  await sees("renamed 150");
  for (let k = 1; k <= 3; k++) {
    await wait(400);
    const before = calls.length;
    writeFileSync(path("a.yaml"), `once more ${k}`);
    await sees(`once more ${k}`);
    await vi.waitFor(() => expect(calls.slice(before).flatMap(({ paths }) => paths)).toContain("a.yaml"));
  }
});

test("saves by a copy that is moved away first, as vim makes them", async () => {
  const { path, calls, sees } = await watched();
  for (let k = 1; k <= 5; k++) {
    renameSync(path("a.yaml"), path("a.yaml~"));
    writeFileSync(path("a.yaml"), `moved ${k}`);
    rmSync(path("a.yaml~"));
    await sees(`moved ${k}`);
  }
  expect(calls.map(({ text }) => text)).not.toContain("gone");
});

test("of a burst of saves the last is never missed, and they do not all count", async () => {
  const { path, calls, sees } = await watched();
  for (let k = 1; k <= 60; k++) {
    writeFileSync(path("a.yaml"), `burst ${k}`);
    await wait(3);
  }
  await sees("burst 60");
  expect(calls.length).toBeLessThan(40);
});

test("a file that is deleted and comes back at once is never told as gone; one that stays away is", async () => {
  const { path, calls, sees } = await watched();
  rmSync(path("a.yaml"));
  await wait(40);
  writeFileSync(path("a.yaml"), "back");
  await sees("back");
  expect(calls.map(({ text }) => text)).not.toContain("gone");
  rmSync(path("a.yaml"));
  await sees("gone");
  writeFileSync(path("a.yaml"), "back again");
  await sees("back again");
});

test("a file that is emptied before it is written again is not told empty", async () => {
  const { path, calls, sees } = await watched();
  writeFileSync(path("a.yaml"), "");
  await wait(60);
  writeFileSync(path("a.yaml"), "full");
  await sees("full");
  expect(calls.map(({ text }) => text)).not.toContain("");
});

test("new files, and a folder that comes to be later, are told; passing files are not", async () => {
  const { path, calls } = await watched();
  const told = (name: string) =>
    vi.waitFor(() => expect(calls.flatMap(({ paths }) => paths)).toContain(name), { timeout: 20_000 });
  writeFileSync(path("b.yaml"), "1");
  await told("b.yaml");
  mkdirSync(path("../later"));
  writeFileSync(path("../later/font.ttf"), "1");
  await told("../later/font.ttf");
  mkdirSync(path("themes"));
  writeFileSync(path("themes/own.yaml"), "1");
  await told("themes/own.yaml");
  writeFileSync(path("../elsewhere.yaml"), "1");
  for (const name of [".hidden", "a.yaml~", "4913", "x.tmp"]) writeFileSync(path(name), "1");
  writeFileSync(path("c.yaml"), "1");
  await told("c.yaml");
  const names = new Set(calls.flatMap(({ paths }) => paths));
  expect([...names].filter((name) => /hidden|~|4913|tmp|elsewhere/.test(name))).toEqual([]);
});

test("a folder that another takes the place of goes on being watched, again and again", async () => {
  const { path, calls, sees } = await watched();
  for (let round = 0; round < 3; round++) {
    const next = path("../next");
    mkdirSync(next);
    writeFileSync(join(next, "a.yaml"), `new ${round}`);
    renameSync(path("."), path(`../old-${round}`));
    renameSync(next, path("."));
    await sees(`new ${round}`);
    await wait(300);
    for (const text of [`one ${round}`, `two ${round}`]) {
      const before = calls.length;
      writeFileSync(path("a.yaml"), text);
      await sees(text);
      // Told by the system, and not found by a look without an occasion.
      expect(calls.slice(before).flatMap(({ paths }) => paths)).toContain("a.yaml");
      await wait(200);
    }
  }
});

const DELETED = "a folder that is deleted and made anew goes on being watched";
const WAITS = "skipped on Windows, where it stands until nobody watches it";
test.skipIf(process.platform === "win32")(`${DELETED} (${WAITS})`, async () => {
  const { path, sees } = await watched();
  rmSync(path("."), { recursive: true });
  await sees("gone");
  mkdirSync(path("."));
  writeFileSync(path("a.yaml"), "anew");
  await sees("anew");
  await wait(200);
  writeFileSync(path("a.yaml"), "once more");
  await sees("once more");
});

test("what is asked for with slashes on Windows, as the watching library does, is in the folder that has backslashes", () => {
  const leads = (path: string, wanted = "Z:\\双栏 desk\\content") => leadsTo(path, [wanted], win32);
  for (const slash of ["/", "\\"]) {
    const at = (...names: readonly string[]) => ["Z:", "双栏 desk", ...names].join(slash);
    expect(leads(at("content", "2024-14.yaml"))).toBe(true);
    expect(leads(at("content", "figures", "map.png"))).toBe(true);
    expect(leads(at("content"))).toBe(true);
    expect(leads(at())).toBe(true);
    expect(leads(at("content", ".2024-14.yaml.swp"))).toBe(false);
    expect(leads(at("contents", "2024-14.yaml"))).toBe(false);
    expect(leads(at("output", "2024-14.pdf"))).toBe(false);
  }
});

test("a folder at the root of a disk, and of a share, is found from there", () => {
  expect(leadsTo("Z:/", ["Z:\\content"], win32)).toBe(true);
  expect(leadsTo("//desk/share/", ["\\\\desk\\share\\content"], win32)).toBe(true);
  expect(leadsTo("//desk/share/content/a.yaml", ["\\\\desk\\share\\content"], win32)).toBe(true);
  expect(leadsTo("/", ["/content"], posix)).toBe(true);
  expect(leadsTo("Z:/content/a.yaml", ["Z:\\"], win32)).toBe(true);
});
