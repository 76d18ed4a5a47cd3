/** The code of a sign in one of the symbol fonts of Word, and the font's name → the character that it shows. */
import { UNREAD } from "./piece.ts";

/** From a first code on, in their order; a blank where the font has a sign that Unicode puts together otherwise. */
const FONTS: readonly (readonly [RegExp, readonly (readonly [number, string])[]])[] = [
  [
    /^symbol$/i,
    [
      [0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"],
      [0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"],
      [0xa3, "≤⁄∞"],
      [0xab, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…"],
      [0xc4, "⊗⊕∅∩∪"],
      [0xd1, "∇®©™∏√⋅¬∧∨"],
      [0xe5, "∑"],
      [0xf2, "∫"],
    ],
  ],
  [
    /^wingdings$/i,
    [
      [0x28, "☎"],
      [0x2a, "✉"],
      [0x6c, "●"],
      [0x6e, "■"],
      [0x6f, "□"],
      [0x75, "◆"],
      [0x9e, "·•"],
      [0xa7, "▪◻"],
      [0xab, "★"],
      [0xd8, "➢"],
      [0xdf, "←→↑↓"],
      [0xfb, "✗✓☒☑"],
    ],
  ],
  [
    /^wingdings 2$/i,
    [
      [0x4f, "✗✓"],
      [0x51, "☒☑"],
    ],
  ],
];

/** @returns `〓` for a sign that only its font knows. */
export function signOf(code: number, font: string): string {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const table = FONTS.find(([name]) => name.test(font))?.[1];
  if (table) {
    const at = isPrivate ? code - 0xf000 : code;
    for (const [first, signs] of table) {
      const sign = [...signs][at - first];
      if (sign) return sign;
    }
    return UNREAD;
  }
  return isPrivate || !(code >= 0x20 && code <= 0x10ffff) ? UNREAD : String.fromCodePoint(code);
}
