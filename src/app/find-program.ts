/** The name of a program as it is typed → the file that the system starts for it. */
import { posix, win32 } from "node:path";
import { isFile } from "./effects.ts";

/** What Windows puts behind a name, in the order in which it tries; the last two are scripts of its command shell. */
const ENDINGS = [".com", ".exe", ".bat", ".cmd"] as const;

const hasEnding = (name: string): boolean => ENDINGS.some((end) => name.toLowerCase().endsWith(end));

/** Whether the system starts a file by another program alone. */
export const isShellScript = (file: string): boolean => /\.(?:bat|cmd)$/i.test(file);

/**
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
  const { delimiter, join } = isWindows ? win32 : posix;
  const names = isWindows && !hasEnding(name) ? ENDINGS.map((end) => name + end) : [name];
  const hasFolder = (isWindows ? /[\\/:]/ : /\//).test(name);
  const files = hasFolder
    ? names
    : path.split(delimiter).flatMap((folder) => names.map((one) => join(folder || ".", one)));
  return files.find(isThere) ?? null;
}
