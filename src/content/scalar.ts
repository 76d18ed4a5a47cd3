/** A YAML scalar as it was typed in → its characters, each with its place in the file. */
import { type Places, placesFrom, stretch } from "../model/places.ts";

export interface Typed {
  readonly text: string;
  readonly places: Places;
}

export type ScalarKind = "plain" | "single" | "double" | "literal" | "folded";

/**
 * @param source The whole file.
 * @param start Where the scalar begins: its first character, its opening quote or its `|` or `>`.
 * @param end Behind its last character or its closing quote.
 * @param value What a reader of YAML makes of a block scalar: its header may say that a text begins with spaces.
 */
export function decodeScalar(
  source: string,
  kind: ScalarKind,
  start: number,
  end: number,
  value = "",
): Typed {
  if (kind === "literal" || kind === "folded") return decodeBlock(source, kind, start, end, value);
  const [from, to] = kind === "plain" ? [start, end] : [start + 1, end - 1];
  const asTyped = source.slice(from, to);
  if (!SPECIAL[kind].test(asTyped)) return { text: asTyped, places: stretch(from, asTyped.length) };
  const writer = new Writer();
  let at = from;
  while (at < to) {
    const char = source[at]!;
    if (char === "\n") at = fold(source, at, to, writer);
    else if (kind === "single" && char === "'") {
      writer.put("'", at);
      at += 2;
    } else if (kind === "double" && char === "\\") at = readEscape(source, at, to, writer);
    else {
      writer.put(char, at);
      at += 1;
    }
  }
  return writer.finish();
}

/** What stands for something else in a scalar of one kind; most have nothing of it. */
const SPECIAL = { plain: /\n/, single: /['\n]/, double: /[\\\n]/ } as const;

class Writer {
  #text = "";
  readonly #offsets: number[] = [];

  put(text: string, at: number): void {
    this.#text += text;
    for (let i = 0; i < text.length; i++) this.#offsets.push(at);
  }

  /** Takes back spaces and tabs at the end. */
  trim(): void {
    const kept = this.#text.replace(/[ \t]+$/, "");
    this.#text = kept;
    this.#offsets.length = kept.length;
  }

  trimLines(): void {
    const kept = this.#text.replace(/\n+$/, "");
    this.#text = kept;
    this.#offsets.length = kept.length;
  }

  get last(): string {
    return this.#text.slice(-1);
  }

  finish(): Typed {
    return { text: this.#text, places: placesFrom(this.#offsets) };
  }
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\udbff\udc00-\udfff\u2014\u2026“”‘’]/;

/** Chinese has no spaces: lines of it are joined without one (rules: yaml-folded-chinese). */
const joinsTight = (before: string, after: string): boolean => WIDE.test(before) && WIDE.test(after);

/** A line break inside a plain or quoted scalar, with the blanks and empty lines around it. */
function fold(source: string, newline: number, to: number, writer: Writer): number {
  writer.trim();
  let at = newline;
  let breaks = 0;
  while (at < to && /[ \t\n]/.test(source[at]!)) {
    if (source[at] === "\n") breaks += 1;
    at += 1;
  }
  if (breaks > 1) writer.put("\n".repeat(breaks - 1), newline);
  else if (!joinsTight(writer.last, source[at] ?? "")) writer.put(" ", newline);
  return at;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(source: string, at: number, to: number, writer: Writer): number {
  const name = source[at + 1] ?? "";
  const digits = HEX[name];
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    writer.put(code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd", at);
    return at + 2 + digits;
  }
  if (name === "\n") {
    let next = at + 2;
    while (next < to && /[ \t]/.test(source[next]!)) next += 1;
    return next;
  }
  writer.put(ESCAPES[name] ?? name, at);
  return at + 2;
}

/** Trailing line breaks never count: a text ends with its last character. */
function decodeBlock(
  source: string,
  kind: "literal" | "folded",
  start: number,
  end: number,
  value: string,
): Typed {
  const writer = new Writer();
  let at = source.indexOf("\n", start) + 1;
  if (at === 0) return writer.finish();
  const indent = spacesBefore(source.slice(at, end)) - spacesBefore(value);
  let blank = 0;
  let before = "";
  while (at < end) {
    const stop = source.indexOf("\n", at);
    const lineEnd = stop === -1 || stop > end ? end : stop;
    const from = Math.min(at + indent, lineEnd);
    const line = source.slice(from, lineEnd);
    const isBlank = line.trim() === "" && kind === "folded";
    if (isBlank) blank += 1;
    else {
      if (kind === "folded" && before !== "") {
        const more = /^[ \t]/.test(line) || /^[ \t]/.test(before);
        if (blank > 0 || more) writer.put("\n".repeat(Math.max(1, blank)), at);
        else if (!joinsTight(before.slice(-1), line[0] ?? "")) writer.put(" ", at - 1);
      }
      for (let i = from; i < lineEnd; i++) writer.put(source[i]!, i);
      before = line;
      blank = 0;
    }
    if (kind === "literal") writer.put("\n", lineEnd);
    at = lineEnd + 1;
  }
  writer.trimLines();
  return writer.finish();
}

/** How many spaces the first line begins with that has more than these. */
const spacesBefore = (text: string): number => /^( *)[^ \n]/m.exec(text)?.[1]?.length ?? 0;
