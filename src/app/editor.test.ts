import { expect, test } from "vitest";
import { editorCall, startEditor } from "./editor.ts";

const PLACE = { file: "/desk/a b; $(x).yaml", line: 7, column: 3 };

test("a command's words are kept apart by spaces alone, and together by quotation marks", () => {
  expect(editorCall("code --goto {file}:{line}:{column}", PLACE)).toEqual([
    "code",
    "--goto",
    "/desk/a b; $(x).yaml:7:3",
  ]);
  expect(editorCall(`"C:/Program Files/editor.exe" -n{line} '{file}'`, PLACE)).toEqual([
    "C:/Program Files/editor.exe",
    "-n7",
    "/desk/a b; $(x).yaml",
  ]);
});

test("a command that names no file gets it behind its words; what looks like a place in a name is left", () => {
  expect(editorCall("gedit", PLACE)).toEqual(["gedit", PLACE.file]);
  expect(editorCall("ed {file}", { ...PLACE, file: "/x/{line}.yaml" })).toEqual(["ed", "/x/{line}.yaml"]);
});

test("an editor that is not there is told, not thrown", async () => {
  expect(await startEditor(["/no/such/editor", "x"])).toBe(false);
  expect(await startEditor([])).toBe(false);
  // Refused by Node before the system is asked.
  expect(await startEditor(["editor\0", "x"])).toBe(false);
  expect(await startEditor([process.execPath, "-e", "0"])).toBe(true);
});
