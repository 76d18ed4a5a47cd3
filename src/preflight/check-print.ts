/** A printer's PDF in → the rules of PDF/X-4, and of black type on a press, that it breaks. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { hasPressProfile } from "./check-file.ts";
import { onPage, type Report } from "./finding.ts";
import type { Painted } from "./painted.ts";

export function checkPrint(
  pdf: OpenPdf,
  pages: readonly PdfPage[],
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  packet: string,
  report: Report,
): void {
  if (!hasPressProfile(pdf)) report("no-profile", "PDF/X-4 6.2.2");
  if (!/<pdf:Trapped>(?:True|False)<\/pdf:Trapped>/.test(packet)) report("no-trapping-word", "PDF/X-4 6.8");
  for (const page of pages) {
    const at = onPage(page);
    checkBoxes(pdf, page, report);
    if (pdf.list(pdf.get(page.dict, "Annots")).length > 0) report("live-annotation", "PDF/X-4 6.5", at);
    if ((items.get(page) ?? []).some(isSparedBlack)) report("black-spared-out", "GB/T 9851, ISO 12647-2", at);
  }
}

/** Black type that leaves white edges where the plates do not meet. */
const isSparedBlack = ({ kind, colour, overprint }: Painted): boolean =>
  kind === "text" && !overprint && colour.operator === "k" && colour.values.join() === "0,0,0,1";

function checkBoxes(pdf: OpenPdf, page: PdfPage, report: Report): void {
  const at = onPage(page);
  const box = (name: string) => pdf.numbers(pdf.get(page.dict, name));
  const [media, bleed, trim] = [box("MediaBox"), box("BleedBox"), box("TrimBox")];
  if (trim.length !== 4) {
    report("no-trim-box", "PDF/X-4 6.4", at);
    return;
  }
  const holds = (outer: readonly number[], inner: readonly number[]) =>
    outer.length !== 4 ||
    (outer[0]! <= inner[0]! && outer[1]! <= inner[1]! && outer[2]! >= inner[2]! && outer[3]! >= inner[3]!);
  const inner = bleed.length === 4 ? bleed : trim;
  if (!holds(media, inner) || !holds(inner, trim)) report("boxes-not-nested", "PDF/X-4 6.4", at);
}
