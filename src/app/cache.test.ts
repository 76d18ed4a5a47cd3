import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { keptIn, type Newsroom, newsroom } from "../../test/newsroom.ts";
import { cacheFolder, openCache } from "./cache.ts";

describe("the cache", () => {
  const opened = (room: Newsroom, program = "this program", most?: { files: number; bytes: number }) =>
    openCache(room.path("cache"), program, most);

  test("gives back what was kept under a name, to the program that kept it alone", () => {
    const room = newsroom();
    const value = { map: new Map([["键", new Uint8Array([1, 2])]]), ends: Int32Array.of(3), none: null };
    opened(room).keep("a", value);
    expect(opened(room).recall("a")).toEqual(value);
    expect(opened(room).recall("b")).toBeUndefined();
    expect(opened(room, "another").recall("a")).toBeUndefined();
    const [file] = keptIn(room.path("cache"));
    opened(room).keep("b", "b");
    const other = keptIn(room.path("cache")).find((one) => one !== file)!;
    copyFileSync(file!, other);
    expect(opened(room).recall("b")).toBeUndefined();
  });

  test("is bounded in files and bytes, and what was kept longest ago goes first", () => {
    const room = newsroom();
    const age = (name: string, seconds: number) => {
      const before = new Set(existsSync(room.path("cache")) ? keptIn(room.path("cache")) : []);
      opened(room, "p", { files: 3, bytes: 4000 }).keep(name, new Uint8Array(500));
      const made = keptIn(room.path("cache")).find((file) => !before.has(file));
      if (made) utimesSync(made, seconds, seconds);
    };
    for (let k = 1; k <= 6; k++) age(`value ${k}`, k);
    const cache = opened(room, "p");
    const there = [1, 2, 3, 4, 5, 6].filter((k) => cache.recall(`value ${k}`) !== undefined);
    expect(there).toEqual([4, 5, 6]);
    opened(room, "p", { files: 10, bytes: 4000 }).keep("larger", new Uint8Array(2000));
    expect(cache.recall("larger")).toBeUndefined();
    expect(keptIn(room.path("cache")).reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(4000);
  });

  test("what is asked for from day to day outlives what was kept later and is not", () => {
    const room = newsroom();
    const few = { files: 2, bytes: 4000 };
    const [old, day] = [Date.now() / 1000 - 7 * 86_400, 86_400];
    const kept = (name: string, time: number) => {
      const before = new Set(existsSync(room.path("cache")) ? keptIn(room.path("cache")) : []);
      opened(room, "p", few).keep(name, name);
      utimesSync(keptIn(room.path("cache")).find((file) => !before.has(file))!, time, time);
    };
    kept("of use", old);
    kept("forgotten", old + day);
    expect(opened(room, "p").recall("of use")).toBe("of use");
    kept("new", old + 2 * day);
    expect(opened(room, "p").recall("of use")).toBe("of use");
    expect(opened(room, "p").recall("forgotten")).toBeUndefined();
  });

  test("a file that a bad disk shortened or changed is nothing", () => {
    const room = newsroom();
    opened(room).keep("a", "a text of some length");
    const [file] = keptIn(room.path("cache"));
    const whole = readFileSync(file!);
    const changed = Uint8Array.from(whole);
    changed[whole.length - 3]! ^= 1;
    for (const bytes of [changed, whole.subarray(0, -1), whole.subarray(0, 32), whole.subarray(0, 0)]) {
      writeFileSync(file!, bytes);
      expect(opened(room).recall("a")).toBeUndefined();
    }
    writeFileSync(file!, whole);
    expect(opened(room).recall("a")).toBe("a text of some length");
  });

  test("has room for many long issues where nobody says how much", () => {
    const room = newsroom();
    for (let k = 0; k < 3; k++) opened(room).keep(`issue ${k}`, new Uint8Array(4_000_000));
    for (let k = 0; k < 3; k++) expect(opened(room).recall(`issue ${k}`)).toHaveLength(4_000_000);
  });

  test("takes away of a folder what is its own alone", () => {
    const room = newsroom();
    const folder = room.path("cache");
    mkdirSync(folder, { mode: 0o700 });
    const others = ["letter.txt", "notes.kept", "draft.tmp", ".shuanglan-a.tmp"];
    const left = "0123456789abcdef.tmp";
    for (const [k, name] of [...others, left].entries()) {
      room.write(`cache/${name}`, "a");
      utimesSync(room.path(`cache/${name}`), k, k);
    }
    for (let k = 1; k <= 64; k++) opened(room, "p", { files: 1, bytes: 4000 }).keep(`value ${k}`, k);
    const there = readdirSync(folder);
    expect(there).toEqual(expect.arrayContaining(others));
    expect(there).not.toContain(left);
    expect(there.length).toBe(others.length + 1);
  });

  test("a folder that others may write into is left alone (skipped where there are no modes)", ({ skip }) => {
    if (process.platform === "win32") skip("no modes");
    const room = newsroom();
    opened(room).keep("a", 1);
    expect(opened(room).recall("a")).toBe(1);
    chmodSync(room.path("cache"), 0o777);
    expect(opened(room).recall("a")).toBeUndefined();
    opened(room).keep("b", 2);
    chmodSync(room.path("cache"), 0o700);
    expect(opened(room).recall("a")).toBe(1);
    expect(opened(room).recall("b")).toBeUndefined();
  });

  test("nobody but the user reads what is kept (skipped where there are no modes)", ({ skip }) => {
    if (process.platform === "win32") skip("no modes");
    const room = newsroom();
    opened(room).keep("a", 1);
    for (const path of [room.path("cache"), ...keptIn(room.path("cache"))])
      expect(statSync(path).mode & 0o077, path).toBe(0);
  });

  test("leaves nothing half-written where a value can not take its place", () => {
    const room = newsroom();
    opened(room).keep("a", 1);
    const [file] = keptIn(room.path("cache"));
    rmSync(file!);
    mkdirSync(file!);
    opened(room).keep("a", 2);
    expect(readdirSync(room.path("cache"))).toEqual([basename(file!)]);
    expect(opened(room).recall("a")).toBeUndefined();
  });

  test("what can not be written down is not kept", () => {
    const room = newsroom();
    opened(room).keep("a", { make: () => 1 });
    expect(opened(room).recall("a")).toBeUndefined();
    expect(existsSync(room.path("cache")) ? readdirSync(room.path("cache")) : []).toEqual([]);
  });

  test.each([
    ["linux", {}, "/home/me/.cache/shuanglan"],
    ["linux", { XDG_CACHE_HOME: "/var/me" }, "/var/me/shuanglan"],
    ["darwin", {}, "/home/me/Library/Caches/shuanglan"],
    ["linux", { SHUANGLAN_CACHE: "/elsewhere" }, "/elsewhere"],
    ["linux", { SHUANGLAN_CACHE: "off" }, null],
    ["win32", {}, null],
  ] as const)("on %s with %j is %s", (platform, environment, folder) => {
    const found = cacheFolder(environment, platform, "/home/me");
    expect(found?.replaceAll("\\", "/") ?? null).toBe(folder);
  });
});
