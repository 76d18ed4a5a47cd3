/** The annotations of a reader's PDF in → the rules on links, their words and their places that they break. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict, type Parsed, Pointer, Str } from "../read-pdf/values.ts";
import { isText } from "./check-file.ts";
import { namesIn } from "./check-names.ts";
import { parentTree, typesOf } from "./check-structure.ts";
import { onPage, type Report } from "./finding.ts";

/** Flags of an annotation: those that hide it, and the one that is printed (ISO 32000-1, 12.5.3). */
const HIDDEN = 0b1_0010_0011;
const PRINT = 0b100;

/** What an annotation belongs to in the structure (ISO 14289-1, 7.18); those that are left out belong to nothing. */
const OWNER: Readonly<Record<string, string>> = { Link: "Link", Widget: "Form" };
const UNOWNED = new Set(["Popup", "PrinterMark"]);

export function checkAnnotations(pdf: OpenPdf, pages: readonly PdfPage[], report: Report): void {
  const root = pdf.get(pdf.root, "StructTreeRoot");
  const parents = parentTree(pdf, pdf.get(root, "ParentTree"));
  const typeOf = typesOf(pdf, root);
  const names = new Set(namesIn(pdf, pdf.path(pdf.root, "Names", "Dests")).map(({ bytes }) => bytes));
  checkOutline(pdf, names, report);
  for (const page of pages) {
    const annotations = pdf.list(pdf.get(page.dict, "Annots"));
    if (annotations.length > 0 && pdf.name(page.dict, "Tabs") !== "S")
      report("no-tab-order", "PDF/UA-1 7.18.3", onPage(page));
    for (const pointer of annotations) {
      const annotation = pdf.value(pointer);
      const at = { object: pointer instanceof Pointer ? pointer.id : page.object, page: page.number };
      const flags = Number(pdf.get(annotation, "F") ?? 0);
      const kind = pdf.name(annotation, "Subtype") ?? "";
      if (UNOWNED.has(kind)) continue;
      if ((flags & HIDDEN) !== 0 || (flags & PRINT) === 0) report("unprinted-annotation", "PDF/A 6.3.2", at);
      const owner = parents.get(Number(pdf.get(annotation, "StructParent"))) ?? null;
      const words = [pdf.get(annotation, kind === "Widget" ? "TU" : "Contents")];
      // Those of other kinds may be described by their element.
      if (kind !== "Link") words.push(pdf.get(owner, "Alt"));
      if (!words.some(isText)) report("no-link-contents", clauseOf(kind), at);
      const type = owner instanceof Dict ? typeOf(pdf.name(owner, "S") ?? "") : null;
      // A file without a structure was told of as a whole.
      if (root !== null && type !== (OWNER[kind] ?? "Annot"))
        report("link-outside-structure", clauseOf(kind), at);
      checkTarget(pdf, annotation, names, (detail) => report("lost-destination", NOWHERE, { ...at, detail }));
    }
  }
}

const clauseOf = (kind: string): string =>
  kind === "Link" ? "PDF/UA-1 7.18.5" : kind === "Widget" ? "PDF/UA-1 7.18.4" : "PDF/UA-1 7.18.1";

const NOWHERE = "ISO 32000-1 12.3.2.3";

/** @param lost Told the name of a place that there is not, where something leads to it. */
function checkTarget(
  pdf: OpenPdf,
  from: Parsed,
  names: ReadonlySet<string>,
  lost: (name: string) => void,
): void {
  const target = pdf.get(from, "Dest") ?? pdf.path(from, "A", "D");
  if (target instanceof Str && !names.has(target.bytes)) lost(target.text);
}

/** The lines of the outline, down and along. */
function checkOutline(pdf: OpenPdf, names: ReadonlySet<string>, report: Report): void {
  const seen = new Set<Parsed>();
  const left = [pdf.path(pdf.root, "Outlines", "First")];
  for (let line = left.pop(); line !== undefined; line = left.pop()) {
    if (!(line instanceof Dict) || seen.has(line)) continue;
    seen.add(line);
    checkTarget(pdf, line, names, (detail) => report("lost-destination", NOWHERE, { detail }));
    left.push(pdf.get(line, "Next"), pdf.get(line, "First"));
  }
}
