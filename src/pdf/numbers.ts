/** Numbers in → their shortest written form. */

/** @param decimals Digits kept behind the point. */
export function number(value: number, decimals = 2): string {
  if (Number.isInteger(value)) return String(value);
  const text = value.toFixed(decimals);
  let end = text.length;
  if (decimals > 0) {
    while (text[end - 1] === "0") end -= 1;
    if (text[end - 1] === ".") end -= 1;
  }
  const short = text.slice(0, end);
  if (short === "-0") return "0";
  if (short.startsWith("0.")) return short.slice(1);
  return short.startsWith("-0.") ? `-${short.slice(2)}` : short;
}

/** Lengths and places in a content stream, to a hundredth of a point. */
export const numbers = (...values: readonly number[]): string =>
  values.map((value) => number(value)).join(" ");

/** A length or a place in a dictionary, to a hundredth of a point. */
export const hundredth = (value: number): number => Math.round(value * 100) / 100;

export const hex2 = (value: number): string => value.toString(16).padStart(2, "0");
export const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

/** UTF-16BE in hex, as ToUnicode maps have it. */
export function utf16(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}
