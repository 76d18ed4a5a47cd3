/** What the pages paint in → the fonts among it, with their codes that are shown, and how faults of them are told. */
import { type Codes, knownCodes } from "../read-pdf/codes.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict } from "../read-pdf/values.ts";
import type { Painted } from "./painted.ts";

/** A font, the codes of it that are shown, and the page that shows each of them first. */
export interface Shown {
  readonly font: Dict;
  /** Number of its object; null where it stands in another. */
  readonly object: number | null;
  /** Null where they follow a map that is not in the file. */
  readonly codes: Codes | null;
  readonly pages: Map<number, number>;
  /** Those that are drawn: what is unseen needs no glyphs. */
  readonly drawn: Set<number>;
  /** That shows it first. */
  readonly page: number;
  isDrawn: boolean;
}

/** Fonts in the order in which they are shown first. */
export function shownFonts(pdf: OpenPdf, items: ReadonlyMap<PdfPage, readonly Painted[]>): readonly Shown[] {
  const fonts = new Map<Dict, Shown>();
  for (const [{ number: page }, all] of items)
    for (const { kind, font, shown, isUnseen } of all) {
      if (kind !== "text" || !(font.value instanceof Dict)) continue;
      const known = fonts.get(font.value) ?? {
        font: font.value,
        object: font.object,
        codes: knownCodes(pdf, font.value),
        pages: new Map(),
        drawn: new Set(),
        page,
        isDrawn: false,
      };
      fonts.set(font.value, known);
      if (!isUnseen) known.isDrawn = true;
      for (const { code } of known.codes?.read(shown) ?? []) {
        if (!known.pages.has(code)) known.pages.set(code, page);
        if (!isUnseen) known.drawn.add(code);
      }
    }
  return [...fonts.values()];
}

/** Clauses on programs that are there, glyphs and widths, for fonts of every kind. */
export const EMBEDDED = "PDF/A 6.2.11.4.1, PDF/UA-1 7.21.4.1";
export const GLYPHS = "PDF/A 6.2.11.8, PDF/UA-1 7.21.8";
export const WIDTHS = "PDF/A 6.2.11.5, PDF/UA-1 7.21.5";

/** Whether a font says another width than a glyph has; both are rounded. */
export const isOtherWidth = (said: number, width: number): boolean => Math.abs(width - said) > 1;

/** Where a font is told of, and by what name. */
export interface About {
  readonly object: number | null;
  readonly page: number;
  readonly detail: string;
}

/** A code as it stands in a string of digits. */
export const codeInDigits = (pdf: OpenPdf, font: Dict, code: number): string =>
  `<${code.toString(16).padStart(pdf.name(font, "Subtype") === "Type0" ? 4 : 2, "0")}>`;

/** A code of a font, on the page that shows it first. */
export const aboutCode = (
  pdf: OpenPdf,
  { font, pages }: Shown,
  { object, detail }: About,
  code: number,
): About => ({ object, page: pages.get(code)!, detail: `${detail} ${codeInDigits(pdf, font, code)}` });
