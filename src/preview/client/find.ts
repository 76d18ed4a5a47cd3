/** An overlay and a query in → where it stands on the pages, over line and page ends, in either language. */
import type { Overlay, OverlayLine } from "../../draw/overlay.ts";
import { lineBox, type PlacedBox } from "./geometry.ts";

interface Letter {
  /** Number of its page, from 1. */
  readonly page: number;
  readonly line: OverlayLine;
  readonly from: number;
  readonly to: number;
}

/** A paragraph as one string, and where each of its characters stands. */
export interface Searchable {
  readonly text: string;
  readonly letters: readonly Letter[];
}

export interface Match {
  /** One box for every line that it stands on. */
  readonly boxes: readonly PlacedBox[];
}

const PLAIN: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "\u00a0": " ",
  "\u2011": "-",
};

/** Letters without case, quotation marks without curls, full-width signs as narrow ones; one unit stays one. */
export function plain(text: string): string {
  return text.replace(/[\s\S]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
    const lower = PLAIN[char] ?? char.toLowerCase();
    return lower.length === 1 ? lower : char;
  });
}

/** A sign of Chinese text: an ideograph or a mark of its own. */
const CHINESE = /[\p{Script=Han}\u3001-\u303f]/u;

/** A space beside a Chinese sign is one of typing: pages have it or not, and readers look for either. */
const isIdle = (text: string, k: number): boolean =>
  text[k] === " " && (CHINESE.test(text[k - 1] ?? "") || CHINESE.test(text[k + 1] ?? ""));

const withoutIdle = (text: string): string =>
  [...Array(text.length).keys()].map((k) => (isIdle(text, k) ? "" : text[k]!)).join("");

export function searchables(overlay: Overlay): readonly Searchable[] {
  const made: { text: string; letters: Letter[]; key: string }[] = [];
  const open = new Map<string, (typeof made)[number]>();
  overlay.pages.forEach(({ texts }, k) => {
    for (const { pair, language, type, lines } of texts) {
      const key = `${pair} ${language} ${type}`;
      // A paragraph goes on where a page ends.
      const known = pair === null ? undefined : open.get(key);
      const target = known ?? { text: "", letters: [], key };
      if (!known) made.push(target);
      open.set(key, target);
      for (const line of lines) addLine(target, line, k + 1);
    }
  });
  return made.map(({ text, letters }) => ({
    text: withoutIdle(text),
    letters: letters.filter((_, k) => !isIdle(text, k)),
  }));
}

function addLine(target: { text: string; letters: Letter[] }, line: OverlayLine, page: number): void {
  for (const { text, x } of line.runs)
    for (let k = 0; k < text.length; k++) {
      // A hyphen that a line end added parts no word.
      if (text[k] === "\u00ad") continue;
      target.text += plain(text[k]!);
      target.letters.push({ page, line, from: x[k]!, to: x[k + 1]! });
    }
}

/** Most matches that are shown; where there are so many there may be more. */
export const MOST = 500;

export function find(texts: readonly Searchable[], query: string): readonly Match[] {
  const wanted = withoutIdle(plain(query.trim()));
  const found: Match[] = [];
  if (wanted === "") return found;
  for (const { text, letters } of texts)
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      found.push({ boxes: boxesOf(letters.slice(at, at + wanted.length)) });
      if (found.length === MOST) return found;
    }
  return found;
}

function boxesOf(letters: readonly Letter[]): Match["boxes"] {
  const boxes: PlacedBox[] = [];
  let first = letters[0]!;
  letters.forEach((letter, k) => {
    const next = letters[k + 1];
    if (next?.line === letter.line) return;
    boxes.push({ page: letter.page, box: lineBox(letter.line, first.from, letter.to) });
    if (next) first = next;
  });
  return boxes;
}
