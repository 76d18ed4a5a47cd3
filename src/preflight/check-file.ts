/** A PDF as a whole in → the rules on its identity, metadata, colours and attachments that it breaks. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict, Name, type Parsed, Str, Stream } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";
import type { Painted } from "./painted.ts";

/** What a file claims in its XMP packet. */
export interface Claims {
  readonly ua: string | null;
  /** Part and level of PDF/A, such as `2A`. */
  readonly archive: string | null;
  readonly print: string | null;
}

export function claimsOf(packet: string): Claims {
  const of = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(packet)?.[1] ?? null;
  const part = of("pdfaid:part");
  return {
    ua: of("pdfuaid:part"),
    archive: part === null ? null : part + (of("pdfaid:conformance") ?? ""),
    print: of("pdfxid:GTS_PDFXVersion"),
  };
}

export function checkFile(pdf: OpenPdf, packet: string, claims: Claims, report: Report): void {
  if (pdf.list(pdf.get(pdf.trailer, "ID")).length !== 2) report("no-identity", "PDF/A 6.1.3, PDF/X-4 6.1");
  if (packet === "") report("no-metadata", "PDF/A 6.6.2.1, PDF/X-4 6.8");
  if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(packet)) report("no-title", "PDF/UA-1 7.1, PDF/X-4 6.8");
  if (!claims.ua && !claims.archive && !claims.print)
    report("no-claim", "PDF/UA-1 5, PDF/A 6.6.4, PDF/X-4 6.8");
  checkActions(pdf, report);
}

/** Rules of the reader's file alone. */
export function checkReader(pdf: OpenPdf, claims: Claims, report: Report): void {
  if (pdf.path(pdf.root, "ViewerPreferences", "DisplayDocTitle") !== true)
    report("title-hidden", "PDF/UA-1 7.1");
  if (!hasIntent(pdf, "GTS_PDFA1")) report("no-intent", "PDF/A 6.2.3");
  const files = pdf.ids.filter((id) => pdf.name(pdf.object(id), "Type") === "Filespec");
  for (const id of files) {
    if (claims.archive?.startsWith("2")) report("attachment-in-part-2", "PDF/A-2 6.8", { object: id });
    if (pdf.name(pdf.object(id), "AFRelationship") === null)
      report("no-relationship", "PDF/A-3 6.8", { object: id });
  }
}

export const hasIntent = (pdf: OpenPdf, kind: string): boolean =>
  pdf
    .list(pdf.get(pdf.root, "OutputIntents"))
    .some(
      (intent) => pdf.name(intent, "S") === kind && pdf.get(intent, "DestOutputProfile") instanceof Stream,
    );

/** An output intent for a press, with or without its profile. */
export const isForPress = (pdf: OpenPdf): boolean =>
  pdf.list(pdf.get(pdf.root, "OutputIntents")).some((intent) => pdf.name(intent, "S") === "GTS_PDFX");

/** Actions that do more than lead somewhere (ISO 19005-2, 6.5.1). */
const ALLOWED = new Set(["URI", "GoTo", "GoToR", "Named"]);

function checkActions(pdf: OpenPdf, report: Report): void {
  for (const id of pdf.ids) {
    const object = pdf.object(id);
    for (const key of ["A", "OpenAction"]) {
      const action = pdf.get(object, key);
      const kind = action instanceof Dict ? pdf.name(action, "S") : null;
      if (kind !== null && !ALLOWED.has(kind) && !(action as Dict).entries.has("O"))
        report("forbidden-action", "PDF/A 6.5.1", { object: id, detail: kind });
    }
    if (object instanceof Dict && object.entries.has("AA"))
      report("forbidden-action", "PDF/A 6.5.2", { object: id, detail: "AA" });
  }
}

/** Colour spaces of what a page paints: four inks belong to files for presses, RGB to files for readers. */
export function checkColours(
  pdf: OpenPdf,
  page: PdfPage,
  items: readonly Painted[],
  isPrint: boolean,
  report: Report,
): void {
  const at = { object: page.object, page: page.number };
  const told = new Set<string>();
  const tell = (space: string, object = page.object) => {
    const wrong = isPrint ? /RGB|Lab/.test(space) : /CMYK/.test(space);
    if (!wrong || told.has(`${object} ${space}`)) return;
    told.add(`${object} ${space}`);
    const about = { ...at, object, detail: space };
    if (isPrint) report("rgb-in-print", "PDF/X-4 6.2.4", about);
    else report("wrong-colour", "PDF/A 6.2.4.3", about);
  };
  for (const item of items) {
    if (item.kind === "image") {
      for (const image of imagesOf(pdf, pdf.path(page.resources, "XObject", item.object))) {
        tell(spaceName(pdf, pdf.get(image, "ColorSpace")));
        tell(spaceName(pdf, pdf.path(image, "SMask", "ColorSpace")));
      }
    } else {
      const { space } = item.colour;
      const named = pdf.path(page.resources, "ColorSpace", space);
      tell(named === null ? space : spaceName(pdf, named));
    }
  }
}

/** Forms stand in forms no deeper than this in files that are well made. */
const DEPTH = 8;

/** A picture, or those that a form has to draw. */
function imagesOf(pdf: OpenPdf, object: Parsed, depth = 0): readonly Parsed[] {
  if (pdf.name(object, "Subtype") !== "Form" || depth === DEPTH) return [object];
  const held = pdf.path(object, "Resources", "XObject");
  if (!(held instanceof Dict)) return [];
  return [...held.entries.values()].flatMap((inner) => imagesOf(pdf, pdf.value(inner), depth + 1));
}

/** A colour space by what colours come out of it: an ICC profile by its number of components. */
function spaceName(pdf: OpenPdf, value: Parsed): string {
  if (value instanceof Name) return value.name;
  const [kind, about] = pdf.list(value).map((item) => pdf.value(item));
  const name = kind instanceof Name ? kind.name : "";
  if (name === "Indexed") return spaceName(pdf, about ?? null);
  if (name === "ICCBased" && pdf.get(about, "N") === 3) return "ICCBased RGB";
  return name;
}

export const isText = (value: Parsed): boolean => value instanceof Str && value.text !== "";
