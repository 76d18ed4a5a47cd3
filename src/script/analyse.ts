/** A paragraph's text in → its characters with their classes settled: quotes by language, dashes, connectors. */
import type { Language } from "../base/language.ts";
import { type CharClass, classOf, isFullPunctuation, isLatinRun } from "./char-class.ts";

/** One character as lines see it: a base with its combining marks, or —— and …… as one. */
export interface Char {
  readonly text: string;
  readonly class: CharClass;
  /** Index of its first UTF-16 unit in the text. */
  readonly index: number;
}

const EXTENDS = /^(?:\p{M}|\u200c|\u200d|[\u{e0100}-\u{e01ef}])$/u;

/** Code points with what extends them; pairs of dashes and of ellipses joined (GB/T 15834 §5.1.4, §5.1.5). */
function clusters(text: string, language: Language): { text: string; index: number }[] {
  const out: { text: string; index: number }[] = [];
  let index = 0;
  for (const char of text) {
    const last = out.at(-1);
    if (last && EXTENDS.test(char) && last.text !== " " && last.text !== "\n") last.text += char;
    else if (
      last &&
      language === "zh" &&
      (char === "—" || char === "…" || char === "⋯") &&
      last.text === char
    )
      last.text += char;
    else out.push({ text: char, index });
    index += char.length;
  }
  return out;
}

/**
 * Which curly quotes are Chinese (rules: quotes.algorithm). The marks share code points with the Latin
 * ones; a pair is matched with a stack and both its marks get one class.
 *
 * @returns For each character index that is a quote, true when it is Chinese.
 */
function chineseQuotes(chars: readonly string[], language: Language): Map<number, boolean> {
  const verdict = new Map<number, boolean>();
  const open: { index: number; mark: string }[] = [];
  const isWord = (char: string | undefined) =>
    char !== undefined && /^[\p{L}\p{N}]/u.test(char) && classOf(char) !== "han";
  const isWide = (char: string | undefined) =>
    char !== undefined && (classOf(char) === "han" || isFullPunctuation(classOf(char)));
  const outside = (from: number, step: number) => {
    let i = from + step;
    while (chars[i] === " ") i += step;
    return chars[i];
  };
  const latinOutside = (char: string | undefined) => char === undefined || isLatinRun(classOf(char));
  const pairIsChinese = (start: number, end: number) => {
    if (language === "en") return false;
    const inside = chars.slice(start + 1, end);
    if (inside.some((c) => !"‘’“”".includes(c) && isWide(c))) return true;
    const before = outside(start, -1);
    const after = outside(end, 1);
    return !((before !== undefined || after !== undefined) && latinOutside(before) && latinOutside(after));
  };
  chars.forEach((char, i) => {
    if (char === "“" || char === "‘") open.push({ index: i, mark: char });
    else if (char === "”" || char === "’") {
      const wants = char === "”" ? "“" : "‘";
      const apostrophe =
        char === "’" && isWord(chars[i - 1]) && (isWord(chars[i + 1]) || !open.some((o) => o.mark === "‘"));
      if (apostrophe) verdict.set(i, false);
      else if (open.at(-1)?.mark === wants) {
        const start = open.pop()!.index;
        const chinese = pairIsChinese(start, i);
        verdict.set(start, chinese).set(i, chinese);
      } else verdict.set(i, language === "zh" && (isWide(chars[i - 1]) || isWide(chars[i + 1])));
    }
  });
  for (const { index } of open)
    verdict.set(index, language === "zh" && (isWide(outside(index, -1)) || isWide(outside(index, 1))));
  return verdict;
}

/** A hyphen, dash or solidus takes its class from its neighbours (rules: hyphenMinus, emDash, SOL). */
function settle(
  char: string,
  name: CharClass,
  before: CharClass | null,
  after: CharClass | null,
  language: Language,
): CharClass {
  if (char === "——") return "dash";
  if (name === "hyphen") {
    if (before === "han" && after === "han") return "shortConnector";
    const attached = before !== null && before !== "space" && !isFullPunctuation(before);
    return after === "digit" && !attached ? "prefix" : "hyphen";
  }
  if (name === "longConnector" && char === "—" && language === "en") return "dash";
  if (char === "–" && language === "en") return "latin";
  if (name === "ellipsis" && language === "en") return "latinClosing";
  if (char === "·" && language === "en") return "latin";
  if (char === "/") return before === "han" || after === "han" ? "solidus" : "latin";
  if (char === "–") {
    const latin = (c: CharClass | null) => c === "latin" || c === "space";
    return latin(before) && latin(after) ? "latin" : "shortConnector";
  }
  if (char === "+" || char === "#") return after === "digit" && before !== "latin" ? "prefix" : "latin";
  if (name === "prefix" && after !== "digit") return char === "№" ? "latin" : "symbol";
  return name;
}

/** @param text One paragraph, without marks. */
export function analyse(text: string, language: Language): readonly Char[] {
  const parts = clusters(text, language);
  const quotes = chineseQuotes(
    parts.map((p) => p.text),
    language,
  );
  const plain = parts.map((p) => classOf(p.text));
  return parts.map((part, i) => {
    const chinese = quotes.get(i);
    let name: CharClass;
    if (chinese === true) name = part.text === "“" || part.text === "‘" ? "openingQuote" : "closingQuote";
    else if (chinese === false) {
      const opens = part.text === "“" || part.text === "‘";
      const apostrophe = part.text === "’" && plain[i + 1] === "latin" && plain[i - 1] === "latin";
      name = apostrophe ? "latin" : opens ? "latinOpening" : "latinClosing";
    } else name = settle(part.text, plain[i]!, plain[i - 1] ?? null, plain[i + 1] ?? null, language);
    return { text: part.text, class: name, index: part.index };
  });
}
