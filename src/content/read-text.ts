/** Nodes that hold texts in → texts with their marks, in the languages they were written in. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { LANGUAGES, type Language } from "../base/language.ts";
import { type Inline, plainText } from "../model/inline.ts";
import type { TextPair } from "../model/issue.ts";
import { spanIn } from "../model/places.ts";
import { faultAtColon, slipAtColon } from "./colon-slips.ts";
import { invisibleIn, ODD_BLANK } from "./invisible.ts";
import { readMarkup } from "./markup.ts";
import { entryOf, isBlank, type MapNode, type Node, type TextNode } from "./yaml-nodes.ts";

/** YAML can spell any character as an escape; a tab in a text is a slip too. */
const unprintable = (text: string): readonly number[] => {
  const tab = text.indexOf("\t");
  return tab >= 0 ? [tab] : invisibleIn(text);
};

/** Accents that one letter may carry; no language needs more than four. */
const ACCENTS = 30;
const STACKED = new RegExp(`\\p{M}{${ACCENTS + 1}}`, "u");
/** As many characters that may be accents: none of the common ones is, and a pattern without them is sooner made. */
const PERHAPS_STACKED = new RegExp(
  `[^\\u0000-\\u02ff\\u2010-\\u2027\\u3000-\\u3020\\u4e00-\\u9fff\\uff00-\\uffff]{${ACCENTS + 1}}`,
);

/** What stands in the file of a new issue where a text has to be written. */
export const UNFILLED: Readonly<Record<Language, string>> = { zh: "【待填】", en: "(to be filled in)" };

export class TextReader {
  readonly found: Diagnostic[] = [];

  text(node: TextNode, language: Language): Inline {
    const { span, places } = node;
    const at = (index: number, length = 1) => spanIn({ file: span.file, places }, index, index + length);
    if (node.comment) {
      const detail = node.text.slice(0, 24);
      const fault = "comment-behind-text";
      this.found.push({ code: "yaml", severity: "error", span: node.comment, fault, detail });
    }
    if (node.text.trim() === "") this.found.push({ code: "empty", severity: "error", span, path: "" });
    const [bad] = unprintable(node.text);
    if (bad !== undefined) {
      const codePoint = node.text.codePointAt(bad)!;
      this.found.push({ code: "invisible-character", severity: "error", span: at(bad), codePoint });
    }
    const stacked = PERHAPS_STACKED.test(node.text) ? STACKED.exec(node.text) : null;
    if (stacked)
      this.found.push({
        code: "stacked-accents",
        severity: "error",
        span: at(stacked.index),
        limit: ACCENTS,
      });
    // Text all the same, as it always was, but hardly meant.
    const slip = /^(?:zh|en)[：:]/.test(node.text) ? slipAtColon(node.text, () => true) : null;
    if (slip) this.found.push({ ...faultAtColon(slip, span), severity: "warning" });
    for (const text of Object.values(UNFILLED)) {
      const index = node.text.indexOf(text);
      if (index < 0) continue;
      this.found.push({ code: "unfilled", severity: "warning", span: at(index, text.length), text });
    }
    const { inline, diagnostics } = readMarkup(node, language, span);
    this.found.push(...diagnostics);
    return inline;
  }

  /** A pair, or a text that serves both languages; in a pair a language that is not there is null. */
  pair(node: Node | null): TextPair {
    if (node === null || node.kind === "list") return { zh: null, en: null };
    if (node.kind === "text") {
      const zh = this.text(node, "zh");
      // Faults are told once, not once a language.
      return { zh, en: readMarkup(node, "en", node.span).inline };
    }
    if (node.entries.length === 0)
      this.found.push({ code: "empty", severity: "error", span: node.span, path: "" });
    return this.languages(node);
  }

  languages(map: MapNode): TextPair {
    const [zh, en] = LANGUAGES.map((language) => {
      const node = entryOf(map, language);
      return node?.kind === "text" ? this.text(node, language) : null;
    });
    if (zh && en && isEnglish(scriptsIn(plainText(zh))) && isChinese(scriptsIn(plainText(en))))
      this.found.push({ code: "swapped-languages", severity: "warning", span: zh.span });
    return { zh: zh!, en: en! };
  }

  /** A cell of a table, which alone may be empty: where it was written so, in quotation marks and both languages. */
  cell(node: Node): TextPair {
    const sides = node.kind === "map" ? LANGUAGES.map((language) => entryOf(node, language)) : [node];
    const blank = sides.filter(isBlank);
    if (blank.length === 0) return this.pair(node);
    if (blank.length < sides.length || !blank.every(({ isQuoted }) => isQuoted))
      this.found.push(...blank.map(({ span }) => ({ code: "empty-cell", severity: "error", span }) as const));
    const of = (side: Node | null, language: Language): Inline | null => {
      if (side?.kind !== "text") return null;
      return isBlank(side) ? { language, runs: [], span: side.span } : this.text(side, language);
    };
    return { zh: of(sides[0]!, "zh"), en: of(sides.at(-1)!, "en") };
  }

  optional(node: Node | null): TextPair | null {
    return node === null ? null : this.pair(node);
  }
}

const BLANK_AROUND = new RegExp(`^${ODD_BLANK}|${ODD_BLANK}$`);

/** A blank before or behind a number, a date or a name that looks like a space and is none. */
export function oddBlankAround({ text, places, span }: TextNode): Diagnostic | null {
  const index = text.search(BLANK_AROUND);
  if (index < 0 || text.trim() === "") return null;
  const at = spanIn({ file: span.file, places }, index, index + 1);
  return { code: "invisible-character", severity: "error", span: at, codePoint: text.charCodeAt(index) };
}

/** What tells whether a text stands in the wrong language. */
export interface Scripts {
  readonly latin: boolean;
  readonly han: boolean;
}

export const scriptsIn = (text: string): Scripts => ({
  latin: /[A-Za-z]/.test(text) || /\p{Script=Latin}/u.test(text),
  // Nothing of it stands below.
  han: /[\u4e00-\u9fff]/.test(text) || (/[\u2e80-\uffff]/.test(text) && /\p{Script=Han}/u.test(text)),
});

const isEnglish = ({ latin, han }: Scripts): boolean => latin && !han;
const isChinese = ({ latin, han }: Scripts): boolean => han && !latin;
