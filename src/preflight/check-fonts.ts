/** The fonts of a PDF and the codes that its pages show in → the rules that they break. */
import { cffWidths, readCff } from "../read-pdf/cff.ts";
import { type Codes, codesOf } from "../read-pdf/codes.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { latin } from "../read-pdf/parse.ts";
import { mappedCodes } from "../read-pdf/to-unicode.ts";
import { Dict, type Parsed, Pointer, Stream } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";
import type { Painted } from "./painted.ts";

/** Codes of a font that are shown, and the page that shows each of them first. */
interface Shown {
  readonly codes: Codes;
  readonly pages: Map<number, number>;
}

export function checkFonts(
  pdf: OpenPdf,
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  readable: boolean,
  report: Report,
): void {
  const fonts = new Map<number, Shown>();
  for (const [page, all] of items)
    for (const item of all) {
      if (item.kind !== "text") continue;
      const held = pdf.path(page.resources, "Font");
      const pointer = held instanceof Dict ? held.entries.get(item.font) : null;
      const id = pointer instanceof Pointer ? pointer.id : 0;
      const shown = fonts.get(id) ?? {
        codes: codesOf(pdf, pdf.object(id)),
        pages: new Map<number, number>(),
      };
      fonts.set(id, shown);
      for (const { code } of shown.codes.read(item.shown))
        if (!shown.pages.has(code)) shown.pages.set(code, page.number);
    }
  for (const [id, shown] of fonts) checkFont(pdf, id, shown, readable, report);
}

const WIDTHS = "PDF/A 6.2.11.5, PDF/UA-1 7.21.5";

function checkFont(
  pdf: OpenPdf,
  id: number,
  { codes, pages }: Shown,
  readable: boolean,
  report: Report,
): void {
  const font = pdf.object(id);
  const page = [...pages.values()][0] ?? null;
  const at = { object: id, page, detail: pdf.name(font, "BaseFont") ?? "" };
  const descendant = pdf.value(pdf.list(pdf.get(font, "DescendantFonts"))[0]);
  const program = pdf.path(descendant, "FontDescriptor", "FontFile3");
  if (!(program instanceof Stream)) {
    report("font-not-embedded", "PDF/A 6.2.11.4.1, PDF/UA-1 7.21.4.1, PDF/X-4 6.2.5", at);
    return;
  }
  const widths = cffWidths(readCff(pdf.content(program)));
  const said = saidWidths(pdf, descendant);
  for (const [code, where] of pages) {
    const found = { ...at, page: where, detail: `${at.detail} <${code.toString(16).padStart(4, "0")}>` };
    const cid = codes.cid(code);
    const width = widths.get(cid);
    if (width === undefined || cid === 0) report("no-glyph", "PDF/A 6.2.11.8, PDF/UA-1 7.21.8", found);
    else if (Math.abs(width - (said.get(cid) ?? Number(pdf.get(descendant, "DW") ?? 1000))) > 1)
      report("width-differs", WIDTHS, found);
  }
  if (!readable) return;
  const map = pdf.get(font, "ToUnicode");
  if (!(map instanceof Stream)) {
    report("no-unicode", "PDF/A 6.2.11.7.2, PDF/UA-1 7.21.7", at);
    return;
  }
  const unicode = mappedCodes(latin(pdf.content(map)));
  for (const [code, where] of pages) {
    const text = unicode.get(code);
    if (text === undefined || /[\u0000\ufeff\ufffe]/.test(text))
      report("unmapped-code", "PDF/A 6.2.11.7.2, PDF/UA-1 7.21.7", {
        ...at,
        page: where,
        detail: `${at.detail} <${code.toString(16).padStart(4, "0")}>`,
      });
  }
}

/** The last glyph there can be (ISO 32000-1, annex C). */
const LAST_CID = 0xffff;

/** Widths of the W array (ISO 32000-1, 9.7.4.3). */
function saidWidths(pdf: OpenPdf, descendant: Parsed): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const entries = pdf.list(pdf.get(descendant, "W"));
  for (let k = 0; k < entries.length; ) {
    const first = Number(entries[k]);
    const second = pdf.value(entries[k + 1]);
    if (Array.isArray(second)) {
      second.forEach((width, i) => {
        found.set(first + i, Number(width));
      });
      k += 2;
    } else {
      const last = Math.min(LAST_CID, Number(second));
      for (let code = first; code <= last; code++) found.set(code, Number(entries[k + 2]));
      k += 3;
    }
  }
  return found;
}
