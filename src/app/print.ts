/** A drawn document and the office's printing condition in → the printer's PDF, with what its pictures lack. */
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { leavesFolder } from "../base/paths.ts";
import type { ImageItem } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import type { Design } from "../model/design.ts";
import type { Issue } from "../model/issue.ts";
import type { FontPrograms } from "../pdf/font-programs.ts";
import { profileHead } from "../pdf/icc-table.ts";
import { isRgb, PictureError } from "../pdf/print-picture.ts";
import { writePrint } from "../pdf/write-print.ts";
import type { Sources } from "./open-content.ts";
import { figuresOf, sizeOf } from "./pictures.ts";
import { PRESS_DPI } from "./purpose.ts";

/** What an editor asks of a printer's file. */
export interface PrintOrder {
  readonly booklet: boolean;
  readonly colourBars: boolean;
}

/** Printed for where the office names no other condition: coated paper, ISO 12647-2. */
const CONDITION = "FOGRA39";

export async function printed(
  document: DrawnDocument,
  face: (id: string) => Face,
  issue: Issue,
  design: Design,
  order: PrintOrder,
  sources: Sources,
  programs?: FontPrograms,
): Promise<{ readonly pdf: Uint8Array | null; readonly diagnostics: readonly Diagnostic[] }> {
  const found: Diagnostic[] = [...pictureFaults(document, issue)];
  const profile = profileOf(issue, sources, found);
  if (hasErrors(found)) return { pdf: null, diagnostics: found };
  const { condition } = issue.publication.print;
  const run = {
    ...order,
    bleed: design.page.bleed,
    condition: condition || (profile ? "" : CONDITION),
    profile,
  };
  try {
    return { pdf: await writePrint(document, face, run, programs), diagnostics: found };
  } catch (error) {
    const fault = error instanceof PictureError ? pictureFault(error, document, issue) : null;
    if (!fault) throw error;
    return { pdf: null, diagnostics: [...found, fault] };
  }
}

function profileOf(issue: Issue, sources: Sources, found: Diagnostic[]): Uint8Array | null {
  const { icc, iccSpan: span } = issue.publication.print;
  if (icc === null) {
    found.push({ code: "no-profile", severity: "warning", span });
    return null;
  }
  const path = sources.contentPath(icc);
  if (leavesFolder(icc) || !sources.isWithin(path)) {
    found.push({ code: "profile-outside", severity: "error", span, path: icc });
    return null;
  }
  const bytes = sources.read(path);
  if (!bytes) {
    found.push({ code: "file-missing", severity: "error", span, path });
    return null;
  }
  const head = profileHead(bytes);
  if (head === "damaged") {
    found.push({ code: "damaged-profile", severity: "error", span, path });
    return null;
  }
  if (head?.kind === "prtr" && head.space === "CMYK") return bytes;
  const said = head ? `${head.kind} ${head.space.trim()}` : "no ICC";
  found.push({ code: "bad-profile", severity: "error", span, path, found: said });
  return null;
}

function pictureFault(
  { picture, fault }: PictureError,
  { images }: DrawnDocument,
  issue: Issue,
): Diagnostic | null {
  const figure = figuresOf(issue).find(({ src }) => images.get(src) === picture);
  if (!figure) return null;
  return { code: "bad-picture", severity: "error", span: figure.srcSpan, src: figure.src, fault };
}

/** A pixel more or less is no fault. */
const NEARLY = 0.99;

function pictureFaults({ pages, images }: DrawnDocument, issue: Issue): readonly Diagnostic[] {
  const placed = new Map<string, ImageItem>();
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== "image") continue;
    const known = placed.get(item.image);
    if (!known || known.width < item.width) placed.set(item.image, item);
  }
  return figuresOf(issue).flatMap(({ src, srcSpan: span }): Diagnostic[] => {
    const item = placed.get(src);
    const bytes = images.get(src);
    const size = bytes ? sizeOf(bytes) : null;
    if (!item || !bytes || !size) return [];
    const dpi = Math.round((size.width / item.width) * 72);
    const pixels = Math.ceil((item.width / 72) * PRESS_DPI);
    const severity = "warning" as const;
    return [
      ...(isRgb(bytes) ? [{ code: "picture-colour", severity, span, src } as const] : []),
      ...(dpi < PRESS_DPI * NEARLY
        ? [{ code: "picture-coarse", severity, span, src, dpi, pixels } as const]
        : []),
    ];
  });
}
