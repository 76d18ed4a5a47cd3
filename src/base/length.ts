/** Lengths: typed units in → points out. A bare number is always points (1/72 inch). */

/** Points. Bare numbers in this code are points. */
export type Pt = number;

/** A fraction of a type size. */
export type Em = number;

export const mm = (length: number): Pt => (length * 72) / 25.4;

export const em = (length: Em, size: Pt): Pt => length * size;

/** Chinese type sizes (字号) in points; Word's values, as offices use them (rules: hao_pt). */
const HAO: Readonly<Record<string, Pt>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
};

/**
 * Reads a length as a theme writes it: `10.5pt`, `25mm`, `2em`, `五号`, or a bare `0`.
 *
 * @param size What one em is here, pt.
 * @returns Points; null when it is no length.
 */
export function parseLength(text: string, size: Pt): Pt | null {
  const hao = Object.hasOwn(HAO, text) ? HAO[text] : undefined;
  if (hao !== undefined) return hao;
  const match = /^(-?\d+(?:\.\d+)?)\s*(pt|mm|em)$/.exec(text);
  if (!match) return /^-?0(\.0+)?$/.test(text) ? 0 : null;
  const value = Number(match[1]);
  if (match[2] === "pt") return value;
  return match[2] === "mm" ? mm(value) : em(value, size);
}
