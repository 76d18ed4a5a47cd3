/** A part of a Word file in → what was inserted and deleted in it with changes tracked, paragraph by paragraph. */
import { beginning, tidy } from "./piece.ts";
import { childOf, type Element, elementsOf, ownText } from "./xml.ts";

const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  "w:ins": ["{+", "+}"],
  "w:moveTo": ["{+", "+}"],
  "w:del": ["[-", "-]"],
  "w:moveFrom": ["[-", "-]"],
};

/** ¶ is the end of a paragraph that was joined with the next. */
export function changesIn(part: Element): readonly string[] {
  return elementsOf(part, "w:p").flatMap((paragraph) => {
    const changes = elementsOf(paragraph, ...Object.keys(MARKS)).flatMap((change) => {
      const [open, close] = MARKS[change.name]!;
      const words = tidy(elementsOf(change, "w:t", "w:delText").map(ownText).join(""));
      return words === "" ? [] : [`${open}${beginning(words)}${close}`];
    });
    const end = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
    if (childOf(end, "w:del") || childOf(end, "w:moveFrom")) changes.push("[-¶-]");
    if (changes.length === 0) return [];
    const place = tidy(elementsOf(paragraph, "w:t").map(ownText).join(""));
    return [`${changes.join("")}${place === "" ? "" : ` (“${beginning(place)}”)`}`];
  });
}
