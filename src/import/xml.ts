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

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!([A-Z]*)|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy;

/** @throws XmlError */
export function readXml(text: string): Element {
  interface Open {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: (Element | string)[];
  }
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  TOKEN.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw new XmlError("broken markup");
    const [, data, declared, closed, name, attributes = "", empty, plain] = match;
    const top = open.at(-1)!;
    if (declared !== undefined) throw new XmlError("a document type");
    if (data !== undefined) top.children.push(data);
    else if (plain !== undefined) top.children.push(decoded(plain));
    else if (closed !== undefined) {
      if (open.length === 1 || top.name !== closed) throw new XmlError(`</${closed}>`);
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      top.children.push(element);
      if (empty === "") open.push(element);
      if (open.length > DEPTH) throw new XmlError("too deep");
    }
  }
  const element = root.children.find((child) => typeof child !== "string");
  if (open.length > 1 || !element || typeof element === "string") throw new XmlError("unfinished");
  return element;
}

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, one, other]) => [
      name,
      decoded(one ?? other ?? ""),
    ]),
  );

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
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

export const childOf = (element: Element | null, name: string): Element | null =>
  (element?.children.find((child) => typeof child !== "string" && child.name === name) as
    | Element
    | undefined) ?? null;

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child): child is Element => typeof child !== "string" && child.name === name);
