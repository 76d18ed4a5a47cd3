/** The fonts of a PDF and the codes that its pages show in → the rules that they break. */
import { descendantOf, type FontProgram, programOf, saidWidths } from "../read-pdf/font-program.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import {
  type CodeWidths,
  type NamedGlyphs,
  programCodeWidths,
  saidCodeWidths,
} from "../read-pdf/simple-font.ts";
import { Dict, Str, Stream } from "../read-pdf/values.ts";
import { lackOf, oddityOf } from "./check-encodings.ts";
import { checkDrawn } from "./check-type3.ts";
import { checkUnicode, namedGlyphs } from "./check-unicode.ts";
import type { Report } from "./finding.ts";
import type { Painted } from "./painted.ts";
import {
  type About,
  aboutCode,
  EMBEDDED,
  GLYPHS,
  isOtherWidth,
  type Shown,
  shownFonts,
  WIDTHS,
} from "./shown.ts";

/** @param readable Whether texts of the file are to be read, as those for presses are not. */
export function checkFonts(
  pdf: OpenPdf,
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  readable: boolean,
  report: Report,
): void {
  for (const shown of shownFonts(pdf, items)) checkFont(pdf, shown, readable, report);
}

const IN_EVERY_FILE = `${EMBEDDED}, PDF/X-4 6.2.5`;
const SETS = "PDF/A 6.2.11.4.2, PDF/UA-1 7.21.4.2";
const CODED = "PDF/A 6.2.11.3, PDF/UA-1 7.21.3";
const NAMED = "PDF/A 6.2.11.6, PDF/UA-1 7.21.6";

function checkFont(pdf: OpenPdf, shown: Shown, readable: boolean, report: Report): void {
  const { font, object, page } = shown;
  const about = { object, page, detail: pdf.name(font, "BaseFont") ?? "" };
  if (shown.isDrawn && readable) checkKeys(pdf, font, about, report);
  // Glyphs of a Type 3 font are drawings in the file itself.
  if (pdf.name(font, "Subtype") === "Type3") checkDrawn(pdf, shown, report);
  else if (shown.isDrawn) checkProgram(pdf, shown, about, report);
  if (readable) checkUnicode(pdf, shown, about, report);
}

function checkKeys(pdf: OpenPdf, font: Dict, about: About, report: Report): void {
  const say = (what: string) => ({ ...about, detail: `${about.detail} ${what}`.trim() });
  const lack = lackOf(pdf, font);
  if (lack !== null) report("incomplete-font", "PDF/A 6.2.11.2", say(lack));
  let odd: string | null;
  try {
    odd = oddityOf(pdf, font);
  } catch {
    // A program that can not be read is told of as that.
    return;
  }
  if (odd !== null) report("odd-encoding", pdf.name(font, "Subtype") === "Type0" ? CODED : NAMED, say(odd));
}

function checkProgram(pdf: OpenPdf, shown: Shown, about: About, report: Report): void {
  const descendant = descendantOf(pdf, shown.font);
  let program: FontProgram | null;
  try {
    program = programOf(pdf, descendant instanceof Dict ? descendant : shown.font);
  } catch {
    report("bad-font", IN_EVERY_FILE, about);
    return;
  }
  if (!program) report("font-not-embedded", IN_EVERY_FILE, about);
  else if (descendant instanceof Dict) checkComposite(pdf, shown, descendant, program, about, report);
  else checkSimple(pdf, shown, about, report);
}

function checkComposite(
  pdf: OpenPdf,
  shown: Shown,
  descendant: Dict,
  { cids, widthOf }: FontProgram,
  about: About,
  report: Report,
): void {
  if (isSetFalse(pdf, descendant, cids)) report("incomplete-set", SETS, about);
  const { codes, drawn } = shown;
  if (!codes || !widthOf) return;
  const saidOf = saidWidths(pdf, descendant);
  for (const code of drawn) {
    const cid = codes.cid(code);
    const width = widthOf(cid);
    const found = aboutCode(pdf, shown, about, code);
    if (width === undefined || cid === 0) report("no-glyph", GLYPHS, found);
    else if (isOtherWidth(saidOf(cid), width)) report("width-differs", WIDTHS, found);
  }
}

function checkSimple(pdf: OpenPdf, shown: Shown, about: About, report: Report): void {
  checkWidths(pdf, shown, about, report);
  const named = namedGlyphs(pdf, shown.font);
  if (!named) return;
  checkNames(shown, named, about, report);
  if (isCharSetFalse(pdf, shown.font, named)) report("incomplete-set", SETS, about);
}

/** Whether a font is one of glyphs that a file needs, as its name says (ISO 32000-1, 9.6.4). */
const isSubset = (pdf: OpenPdf, font: Dict): boolean => /^[A-Z]{6}\+/.test(pdf.name(font, "BaseFont") ?? "");

/** Whether the list of a composite subset's glyphs, where it has one, leaves out any that are there, or names others. */
function isSetFalse(pdf: OpenPdf, descendant: Dict, cids: FontProgram["cids"]): boolean {
  const set = pdf.path(descendant, "FontDescriptor", "CIDSet");
  if (!(set instanceof Stream) || !isSubset(pdf, descendant)) return false;
  const bits = pdf.content(set);
  const isListed = (cid: number) => (bits[cid >> 3]! & (0x80 >> (cid & 7))) !== 0;
  const glyphs = new Set(cids());
  // The first stands for all that there are not.
  const isWhole = [...glyphs].every((cid) => cid === 0 || isListed(cid));
  const isTrue = Array.from({ length: 8 * bits.length }, (_, cid) => cid).every(
    (cid) => cid === 0 || !isListed(cid) || glyphs.has(cid),
  );
  return !isWhole || !isTrue;
}

/** What codes are called by is there. */
function checkNames(
  { pages, drawn }: Shown,
  { names, nameOf }: NamedGlyphs,
  about: About,
  report: Report,
): void {
  for (const code of drawn) {
    const name = nameOf(code);
    if (name !== undefined && !names.has(name))
      report("no-glyph", IN_EVERY_FILE, {
        ...about,
        page: pages.get(code)!,
        detail: `${about.detail} ${name}`,
      });
  }
}

/** Whether the list of a simple subset's glyphs, where it has one, leaves out any that are there, or names others. */
function isCharSetFalse(pdf: OpenPdf, font: Dict, { names }: NamedGlyphs): boolean {
  const said = pdf.path(font, "FontDescriptor", "CharSet");
  if (!(said instanceof Str) || !isSubset(pdf, font)) return false;
  const listed = new Set(said.text.split("/").map((name) => name.trim()));
  for (const none of ["", ".notdef"]) listed.delete(none);
  const real = [...names].filter((name) => name !== ".notdef");
  return real.length !== listed.size || real.some((name) => !listed.has(name));
}

/** Widths of a simple font, of codes whose glyphs can be told. */
function checkWidths(pdf: OpenPdf, shown: Shown, about: About, report: Report): void {
  let widthOf: CodeWidths;
  try {
    widthOf = programCodeWidths(pdf, shown.font);
  } catch {
    report("bad-font", IN_EVERY_FILE, about);
    return;
  }
  const saidOf = saidCodeWidths(pdf, shown.font);
  for (const code of shown.drawn) {
    const [width, said] = [widthOf(code), saidOf(code)];
    if (width !== undefined && said !== undefined && isOtherWidth(said, width))
      report("width-differs", WIDTHS, aboutCode(pdf, shown, about, code));
  }
}
