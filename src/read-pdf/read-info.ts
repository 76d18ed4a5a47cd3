/** The XMP packet of one of our PDFs in → what the document says of itself. */
import { type Edition, LANGUAGES, type Language, languagesOf, type Pair, TAG } from "../base/language.ts";
import type { DocumentInfo } from "../draw/document.ts";
import type { OpenPdf } from "./open-pdf.ts";

/** The packet of any PDF; empty where it has none. */
export const packetOf = (pdf: OpenPdf): string =>
  Buffer.from(pdf.content(pdf.get(pdf.root, "Metadata"))).toString("utf8");

export function readInfo(packet: string): DocumentInfo {
  const inside = (element: string) =>
    new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(packet)?.[1] ?? "";
  const items = (element: string) =>
    [...inside(element).matchAll(/<rdf:li(?: xml:lang="([^"]*)")?>([^<]*)<\/rdf:li>/g)].map(
      ([, tag, value]) => ({ tag: tag ?? "", value: plain(value!) }),
    );
  const tags = items("dc:language").map(({ value }) => value);
  const languages = LANGUAGES.filter((language) => tags.includes(TAG[language]));
  const edition: Edition = languages.length === 1 ? languages[0]! : "bilingual";
  const titles = items("dc:title");
  const title = (language: Language) => titles.find(({ tag }) => tag === TAG[language])?.value ?? null;
  const [year, month, day] = plain(inside("prism:publicationDate")).split("-").map(Number);
  return {
    title: { zh: title("zh"), en: title("en") },
    authors: items("dc:creator").map(({ value }) => value),
    publisher: inLanguages(
      items("dc:publisher").map(({ value }) => value),
      edition,
    ),
    publicationName: inLanguages(plain(inside("prism:publicationName")).split(" / "), edition),
    issueNumber: plain(inside("prism:number")),
    date: { year: year || 1970, month: month || 1, day: day || 1 },
    edition,
    language: languagesOf(edition)[0]!,
  };
}

/** Texts in the order of the edition's languages. */
function inLanguages(texts: readonly string[], edition: Edition): Pair<string | null> {
  const of = (language: Language) => texts[languagesOf(edition).indexOf(language)] ?? null;
  return { zh: of("zh"), en: of("en") };
}

const plain = (xml: string): string =>
  xml.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
