/** A path → the same as it is typed in a shell. */

/** A path as a shell takes it for one word: many folders have a space in their names. */
export function quoted(path: string): string {
  if (!/[^\p{L}\p{N}\p{M}/\\:._@%+=,-]/u.test(path)) return path;
  return process.platform === "win32" ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}
