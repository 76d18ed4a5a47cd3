/** The catalog, the pages and the ends of a reader's PDF in → what of them an archive may not have. */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { latin } from "../read-pdf/parse.ts";
import { Dict, type Parsed, Str } from "../read-pdf/values.ts";
import { isText } from "./check-file.ts";
import { onPage, type Report } from "./finding.ts";

const VERSION = /^%PDF-1\.[0-7](?:\r\n|\r|\n)/;
/** Behind the version stands a line of four bytes that are no text, at least. */
const BINARY = /^.*(?:\r\n|\r|\n)%[\x80-\xff]{4}/;
const HEAD_LENGTH = 20;

/** The last line, with one end of its own at most. */
const END = /%%EOF(?:\r\n|\r|\n)?$/;
const END_LENGTH = 8;

/** Lengths of a page's sides, units (PDF/A 6.1.13). */
const [LEAST_SIDE, MOST_SIDE] = [3, 14_400];
const BOXES = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"];

const INHERITED = new Set(["MediaBox", "CropBox"]);

/** Lists of layers, and trees of pages, are no deeper than this. */
const DEEPEST = 64;

const PERMISSIONS = new Set(["UR3", "DocMDP"]);

export function checkDocument(pdf: OpenPdf, pages: readonly PdfPage[], report: Report): void {
  const head = latin(pdf.bytes.subarray(0, HEAD_LENGTH));
  if (!VERSION.test(head)) report("bad-head", "PDF/A 6.1.2, PDF/UA-1 6.1");
  else if (!BINARY.test(head)) report("bad-head", "PDF/A 6.1.2");
  if (!END.test(latin(pdf.bytes.subarray(-END_LENGTH)))) report("behind-end", "PDF/A 6.1.3");
  const forbid = (clause: string, detail: string) => report("forbidden-entry", clause, { detail });
  if (pdf.path(pdf.root, "Names", "AlternatePresentations") !== null)
    forbid("PDF/A 6.10", "AlternatePresentations");
  if (pdf.get(pdf.root, "Requirements") !== null) forbid("PDF/A 6.11", "Requirements");
  if (pdf.get(pdf.root, "NeedsRendering") === true) forbid("PDF/A 6.4.2", "NeedsRendering");
  if (pdf.path(pdf.root, "AcroForm", "XFA") !== null) forbid("PDF/A 6.4.2", "XFA");
  if (pdf.path(pdf.root, "AcroForm", "NeedAppearances") === true) forbid("PDF/A 6.4.1", "NeedAppearances");
  const permissions = pdf.get(pdf.root, "Perms");
  if (permissions instanceof Dict)
    for (const key of permissions.entries.keys())
      if (!PERMISSIONS.has(key)) forbid("PDF/A 6.1.12", `Perms ${key}`);
  if (pdf.path(pdf.root, "MarkInfo", "Suspects") === true) report("suspects", "PDF/UA-1 7.1");
  checkLayers(pdf, report);
  for (const page of pages) checkPage(pdf, page, report);
}

function checkPage(pdf: OpenPdf, page: PdfPage, report: Report): void {
  const at = onPage(page);
  if (pdf.get(page.dict, "PresSteps") !== null)
    report("forbidden-entry", "PDF/A 6.10", { ...at, detail: "PresSteps" });
  for (const box of BOXES) {
    const [left, bottom, right, top] = pdf.numbers(boxOf(pdf, page.dict, box));
    const sides = [Math.abs(right! - left!), Math.abs(top! - bottom!)];
    if (sides.some((side) => side < LEAST_SIDE || side > MOST_SIDE))
      report("beyond-bounds", "PDF/A 6.1.13", { ...at, detail: `${box} ${sides.join(" × ")}` });
  }
}

/** A box of a page, or of the tree of pages around it, from which the first two are taken over. */
export function boxOf(pdf: OpenPdf, page: Parsed, box: string): Parsed {
  let node = page;
  for (let hops = 0; node !== null && hops < DEEPEST; hops++) {
    const found = pdf.get(node, box);
    if (found !== null || !INHERITED.has(box)) return found;
    node = pdf.get(node, "Parent");
  }
  return null;
}

/** Ways of showing layers have names of their own, list all layers in their order, if any, and switch none by themselves. */
function checkLayers(pdf: OpenPdf, report: Report): void {
  const layers = pdf.get(pdf.root, "OCProperties");
  if (layers === null) return;
  const ways = [pdf.get(layers, "D"), ...pdf.several(pdf.get(layers, "Configs"))].filter(
    (way) => way !== null,
  );
  const all = pdf.several(pdf.get(layers, "OCGs"));
  const names = new Set<string>();
  const tell = (clause: string, detail: string) => report("odd-layers", clause, { detail });
  for (const way of ways) {
    const name = pdf.get(way, "Name");
    if (!isText(name)) tell("PDF/A 6.9, PDF/UA-1 7.10", "Name");
    else if (name instanceof Str) {
      if (names.has(name.text)) tell("PDF/A 6.9", name.text);
      names.add(name.text);
    }
    if (pdf.get(way, "AS") !== null) tell("PDF/A 6.9, PDF/UA-1 7.10", "AS");
    const order = pdf.get(way, "Order");
    const listed = new Set(leavesOf(pdf, order, 0));
    if (order !== null && all.some((layer) => !listed.has(layer))) tell("PDF/A 6.9", "Order");
  }
}

function leavesOf(pdf: OpenPdf, value: Parsed, depth: number): readonly Parsed[] {
  if (!Array.isArray(value)) return [value];
  if (depth > DEEPEST) return [];
  return (value as readonly Parsed[]).flatMap((item) => leavesOf(pdf, pdf.value(item), depth + 1));
}
