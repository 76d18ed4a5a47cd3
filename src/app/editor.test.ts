import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editorCall, startable, startEditor } from "./editor.ts";

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

describe("on Windows", () => {
  const FILES: Readonly<Record<string, string>> = {
    code: "C:\\VS Code\\bin\\code.cmd",
    notepad: "C:\\Windows\\notepad.exe",
  };
  const started = (words: readonly string[], platform: NodeJS.Platform = "win32") =>
    startable(words, platform, (program) => FILES[program] ?? null, "C:\\cmd.exe");

  test("a program is started by itself, with its words as they are; one that is not found is not started", () => {
    const words = ["--goto", 'Z:\\a & "b".yaml'];
    expect(started(["notepad", ...words])).toEqual({ program: FILES.notepad, words, areReady: false });
    expect(started(["subl", ...words])).toBeNull();
    expect(started(["code", ...words], "linux")).toEqual({ program: "code", words, areReady: false });
  });

  test("a script is started by the command shell, which finds nothing to act on in its words", () => {
    const { program, words, areReady } = started([
      "code",
      "--goto",
      "Z:\\双栏 desk\\a & %PATH% (b)^c.yaml:7:3",
    ])!;
    expect([program, areReady, words.slice(0, -1)]).toEqual(["C:\\cmd.exe", true, ["/d", "/s", "/c"]]);
    expect(words.at(-1)).toBe(
      '"^"C:\\VS^ Code\\bin\\code.cmd^" ^"--goto^" ^"Z:\\双栏^ desk\\a^ ^&^ ^%PATH^%^ ^(b^)^^c.yaml:7:3^""',
    );
  });

  test("no word ends the line of the command shell or begins another command, whatever it holds", () => {
    const signs = fc.constantFrom(...'"\\ &|<>^%!()a字;,'.split(""));
    fc.assert(
      fc.property(fc.array(fc.string({ unit: signs, maxLength: 8 }), { maxLength: 4 }), (typed) => {
        const line = started(["code", ...typed])!
          .words.at(-1)!
          .slice(1, -1);
        // What the shell acts on stands behind a caret, which it takes away.
        expect(line.replace(/\^./g, "")).not.toMatch(/[&|<>^%!()"]/);
        expect(split(line.replace(/\^(.)/g, "$1"))).toEqual([FILES.code, ...typed]);
      }),
    );
  });
});

/** A line → its words, as programs of Windows split theirs (CommandLineToArgvW). */
function split(line: string): readonly string[] {
  const words: string[] = [];
  let [word, isQuoted, at] = ["", false, 0];
  while (at < line.length) {
    const slashes = /^\\*/.exec(line.slice(at))![0].length;
    const sign = line[at + slashes];
    at += slashes + 1;
    const isMark = sign === '"';
    word += "\\".repeat(isMark ? slashes >> 1 : slashes);
    if (isMark && slashes % 2 === 0) isQuoted = !isQuoted;
    else if (sign === " " && !isQuoted) {
      words.push(word);
      word = "";
    } else word += sign ?? "";
  }
  return [...words, word];
}

test("an editor that is not there is told, not thrown", async () => {
  expect(await startEditor(["/no/such/editor", "x"])).toBe(false);
  expect(await startEditor([])).toBe(false);
  // Refused by Node before the system is asked.
  expect(await startEditor(["editor\0", "x"])).toBe(false);
  expect(await startEditor([process.execPath, "-e", "0"])).toBe(true);
});
