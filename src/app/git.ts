/** A revision and paths in → what git keeps under them. Git is asked without a shell, and changes nothing. */
import { execFileSync } from "node:child_process";
import { READ_LIMIT } from "./effects.ts";
import { programFile } from "./find-program.ts";

/** Windows would take a `git.exe` of the folder that git is asked about. @returns Null where there is no git. */
export const gitProgram = (
  path: string,
  platform: NodeJS.Platform = process.platform,
  isThere?: (file: string) => boolean,
): string | null => (platform === "win32" ? programFile("git.exe", path, platform, isThere) : "git");

function git(folder: string, args: readonly string[]): Buffer | null {
  const program = gitProgram(process.env.PATH ?? "");
  if (program === null) return null;
  try {
    return execFileSync(program, [...args], {
      cwd: folder,
      maxBuffer: READ_LIMIT,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}

/** @returns The version of git; null where there is none. */
export const gitVersion = (): string | null =>
  git(".", ["--version"])?.toString("utf8").trim().replace("git version ", "") ?? null;

/** @returns The commit that a name such as `HEAD~1` stands for, from inside this folder; null for none. */
export function commitOf(folder: string, revision: string): string | null {
  if (revision.startsWith("-")) return null;
  const found = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  return found?.toString("utf8").trim() || null;
}

/** Date and subject of a commit, as a reader knows it. */
export const subjectOf = (folder: string, commit: string): string =>
  git(folder, ["show", "--no-patch", "--format=%cs %s", commit])?.toString("utf8").trim() ?? "";

/** @param path Relative to the folder. */
export const fileAt = (folder: string, commit: string, path: string): Uint8Array | null =>
  git(folder, ["show", `${commit}:./${path}`]);

/** Names of the files below the folder, relative to it. */
export function namesAt(folder: string, commit: string): readonly string[] {
  const listed = git(folder, ["ls-tree", "-r", "-z", "--name-only", commit, "./"]);
  return (
    listed
      ?.toString("utf8")
      .split("\0")
      .filter((name) => name !== "") ?? []
  );
}
