/** A font and the codes that pages show of it in → those whose text can not be told (PDF/A 6.2.11.7.2, PDF/UA-1 7.21.7). */
import { descendantOf } from "../read-pdf/font-program.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { type NamedGlyphs, namedGlyphsOf } from "../read-pdf/simple-font.ts";
import { unicodeOf } from "../read-pdf/to-unicode.ts";
import { Dict, Name, Str } from "../read-pdf/values.ts";
import { COLLECTIONS, NUMBERED } from "./check-encodings.ts";
import type { Report } from "./finding.ts";
import { type About, aboutCode, type Shown } from "./shown.ts";

const UNICODE = "PDF/A 6.2.11.7.2, PDF/UA-1 7.21.7";

export function checkUnicode(pdf: OpenPdf, shown: Shown, about: About, report: Report): void {
  const { font, pages } = shown;
  const unicode = unicodeOf(pdf, font);
  if (!unicode) {
    if (!isReadWithoutMap(pdf, font, pages.keys())) report("no-unicode", UNICODE, about);
    return;
  }
  for (const code of pages.keys()) {
    const text = unicode.get(code);
    if (text === undefined || /[\u0000\ufeff\ufffe]/.test(text))
      report("unmapped-code", UNICODE, aboutCode(pdf, shown, about, code));
  }
}

/** Fonts that every reader has, and that have an encoding of letters of their own (ISO 32000-1, 9.6.2.2). */
const OF_LETTERS =
  /^(?:Times-(?:Roman|Bold|Italic|BoldItalic)|(?:Helvetica|Courier)(?:-(?:Bold)?(?:Oblique)?)?)$/;

/** Whether the encoding says what the codes stand for. */
function isReadWithoutMap(pdf: OpenPdf, font: Dict, codes: Iterable<number>): boolean {
  const encoding = pdf.get(font, "Encoding");
  if (pdf.name(font, "Subtype") === "Type0") {
    const descendant = descendantOf(pdf, font);
    const ordering = pdf.path(descendant, "CIDSystemInfo", "Ordering");
    return ordering instanceof Str && COLLECTIONS.has(ordering.bytes);
  }
  if (encoding instanceof Name) return true;
  const named = pdf.name(font, "Subtype") === "TrueType" ? null : namedGlyphs(pdf, font);
  // Type 1 programs say themselves what their codes are called.
  if (named) return [...codes].every((code) => !NUMBERED.test(named.nameOf(code) ?? ".notdef"));
  if (encoding === null) return OF_LETTERS.test(pdf.name(font, "BaseFont") ?? "");
  if (!(encoding instanceof Dict)) return false;
  const names = pdf.list(pdf.get(encoding, "Differences")).filter((entry) => entry instanceof Name);
  return names.every(({ name }) => !NUMBERED.test(name));
}

/** Glyphs that a program knows by names; null where it does not, or where it can not be read, which is told of. */
export function namedGlyphs(pdf: OpenPdf, font: Dict): NamedGlyphs | null {
  try {
    return namedGlyphsOf(pdf, font);
  } catch {
    return null;
  }
}
