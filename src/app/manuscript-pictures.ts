/** Pictures of a manuscript in → the files of the content folder that its figures name, found or still to be written. */
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import {
  decodedPath,
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
import { isAlikeName, listedPath } from "./listed-name.ts";
import { namesInFolder } from "./sources.ts";

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

interface Disk {
  /** Null where there is no such file. */
  readonly read: (path: string) => Uint8Array | null;
  /** Of a folder; none where it can not be listed. */
  readonly namesIn: (folder: string) => readonly string[];
}

const THIS_DISK: Disk = { read: readFile, namesIn: namesInFolder };

/**
 * A picture that lies in the content folder stays where it is; others get names of their own in `figures`. No file
 * that is there is written over: it may be a better one.
 *
 * @param issue Number of the issue, which new files are named after.
 */
export function figureFiles(
  pictures: readonly Picture[],
  issue: string,
  folders: Folders,
  disk = THIS_DISK,
): FigureFiles {
  const fresh: FreshFile[] = [];
  const named: Named[] = [];
  const heldAt = (src: string) =>
    named.find((file) => file.src === src)?.bytes ?? disk.read(join(folders.content, src));
  const files = pictures.map((picture, k): FigureFile => {
    const found = picture.bytes ? null : foundAt(picture.name, folders, disk);
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

const FILE_LINK = /^file:(?:\/\/([^/]*))?(?=\/)/i;

/** What a link of `file:` goes to, of Windows or not; a folder of another machine keeps its two slashes. */
function linkedPath(link: string): string {
  const path = link.replace(FILE_LINK, (_, host = "") => (/^(?:localhost)?$/i.test(host) ? "" : `//${host}`));
  return decodedPath(path.replace(/^\/(?=[a-z]:\/)/i, ""));
}

/**
 * Seen from the manuscript's folder, or else from the content folder, as content files name pictures. A link goes to
 * its place on the machine that it was made on: the picture may have come along beside the manuscript.
 */
function foundAt(name: string, { content, manuscript }: Folders, { read, namesIn }: Disk): Found | null {
  const typed = name.replaceAll("\\", "/");
  const isLink = FILE_LINK.test(typed);
  const path = isLink ? linkedPath(typed) : typed;
  if (!isNamedAsPicture(path) || isElsewhere(path)) return null;
  const places = isAbsolute(path) ? [path] : [join(manuscript, path), join(content, path)];
  for (const file of isLink ? [...places, join(manuscript, basename(path))] : places) {
    const bytes = read(file);
    if (!bytes) continue;
    const inside = relative(content, file);
    if (!staysInside(inside)) return { bytes, src: null };
    const src = inside.split(sep).join("/");
    // Disks that find a file under other letters have one name for it, and so do issues.
    return { bytes, src: listedPath(src, (folder) => namesIn(join(content, folder)), isAlikeName) ?? src };
  }
  return null;
}
