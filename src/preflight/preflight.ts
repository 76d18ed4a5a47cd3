/** The finished bytes of a PDF in → what it claims to be, and the rules of the standards that it breaks. */

import { faultOf } from "../read-pdf/bad-pdf.ts";
import { OpenPdf } from "../read-pdf/open-pdf.ts";
import { pagesOf } from "../read-pdf/page-tree.ts";
import { packetOf } from "../read-pdf/read-info.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { checkAttachments } from "./check-attachments.ts";
import { checkBytes } from "./check-bytes.ts";
import { checkDocument } from "./check-document.ts";
import { type Claims, checkColours, checkFile, checkReader, claimsOf, isForPress } from "./check-file.ts";
import { checkFonts } from "./check-fonts.ts";
import { checkIntents } from "./check-intents.ts";
import { checkMeans } from "./check-means.ts";
import { checkMetadata } from "./check-metadata.ts";
import { checkNames } from "./check-names.ts";
import { checkObjects } from "./check-objects.ts";
import { checkPrint } from "./check-print.ts";
import { checkPrivate } from "./check-private.ts";
import { checkStructure } from "./check-structure.ts";
import { checkTransparency } from "./check-transparency.ts";
import type { Finding, Report } from "./finding.ts";
import { paintOf } from "./painted.ts";

export interface Preflight {
  /** Names of the standards that the file claims, such as `PDF/UA-1`. */
  readonly claims: readonly string[];
  readonly findings: readonly Finding[];
}

export function preflight(bytes: Uint8Array): Preflight {
  const findings: Finding[] = [];
  const report: Report = (rule, clause, { object = null, page = null, detail = "" } = {}) =>
    findings.push({ rule, clause, object, page, detail });
  try {
    return { claims: check(new OpenPdf(bytes), report), findings };
  } catch (error) {
    // What was found before stays said.
    report("syntax", "ISO 32000-1 7.5", { detail: faultOf(error) });
    return { claims: [], findings };
  }
}

function check(pdf: OpenPdf, report: Report): readonly string[] {
  if (pdf.trailer.entries.has("Encrypt")) {
    // Nothing else can be read of it.
    report("encrypted", "PDF/A 6.1.3, PDF/X-4 6.1");
    return [];
  }
  const packet = packetOf(pdf);
  const claims = claimsOf(packet);
  const pages = pagesOf(pdf);
  const paints = new Map(pages.map((page) => [page, paintOf(pdf, page)]));
  const items = new Map([...paints].map(([page, paint]) => [page, paint.items]));
  const isPrint = claims.print !== null || isForPress(pdf);
  checkFile(pdf, packet, claims, report);
  checkNames(pdf, report);
  checkColours(pdf, items, isPrint, report);
  checkFonts(pdf, items, !isPrint, report);
  if (isPrint) checkPrint(pdf, pages, items, packet, report);
  else {
    checkReader(pdf, report);
    checkAttachments(pdf, claims, isArchive, report);
    checkBytes(pdf, report);
    checkObjects(pdf, report);
    checkDocument(pdf, pages, report);
    checkIntents(pdf, report);
    checkMeans(pdf, paints, report);
    checkTransparency(pdf, items, report);
    if (packet !== "") checkMetadata(packet, claims, report);
    checkStructure(pdf, pages, items, report);
    checkAnnotations(pdf, pages, report);
    // Levels B and U ask for no words.
    if (!/[BU]$/.test(claims.archive ?? "")) checkPrivate(pdf, items, report);
  }
  return namesOf(claims);
}

/** What an archive of part 2 may hold. */
function isArchive(bytes: Uint8Array): boolean {
  const { claims, findings } = preflight(bytes);
  return findings.length === 0 && claims.some((claim) => /^PDF\/A-[12]/.test(claim));
}

const namesOf = ({ ua, archive, print }: Claims): readonly string[] => [
  ...(ua ? [`PDF/UA-${ua}`] : []),
  ...(archive ? [`PDF/A-${archive[0]}${archive.slice(1).toLowerCase()}`] : []),
  ...(print ? [print] : []),
];
