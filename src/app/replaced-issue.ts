/** An issue's file that is about to be replaced in → a copy of it in the content folder's `replaced`, for whoever wants its words back. */
import { basename, dirname, join } from "node:path";
import { prepareFolder, readFile, replaceFile } from "./effects.ts";
import { freeName } from "./free-name.ts";

/** Files of a folder inside the content folder are no issues. */
const FOLDER = "replaced";

/**
 * Comments, alternative texts, themes and notes of an editor are in no manuscript: no copy takes the place of another.
 *
 * @param bytes What takes the file's place.
 * @returns Path of the copy; null where there was no file, or one that says the same.
 */
export function keepReplaced(path: string, bytes: Uint8Array): string | null {
  const before = readFile(path);
  if (before === null || Buffer.compare(before, bytes) === 0) return null;
  const folder = join(dirname(path), FOLDER);
  const copy = join(
    folder,
    freeName(basename(path), before, (name) => readFile(join(folder, name))),
  );
  if (readFile(copy) !== null) return copy;
  prepareFolder(folder);
  replaceFile(copy, before);
  return copy;
}
