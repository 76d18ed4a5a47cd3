/** A Word file in → its parts with texts, styles and lists as XML, the addresses that links of each go to, and the names of its pictures. */
import { strFromU8, unzipSync } from "fflate";
import { isZip } from "../base/bytes.ts";
import { pictureName } from "./docx-media.ts";
import type { Links } from "./docx-runs.ts";
import { childrenOf, type Element, elementsOf, readXml, XmlError } from "./xml.ts";

/** Why a file can not be read. */
export type DocxFault = "not-docx" | "old-doc" | "too-large" | "damaged";

/** Parts go by their names without folder and ending: `document`, `header1`. */
export interface DocxParts {
  /** Sorted. */
  readonly names: readonly string[];
  /** Null where there is none. Throws what `isDamage` knows. */
  readonly xml: (name: string) => Element | null;
  readonly links: (name: string) => Links;
  readonly pictures: readonly string[];
}

/** What a part may come to when it is unpacked; a document of a thousand pages is a tenth of this. */
const LIMIT = 64 * 1024 * 1024;

/** Parts with texts, styles and lists, and what their links go to. */
const PARTS =
  /^word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml(?:\.rels)?$/;

/** Signature of the binary files of Word 97–2003. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws what `isDamage` knows. */
export function partsOf(bytes: Uint8Array): DocxParts | DocxFault {
  if (OLD.every((byte, k) => bytes[k] === byte)) return "old-doc";
  if (!isZip(bytes)) return "not-docx";
  let total = 0;
  const pictures: string[] = [];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const picture = pictureName(name);
      if (picture !== null) pictures.push(picture);
      if (!PARTS.test(name)) return false;
      total += originalSize;
      return total <= LIMIT;
    },
  });
  if (total > LIMIT) return "too-large";
  if (!files["word/document.xml"]) return "not-docx";
  const read = (path: string) => {
    const file = files[`word/${path}`];
    return file ? withoutAlternatives(readXml(strFromU8(file))) : null;
  };
  return {
    names: Object.keys(files)
      .flatMap((path) => /^word\/([^/]+)\.xml$/.exec(path)?.[1] ?? [])
      .sort(),
    xml: (name) => read(`${name}.xml`),
    links: (name) => addressesIn(read(`_rels/${name}.xml.rels`)),
    pictures,
  };
}

/** fflate throws errors of its own code, 13 and others; all of them say that the archive is broken. */
export const isDamage = (error: unknown): boolean =>
  error instanceof XmlError ||
  (error instanceof Error && "code" in error) ||
  error instanceof RangeError ||
  error instanceof TypeError;

const addressesIn = (rels: Element | null): Links =>
  new Map(
    (rels ? childrenOf(rels, "Relationship") : []).map(({ attributes }) => [
      attributes.Id ?? "",
      attributes.Target ?? "",
    ]),
  );

/** Of two forms of one thing the first that has a text; the other is for older programs. */
function withoutAlternatives(element: Element): Element {
  const children = element.children.flatMap((child): readonly (Element | string)[] => {
    if (typeof child === "string") return [child];
    if (child.name !== "mc:AlternateContent") return [withoutAlternatives(child)];
    const forms = child.children.filter((form) => typeof form !== "string");
    const told = forms.find((form) => elementsOf(form, "w:t", "w:sym", "v:textpath").length > 0) ?? forms[0];
    return told ? withoutAlternatives(told).children : [];
  });
  return { ...element, children };
}
