/** The body of a Word file in → where its comments stand: the beginning of the paragraph that each belongs to. */
import { beginning, tidy } from "./piece.ts";
import { type Element, elementsOf, ownText } from "./xml.ts";

/** @returns By the comments' ids; none for one that stands at no text. */
export function commentPlaces(body: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const paragraph of elementsOf(body, "w:p"))
    for (const { attributes } of elementsOf(paragraph, "w:commentRangeStart", "w:commentReference")) {
      const id = attributes["w:id"] ?? "";
      const place = placeOf(paragraph);
      if (!found.has(id) && place !== "") found.set(id, place);
    }
  return found;
}

/** What an editor finds a paragraph by; empty where it has no text. */
export const placeOf = (paragraph: Element): string =>
  beginning(tidy(elementsOf(paragraph, "w:t").map(ownText).join("")));
