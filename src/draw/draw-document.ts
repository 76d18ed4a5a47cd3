/** An issue's pages in → the whole document, ready for a writer. */
import { type Language, languagesOf } from "../base/language.ts";
import { plainText } from "../model/inline.ts";
import type { TextPair } from "../model/issue.ts";
import type { Composition } from "../pages/composition.ts";
import type { LaidOut } from "../pages/lay-out.ts";
import type { DocumentInfo, DrawnDocument } from "./document.ts";
import { drawPages } from "./draw-pages.ts";

/**
 * @param images PNG or JPEG files by the path that the issue gives.
 * @param once See `drawPages`.
 */
export function drawDocument(
  c: Composition,
  laid: LaidOut,
  images: ReadonlyMap<string, Uint8Array>,
  once = false,
): DrawnDocument {
  return { info: infoOf(c), images, ...drawPages(laid, c.setting.design, once) };
}

/** Metadata in the edition's languages; a name stays itself. */
function infoOf(c: Composition): DocumentInfo {
  const languages = languagesOf(c.edition);
  const { publication, number, date, articles } = c.issue;
  const shown = (pair: TextPair, also = "") => {
    const of = (language: Language) => {
      const inline = languages.includes(language) ? pair[language] : null;
      return inline ? plainText(inline).replaceAll("\n", "") + also : null;
    };
    return { zh: of("zh"), en: of("en") };
  };
  const authors = articles.flatMap((article) =>
    article.credits.flatMap(({ value }) =>
      languages.flatMap((language) => value[language] ?? []).map(plainText),
    ),
  );
  return {
    title: shown(publication.name, ` ${number}`),
    authors: [...new Set(authors)],
    publisher: shown(publication.publisher),
    publicationName: shown(publication.name),
    issueNumber: number,
    date,
    edition: c.edition,
    language: languages[0]!,
  };
}
