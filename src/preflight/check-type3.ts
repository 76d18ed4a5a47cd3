/** A Type 3 font and the codes that pages show of it in → glyphs that it does not draw, or that say another width. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Parser } from "../read-pdf/parse.ts";
import { encodingOf, saidCodeWidths } from "../read-pdf/simple-font.ts";
import { type Parsed, Stream, Word } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";
import { codeInDigits, EMBEDDED, isOtherWidth, type Shown, WIDTHS } from "./shown.ts";

export function checkDrawn(pdf: OpenPdf, { font, object, pages, drawn }: Shown, report: Report): void {
  const { names } = encodingOf(pdf, font);
  const saidOf = saidCodeWidths(pdf, font);
  for (const code of drawn) {
    const name = names(code);
    const glyph = name === undefined ? null : pdf.path(font, "CharProcs", name);
    const at = { object, page: pages.get(code)!, detail: name ?? codeInDigits(pdf, font, code) };
    if (!(glyph instanceof Stream)) {
      report("no-glyph", EMBEDDED, at);
      continue;
    }
    const [width, said] = [widthIn(pdf.content(glyph)), saidOf(code)];
    if (width !== null && said !== undefined && isOtherWidth(said, width))
      report("width-differs", WIDTHS, at);
  }
}

/** The width that a glyph's drawing begins with (ISO 32000-1, table 113); null for none. */
function widthIn(content: Uint8Array): number | null {
  const parser = new Parser(content);
  let first: Parsed = null;
  for (let k = 0; k < 7 && !parser.atEnd; k++) {
    const value = parser.next();
    if (k === 0) first = value;
    if (value instanceof Word) return /^d[01]$/.test(value.word) && typeof first === "number" ? first : null;
  }
  return null;
}
