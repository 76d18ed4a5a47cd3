/** The colour profiles of a reader's PDF in → the rules that they break (PDF/A 6.2.3 and 6.2.4). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { latin } from "../read-pdf/parse.ts";
import { Name, type Parsed, Stream } from "../read-pdf/values.ts";
import { onPage, type Report } from "./finding.ts";

/** Where a profile says its version, what it is for and what colours it has (ICC.1:2010, 7.2). */
const HEAD = { version: 8, purpose: 12, colours: 16, end: 20 } as const;
const OF_OUTPUT = { purposes: ["prtr", "mntr"], colours: ["RGB ", "CMYK", "GRAY"] } as const;
const OF_INPUT = {
  purposes: ["prtr", "mntr", "scnr", "spac"],
  colours: ["RGB ", "CMYK", "GRAY", "Lab "],
} as const;

/** Profiles of version 5 and later are none that a PDF may have. */
const FIRST_LATE = 5;

/** Colorants of a DeviceN space at most (PDF/A 6.1.13). */
const MOST_COLORANTS = 32;

function isFit(
  bytes: Uint8Array,
  { purposes, colours }: { readonly purposes: readonly string[]; readonly colours: readonly string[] },
): boolean {
  const at = (from: number) => latin(bytes.subarray(from, from + 4));
  return (
    bytes.length >= HEAD.end &&
    purposes.includes(at(HEAD.purpose)) &&
    colours.includes(at(HEAD.colours)) &&
    bytes[HEAD.version]! < FIRST_LATE
  );
}

/** Output intents have one profile, of a printer or of a screen. */
export function checkIntents(pdf: OpenPdf, report: Report): void {
  const profiles = new Set<Parsed>();
  for (const intent of pdf.list(pdf.get(pdf.root, "OutputIntents"))) {
    const profile = pdf.get(intent, "DestOutputProfile");
    if (!(profile instanceof Stream) || profiles.has(profile)) continue;
    profiles.add(profile);
    if (!isFit(pdf.content(profile), OF_OUTPUT)) report("bad-profile", "PDF/A 6.2.3");
  }
  if (profiles.size > 1) report("several-profiles", "PDF/A 6.2.3");
}

/** Profiles, and numbers of colorants, of a colour space that a page uses. */
export function checkSpace(pdf: OpenPdf, space: Parsed, page: PdfPage, report: Report): void {
  const [kind, about, alternate] = pdf.list(space).map((item) => pdf.value(item));
  if (!(kind instanceof Name)) return;
  if (kind.name === "ICCBased" && !isFit(pdf.content(about), OF_INPUT))
    report("bad-profile", "PDF/A 6.2.4.2", onPage(page));
  if (kind.name === "DeviceN" && pdf.list(about).length > MOST_COLORANTS)
    report("beyond-bounds", "PDF/A 6.1.13", { ...onPage(page), detail: `DeviceN ${pdf.list(about).length}` });
  if (kind.name === "Indexed") checkSpace(pdf, about ?? null, page, report);
  if (kind.name === "DeviceN" || kind.name === "Separation") checkSpace(pdf, alternate ?? null, page, report);
}
