/** XML as office programs write it in → its elements and texts. Document types are refused, so that no entity grows. */

export interface Element {
  /** With its prefix, as typed: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The file is no XML, or asks for what a document never needs. */
export class XmlError extends Error {}

/** Nesting that no document has. */
const DEPTH = 256;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/**
 * Every character is looked at a fixed number of times, so that no file, however odd, takes long.
 *
 * @throws XmlError
 */
export function readXml(text: string): Element {
  const open: Open[] = [{ name: "", attributes: {}, children: [] }];
  const top = () => open.at(-1)!;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const end = next < 0 ? text.length : next;
      top().children.push(decoded(text.slice(at, end)));
      at = end;
    } else if (text.startsWith("<!--", at)) at = past(text, "-->", at + 4);
    else if (text.startsWith("<?", at)) at = past(text, "?>", at + 2);
    else if (text.startsWith("<![CDATA[", at)) {
      const end = past(text, "]]>", at + 9);
      top().children.push(text.slice(at + 9, end - 3));
      at = end;
    } else if (text[at + 1] === "!") throw new XmlError("a document type");
    else if (text[at + 1] === "/") {
      const end = past(text, ">", at);
      const name = text.slice(at + 2, end - 1).trimEnd();
      if (open.length === 1 || top().name !== name) throw new XmlError(`</${name}>`);
      open.pop();
      at = end;
    } else {
      const { element, isEmpty, end } = tagAt(text, at + 1);
      top().children.push(element);
      if (!isEmpty) open.push(element);
      if (open.length > DEPTH) throw new XmlError("too deep");
      at = end;
    }
  }
  const element = open[0]!.children.find((child) => typeof child !== "string");
  if (open.length > 1 || !element || typeof element === "string") throw new XmlError("unfinished");
  return element;
}

/** @returns The place behind the next mark. */
function past(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new XmlError("broken markup");
  return at + mark.length;
}

const NAME = /[^\s/>!?="'<]+/y;
const BLANK = /\s*/y;

/** @returns What is matched at this very place; empty where nothing is. */
function taken(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** @param from Behind the `<`. */
function tagAt(text: string, from: number) {
  const name = taken(NAME, text, from);
  if (name === "") throw new XmlError("broken markup");
  const attributes: [string, string][] = [];
  for (let at = from + name.length; ; ) {
    at += taken(BLANK, text, at).length;
    const isEmpty = text.startsWith("/>", at);
    if (isEmpty || text[at] === ">") {
      const element: Open = { name, attributes: Object.fromEntries(attributes), children: [] };
      return { element, isEmpty, end: at + (isEmpty ? 2 : 1) };
    }
    const key = taken(NAME, text, at);
    at += key.length;
    at += taken(BLANK, text, at).length;
    if (key === "" || text[at] !== "=") throw new XmlError("broken markup");
    at += 1;
    at += taken(BLANK, text, at).length;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") throw new XmlError("broken markup");
    const end = past(text, quote, at + 1);
    attributes.push([key, decoded(text.slice(at + 1, end - 1))]);
    at = end;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });

/** Elements below by name, in their order, without going into those that were found. */
export function elementsOf(element: Element, ...names: readonly string[]): readonly Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return names.includes(child.name) ? [child] : elementsOf(child, ...names);
  });
}

/** The text that stands in an element itself, not in others inside it. */
export const ownText = (element: Element): string =>
  element.children.filter((child) => typeof child === "string").join("");

export const childOf = (element: Element | null, name: string): Element | null =>
  (element?.children.find((child) => typeof child !== "string" && child.name === name) as
    | Element
    | undefined) ?? null;

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child): child is Element => typeof child !== "string" && child.name === name);
