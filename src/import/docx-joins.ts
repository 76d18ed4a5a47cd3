/** The children of a part of a Word file in → the same, a paragraph whose end was deleted as one with the next. */
import { childOf, type Element } from "./xml.ts";

/** The paragraph that is left has the properties of the last, whose end stands. */
export function withoutDeletedEnds(children: Element["children"]): Element["children"] {
  const made: (Element | string)[] = [];
  let open: Element | null = null;
  for (const child of children) {
    if (typeof child === "string") continue;
    const isParagraph = child.name === "w:p";
    const whole: Element = open && isParagraph ? joined(open, child) : child;
    if (open && !isParagraph) made.push(open);
    open = isParagraph && isEndDeleted(child) ? whole : null;
    if (!open) made.push(whole);
  }
  return open ? [...made, open] : made;
}

function isEndDeleted(paragraph: Element): boolean {
  const mark = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
  return childOf(mark, "w:del") !== null || childOf(mark, "w:moveFrom") !== null;
}

const isProperties = (child: Element | string): boolean =>
  typeof child !== "string" && child.name === "w:pPr";

const joined = (before: Element, after: Element): Element => ({
  ...after,
  children: [
    ...after.children.filter(isProperties),
    ...[before, after].flatMap(({ children }) => children.filter((child) => !isProperties(child))),
  ],
});
