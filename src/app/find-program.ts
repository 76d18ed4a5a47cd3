/** The name of a program as it is typed → the file that is started for it, never one that lies where the user happens to be. */
import { posix, win32 } from "node:path";
import { isFile } from "./effects.ts";

/** What Windows puts behind a name, in the order in which it tries; the last two are scripts of its command shell. */
const ENDINGS = [".com", ".exe", ".bat", ".cmd"] as const;

const hasEnding = (name: string): boolean => ENDINGS.some((end) => name.toLowerCase().endsWith(end));

/** Whether the system starts a file by another program alone. */
export const isShellScript = (file: string): boolean => /\.(?:bat|cmd)$/i.test(file);

/**
 * Windows itself would look into the current folder first, which may be one that somebody sent.
 *
 * @param path Folders that are looked through, as the variable PATH has them; a name with a folder is looked for there.
 * @param isThere Whether there is such a file. @returns Null where there is none.
 */
export function programFile(
  name: string,
  path: string,
  platform: NodeJS.Platform = process.platform,
  isThere: (file: string) => boolean = isFile,
): string | null {
  const isWindows = platform === "win32";
  const names = isWindows && !hasEnding(name) ? ENDINGS.map((end) => name + end) : [name];
  const hasFolder = (isWindows ? /[\\/:]/ : /\//).test(name);
  if (hasFolder) return names.find(isThere) ?? null;
  const files = isWindows
    ? foldersOfWindows(path).flatMap((folder) => names.map((one) => win32.join(folder, one)))
    : path.split(posix.delimiter).map((folder) => posix.join(folder || ".", name));
  return files.find(isThere) ?? null;
}

/** Those that are the same from everywhere; quotation marks keep a folder with a semicolon in its name together. */
const foldersOfWindows = (path: string): readonly string[] =>
  [...path.matchAll(/(?:"[^"]*"?|[^";])+/g)]
    .map(([folder]) => folder.replaceAll('"', ""))
    .filter((folder) => /^(?:[a-z]:)?[\\/]/i.test(folder));
