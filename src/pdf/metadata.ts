/** What a document says of itself in → the Info dictionary and the XMP packet, saying the same. */
import { LANGUAGES, languagesOf, type Pair, TAG } from "../base/language.ts";
import type { DocumentInfo } from "../draw/document.ts";
import { type Dictionary, text } from "./objects.ts";

/** What the program calls itself in the files that it makes. */
export const PRODUCER = "Shuanglan";

/** Both languages of the edition, Chinese first. */
const both = (pair: Pair<string | null>): string =>
  [...new Set(LANGUAGES.flatMap((language) => pair[language] ?? []))].join(" / ");

/** Midnight in Shanghai would be the day before elsewhere: the date stands at noon, Greenwich. */
export const dateOf = ({ date }: DocumentInfo): Date =>
  new Date(Date.UTC(date.year, date.month - 1, date.day, 12));

export function infoEntries(info: DocumentInfo): Dictionary {
  return {
    Title: text(both(info.title)),
    Author: info.authors.length > 0 ? text(info.authors.join("; ")) : undefined,
    Producer: text(PRODUCER),
    Creator: text(PRODUCER),
    CreationDate: dateOf(info),
    ModDate: dateOf(info),
  };
}

/** A namespace whose properties PDF/A does not know of itself, and what they are (ISO 19005-2, 6.6.2.3.3). */
interface Extension {
  readonly prefix: string;
  readonly uri: string;
  readonly schema: string;
  /** Name, type and meaning of each property. */
  readonly properties: readonly (readonly [string, string, string])[];
}

const PRISM: Extension = {
  prefix: "prism",
  uri: "http://prismstandard.org/namespaces/basic/2.0/",
  schema: "PRISM basic metadata",
  properties: [
    ["publicationName", "Text", "Title of the periodical"],
    ["number", "Text", "Number of the issue"],
    ["publicationDate", "Text", "Date of publication"],
  ],
};

const PDFUA: Extension = {
  prefix: "pdfuaid",
  uri: "http://www.aiim.org/pdfua/ns/id/",
  schema: "PDF/UA identification",
  properties: [["part", "Integer", "Part of ISO 14289"]],
};

/** What a file claims to be, as properties of XMP. */
export interface Claim {
  readonly properties: Readonly<Record<string, string>>;
  /** Prefixes and namespaces of the properties. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly extensions: readonly Extension[];
}

/** PDF/UA-1 and PDF/A in one file; level A of part 2, or of part 3 where files are attached. */
export const readerClaim = (part: 2 | 3): Claim => ({
  properties: { "pdfaid:part": String(part), "pdfaid:conformance": "A", "pdfuaid:part": "1" },
  namespaces: { pdfaid: "http://www.aiim.org/pdfa/ns/id/", [PDFUA.prefix]: PDFUA.uri },
  extensions: [PRISM, PDFUA],
});

/** @param whole The file has all that PDF/X-4 asks for, the profile of the press included. */
export const printClaim = (whole: boolean): Claim => ({
  properties: {
    ...(whole ? { "pdfxid:GTS_PDFXVersion": "PDF/X-4" } : {}),
    "pdf:Trapped": "False",
    "xmpMM:RenditionClass": "default",
    "xmpMM:VersionID": "1",
  },
  namespaces: {
    pdfxid: "http://www.npes.org/pdfx/ns/id/",
    xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  },
  extensions: [],
});

const xmlText = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A text in the edition's languages, the first of them also for readers of any other. */
function alternatives(pair: Pair<string | null>, info: DocumentInfo): string {
  const texts = languagesOf(info.edition).flatMap((language) => {
    const value = pair[language];
    return value ? [{ tag: TAG[language], value: xmlText(value) }] : [];
  });
  const first = texts[0] ? [{ tag: "x-default", value: texts[0].value }] : [];
  return [...first, ...texts].map(({ tag, value }) => `<rdf:li xml:lang="${tag}">${value}</rdf:li>`).join("");
}

const list = (values: readonly string[]): string =>
  values.map((value) => `<rdf:li>${xmlText(value)}</rdf:li>`).join("");

const element = (name: string, value: string): string => `<${name}>${value}</${name}>`;

/** @param identity Hexadecimal digits that differ with the content. */
export function xmp(info: DocumentInfo, claim: Claim, identity: string): string {
  const date = `${dateOf(info).toISOString().slice(0, 19)}Z`;
  const publishers = LANGUAGES.flatMap((language) => info.publisher[language] ?? []);
  const languages = languagesOf(info.edition).map((language) => TAG[language]);
  const namespaces = Object.entries({
    dc: "http://purl.org/dc/elements/1.1/",
    xmp: "http://ns.adobe.com/xap/1.0/",
    pdf: "http://ns.adobe.com/pdf/1.3/",
    ...claim.namespaces,
    ...Object.fromEntries(claim.extensions.map(({ prefix, uri }) => [prefix, uri])),
  }).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const prism = claim.extensions.includes(PRISM)
    ? [
        element("prism:publicationName", xmlText(both(info.publicationName))),
        element("prism:number", xmlText(info.issueNumber)),
        element("prism:publicationDate", date.slice(0, 10)),
      ]
    : [];
  const management = claim.namespaces.xmpMM ? [element("xmpMM:DocumentID", uuid(identity))] : [];
  return [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/">`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${namespaces.join(" ")}>`,
    element("dc:format", "application/pdf"),
    element("dc:title", element("rdf:Alt", alternatives(info.title, info))),
    ...(info.authors.length > 0 ? [element("dc:creator", element("rdf:Seq", list(info.authors)))] : []),
    element("dc:publisher", element("rdf:Bag", list(publishers))),
    element("dc:language", element("rdf:Bag", list(languages))),
    element("xmp:CreateDate", date),
    element("xmp:ModifyDate", date),
    element("xmp:MetadataDate", date),
    element("xmp:CreatorTool", PRODUCER),
    element("pdf:Producer", PRODUCER),
    ...prism,
    ...management,
    ...Object.entries(claim.properties).map(([name, value]) => element(name, value)),
    `</rdf:Description>`,
    ...(claim.extensions.length > 0 ? [extensionSchemas(claim.extensions)] : []),
    `</rdf:RDF>`,
    `</x:xmpmeta>`,
    `<?xpacket end="w"?>`,
  ].join("\n");
}

/** The identity as a version 4 UUID is written. */
const uuid = (hex: string): string =>
  `uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

function extensionSchemas(extensions: readonly Extension[]): string {
  const resource = (content: string) => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;
  const schemas = extensions.map(({ prefix, uri, schema, properties }) => {
    const described = properties.map(([name, type, meaning]) =>
      resource(
        element("pdfaProperty:name", name) +
          element("pdfaProperty:valueType", type) +
          element("pdfaProperty:category", "external") +
          element("pdfaProperty:description", meaning),
      ),
    );
    return resource(
      element("pdfaSchema:schema", schema) +
        element("pdfaSchema:namespaceURI", uri) +
        element("pdfaSchema:prefix", prefix) +
        element("pdfaSchema:property", element("rdf:Seq", described.join(""))),
    );
  });
  const base = "http://www.aiim.org/pdfa/ns/";
  const namespaces = `xmlns:pdfaExtension="${base}extension/" xmlns:pdfaSchema="${base}schema#" xmlns:pdfaProperty="${base}property#"`;
  return `<rdf:Description rdf:about="" ${namespaces}>${element("pdfaExtension:schemas", element("rdf:Bag", schemas.join("")))}</rdf:Description>`;
}
