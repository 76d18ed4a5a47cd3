/** The bytes of a PDF that this program made for readers in → the drawn document that it was written from. */

import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { PRODUCER } from "../pdf/metadata.ts";
import { BadPdf, faultOf, type PdfFault } from "./bad-pdf.ts";
import { OpenPdf } from "./open-pdf.ts";
import { type PdfPage, pagesOf } from "./page-tree.ts";
import { type FoundFont, readFont } from "./read-font.ts";
import { packetOf, readInfo } from "./read-info.ts";
import { readPage } from "./read-page.ts";
import { readPicture } from "./read-picture.ts";
import { readStructure } from "./read-structure.ts";
import { Dict, type Parsed, Pointer, Str } from "./values.ts";

export interface FoundDocument {
  /** Without links, outline and destinations; no item says where it was typed. */
  readonly document: DrawnDocument;
  readonly faces: ReadonlyMap<string, Face>;
}

/** Why a file can not be read: it is broken, another program's, or one for the press, which has no structure. */
export type Refusal = "damaged" | "foreign" | "press";

export type ReadPdf =
  | { readonly found: FoundDocument }
  /** What is wrong with the bytes, or the name that another program gave itself; empty where there is nothing to add. */
  | { readonly refused: Refusal; readonly detail: string | PdfFault };

export function readDocument(bytes: Uint8Array): ReadPdf {
  let isOurs = false;
  try {
    const pdf = new OpenPdf(bytes);
    const producer = pdf.get(pdf.get(pdf.trailer, "Info"), "Producer");
    const maker = producer instanceof Str ? producer.text : "";
    isOurs = maker === PRODUCER;
    if (pdf.root instanceof Dict && !isOurs) return { refused: "foreign", detail: maker };
    if (pdf.get(pdf.root, "StructTreeRoot") === null && isOurs) return { refused: "press", detail: "" };
    return { found: documentIn(pdf) };
  } catch (error) {
    // Bytes that break off or were changed can fail anywhere.
    return { refused: "damaged", detail: faultOf(error) };
  }
}

function documentIn(pdf: OpenPdf): FoundDocument {
  const structure = readStructure(pdf);
  const fonts = new Map<number, FoundFont>();
  const images = new Map<string, Uint8Array>();
  const font = (page: PdfPage, name: string) => {
    const id = resource(pdf, page, "Font", name);
    const found = fonts.get(id) ?? readFont(pdf, pdf.object(id), `font-${id}`);
    fonts.set(id, found);
    return found;
  };
  const image = (page: PdfPage, name: string) => {
    const id = resource(pdf, page, "XObject", name);
    const key = `image-${id}`;
    if (!images.has(key)) images.set(key, readPicture(pdf, pdf.object(id)));
    return key;
  };
  const pages = pagesOf(pdf).map((page) =>
    readPage(pdf, page, {
      font: (name) => font(page, name),
      image: (name) => image(page, name),
      owner: (mcid) => structure.owner(page.object, mcid),
    }),
  );
  if (pages.length === 0) throw new BadPdf("no-page");
  return {
    document: {
      info: readInfo(packetOf(pdf)),
      pages,
      structure: structure.tree,
      outline: [],
      destinations: [],
      images,
    },
    faces: new Map([...fonts.values()].map(({ face }) => [face.id, face])),
  };
}

/** Number of the object that a page calls so. */
function resource(pdf: OpenPdf, page: PdfPage, kind: string, name: string): number {
  const held = pdf.get(page.resources, kind);
  const pointer: Parsed = held instanceof Dict ? (held.entries.get(name) ?? null) : null;
  if (!(pointer instanceof Pointer)) throw new BadPdf("no-resource", kind, name);
  return pointer.id;
}
