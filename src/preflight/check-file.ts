/** A PDF as a whole in → the rules on its identity, metadata, actions and colours that it breaks. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Name, type Parsed, Str, Stream } from "../read-pdf/values.ts";
import { checkActions } from "./check-actions.ts";
import { onPage, type Report } from "./finding.ts";
import type { Painted } from "./painted.ts";

/** What a file claims in its XMP packet. */
export interface Claims {
  readonly ua: string | null;
  /** Part and level of PDF/A, such as `2A`. */
  readonly archive: string | null;
  readonly print: string | null;
}

export function claimsOf(packet: string): Claims {
  // A property is an element or an attribute.
  const of = (name: string) => {
    const found = new RegExp(`<${name}>([^<]*)</${name}>|\\s${name}\\s*=\\s*["']([^"']*)`).exec(packet);
    return found?.[1] ?? found?.[2] ?? null;
  };
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
  if (!/<dc:title(?:\s[^>]*)?>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(packet))
    report("no-title", "PDF/UA-1 7.1, PDF/X-4 6.8");
  if (!claims.ua && !claims.archive && !claims.print)
    report("no-claim", "PDF/UA-1 5, PDF/A 6.6.4, PDF/X-4 6.8");
  checkActions(pdf, report);
}

/** Rules of the reader's file alone. */
export function checkReader(pdf: OpenPdf, report: Report): void {
  if (pdf.path(pdf.root, "ViewerPreferences", "DisplayDocTitle") !== true)
    report("title-hidden", "PDF/UA-1 7.1");
}

/** The output intents of a kind. */
const intentsOf = (pdf: OpenPdf, kind: string): readonly Parsed[] =>
  pdf.list(pdf.get(pdf.root, "OutputIntents")).filter((intent) => pdf.name(intent, "S") === kind);

/** An output intent for a press, its profile with it. */
export const hasPressProfile = (pdf: OpenPdf): boolean =>
  intentsOf(pdf, "GTS_PDFX").some((intent) => pdf.get(intent, "DestOutputProfile") instanceof Stream);

/** An output intent for a press, with or without its profile. */
export const isForPress = (pdf: OpenPdf): boolean => intentsOf(pdf, "GTS_PDFX").length > 0;

/** Colours of a device: what they mean is said by an output intent of so many components. */
const DEVICE: Readonly<Record<string, number>> = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 };

/**
 * Colour spaces of what the pages paint: in files for presses none of screens; in those for readers, those of a device
 * under an output intent that says what they mean.
 */
export function checkColours(
  pdf: OpenPdf,
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  isPrint: boolean,
  report: Report,
): void {
  const components = isPrint ? null : intentComponents(pdf);
  const told = new Set<string>();
  const tell = (space: string, page: PdfPage) => {
    const of = DEVICE[space];
    const isForeign = of !== undefined && components !== null && of !== 1 && of !== components;
    const isWrong = isPrint ? /RGB|Lab/.test(space) : isForeign;
    const isUndefined = !isPrint && of !== undefined && components === null;
    const key = isUndefined ? "" : `${page.object} ${space}`;
    if (!(isWrong || isUndefined) || told.has(key)) return;
    told.add(key);
    const about = { ...onPage(page), detail: space };
    if (isUndefined) report("no-intent", "PDF/A 6.2.3, 6.2.4.3");
    else if (isPrint) report("rgb-in-print", "PDF/X-4 6.2.4", about);
    else report("wrong-colour", "PDF/A 6.2.4.3", about);
  };
  for (const [page, all] of items)
    for (const { kind, image, colour, resources } of all) {
      if (kind === "image") {
        const masked = pdf.get(image, "ImageMask") ?? pdf.get(image, "IM");
        const space = pdf.get(image, "ColorSpace") ?? pdf.get(image, "CS");
        if (masked !== true) tell(spaceName(pdf, space, resources), page);
        tell(spaceName(pdf, pdf.path(image, "SMask", "ColorSpace"), resources), page);
      } else tell(spaceName(pdf, new Name(colour.space), resources), page);
    }
}

/** Components of the profile that says what the colours of a reader's file mean; null where there is none. */
export function intentComponents(pdf: OpenPdf): number | null {
  for (const intent of intentsOf(pdf, "GTS_PDFA1")) {
    const profile = pdf.get(intent, "DestOutputProfile");
    if (!(profile instanceof Stream)) continue;
    const components = pdf.get(profile, "N");
    return typeof components === "number" ? components : null;
  }
  return null;
}

/** Short names that images in the content use (ISO 32000-1, table 94). */
const SHORT: Readonly<Record<string, string>> = { G: "DeviceGray", RGB: "DeviceRGB", CMYK: "DeviceCMYK" };

/**
 * A colour space by what colours come out of it: an ICC profile by its number of components, one of a device by the
 * space that stands for it among the resources.
 */
function spaceName(pdf: OpenPdf, value: Parsed, resources: Parsed): string {
  if (value instanceof Name) {
    const name = SHORT[value.name] ?? value.name;
    const named = pdf.path(resources, "ColorSpace", name.replace(/^Device/, "Default"));
    if (named === null) return name;
    return named instanceof Name ? named.name : spaceName(pdf, named, null);
  }
  const [kind, about] = pdf.list(value).map((item) => pdf.value(item));
  const name = kind instanceof Name ? kind.name : "";
  if (name === "Indexed" || name === "Pattern" || name === "I")
    return spaceName(pdf, about ?? null, resources);
  if (name === "ICCBased" && pdf.get(about, "N") === 3) return "ICCBased RGB";
  return name;
}

export const isText = (value: Parsed): boolean => value instanceof Str && value.text !== "";
