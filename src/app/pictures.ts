/** The pictures that an issue names in → their files and sizes, or what is wrong with them. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { leavesFolder } from "../base/paths.ts";
import type { Issue } from "../model/issue.ts";
import type { PictureSize } from "../pages/composition.ts";
import type { Sources } from "./open-content.ts";
import { inspectPicture } from "./picture-file.ts";

export interface Pictures {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly sizes: ReadonlyMap<string, PictureSize>;
  readonly diagnostics: readonly Diagnostic[];
}

export function loadPictures(issue: Issue, sources: Sources): Pictures {
  const files = new Map<string, Uint8Array>();
  const sizes = new Map<string, PictureSize>();
  const diagnostics: Diagnostic[] = [];
  const tried = new Set<string>();
  for (const article of issue.articles)
    for (const part of article.body) {
      if (part.kind !== "figure" || tried.has(part.src)) continue;
      const { src, srcSpan: span } = part;
      tried.add(src);
      const path = sources.contentPath(src);
      if (leavesFolder(src) || !sources.isWithin(path)) {
        diagnostics.push({ code: "picture-outside", severity: "error", span, src });
        continue;
      }
      const bytes = sources.read(path);
      if (!bytes) {
        diagnostics.push({ code: "missing-picture", severity: "error", span, src });
        continue;
      }
      const { size, fault } = inspectPicture(bytes);
      if (size === null) diagnostics.push({ code: "bad-picture", severity: "error", span, src, fault });
      else {
        files.set(src, bytes);
        sizes.set(src, size);
      }
    }
  return { files, sizes, diagnostics };
}

/** @returns Width and height of a PNG or JPEG file; null for what is neither, or can not be printed. */
export const sizeOf = (bytes: Uint8Array): PictureSize | null => inspectPicture(bytes).size;
