/** The pictures that an issue names in → their files and sizes, or what is wrong with them. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { leavesFolder } from "../base/paths.ts";
import { nearest } from "../content/nearest.ts";
import type { Issue } from "../model/issue.ts";
import type { PictureSize } from "../pages/composition.ts";
import { isAlikeName, listedPath } from "./listed-name.ts";
import type { Sources } from "./open-content.ts";
import { inspectPicture } from "./picture-file.ts";

export interface Pictures {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly sizes: ReadonlyMap<string, PictureSize>;
  readonly diagnostics: readonly Diagnostic[];
}

export const figuresOf = ({ articles }: Issue) =>
  articles.flatMap(({ body }) => body.flatMap((part) => (part.kind === "figure" ? [part] : [])));

export function loadPictures(issue: Issue, sources: Sources): Pictures {
  const files = new Map<string, Uint8Array>();
  const sizes = new Map<string, PictureSize>();
  const diagnostics: Diagnostic[] = [];
  const tried = new Set<string>();
  for (const { src, srcSpan: span } of figuresOf(issue)) {
    if (tried.has(src)) continue;
    tried.add(src);
    const path = sources.contentPath(src);
    if (leavesFolder(src) || !sources.isWithin(path)) {
      diagnostics.push({ code: "picture-outside", severity: "error", span, src });
      continue;
    }
    const bytes = pictureAt(src, sources);
    if (!bytes) {
      const code = "missing-picture";
      diagnostics.push({ code, severity: "error", span, src, nearest: likest(src, sources) });
      continue;
    }
    const size = inspectPicture(bytes);
    if (typeof size === "string")
      diagnostics.push({ code: "bad-picture", severity: "error", span, src, fault: size });
    else {
      files.set(src, bytes);
      sizes.set(src, size);
    }
  }
  return { files, sizes, diagnostics };
}

/**
 * Disks of Windows and macOS have a file under names in other letters too, and Windows takes either slash: what others
 * would not find there is not found here. Accents may stand behind their letters in names that come from a Mac.
 */
function pictureAt(src: string, sources: Sources): Uint8Array | null {
  const bytes = sources.read(sources.contentPath(src));
  const name = sources.listed(src);
  if (name === null || bytes) return name === null ? null : bytes;
  return name === src ? null : sources.read(sources.contentPath(name));
}

const ENDING = /\.(?:png|jpe?g)$/i;
const stemOf = (name: string): string => name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");

/** The picture that a name most likely stands for: of the same folder or of figures, with another ending or a slip in it. */
function likest(src: string, sources: Sources): string | null {
  const typed = src.trim().replaceAll("\\", "/");
  // Seen from the publication's folder a path begins with the content folder's name; import puts pictures in figures.
  for (const path of [typed, typed.replace(/^[^/]*\//, ""), `figures/${typed.replace(/^.*\//, "")}`]) {
    if (leavesFolder(path)) continue;
    const above = path.slice(0, path.lastIndexOf("/") + 1);
    const named = listedPath(above, sources.namesIn, isAlikeName);
    if (named === null) continue;
    const folder = named === "" ? "" : `${named}/`;
    const names = sources.namesIn(folder).filter((name) => ENDING.test(name));
    const name =
      names.find((one) => above + one === path) ??
      names.find((one) => stemOf(one).toLowerCase() === stemOf(path).toLowerCase());
    if (name !== undefined) return folder + name;
    const stem = nearest(stemOf(path), names.map(stemOf));
    if (stem !== null) return folder + names.find((one) => stemOf(one) === stem)!;
  }
  return null;
}

/** @returns Width and height of a PNG or JPEG file; null for what is neither, or can not be printed. */
export function sizeOf(bytes: Uint8Array): PictureSize | null {
  const size = inspectPicture(bytes);
  return typeof size === "string" ? null : size;
}
