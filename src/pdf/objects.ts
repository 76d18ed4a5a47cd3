/** Values of a PDF in → their shortest written form (ISO 32000-1, 7.3), bytes as Latin-1 characters. */
import { hex2, number } from "./numbers.ts";

/** An object with a number of its own; a stream when it was ended with bytes. */
export interface Ref {
  readonly id: number;
  readonly data: Dictionary;
}

/** A text that readers show, in contrast to a name, which is a plain string. */
export class Text {
  /** As it is written, one character each. */
  readonly bytes: string;

  constructor(value: string) {
    this.bytes = textBytes(value);
  }
}

export const text = (value: string): Text => new Text(value);

/** Bytes such as a file's identity. */
export class Bytes {
  readonly value: Uint8Array;

  constructor(value: Uint8Array) {
    this.value = value;
  }
}

/** Plain strings are names. Entries that are undefined are left out. */
export type Value =
  | number
  | boolean
  | null
  | string
  | Date
  | Text
  | Bytes
  | Ref
  | readonly Value[]
  | { readonly [name: string]: Value | undefined };

export type Dictionary = Record<string, Value | undefined>;

const isRef = (value: object): value is Ref => "id" in value && "data" in value;

export function written(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "number") return number(value, 4);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return name(value);
  if (value instanceof Text) return literal(value.bytes);
  if (value instanceof Bytes) return `<${Array.from(value.value, hex2).join("")}>`;
  if (value instanceof Date) return dateString(value);
  if (Array.isArray(value)) return `[${joined(value.map(written))}]`;
  if (isRef(value)) return `${value.id} 0 R`;
  return dictionary(value as Dictionary);
}

export function dictionary(entries: Dictionary): string {
  const parts: string[] = [];
  for (const key of Object.keys(entries)) {
    const value = entries[key];
    if (value !== undefined) parts.push(name(key), written(value));
  }
  return `<<${joined(parts)}>>`;
}

/** Tokens need white space between them only where neither is bounded by a delimiter. */
function joined(tokens: readonly string[]): string {
  let out = "";
  let before = "(";
  for (const token of tokens) {
    const apart = !"[]<>()".includes(before.at(-1)!) && !"[<(/".includes(token[0]!);
    out += apart ? ` ${token}` : token;
    before = token;
  }
  return out;
}

const ODD = /[^\x21-\x7e]|[#[\](){}<>/%]/;
const ALL_ODD = new RegExp(ODD, "g");

/** Most names are plain. */
const name = (value: string): string =>
  ODD.test(value) ? `/${value.replace(ALL_ODD, (char) => `#${hex2(char.charCodeAt(0))}`)}` : `/${value}`;

/** ASCII as it is, everything else in UTF-16 with its mark (7.9.2.2). */
function textBytes(value: string): string {
  if (/^[\x20-\x7e\n]*$/.test(value)) return value;
  let bytes = "\u00fe\u00ff";
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

/** A line end inside a literal string would be read as another one: it is escaped. */
export const literal = (bytes: string): string =>
  ESCAPED.test(bytes)
    ? `(${bytes.replace(ALL_ESCAPED, (char) => (char === "\r" ? "\\r" : `\\${char}`))})`
    : `(${bytes})`;

const ESCAPED = /[\\()\r]/;
const ALL_ESCAPED = new RegExp(ESCAPED, "g");

function dateString(date: Date): string {
  return `(D:${date.toISOString().replace(/[-:T]|\.\d+Z$/g, "")}Z)`;
}
