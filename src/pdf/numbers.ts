/** Numbers in → their shortest form in a content stream, to a thousandth of a point. */

export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

export const numbers = (...values: readonly number[]): string => values.map(number).join(" ");

export const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

/** UTF-16BE in hex, as ToUnicode maps have it. */
export function utf16(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}
