/** A path, or commands → the same as they are typed in a shell. */

/** A path as a shell takes it for one word: many folders have a space in their names. */
export function quoted(path: string, platform: NodeJS.Platform = process.platform): string {
  if (!/[^\p{L}\p{N}\p{M}/\\:._@%+=,-]/u.test(path)) return path;
  return platform === "win32" ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Commands of which each is run when the one before is done; PowerShell, as it comes with Windows, knows no `&&`. */
export const inTurn = (commands: readonly string[], platform: NodeJS.Platform = process.platform): string =>
  commands.join(platform === "win32" ? "\n" : " && ");
