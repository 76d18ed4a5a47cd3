import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CAN_LINK } from "../../test/links.ts";
import { newsroom } from "../../test/newsroom.ts";
import { makeFolder } from "./make-folder.ts";

test("makes a folder with those above it, and leaves one that is there", () => {
  const room = newsroom();
  makeFolder(room.path("a/b/c"), 0o700);
  expect(statSync(room.path("a/b/c")).isDirectory()).toBe(true);
  if (process.platform !== "win32") expect(statSync(room.path("a/b")).mode & 0o777).toBe(0o700);
  makeFolder(room.path("a/b/c"));
});

test.skipIf(!CAN_LINK)("makes folders where links lead (skipped where none can be made)", () => {
  const room = newsroom();
  mkdirSync(room.path("real"));
  symlinkSync(room.path("real"), room.path("link"));
  makeFolder(room.path("link"));
  makeFolder(room.path("link/d/../e"));
  expect(existsSync(room.path("real/e"))).toBe(true);
});

test("says what stands in the way", () => {
  const room = newsroom();
  writeFileSync(room.path("file"), "");
  expect(() => makeFolder(room.path("file"))).toThrow("EEXIST");
  // Windows says that nothing is there, and the folder to be made above is the file.
  const inside = process.platform === "win32" ? "EEXIST" : "ENOTDIR";
  expect(() => makeFolder(room.path("file/a"))).toThrow(inside);
});

test.skipIf(!CAN_LINK)("says that a link leads nowhere (skipped where none can be made)", () => {
  const room = newsroom();
  symlinkSync(room.path("nowhere/at/all"), room.path("dangling"));
  expect(() => makeFolder(room.path("dangling"))).toThrow("ENOENT");
  expect(() => makeFolder(room.path("dangling/a"))).toThrow("ENOENT");
});

test.skipIf(!existsSync("/proc/self"))("comes to an end in /proc (skipped without it)", () => {
  expect(() => makeFolder("/proc/nope/a")).toThrow("ENOENT");
});
