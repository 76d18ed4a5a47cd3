/** What pages show in fonts in → characters of a private meaning that no words stand for (PDF/A 6.2.11.7.3, level A). */
import { knownCodes } from "../read-pdf/codes.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { unicodeOf } from "../read-pdf/to-unicode.ts";
import { Dict, type Parsed } from "../read-pdf/values.ts";
import { ownerOf, parentTree, sequenceOf } from "./check-structure.ts";
import { onPage, type Report } from "./finding.ts";
import type { Mark, Painted } from "./painted.ts";

/** Private use areas of Unicode. */
const PRIVATE = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/;

export function checkPrivate(
  pdf: OpenPdf,
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  report: Report,
): void {
  const fonts = new Map<Parsed, (shown: string) => string | null>();
  let parents: ReadonlyMap<number, Parsed> | null = null;
  const hasWords = (marks: readonly Mark[]): boolean => {
    if (marks.some((mark) => mark.hasWords)) return true;
    const sequence = sequenceOf(marks);
    if (!sequence) return false;
    parents ??= parentTree(pdf, pdf.path(pdf.root, "StructTreeRoot", "ParentTree"));
    return pdf.get(ownerOf(pdf, parents, sequence), "ActualText") !== null;
  };
  for (const [page, all] of items)
    for (const { kind, font, shown, marks } of all) {
      if (kind !== "text" || !(font.value instanceof Dict)) continue;
      const privateIn = fonts.get(font.value) ?? privateCodes(pdf, font.value);
      fonts.set(font.value, privateIn);
      const code = privateIn(shown);
      if (code === null || hasWords(marks)) continue;
      const detail = `${pdf.name(font.value, "BaseFont") ?? ""} ${code}`.trim();
      report("private-character", "PDF/A 6.2.11.7.3", { ...onPage(page), object: font.object, detail });
      break;
    }
}

/** Finds the first character of a private meaning in what a font shows. */
function privateCodes(pdf: OpenPdf, font: Dict): (shown: string) => string | null {
  const odd = new Map([...(unicodeOf(pdf, font) ?? [])].filter(([, text]) => PRIVATE.test(text)));
  const codes = odd.size > 0 ? knownCodes(pdf, font) : null;
  if (!codes) return () => null;
  return (shown) => {
    const text = codes
      .read(shown)
      .map(({ code }) => odd.get(code))
      .find((found) => found !== undefined);
    return text === undefined ? null : `U+${text.codePointAt(0)!.toString(16).toUpperCase()}`;
  };
}
