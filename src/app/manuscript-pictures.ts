/** Pictures of a manuscript in → the files of the content folder that its figures name, found or still to be written. */
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import {
  extensionOf,
  type FigureFile,
  figureName,
  isAddress,
  isNamedAsPicture,
  isSameBytes,
  type Picture,
  stateOf,
} from "../import/picture.ts";
import { prepareFolder, readFile, replaceFile, staysInside } from "./effects.ts";
import { freeName } from "./free-name.ts";

export interface FigureFiles {
  readonly fileOf: (picture: Picture) => FigureFile;
  /** Paths of those that are not there yet, and what they hold. */
  readonly fresh: readonly FreshFile[];
}

export interface FreshFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the manuscript calls it. */
  readonly name: string;
}

interface Folders {
  readonly content: string;
  /** Where the manuscript lies: it names its pictures from there. */
  readonly manuscript: string;
}

/**
 * A picture that lies in the content folder stays where it is; others get names of their own in `figures`. No file
 * that is there is written over: it may be a better one.
 *
 * @param issue Number of the issue, which new files are named after.
 */
export function figureFiles(pictures: readonly Picture[], issue: string, folders: Folders): FigureFiles {
  const fresh: FreshFile[] = [];
  const named: Named[] = [];
  const heldAt = (src: string) =>
    named.find((file) => file.src === src)?.bytes ?? readFile(join(folders.content, src));
  const files = pictures.map((picture, k): FigureFile => {
    const found = picture.bytes ? null : foundAt(picture.name, folders);
    const bytes = picture.bytes ?? found?.bytes ?? null;
    if (found?.src) return { src: found.src, state: stateOf(bytes) };
    const name = figureName(issue, k + 1, extensionOf({ name: picture.name, bytes }));
    // An editor may have saved it there since it was found missing.
    if (bytes === null) return { src: name, state: stateOf(heldAt(name)) };
    const src = named.find((file) => isSameBytes(file.bytes, bytes))?.src ?? freeName(name, bytes, heldAt);
    if (heldAt(src) === null) fresh.push({ path: join(folders.content, src), bytes, name: picture.name });
    named.push({ src, bytes });
    return { src, state: stateOf(bytes) };
  });
  return { fileOf: (picture) => files[pictures.indexOf(picture)]!, fresh };
}

interface Named {
  readonly src: string;
  readonly bytes: Uint8Array;
}

/** Puts new pictures into the content folder. */
export function writeFigures(files: readonly FreshFile[]): void {
  for (const { path, bytes } of files) {
    prepareFolder(dirname(path));
    replaceFile(path, bytes);
  }
}

/** Addresses, and folders of other machines: nothing is fetched. */
const isElsewhere = (name: string): boolean => isAddress(name) || /^[\\/]{2}/.test(name);

interface Found {
  readonly bytes: Uint8Array;
  /** Path from the content folder; null where the file lies elsewhere. */
  readonly src: string | null;
}

/** Seen from the manuscript's folder, or else from the content folder, as content files name pictures. */
function foundAt(name: string, { content, manuscript }: Folders): Found | null {
  const path = name.replaceAll("\\", "/");
  if (!isNamedAsPicture(path) || isElsewhere(path)) return null;
  for (const folder of isAbsolute(path) ? [""] : [manuscript, content]) {
    const file = join(folder, path);
    const bytes = readFile(file);
    if (!bytes) continue;
    const inside = relative(content, file);
    return { bytes, src: staysInside(inside) ? inside.split(sep).join("/") : null };
  }
  return null;
}
