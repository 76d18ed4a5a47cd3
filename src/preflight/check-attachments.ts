/** The files in a reader's PDF in → the rules on them that it breaks (PDF/A 6.8). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Dict, type Parsed, Pointer, Stream } from "../read-pdf/values.ts";
import { type Claims, isText } from "./check-file.ts";
import type { Report } from "./finding.ts";

/** @param isArchive Whether bytes are a PDF of part 1 or 2 of PDF/A that breaks no rule. */
export function checkAttachments(
  pdf: OpenPdf,
  claims: Claims,
  isArchive: (bytes: Uint8Array) => boolean,
  report: Report,
): void {
  const part = claims.archive?.[0];
  const associated = associatedIn(pdf);
  for (const object of pdf.ids) {
    const file = pdf.object(object);
    const held = file instanceof Dict ? pdf.get(file, "EF") : null;
    // A file that is only spoken of is none that is attached.
    if (!(held instanceof Dict)) continue;
    const stream = pdf.get(held, "F") ?? pdf.get(held, "UF");
    if (part === "2" && !(stream instanceof Stream && isArchive(pdf.content(stream))))
      report("attachment-in-part-2", "PDF/A-2 6.8", { object });
    const lacking = ["F", "UF"].find((key) => !isText(pdf.get(file, key)));
    if (lacking) report("unnamed-attachment", "PDF/A 6.8, PDF/UA-1 7.11", { object, detail: lacking });
    if (part !== "3") continue;
    if (pdf.name(file, "AFRelationship") === null || !associated.has(object))
      report("no-relationship", "PDF/A-3 6.8", { object });
    if (pdf.name(stream, "Subtype") === null)
      report("unnamed-attachment", "PDF/A-3 6.8", { object, detail: "Subtype" });
  }
}

/** Objects of the files that something in the document says that it goes with. */
function associatedIn(pdf: OpenPdf): ReadonlySet<number> {
  const found = new Set<number>();
  for (const id of pdf.ids) {
    const object = pdf.object(id);
    const entries =
      object instanceof Stream ? object.dict.entries : object instanceof Dict ? object.entries : null;
    const files: Parsed = entries?.get("AF") ?? null;
    for (const file of files instanceof Pointer ? [files, ...pdf.list(files)] : pdf.list(files))
      if (file instanceof Pointer) found.add(file.id);
  }
  return found;
}
