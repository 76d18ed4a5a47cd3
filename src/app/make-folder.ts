/** A path → a folder there, with those above it. */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Node's own way to make what is missing above has no end where the system denies that a folder which is there can have
 * others in it (Linux: /proc).
 *
 * @param mode Of what is made.
 * @throws What the system says, where there is none then.
 */
export function makeFolder(path: string, mode?: number): void {
  if (makes(path, mode)) return;
  makeFolder(dirname(path), mode);
  if (!makes(path, mode)) mkdirSync(path, mode);
}

/** @returns False where something above is missing. */
function makes(path: string, mode?: number): boolean {
  try {
    mkdirSync(path, mode);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && dirname(path) !== path) return false;
    // A link that leads nowhere is there, and its folder is not.
    if (statSync(path, { throwIfNoEntry: code === "EEXIST" })?.isDirectory()) return true;
    throw error;
  }
}
