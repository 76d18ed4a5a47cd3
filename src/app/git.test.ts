import { expect, test } from "vitest";
import { gitProgram } from "./git.ts";

const GIT = "C:\\Program Files\\Git\\cmd";

test.each([
  [`C:\\Windows;${GIT}`, [`${GIT}\\git.exe`], `${GIT}\\git.exe`],
  [`;.;${GIT}`, ["git.exe", ".\\git.exe", `${GIT}\\git.exe`], `${GIT}\\git.exe`],
  [";.;content", ["git.exe", ".\\git.exe", "content\\git.exe"], null],
  // A script would need the command shell.
  [GIT, [`${GIT}\\git.cmd`], null],
])("on Windows git is that of the PATH %s alone, where there is %j", (path, there, found) => {
  expect(gitProgram(path, "win32", (file) => there.includes(file))).toBe(found);
});

test("elsewhere the system finds git itself, which looks nowhere but on the PATH", () => {
  expect(gitProgram("", "linux")).toBe("git");
});
