/** A text that was meant as a key and its value → which colon it was typed with. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";

interface SlipAtColon {
  readonly fault: "full-width-colon" | "no-space";
  readonly key: string;
}

/**
 * Whether a text begins with a word and a full-width colon, or with a key and a colon that has no space behind it.
 *
 * @param isKey Asked of the word before a colon of the second kind.
 */
export function slipAtColon(text: string, isKey: (word: string) => boolean): SlipAtColon | null {
  const [, key, colon] = /^([\w-]+)(：|:(?=\S|[\u00a0\u3000]))/.exec(text) ?? [];
  if (key === undefined) return null;
  if (colon === "：") return { fault: "full-width-colon", key };
  return isKey(key) ? { fault: "no-space", key } : null;
}

/** @param span Of the text; what is pointed at is its key and the colon. */
export const faultAtColon = ({ fault, key }: SlipAtColon, { file, start }: Span): Diagnostic => ({
  code: "yaml",
  severity: "error",
  span: { file, start, end: start + key.length + 1 },
  fault,
  detail: `${key}:`,
});
