/** A typed text in → its runs: bold, emphasis, links, raised and lowered letters, footnotes. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Language } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import { type Inline, isSameMark, type Mark, PLAIN, type Run } from "../model/inline.ts";
import { joinPlaces, slicePlaces, spanIn } from "../model/places.ts";
import { addressAt } from "./addresses.ts";
import type { Typed } from "./scalar.ts";

/** Every address has one of these in it. */
const ADDRESS = /@|:\/\//;

/** A text that is more than its characters has one of these. */
const MARKS = /[\\[*^~@]|:\/\//;

/** What ends the key of a footnote, or shows that it is none. */
const KEY_END = /[\]\s]/;

/** Characters that a backslash takes literally. */
const ESCAPABLE = new Set("\\*_[]()^~`");

type Toggle = "**" | "*" | "^" | "~";

/** A mark that was opened and waits for its end. */
interface Opened {
  readonly toggle: Toggle;
  /** Its index in the text. */
  readonly at: number;
  readonly before: Mark;
}

/** @param span Where the text stands, for texts without characters. */
export function readMarkup(
  typed: Typed,
  language: Language,
  span: Span,
): { readonly inline: Inline; readonly diagnostics: readonly Diagnostic[] } {
  // Most texts have none.
  if (!MARKS.test(typed.text)) {
    const runs = typed.text === "" ? [] : [{ text: typed.text, mark: PLAIN, places: typed.places }];
    return { inline: { language, runs, span }, diagnostics: [] };
  }
  const reader = new MarkupReader(typed, span.file);
  reader.read(0, typed.text.length, PLAIN);
  return { inline: { language, runs: reader.runs, span }, diagnostics: reader.found };
}

class MarkupReader {
  readonly runs: Run[] = [];
  readonly found: Diagnostic[] = [];
  readonly #typed: Typed;
  readonly #file: string;
  readonly #hasAddress: boolean;
  /** Where a footnote's key ends that begins before it, as far as it was looked for. */
  #keyEnd = 0;

  constructor(typed: Typed, file: string) {
    this.#typed = typed;
    this.#file = file;
    this.#hasAddress = ADDRESS.test(typed.text);
  }

  #span(start: number, end: number): Span {
    return spanIn({ file: this.#file, places: this.#typed.places }, start, end);
  }

  #put(start: number, end: number, mark: Mark): void {
    if (end <= start) return;
    const text = this.#typed.text.slice(start, end);
    const places = slicePlaces(this.#typed.places, start, end);
    const last = this.runs.at(-1);
    if (last && last.mark.note === null && isSameMark(last.mark, mark))
      this.runs[this.runs.length - 1] = {
        text: last.text + text,
        mark,
        places: joinPlaces([last.places, places]),
      };
    else this.runs.push({ text, mark, places });
  }

  read(from: number, to: number, base: Mark): void {
    const { text } = this.#typed;
    let mark = base;
    const open: Opened[] = [];
    let plain = from;
    let at = from;
    const flush = (next: number) => {
      this.#put(plain, at, mark);
      plain = next;
      at = next;
    };
    while (at < to) {
      const char = text[at]!;
      if (char === "\\" && ESCAPABLE.has(text[at + 1] ?? "")) {
        flush(at + 1);
        at += 1;
        continue;
      }
      if (char === "[") {
        const end = this.#bracket(at, to, mark, () => flush(at));
        if (end !== null) {
          plain = end;
          at = end;
          continue;
        }
      }
      const toggle = toggleAt(text, at, to, open.at(-1)?.toggle);
      if (toggle) {
        const opened = open.findLastIndex((entry) => entry.toggle === toggle);
        if (opened >= 0 && closes(text, at)) {
          flush(at + toggle.length);
          mark = open[opened]!.before;
          open.length = opened;
          continue;
        }
        if (opened < 0 && opens(text, at, toggle, to)) {
          open.push({ toggle, at, before: mark });
          flush(at + toggle.length);
          mark = marked(mark, toggle);
          continue;
        }
      }
      const address = this.#hasAddress && mark.link === null ? addressAt(text, at, to, from) : null;
      if (address) {
        flush(at);
        this.#put(at, address.end, { ...mark, link: address.uri });
        plain = address.end;
        at = address.end;
        continue;
      }
      at += toggle?.length ?? 1;
    }
    flush(to);
    for (const entry of open) {
      const span = this.#span(entry.at, entry.at + entry.toggle.length);
      this.found.push({ code: "unclosed-mark", severity: "error", span, mark: entry.toggle });
    }
  }

  /** The key of a footnote that `]` ends; "" where a blank or the text's end comes first. */
  #keyAt(at: number, to: number): string {
    const { text } = this.#typed;
    // Looked for from every bracket anew, the end of a text that never ends one would be found too late.
    if (this.#keyEnd < at) {
      const length = text.slice(at).search(KEY_END);
      this.#keyEnd = length < 0 ? text.length : at + length;
    }
    return this.#keyEnd < to && text[this.#keyEnd] === "]" ? text.slice(at, this.#keyEnd) : "";
  }

  /** `[^key]` or `[text](uri)`. @returns Where it ends; null when the bracket is just a bracket. */
  #bracket(at: number, to: number, mark: Mark, flush: () => void): number | null {
    const { text } = this.#typed;
    const key = text[at + 1] === "^" ? this.#keyAt(at + 2, to) : "";
    if (key !== "") {
      flush();
      const places = slicePlaces(this.#typed.places, at, at);
      this.runs.push({ text: "", mark: { ...mark, note: key }, places });
      return at + key.length + 3;
    }
    const rest = text.slice(at, to);
    const link = /^\[((?:[^[\]\\]|\\.)+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/.exec(rest);
    if (!link) return null;
    const uri = link[2]!;
    const inner = at + 1;
    flush();
    if (!/^(?:https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d-]+)/.test(uri)) {
      const start = inner + link[1]!.length + 2;
      this.found.push({
        code: "bad-link",
        severity: "error",
        span: this.#span(start, start + uri.length),
        uri,
        isPicture: text[at - 1] === "!",
      });
    }
    this.read(inner, inner + link[1]!.length, { ...mark, link: uri });
    return at + link[0].length;
  }
}

/** Of three asterisks an emphasis that was opened last ends first: `***both***`. */
function toggleAt(text: string, at: number, to: number, last: Toggle | undefined): Toggle | null {
  if (last === "*" && /^\*{3}(?!\*)/.test(text.slice(at, at + 4))) return "*";
  if (text.startsWith("**", at) && at + 2 <= to) return "**";
  const char = text[at]!;
  return char === "*" || char === "^" || char === "~" ? char : null;
}

const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

/** Opening marks have text behind them: 5 * 3 and ~20 are no marks. */
function opens(text: string, at: number, toggle: Toggle, to: number): boolean {
  const next = text[at + toggle.length];
  if (isSpace(next)) return false;
  if (toggle === "**" || toggle === "*") return true;
  // A raised or lowered text has its end in the same word.
  const rest = text.slice(at + 1, to);
  const end = rest.indexOf(toggle);
  return end > 0 && !/\s/.test(rest.slice(0, end));
}

const closes = (text: string, at: number): boolean => !isSpace(text[at - 1]);

function marked(mark: Mark, toggle: Toggle): Mark {
  switch (toggle) {
    case "**":
      return { ...mark, bold: true };
    case "*":
      return { ...mark, emphasis: true };
    case "^":
      return { ...mark, position: "superscript" };
    case "~":
      return { ...mark, position: "subscript" };
  }
}
