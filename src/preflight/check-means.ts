/** What the pages of a reader's PDF paint with in → what of it an archive may not hold (PDF/A 6.2). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict, Name, type Parsed } from "../read-pdf/values.ts";
import { checkSpace } from "./check-intents.ts";
import { isBeyond } from "./check-objects.ts";
import { onPage, type Report } from "./finding.ts";
import { isLanguage, NO_LANGUAGE } from "./language-tag.ts";
import type { Used } from "./means.ts";
import type { Paint } from "./painted.ts";

/** Rendering intents (ISO 32000-1, table 70). */
const INTENTS = new Set(["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]);

/** States that content may keep at one time (PDF/A 6.1.13). */
const MOST_KEPT = 28;

/** Bits of a component (ISO 32000-1, table 89). */
const BITS: ReadonlySet<unknown> = new Set([null, 1, 2, 4, 8, 16]);

/** Filters that images in the content may be packed with, by both of their names. */
const INLINE_FILTERS = new Set(
  "ASCIIHexDecode AHx ASCII85Decode A85 FlateDecode Fl RunLengthDecode RL CCITTFaxDecode CCF DCTDecode DCT".split(
    " ",
  ),
);

/** Tells of a key, or of a name, that stands where it may not. */
type Tell = (clause: string, detail: string) => void;

export function checkMeans(pdf: OpenPdf, paints: ReadonlyMap<PdfPage, Paint>, report: Report): void {
  const seen = new Set<Parsed>();
  const each = (things: Iterable<Parsed>, check: (thing: Parsed) => void) => {
    for (const thing of things)
      if (!seen.has(thing)) {
        seen.add(thing);
        check(thing);
      }
  };
  for (const [page, { used }] of paints) {
    const at = onPage(page);
    const tell: Tell = (clause, detail) => report("forbidden-entry", clause, { ...at, detail });
    const intent = (name: string) => {
      if (!INTENTS.has(name)) report("unknown-intent", "PDF/A 6.2.6", { ...at, detail: name });
    };
    const intentIn = (dict: Parsed, key: string) => {
      const name = pdf.name(dict, key);
      if (name !== null) intent(name);
    };
    for (const name of used.intents) intent(name);
    each(used.states, (state) => {
      checkState(pdf, state, tell);
      intentIn(state, "RI");
    });
    each(used.images, (image) => {
      checkImage(pdf, image, tell);
      intentIn(image, "Intent");
      checkSpace(pdf, pdf.get(image, "ColorSpace"), page, report);
    });
    each(used.forms, (form) => checkForm(pdf, form, tell));
    each(used.spaces, (space) => checkSpace(pdf, space, page, report));
    checkContent(used, page, report);
  }
}

function checkContent(used: Used, page: PdfPage, report: Report): void {
  const at = onPage(page);
  for (const detail of used.unknown) report("unknown-operator", "PDF/A 6.2.2", { ...at, detail });
  const [borrowed] = used.borrowed;
  if (borrowed !== undefined) report("borrowed-resources", "PDF/A 6.2.2", { ...at, detail: borrowed });
  if (used.deepest > MOST_KEPT)
    report("beyond-bounds", "PDF/A 6.1.13", { ...at, detail: `q × ${used.deepest}` });
  const large = [...used.numbers].find(isBeyond);
  if (large !== undefined) report("beyond-bounds", "PDF/A 6.1.13", { ...at, detail: String(large) });
  for (const language of used.languages) if (!isLanguage(language)) report("no-language", NO_LANGUAGE, at);
}

function checkState(pdf: OpenPdf, state: Parsed, tell: Tell): void {
  const has = (key: string) => pdf.get(state, key) !== null;
  for (const key of ["TR", "HTP"]) if (has(key)) tell("PDF/A 6.2.5", key);
  if (has("TR2") && pdf.name(state, "TR2") !== "Default") tell("PDF/A 6.2.5", "TR2");
  const halftone = pdf.get(state, "HT");
  if (halftone === null || halftone instanceof Name) return;
  const kind = pdf.get(halftone, "HalftoneType");
  if (kind !== 1 && kind !== 5) tell("PDF/A 6.2.5", `HalftoneType ${kind}`);
  for (const key of ["HalftoneName", "TransferFunction"])
    if (pdf.get(halftone, key) !== null) tell("PDF/A 6.2.5", key);
}

/** @param image A stream, or the dictionary of an image in the content, whose keys may be short. */
function checkImage(pdf: OpenPdf, image: Parsed, tell: Tell): void {
  for (const key of ["Alternates", "OPI"]) if (pdf.get(image, key) !== null) tell("PDF/A 6.2.8", key);
  const isInline = image instanceof Dict;
  if (pdf.get(image, "Interpolate") === true || (isInline && pdf.get(image, "I") === true))
    tell("PDF/A 6.2.8", "Interpolate");
  const isMask = pdf.get(image, "ImageMask") === true;
  const bits = pdf.get(image, "BitsPerComponent");
  if (isMask ? bits !== null && bits !== 1 : !BITS.has(bits)) tell("PDF/A 6.2.8", `BitsPerComponent ${bits}`);
  const mask = pdf.get(image, "Mask");
  if (mask !== null && !Array.isArray(mask)) checkImage(pdf, mask, tell);
  if (!isInline) return;
  for (const filter of pdf.several(pdf.get(image, "Filter") ?? pdf.get(image, "F")))
    if (filter instanceof Name && !INLINE_FILTERS.has(filter.name)) tell("PDF/A 6.1.10", filter.name);
}

function checkForm(pdf: OpenPdf, form: Parsed, tell: Tell): void {
  for (const key of ["Subtype", "Subtype2"])
    if (pdf.name(form, key) === "PS") tell("PDF/A 6.2.9", `${key} PS`);
  for (const key of ["PS", "OPI"]) if (pdf.get(form, key) !== null) tell("PDF/A 6.2.9", key);
  if (pdf.get(form, "Ref") !== null) tell("PDF/A 6.2.9, PDF/UA-1 7.20", "Ref");
}
