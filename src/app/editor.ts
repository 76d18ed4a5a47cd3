/** A place in a file and the command of an editor → the editor, opened there without a shell between. */
import { spawn } from "node:child_process";

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

/** @returns Whether the editor could be started. It outlives this program. */
export async function startEditor([program, ...words]: readonly string[]): Promise<boolean> {
  if (!program) return false;
  // What can not be started at all (a script where there is no shell, on Windows) throws.
  const started = new Promise<boolean>((resolve) => {
    const child = spawn(program, words, { shell: false, detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
  return started.catch(() => false);
}
