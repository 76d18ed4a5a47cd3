import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync } from "node:fs";
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
