/** The body of a Word file in → where its comments stand: the beginning of the paragraph that each belongs to. */
import { beginning, tidy } from "./piece.ts";
import { type Element, elementsOf, ownText } from "./xml.ts";

/** @returns By the comments' ids; none for one that stands at no text. */
export function commentPlaces(body: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const paragraph of elementsOf(body, "w:p"))
    for (const { attributes } of elementsOf(paragraph, "w:commentRangeStart", "w:commentReference")) {
      const id = attributes["w:id"] ?? "";
      const text = tidy(elementsOf(paragraph, "w:t").map(ownText).join(""));
      if (!found.has(id) && text !== "") found.set(id, beginning(text));
    }
  return found;
}
