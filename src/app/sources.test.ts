import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { shown } from "./sources.ts";

const HERE = "C:\\双栏 desk";

test.each([
  ["content\\2024-14.yaml", "content/2024-14.yaml"],
  ["c:\\双栏 desk\\content/2024-14.yaml", "content/2024-14.yaml"],
  ["..content\\a.yaml", "..content/a.yaml"],
  [".", HERE],
  ["..\\content", "C:\\content"],
  // Another disk, and a share, are written as the system writes them.
  ["Z:/desk/content/2024-14.yaml", "Z:\\desk\\content\\2024-14.yaml"],
  ["//desk/share/2024-14.yaml", "\\\\desk\\share\\2024-14.yaml"],
])("on Windows %s is shown as %s", (path, said) => {
  expect(shown(path, HERE, win32)).toBe(said);
});

test.each([
  ["content/2024-14.yaml", "content/2024-14.yaml"],
  ["..content/a.yaml", "..content/a.yaml"],
  ["a\\b.yaml", "a\\b.yaml"],
  ["../content", "/content"],
  [".", "/desk"],
])("elsewhere %s is shown as %s", (path, said) => {
  expect(shown(path, "/desk", posix)).toBe(said);
});
