/** A ToUnicode map in → what each code of its font stands for (ISO 32000-1, 9.10.3). */
import type { OpenPdf } from "./open-pdf.ts";
import { latin } from "./parse.ts";
import { type Parsed, Stream } from "./values.ts";

/** Codes of a range; a range of more would be gone through without end. */
const MOST_CODES = 0x10000;

/** @returns Texts by code; null for a font without a map. */
export function unicodeOf(pdf: OpenPdf, font: Parsed): ReadonlyMap<number, string> | null {
  const map = pdf.get(font, "ToUnicode");
  return map instanceof Stream ? mappedCodes(latin(pdf.content(map))) : null;
}

/** @returns Texts by code. */
export function mappedCodes(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const text = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
  for (const [, body] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, shown] of body!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]*)>/gi))
      found.set(Number.parseInt(code!, 16), text(shown!));
  for (const [, body] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, shown] of body!.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(<[0-9a-f]+>|\[[^\]]*\])/gi,
    )) {
      const first = Number.parseInt(from!, 16);
      const texts = [...shown!.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => hex!);
      const isList = shown!.startsWith("[");
      const last = Math.min(Number.parseInt(to!, 16), first + MOST_CODES - 1);
      for (let code = first; code <= last; code++)
        if (!isList) found.set(code, String.fromCharCode(Number.parseInt(texts[0]!, 16) + code - first));
        else if (code - first < texts.length) found.set(code, text(texts[code - first]!));
    }
  return found;
}
