import { expect, test } from "vitest";
import { isShellScript, programFile } from "./find-program.ts";

const CODE = "C:\\Program Files\\Microsoft VS Code\\bin";

test.each([
  // The script without an ending beside it is of another system's shell.
  ["code", `C:\\Windows;${CODE}`, [`${CODE}\\code`, `${CODE}\\code.cmd`], `${CODE}\\code.cmd`],
  ["code", `${CODE};C:\\bin`, ["C:\\bin\\code.exe", `${CODE}\\code.cmd`], `${CODE}\\code.cmd`],
  ["code", CODE, [`${CODE}\\code.cmd`, `${CODE}\\code.exe`], `${CODE}\\code.exe`],
  ["Code.EXE", CODE, [`${CODE}\\Code.EXE`], `${CODE}\\Code.EXE`],
  ["code", CODE, [`${CODE}\\code`], null],
  ["C:\\tools\\notepad++.exe", "", ["C:\\tools\\notepad++.exe"], "C:\\tools\\notepad++.exe"],
  ["C:/tools/notepad++", "", ["C:/tools/notepad++.exe"], "C:/tools/notepad++.exe"],
  ["tools\\subl", CODE, [`${CODE}\\subl.exe`], null],
  ["tools\\subl", "", ["tools\\subl.exe"], "tools\\subl.exe"],
  // What lies in the current folder is not asked for by its name alone.
  ["code", `;.;bin;C:;${CODE}`, ["code.exe", ".\\code.exe", "bin\\code.exe", "C:code.exe"], null],
  ["code", `;${CODE};`, ["code.cmd", `${CODE}\\code.cmd`], `${CODE}\\code.cmd`],
  ["code", "", ["code.exe", ".\\code.exe"], null],
  ["code", '"C:\\a;b";"C:\\c"\\d', ["C:\\a;b\\code.exe"], "C:\\a;b\\code.exe"],
  ["code", '"C:\\a;b";"C:\\c"\\d', ["C:\\c\\d\\code.exe"], "C:\\c\\d\\code.exe"],
  ["code", "\\\\desk\\bin", ["\\\\desk\\bin\\code.exe"], "\\\\desk\\bin\\code.exe"],
])("on Windows %s is looked for on %s, where there is %j", (name, path, there, found) => {
  expect(programFile(name, path, "win32", (file) => there.includes(file))).toBe(found);
});

test.each([
  ["code", "/usr/bin::/opt", ["/opt/code"], "/opt/code"],
  ["code", "/usr/bin:", ["code"], "code"],
  ["code", "/usr/bin", ["/usr/bin/code.cmd"], null],
  ["./code", "/usr/bin", ["./code", "/usr/bin/code"], "./code"],
])("elsewhere %s is looked for on %s, where there is %j", (name, path, there, found) => {
  expect(programFile(name, path, "linux", (file) => there.includes(file))).toBe(found);
});

test("scripts of the command shell of Windows are told by their ending, in capitals too", () => {
  expect(["a.cmd", "a.BAT", "a.exe", "cmd", "a.cmd.exe"].map(isShellScript)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
