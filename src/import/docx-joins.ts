/** The children of a part of a Word file in → the same, a paragraph whose end was deleted as one with the next. */
import { childOf, type Element } from "./xml.ts";

/** The paragraph that is left has the properties of the last, whose end stands. */
export function withoutDeletedEnds(children: Element["children"]): Element["children"] {
  const made: (Element | string)[] = [];
  let open: Element[] = [];
  const close = () => {
    if (open.length > 0) made.push(joined(open));
    open = [];
  };
  for (const child of children) {
    if (typeof child === "string") continue;
    if (child.name !== "w:p") {
      close();
      made.push(child);
      continue;
    }
    open.push(child);
    if (!isEndDeleted(child)) close();
  }
  close();
  return made;
}

/** Whether a tracked change takes the end of a paragraph away: it goes on with the next. */
export function isEndDeleted(paragraph: Element): boolean {
  const mark = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
  return childOf(mark, "w:del") !== null || childOf(mark, "w:moveFrom") !== null;
}

const isProperties = (child: Element | string): boolean =>
  typeof child !== "string" && child.name === "w:pPr";

function joined(paragraphs: readonly Element[]): Element {
  const last = paragraphs.at(-1)!;
  if (paragraphs.length === 1) return last;
  const inner = paragraphs.flatMap(({ children }) => children.filter((child) => !isProperties(child)));
  return { ...last, children: [...last.children.filter(isProperties), ...inner] };
}
