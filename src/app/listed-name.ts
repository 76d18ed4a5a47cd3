/** The names in a folder and one as it was typed → the one of them that it is; the same of a whole path. */

/** Accents may stand with their letters or behind them. */
export const isSameName = (one: string, other: string): boolean =>
  one === other || one.normalize("NFC") === other.normalize("NFC");

/** The same letters, capitals or not. */
export const isAlikeName = (one: string, other: string): boolean =>
  isSameName(one.toLowerCase(), other.toLowerCase());

/** @returns Undefined where there is none; before others that are called so as well, the one that has its very letters. */
export const listedName = (
  names: readonly string[],
  name: string,
  are: (one: string, other: string) => boolean,
): string | undefined => (names.includes(name) ? name : names.find((one) => are(one, name)));

/**
 * A path from the content folder → the same as the folders have its names. What can not be listed has the name it is
 * called by.
 *
 * @returns Null where a folder has no such name.
 */
export function listedPath(
  path: string,
  namesIn: (folder: string) => readonly string[],
  are: (one: string, other: string) => boolean,
): string | null {
  let folder = "";
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  for (const [k, part] of parts.entries()) {
    // Of a revision all names below a folder are told.
    const names = namesIn(folder).map((name) => name.replace(/\/.*$/, ""));
    const name = listedName(names, part, are);
    if (name === undefined && names.length > 0) return null;
    folder += `${name ?? part}${k < parts.length - 1 ? "/" : ""}`;
  }
  return folder;
}
