/** word/styles.xml in → what each style makes of a paragraph and of characters, with what it takes from the style below it. */
import type { Form } from "./piece.ts";
import { childOf, childrenOf, type Element } from "./xml.ts";

export interface Style {
  readonly form: Form;
  /** Of a heading, from 1; 0 for what is none. */
  readonly level: number;
  /** Whether its paragraphs are lines of a table of contents. */
  readonly isContents: boolean;
  /** The list that its paragraphs belong to, `w:numPr`. */
  readonly number: Element | null;
  readonly centred: boolean;
  readonly bold: boolean;
  readonly emphasis: boolean;
}

/** By their ids, which Word in Chinese and WPS number and LibreOffice spells in its own way. */
export type Styles = ReadonlyMap<string, Style>;

const PLAIN: Style = {
  form: "text",
  level: 0,
  isContents: false,
  number: null,
  centred: false,
  bold: false,
  emphasis: false,
};

/** What a document may name without having it. */
const UNLISTED: Styles = new Map([
  ["Strong", { ...PLAIN, bold: true }],
  ["Emphasis", { ...PLAIN, emphasis: true }],
]);

/** Styles that stand on each other; more of them, or a circle, tell nothing. */
const DEEPEST = 16;

export function stylesIn(root: Element | null): Styles {
  const all = new Map(
    (root ? childrenOf(root, "w:style") : []).map((style) => [style.attributes["w:styleId"] ?? "", style]),
  );
  const made = [...all].map(([id, style]) => {
    const chain = [style];
    for (let at = baseOf(style); chain.length < DEEPEST; at = baseOf(chain.at(-1)!)) {
      const below = at === null ? null : all.get(at);
      if (!below) break;
      chain.push(below);
    }
    return [id, styleOf(chain)] as const;
  });
  return new Map([...UNLISTED, ...made]);
}

/** What a property says, the `w:val` of the child that it is; null where it is not there. */
export const wordValue = (properties: Element | null, name: string): string | null =>
  childOf(properties, name)?.attributes["w:val"] ?? null;

const baseOf = (style: Element): string | null => wordValue(style, "w:basedOn");

/** @param chain A style and those below it, itself first: the first that says something is heard. */
function styleOf(chain: readonly Element[]): Style {
  const first = <T>(read: (style: Element) => T | null): T | null => {
    for (const style of chain) {
      const found = read(style);
      if (found !== null) return found;
    }
    return null;
  };
  return {
    form: first((style) => formByName(style) ?? outlineOf(childOf(style, "w:pPr"))) ?? "text",
    level: first((style) => levelByName(style) ?? levelOf(childOf(style, "w:pPr"))) ?? 0,
    isContents: /^toc (?:\d|heading)$/.test(nameOf(chain[0]!)),
    number: first((style) => childOf(childOf(style, "w:pPr"), "w:numPr")),
    centred: first((style) => isCentred(childOf(style, "w:pPr"))) ?? false,
    bold: first((style) => switchOf(childOf(style, "w:rPr"), "w:b") ?? named(style, /^strong\b/)) ?? false,
    emphasis:
      first((style) => switchOf(childOf(style, "w:rPr"), "w:i") ?? named(style, /^emphasis$/)) ?? false,
  };
}

const nameOf = (style: Element): string => (wordValue(style, "w:name") ?? "").toLowerCase();

const named = (style: Element, name: RegExp): true | null => (name.test(nameOf(style)) ? true : null);

/** Names of the styles that come along are English in every language of Word; 引文 is Quotations in LibreOffice. */
function formByName(style: Element): Form | null {
  const name = nameOf(style);
  if (name === "title") return "title";
  if (name === "heading 1") return "heading";
  if (/^heading [2-9]$/.test(name)) return "subheading";
  return /^(?:(?:intense )?quote|quotations)$/.test(name) ? "quote" : null;
}

const levelByName = (style: Element): number | null => {
  const form = formByName(style);
  if (form === null) return null;
  return Number(/^heading (\d)$/.exec(nameOf(style))?.[1] ?? 0);
};

/** @returns Level of a heading, from 1; 0 for body text, null where nothing is said. */
export function levelOf(properties: Element | null): number | null {
  const level = wordValue(properties, "w:outlineLvl");
  if (level === null) return null;
  return Number(level) > 8 ? 0 : Number(level) + 1;
}

/** @returns Null where nothing is said of where lines stand. */
export function isCentred(properties: Element | null): boolean | null {
  const side = wordValue(properties, "w:jc");
  return side === null ? null : side === "center";
}

/** @returns Null where nothing is said; a level below the last is body text. */
export function outlineOf(properties: Element | null): Form | null {
  const level = levelOf(properties);
  if (level === null) return null;
  return level === 0 ? "text" : level === 1 ? "heading" : "subheading";
}

/** @returns Whether `<w:b/>` is on: unless it says otherwise; null where it is not there. */
export function switchOf(properties: Element | null, name: string): boolean | null {
  const switched = childOf(properties, name);
  return switched && !["0", "false", "none", "off"].includes(switched.attributes["w:val"] ?? "1");
}
