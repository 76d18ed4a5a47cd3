/** What a document says of itself in → the Info dictionary and the XMP packet, saying the same. */
import { LANGUAGES, languagesOf, type Pair, TAG } from "../base/language.ts";
import type { DocumentInfo } from "../draw/document.ts";

export const PRODUCER = "Shuanglan";

/** Both languages of the edition, Chinese first. */
const both = (pair: Pair<string | null>): string =>
  LANGUAGES.flatMap((language) => pair[language] ?? []).join(" / ");

/** Midnight in Shanghai would be the day before elsewhere: the date stands at noon, Greenwich. */
const dateOf = ({ date }: DocumentInfo): Date => new Date(Date.UTC(date.year, date.month - 1, date.day, 12));

export function infoEntries(info: DocumentInfo): Readonly<Record<string, string | Date>> {
  return {
    Title: both(info.title),
    ...(info.authors.length > 0 ? { Author: info.authors.join("; ") } : {}),
    Producer: PRODUCER,
    Creator: PRODUCER,
    CreationDate: dateOf(info),
    ModDate: dateOf(info),
  };
}

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

export function xmp(info: DocumentInfo): string {
  const date = `${dateOf(info).toISOString().slice(0, 19)}Z`;
  const publishers = LANGUAGES.flatMap((language) => info.publisher[language] ?? []);
  const languages = languagesOf(info.edition).map((language) => TAG[language]);
  return [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/">`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">`,
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title><rdf:Alt>${alternatives(info.title, info)}</rdf:Alt></dc:title>`,
    ...(info.authors.length > 0 ? [`<dc:creator><rdf:Seq>${list(info.authors)}</rdf:Seq></dc:creator>`] : []),
    `<dc:publisher><rdf:Bag>${list(publishers)}</rdf:Bag></dc:publisher>`,
    `<dc:language><rdf:Bag>${list(languages)}</rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    `<prism:publicationName>${xmlText(both(info.publicationName))}</prism:publicationName>`,
    `<prism:number>${xmlText(info.issueNumber)}</prism:number>`,
    `</rdf:Description>`,
    `</rdf:RDF>`,
    `</x:xmpmeta>`,
    `<?xpacket end="w"?>`,
  ].join("\n");
}
