/** The annotations of a reader's PDF in → the rules on their kinds, looks, words, places and targets that they break. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict, type Parsed, Pointer, Str, Stream } from "../read-pdf/values.ts";
import { boxOf } from "./check-document.ts";
import { isText } from "./check-file.ts";
import { namesIn } from "./check-names.ts";
import { parentTree, typesOf } from "./check-structure.ts";
import { onPage, type Report } from "./finding.ts";

/** Flags of an annotation: those that hide it somewhere, the one that hides it everywhere, and that of printing (ISO 32000-1, 12.5.3). */
const HIDDEN = 0b1_0010_0011;
const UNSEEN = 0b10;
const PRINT = 0b100;

/** What an annotation belongs to in the structure (ISO 14289-1, 7.18); those that are left out belong to nothing. */
const OWNER: Readonly<Record<string, string>> = { Link: "Link", Widget: "Form" };
const UNOWNED = new Set(["PrinterMark"]);

/** Kinds that an archive may have (ISO 19005-2, 6.3.1). */
const KINDS = new Set(
  (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink " +
    "Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact"
  ).split(" "),
);
/** Those that need no appearance. */
const UNDRAWN = new Set(["Popup", "Link"]);

export function checkAnnotations(pdf: OpenPdf, pages: readonly PdfPage[], report: Report): void {
  const names = new Set(namesIn(pdf, pdf.path(pdf.root, "Names", "Dests")).map(({ bytes }) => bytes));
  const checkWords = wordChecks(pdf, report);
  checkOutline(pdf, names, report);
  for (const page of pages) {
    const annotations = pdf.list(pdf.get(page.dict, "Annots"));
    if (annotations.length > 0 && pdf.name(page.dict, "Tabs") !== "S")
      report("no-tab-order", "PDF/UA-1 7.18.3", onPage(page));
    for (const pointer of annotations) {
      const annotation = pdf.value(pointer);
      const at = { object: pointer instanceof Pointer ? pointer.id : page.object, page: page.number };
      checkKind(pdf, annotation, at, report);
      checkTarget(pdf, annotation, names, (detail) => report("lost-destination", NOWHERE, { ...at, detail }));
      // What is hidden, or outside of the page, is nothing to a reader.
      if ((flagsOf(pdf, annotation) & UNSEEN) === 0 && !isOutside(pdf, page, annotation))
        checkWords(annotation, at);
    }
  }
}

/** Where an annotation is told of. */
interface At {
  readonly object: number;
  readonly page: number;
}

const flagsOf = (pdf: OpenPdf, annotation: Parsed): number => Number(pdf.get(annotation, "F") ?? 0);

const kindOf = (pdf: OpenPdf, annotation: Parsed): string => pdf.name(annotation, "Subtype") ?? "";

/** What an archive may have, as it is shown and printed (PDF/A 6.3 and 6.4). */
function checkKind(pdf: OpenPdf, annotation: Parsed, at: At, report: Report): void {
  const flags = flagsOf(pdf, annotation);
  const kind = kindOf(pdf, annotation);
  const hasFlags = kind !== "Popup" || pdf.get(annotation, "F") !== null;
  if (hasFlags && ((flags & HIDDEN) !== 0 || (flags & PRINT) === 0))
    report("unprinted-annotation", "PDF/A 6.3.2", at);
  if (!KINDS.has(kind)) report("forbidden-entry", "PDF/A 6.3.1", { ...at, detail: kind });
  checkAppearance(pdf, annotation, kind, () => report("no-appearance", "PDF/A 6.3.3", at));
  if (kind === "Widget" && pdf.get(annotation, "A") !== null)
    report("forbidden-action", "PDF/A 6.4.1", { ...at, detail: "A" });
}

/** @returns What tells whether an annotation has words, and its place in the structure (PDF/UA-1 7.18). */
function wordChecks(pdf: OpenPdf, report: Report): (annotation: Parsed, at: At) => void {
  const root = pdf.get(pdf.root, "StructTreeRoot");
  const parents = parentTree(pdf, pdf.get(root, "ParentTree"));
  const typeOf = typesOf(pdf, root);
  return (annotation, at) => {
    const kind = kindOf(pdf, annotation);
    const owner = parents.get(Number(pdf.get(annotation, "StructParent"))) ?? null;
    const words = [pdf.get(annotation, kind === "Widget" ? "TU" : "Contents")];
    // Those of other kinds may be described by their element.
    if (kind !== "Link") words.push(pdf.get(owner, "Alt"));
    if (!words.some(isText)) report("no-link-contents", clauseOf(kind), at);
    const type = owner instanceof Dict ? typeOf(pdf.name(owner, "S") ?? "") : null;
    // A file without a structure was told of as a whole.
    if (root !== null && !UNOWNED.has(kind) && type !== (OWNER[kind] ?? "Annot"))
      report("link-outside-structure", clauseOf(kind), at);
  };
}

/** An annotation is drawn by one appearance; a button by one for each of its states. */
function checkAppearance(pdf: OpenPdf, annotation: Parsed, kind: string, fault: () => void): void {
  const drawn = pdf.get(annotation, "AP");
  const [left, bottom, right, top] = pdf.numbers(pdf.get(annotation, "Rect"));
  if (drawn === null) {
    if (!UNDRAWN.has(kind) && (left !== right || bottom !== top)) fault();
    return;
  }
  const isButton =
    kind === "Widget" &&
    (pdf.name(annotation, "FT") ?? pdf.name(pdf.get(annotation, "Parent"), "FT")) === "Btn";
  const normal = pdf.get(drawn, "N");
  const keys = drawn instanceof Dict ? [...drawn.entries.keys()] : [];
  if (keys.join() !== "N" || (isButton ? !(normal instanceof Dict) : !(normal instanceof Stream))) fault();
}

function isOutside(pdf: OpenPdf, { dict }: PdfPage, annotation: Parsed): boolean {
  const box = pdf.numbers(boxOf(pdf, dict, "CropBox") ?? boxOf(pdf, dict, "MediaBox"));
  const rect = pdf.numbers(pdf.get(annotation, "Rect"));
  if (box.length !== 4 || rect.length !== 4) return false;
  return rect[2]! <= box[0]! || rect[0]! >= box[2]! || rect[3]! <= box[1]! || rect[1]! >= box[3]!;
}

const clauseOf = (kind: string): string =>
  kind === "Link" ? "PDF/UA-1 7.18.5, 7.18.1" : kind === "Widget" ? "PDF/UA-1 7.18.4" : "PDF/UA-1 7.18.1";

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
