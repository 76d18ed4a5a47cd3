/** Chinese numerals in → their value: 十五, 一百二十, 两万五千, 二〇二四, 三点五. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

export const NUMERALS = "零〇一二三四五六七八九十百千万亿两";

/** @returns Null where the characters are no well-formed number: 三五, 千百, 一二三. */
export function parseNumeral(text: string): number | null {
  const [whole, fraction] = text.split("点");
  if (fraction !== undefined) {
    const value = parseNumeral(whole!);
    const digits = digitsOf(fraction);
    return value === null || digits === null ? null : value + Number(`0.${digits}`);
  }
  const digits = digitsOf(text);
  if (digits !== null && (text.length === 1 || (text.length === 4 && /^[一二]/.test(text))))
    return Number(digits);
  return bySections(text);
}

function digitsOf(text: string): string | null {
  let digits = "";
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits === "" ? null : digits;
}

/** Units and digits of a numeral; nobody writes longer ones. */
const LONGEST = 40;

/** 亿 and 万 part a numeral into sections of thousands. */
function bySections(text: string): number | null {
  if (text.length > LONGEST) return null;
  for (const [scale, value] of [
    ["亿", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = text.lastIndexOf(scale);
    if (at < 0) continue;
    const before = at === 0 ? 1 : parseNumeral(text.slice(0, at));
    const rest = text.slice(at + 1).replace(/^零/, "");
    const after = rest === "" ? 0 : parseNumeral(rest);
    return before === null || after === null || after >= value ? null : before * value + after;
  }
  return section(text);
}

/** Below 10,000: units go down, each with a digit before it; 十 may stand first. */
function section(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lowest = 10_000;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const unit = UNITS[char];
    if (unit === undefined) {
      if (char === "零" || char === "〇") {
        if (digit !== null) return null;
        continue;
      }
      if (digit !== null) return null;
      digit = DIGITS[char] ?? null;
      if (digit === null) return null;
      continue;
    }
    if (unit >= lowest || (digit === null && i > 0 && text[i - 1] !== "零")) return null;
    total += (digit ?? 1) * unit;
    lowest = unit;
    digit = null;
  }
  if (digit !== null && lowest !== 10 && text.length > 1 && !/[零〇]./.test(text)) return null;
  return total + (digit ?? 0);
}
