/** The fonts of a PDF and the codes that its pages show in → the rules that they break. */
import { type Codes, codesOf, isEncodingKnown, SIMPLE_CODES } from "../read-pdf/codes.ts";
import { descendantOf, type FontProgram, programOf } from "../read-pdf/font-program.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { latin } from "../read-pdf/parse.ts";
import {
  type CodeWidths,
  type NamedGlyphs,
  namedGlyphsOf,
  programCodeWidths,
  saidCodeWidths,
} from "../read-pdf/simple-font.ts";
import { mappedCodes } from "../read-pdf/to-unicode.ts";
import { Dict, Name, type Parsed, Str, Stream } from "../read-pdf/values.ts";
import { lackOf, NUMBERED, oddityOf } from "./check-encodings.ts";
import { checkDrawn } from "./check-type3.ts";
import type { Report } from "./finding.ts";
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

export function checkFonts(
  pdf: OpenPdf,
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  readable: boolean,
  report: Report,
): void {
  const fonts = new Map<Dict, Shown>();
  for (const [page, all] of items)
    for (const { kind, font, shown, isUnseen } of all) {
      if (kind !== "text" || !(font.value instanceof Dict)) continue;
      const known = fonts.get(font.value) ?? firstShown(pdf, font.value, font.object, page.number);
      fonts.set(font.value, known);
      if (!isUnseen) known.isDrawn = true;
      for (const { code } of known.codes?.read(shown) ?? []) {
        if (!known.pages.has(code)) known.pages.set(code, page.number);
        if (!isUnseen) known.drawn.add(code);
      }
    }
  for (const shown of fonts.values()) checkFont(pdf, shown, readable, report);
}

function firstShown(pdf: OpenPdf, font: Dict, object: number | null, page: number): Shown {
  const isComposite = pdf.name(font, "Subtype") === "Type0";
  const codes = !isComposite ? SIMPLE_CODES : isEncodingKnown(pdf, font) ? codesOf(pdf, font) : null;
  return { font, object, codes, pages: new Map(), drawn: new Set(), page, isDrawn: false };
}

const EMBEDDED = "PDF/A 6.2.11.4.1, PDF/UA-1 7.21.4.1, PDF/X-4 6.2.5";
const GLYPHS = "PDF/A 6.2.11.8, PDF/UA-1 7.21.8";
const WIDTHS = "PDF/A 6.2.11.5, PDF/UA-1 7.21.5";
const CODED = "PDF/A 6.2.11.3, PDF/UA-1 7.21.3";
const NAMED = "PDF/A 6.2.11.6, PDF/UA-1 7.21.6";
const UNICODE = "PDF/A 6.2.11.7.2, PDF/UA-1 7.21.7";

