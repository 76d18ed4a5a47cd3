/** What the pages of a reader's PDF lay over each other in → the rules on blending that it breaks (PDF/A 6.2.10). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Stream } from "../read-pdf/values.ts";
import { intentComponents } from "./check-file.ts";
import { onPage, type Report } from "./finding.ts";
import type { Painted } from "./painted.ts";

/** Blend modes (ISO 32000-1, tables 136 and 137); those that lay something over the rest as it is. */
const OPAQUE = new Set(["Normal", "Compatible"]);
const MODES = new Set([
  ...OPAQUE,
  ..."Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion".split(
    " ",
  ),
  ..."Hue Saturation Color Luminosity".split(" "),
]);

export function checkTransparency(
  pdf: OpenPdf,
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  report: Report,
): void {
  const hasIntent = intentComponents(pdf) !== null;
  for (const [page, all] of items) {
    const at = onPage(page);
    const odd = all.flatMap(({ blend }) => blend.modes).find((mode) => !MODES.has(mode));
    if (odd !== undefined) report("unknown-blend", "PDF/A 6.2.10", { ...at, detail: odd });
    // Colours are blended in the space of the page's group, or of the output intent.
    const isNamed = hasIntent || pdf.path(page.dict, "Group", "CS") !== null;
    if (!isNamed && all.some((item) => isTransparent(pdf, item)))
      report("blended-in-no-space", "PDF/A 6.2.10", at);
  }
}

function isTransparent(pdf: OpenPdf, { blend, image }: Painted): boolean {
  const { modes, fill, stroke, isMasked, isGrouped } = blend;
  return (
    isMasked ||
    isGrouped ||
    fill < 1 ||
    stroke < 1 ||
    modes.some((mode) => !OPAQUE.has(mode)) ||
    pdf.get(image, "SMask") instanceof Stream
  );
}
