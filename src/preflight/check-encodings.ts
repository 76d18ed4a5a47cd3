/** The dictionaries of fonts that pages show in → keys that are missing, and encodings that readers take differently. */

import { fontInMemory } from "../font/font-source.ts";
import { mapCountOf, mapOf, openSfnt } from "../font/sfnt.ts";
import { FLAGS } from "../pdf/descriptor.ts";
import { descendantOf, embeddedIn } from "../read-pdf/font-program.ts";
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { latin } from "../read-pdf/parse.ts";
import { type Dict, Name, type Parsed, Str, Stream } from "../read-pdf/values.ts";

/** The CMaps that every reader has (ISO 32000-1, table 118), by the collection that they select from. */
const PREDEFINED: Readonly<Record<string, RegExp>> = {
  GB1: /^(?:GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16)-[HV]$/,
  CNS1: /^(?:B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-UCS2|UniCNS-UTF16)-[HV]$/,
  Japan1:
    /^(?:83pv-RKSJ-H|90pv-RKSJ-H|H|V|(?:90ms-RKSJ|90msp-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-UCS2(?:-HW)?|UniJIS-UTF16)-[HV])$/,
  Korea1: /^(?:KSCpc-EUC-H|(?:KSC-EUC|KSCms-UHC(?:-HW)?|UniKS-UCS2|UniKS-UTF16)-[HV])$/,
};

/** Collections of characters that every reader knows the texts of (ISO 32000-1, 9.10.2). */
export const COLLECTIONS: ReadonlySet<string> = new Set(Object.keys(PREDEFINED));

/** @returns A key of a simple font that no reader can do without, and that it lacks; null where it lacks none. */
export function lackOf(pdf: OpenPdf, font: Dict): string | null {
  const kind = pdf.name(font, "Subtype");
  if (kind === "Type0") return null;
  if (pdf.name(font, "Type") !== "Font") return "Type";
  if (kind !== "Type3" && pdf.name(font, "BaseFont") === null) return "BaseFont";
  // One of the fourteen fonts that every reader has has none of them.
  if (kind === "Type1" && pdf.get(font, "FontDescriptor") === null) return null;
  const [first, last] = [pdf.get(font, "FirstChar"), pdf.get(font, "LastChar")];
  if (typeof first !== "number") return "FirstChar";
  if (typeof last !== "number") return "LastChar";
  return pdf.list(pdf.get(font, "Widths")).length === last - first + 1 ? null : "Widths";
}

/** @returns What of a font's encoding is not taken alike everywhere; null where all is. */
export function oddityOf(pdf: OpenPdf, font: Dict): string | null {
  const kind = pdf.name(font, "Subtype");
  if (kind === "Type0") return compositeOddity(pdf, font);
  return kind === "TrueType" ? trueTypeOddity(pdf, font) : null;
}

function compositeOddity(pdf: OpenPdf, font: Dict): string | null {
  const descendant = descendantOf(pdf, font);
  const isTrueType = pdf.name(descendant, "Subtype") === "CIDFontType2";
  const isEmbedded = embeddedIn(pdf, descendant).some((program) => program instanceof Stream);
  if (isTrueType && isEmbedded && pdf.get(descendant, "CIDToGIDMap") === null) return "CIDToGIDMap";
  const encoding = pdf.get(font, "Encoding");
  const own = collectionOf(pdf, descendant);
  if (encoding instanceof Name) {
    if (/^Identity-[HV]$/.test(encoding.name)) return null;
    const ordering = Object.keys(PREDEFINED).find((key) => PREDEFINED[key]!.test(encoding.name));
    return ordering !== undefined && own === `Adobe ${ordering}` ? null : encoding.name;
  }
  const said = pdf.get(encoding, "WMode") ?? 0;
  const mode = Number(/\/WMode\s+(\d+)\s+def/.exec(latin(pdf.content(encoding)))?.[1] ?? 0);
  if (said !== mode) return "WMode";
  return collectionOf(pdf, encoding) === own ? null : "CIDSystemInfo";
}

function collectionOf(pdf: OpenPdf, dict: Parsed): string {
  const text = (key: string) => {
    const value = pdf.path(dict, "CIDSystemInfo", key);
    return value instanceof Str ? value.text : "";
  };
  return `${text("Registry")} ${text("Ordering")}`;
}

/** Encodings that fonts of letters may have (PDF/A 6.2.11.6). */
const OF_LETTERS = new Set(["MacRomanEncoding", "WinAnsiEncoding"]);

/** Names of glyphs that are numbers in the font alone. */
export const NUMBERED = /^(?:g|c|cid|gid|glyph|index)\d+$/i;

function trueTypeOddity(pdf: OpenPdf, font: Dict): string | null {
  const [, program] = embeddedIn(pdf, font);
  const encoding = pdf.get(font, "Encoding");
  const isSymbolic = (Number(pdf.path(font, "FontDescriptor", "Flags") ?? 0) & FLAGS.symbolic) !== 0;
  const base = encoding instanceof Name ? encoding.name : pdf.name(encoding, "BaseEncoding");
  if (isSymbolic ? encoding !== null : !OF_LETTERS.has(base ?? "")) return base ?? "Encoding";
  const sfnt = program instanceof Stream ? openSfnt(fontInMemory(pdf.content(program))) : null;
  const hasSymbols = sfnt !== null && mapOf(sfnt, 3, 0) !== null;
  if (sfnt && isSymbolic) return hasSymbols || mapCountOf(sfnt) === 1 ? null : "cmap";
  if (sfnt && mapCountOf(sfnt) < (hasSymbols ? 2 : 1)) return "cmap";
  const names = pdf.list(pdf.get(encoding, "Differences")).filter((entry) => entry instanceof Name);
  if (names.length === 0) return null;
  const odd = names.find(({ name }) => NUMBERED.test(name));
  if (odd) return odd.name;
  return sfnt === null || mapOf(sfnt, 3, 1) !== null ? null : "cmap";
}
