/** A place in a file and the command of an editor → the editor, opened there; no shell reads what was typed. */
import { spawn } from "node:child_process";
import { isShellScript, programFile } from "./find-program.ts";

/**
 * Splits a command as `code --goto {file}:{line}:{column}` at its spaces; quotation marks keep words together.
 * A command that names no `{file}` gets the file behind it.
 */
export function editorWords(command: string): readonly string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );
  return words.some((word) => word.includes("{file}")) ? words : [...words, "{file}"];
}

export function editorCall(
  command: string,
  place: { readonly file: string; readonly line: number; readonly column: number },
): readonly string[] {
  const values: Readonly<Record<string, string>> = {
    file: place.file,
    line: String(place.line),
    column: String(place.column),
  };
  return editorWords(command).map((word) =>
    word.replace(/\{(file|line|column)\}/g, (_, name: string) => values[name]!),
  );
}

/** What the system is handed. */
export interface Startable {
  readonly program: string;
  readonly words: readonly string[];
  /** Whether the words stand as they are, and not between quotation marks, in what Windows takes for one line. */
  readonly areReady: boolean;
}

/**
 * Windows starts programs alone, and what editors put on the PATH there is often a script of its command shell (that of
 * VS Code is `code.cmd`): the shell is handed each word so that it finds nothing in it to act on.
 *
 * @param fileOf The file of a program; null where there is none. @param shell Of Windows.
 * @returns Null where Windows is left to find the program by itself: it begins in the current folder.
 */
export function startable(
  [program = "", ...words]: readonly string[],
  platform: NodeJS.Platform,
  fileOf: (program: string) => string | null,
  shell: string,
): Startable | null {
  if (platform !== "win32") return { program, words, areReady: false };
  const file = fileOf(program);
  if (file === null) return null;
  if (!isShellScript(file)) return { program: file, words, areReady: false };
  const line = [file, ...words].map(shellWord).join(" ");
  return { program: shell, words: ["/d", "/s", "/c", `"${line}"`], areReady: true };
}

/** What the command shell acts on, between quotation marks too. */
const ACTED_ON = /[()[\]%!^"`<>&|;, *?]/g;

/**
 * Between quotation marks for whoever splits the line in the end; these too behind a caret, so that the shell takes
 * nothing for quoted, and finds no name of a variable between two percent signs.
 */
function shellWord(word: string): string {
  // Backslashes count before a quotation mark alone.
  const marked = word.replace(/(\\*)("|$)/g, (_, slashes: string, mark: string) =>
    mark === "" ? slashes + slashes : `${slashes}${slashes}\\"`,
  );
  return `"${marked}"`.replace(ACTED_ON, "^$&");
}

/** @returns Whether the editor could be started. It outlives this program. */
export async function startEditor(command: readonly string[]): Promise<boolean> {
  if (!command[0]) return false;
  const { PATH = "", ComSpec = "C:\\Windows\\System32\\cmd.exe" } = process.env;
  const call = startable(command, process.platform, (name) => programFile(name, PATH), ComSpec);
  if (!call) return false;
  const { program, words, areReady } = call;
  // What can not be started at all, such as a name with a zero in it, throws.
  const started = new Promise<boolean>((resolve) => {
    const child = spawn(program, words, {
      shell: false,
      detached: true,
      stdio: "ignore",
      windowsVerbatimArguments: areReady,
    });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
  return started.catch(() => false);
}
