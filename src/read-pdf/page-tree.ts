/** An opened PDF in → its pages, with what they inherit, and their content. */
import { BadPdf } from "./bad-pdf.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { Dict, type Parsed, Pointer } from "./values.ts";

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly object: number;
  readonly dict: Parsed;
  readonly resources: Parsed;
}

/** Page trees deeper than this are not followed. */
const DEEPEST = 64;

/** Content that a page may be drawn with, all its parts together, bytes. */
const MOST_CONTENT = 0x2000_0000;

export function pagesOf(pdf: OpenPdf): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  // A node has one parent (ISO 32000-1, 7.7.3.2): one that names itself twice would be walked for ever.
  const seen = new Set<Parsed>();
  const walk = (pointer: Parsed, resources: Parsed, depth: number) => {
    const node = pdf.value(pointer);
    if (!(node instanceof Dict) || depth > DEEPEST || seen.has(node)) return;
    seen.add(node);
    const own = pdf.get(node, "Resources") ?? resources;
    if (pdf.name(node, "Type") === "Page")
      pages.push({
        number: pages.length + 1,
        object: pointer instanceof Pointer ? pointer.id : 0,
        dict: node,
        resources: own,
      });
    else for (const kid of pdf.list(pdf.get(node, "Kids"))) walk(kid, own, depth + 1);
  };
  walk((pdf.root as Dict | null)?.entries.get("Pages") ?? null, null, 0);
  return pages;
}

const LINE_END = Uint8Array.of(10);

/** A page's content stream, its parts joined. */
export function contentOf(pdf: OpenPdf, page: PdfPage): Uint8Array {
  let length = 0;
  return Buffer.concat(
    pdf.several(pdf.get(page.dict, "Contents")).flatMap((part) => {
      const content = pdf.content(part);
      length += content.length;
      if (length > MOST_CONTENT) throw new BadPdf("too-much-content", page.number);
      return [content, LINE_END];
    }),
  );
}
