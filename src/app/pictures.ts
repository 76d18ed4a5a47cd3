/** The pictures that an issue names in → their files and sizes, or what is wrong with them. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Issue } from "../model/issue.ts";
import type { PictureSize } from "../pages/composition.ts";

export interface Pictures {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly sizes: ReadonlyMap<string, PictureSize>;
  readonly diagnostics: readonly Diagnostic[];
}

export function loadPictures(issue: Issue, read: (src: string) => Uint8Array | null): Pictures {
  const files = new Map<string, Uint8Array>();
  const sizes = new Map<string, PictureSize>();
  const diagnostics: Diagnostic[] = [];
  for (const article of issue.articles)
    for (const part of article.body) {
      if (part.kind !== "figure" || files.has(part.src)) continue;
      const { src, srcSpan: span } = part;
      const bytes = read(src);
      const size = bytes ? sizeOf(bytes) : null;
      if (!bytes) diagnostics.push({ code: "missing-picture", severity: "error", span, src });
      else if (!size) diagnostics.push({ code: "bad-picture", severity: "error", span, src });
      else {
        files.set(src, bytes);
        sizes.set(src, size);
      }
    }
  return { files, sizes, diagnostics };
}

/** @returns Width and height of a PNG or JPEG file; null for what is neither. */
export function sizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size =
      view.getUint32(0) === 0x89504e47 ? pngSize(view) : view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
}

const pngSize = (view: DataView): PictureSize => ({ width: view.getUint32(16), height: view.getUint32(20) });

/** The first frame header says the size (ISO/IEC 10918-1, B.2.2). */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at < view.byteLength; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