function checkFont(pdf: OpenPdf, shown: Shown, readable: boolean, report: Report): void {
  const { font, object, page } = shown;
  const about = { object, page, detail: pdf.name(font, "BaseFont") ?? "" };
  if (shown.isDrawn && readable) checkKeys(pdf, font, about, report);
  // Glyphs of a Type 3 font are drawings in the file itself.
  if (pdf.name(font, "Subtype") === "Type3") checkDrawn(pdf, shown, report);
  else if (shown.isDrawn) checkProgram(pdf, shown, about, report);
  if (readable) checkTexts(pdf, shown, about, report);
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

interface About {
  readonly object: number | null;
  readonly page: number;
  readonly detail: string;
}

const codeOf = ({ object, detail }: About, code: number, page: number, digits: number): About => ({
  object,
  page,
  detail: `${detail} <${code.toString(16).padStart(digits, "0")}>`,
});

function checkProgram(pdf: OpenPdf, shown: Shown, about: About, report: Report): void {
  const { font, codes, pages, drawn } = shown;
  const descendant = descendantOf(pdf, font);
  const isComposite = descendant instanceof Dict;
  let program: FontProgram | null;
  try {
    program = programOf(pdf, isComposite ? descendant : font);
  } catch {
    report("bad-font", EMBEDDED, about);
    return;
  }
  if (!program) {
    report("font-not-embedded", EMBEDDED, about);
    return;
  }
  if (isComposite) checkSet(pdf, descendant, program, about, report);
  if (!isComposite) {
    checkCodes(pdf, shown, about, report);
    const named = namedGlyphs(pdf, font);
    if (named) checkNames(shown, named, about, report);
    if (named && isCharSetFalse(pdf, font, named))
      report("incomplete-set", "PDF/A 6.2.11.4.2, PDF/UA-1 7.21.4.2", about);
  }
  if (!isComposite || !codes || !program.widthOf) return;
  const said = saidWidths(pdf, descendant);
  const otherwise = Number(pdf.get(descendant, "DW") ?? 1000);
  for (const code of drawn) {
    const found = codeOf(about, code, pages.get(code)!, 4);
    const cid = codes.cid(code);
    const width = program.widthOf(cid);
    if (width === undefined || cid === 0) report("no-glyph", GLYPHS, found);
    else if (Math.abs(width - (said.get(cid) ?? otherwise)) > 1) report("width-differs", WIDTHS, found);
  }
}

/** A list of the glyphs of a subset, where it has one, names all that are there, and no others. */
function checkSet(pdf: OpenPdf, descendant: Dict, program: FontProgram, about: About, report: Report): void {
  const set = pdf.path(descendant, "FontDescriptor", "CIDSet");
  if (!(set instanceof Stream) || !/^[A-Z]{6}\+/.test(pdf.name(descendant, "BaseFont") ?? "")) return;
  const bits = pdf.content(set);
  const isListed = (cid: number) => (bits[cid >> 3]! & (0x80 >> (cid & 7))) !== 0;
  const glyphs = new Set(program.cids());
  // The first stands for all that there are not.
  const isWhole = [...glyphs].every((cid) => cid === 0 || isListed(cid));
  const isTrue = Array.from({ length: 8 * bits.length }, (_, cid) => cid).every(
    (cid) => cid === 0 || !isListed(cid) || glyphs.has(cid),
  );
  if (!isWhole || !isTrue) report("incomplete-set", "PDF/A 6.2.11.4.2, PDF/UA-1 7.21.4.2", about);
}

/** Glyphs that a program knows by names; null where it does not, or where it can not be read, which is told of. */
function namedGlyphs(pdf: OpenPdf, font: Dict): NamedGlyphs | null {
  try {
    return namedGlyphsOf(pdf, font);
  } catch {
    return null;
  }
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
      report("no-glyph", EMBEDDED, { ...about, page: pages.get(code)!, detail: `${about.detail} ${name}` });
  }
}

/** Whether the list of a simple subset's glyphs, where it has one, leaves out any that are there, or names others. */
function isCharSetFalse(pdf: OpenPdf, font: Dict, { names }: NamedGlyphs): boolean {
  const said = pdf.path(font, "FontDescriptor", "CharSet");
  if (!(said instanceof Str) || !/^[A-Z]{6}\+/.test(pdf.name(font, "BaseFont") ?? "")) return false;
  const listed = new Set(said.text.split("/").map((name) => name.trim()));
  for (const none of ["", ".notdef"]) listed.delete(none);
  const real = [...names].filter((name) => name !== ".notdef");
  return real.length !== listed.size || real.some((name) => !listed.has(name));
}

/** Widths of a simple font, of codes whose glyphs can be told. */
function checkCodes(pdf: OpenPdf, { font, pages, drawn }: Shown, about: About, report: Report): void {
  let widthOf: CodeWidths;
  try {
    widthOf = programCodeWidths(pdf, font);
  } catch {
    report("bad-font", EMBEDDED, about);
    return;
  }
  const saidOf = saidCodeWidths(pdf, font);
  for (const code of drawn) {
    const [width, said] = [widthOf(code), saidOf(code)];
    if (width !== undefined && said !== undefined && Math.abs(width - said) > 1)
      report("width-differs", WIDTHS, codeOf(about, code, pages.get(code)!, 2));
  }
}

/** Collections of characters that every reader knows the texts of (ISO 32000-1, 9.10.2). */
const KNOWN_COLLECTIONS = new Set(["GB1", "CNS1", "Japan1", "Korea1"]);

function checkTexts(pdf: OpenPdf, { font, pages }: Shown, about: About, report: Report): void {
  const map = pdf.get(font, "ToUnicode");
  if (!(map instanceof Stream)) {
    if (!isReadWithoutMap(pdf, font, pages.keys())) report("no-unicode", UNICODE, about);
    return;
  }
  const unicode = mappedCodes(latin(pdf.content(map)));
  const digits = pdf.name(font, "Subtype") === "Type0" ? 4 : 2;
  for (const [code, page] of pages) {
    const text = unicode.get(code);
    if (text === undefined || /[\u0000\ufeff\ufffe]/.test(text))
      report("unmapped-code", UNICODE, codeOf(about, code, page, digits));
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
    return ordering instanceof Str && KNOWN_COLLECTIONS.has(ordering.bytes);
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
