/** A part of a Word file in → what was inserted and deleted in it with changes tracked, paragraph by paragraph. */
import { placeOf } from "./docx-comments.ts";
import { isEndDeleted } from "./docx-joins.ts";
import { beginning, tidy } from "./piece.ts";
import { type Element, elementsOf, ownText } from "./xml.ts";

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
    if (isEndDeleted(paragraph)) changes.push("[-¶-]");
    if (changes.length === 0) return [];
    const place = placeOf(paragraph);
    return [`${changes.join("")}${place === "" ? "" : ` (“${place}”)`}`];
  });
}
