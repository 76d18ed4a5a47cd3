/** Numbers in → their shortest written form. */

/** @param decimals Digits kept behind the point. */
export function number(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  if (short === "-0") return "0";
  return short.replace(/^(-?)0\./, "$1.");
}

/** Lengths and places in a content stream, to a hundredth of a point. */
export const numbers = (...values: readonly number[]): string =>
  values.map((value) => number(value)).join(" ");

export const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

/** UTF-16BE in hex, as ToUnicode maps have it. */
export function utf16(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}
