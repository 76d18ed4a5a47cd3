/** word/numbering.xml in → the number that Word would print before a paragraph, counted as paragraphs go by. */
import { inChinese } from "./headings.ts";
import { childOf, childrenOf, type Element } from "./xml.ts";

export interface Numbered {
  /** Printed before the text: 一、 or （二）; empty for bullets. */
  readonly label: string;
  readonly bullet: boolean;
  /** Whether the numbers are Chinese, which number headings and not lists. */
  readonly chinese: boolean;
}

interface Level {
  readonly format: string;
  /** `%1、`: the numbers of levels and what stands around them. */
  readonly text: string;
  readonly start: number;
}

const value = (element: Element | null, name: string): string | null =>
  childOf(element, name)?.attributes["w:val"] ?? null;

/** @param numbering Null where a document numbers nothing. */
export function numberer(numbering: Element | null): (id: string, level: number) => Numbered | null {
  const levels = new Map<string, readonly Level[]>();
  for (const abstract of numbering ? childrenOf(numbering, "w:abstractNum") : [])
    levels.set(
      abstract.attributes["w:abstractNumId"] ?? "",
      childrenOf(abstract, "w:lvl").map((level) => ({
        format: value(level, "w:numFmt") ?? "decimal",
        text: value(level, "w:lvlText") ?? "",
        start: Number(value(level, "w:start") ?? 1),
      })),
    );
  const lists = new Map(
    (numbering ? childrenOf(numbering, "w:num") : []).map((num) => [
      num.attributes["w:numId"] ?? "",
      value(num, "w:abstractNumId") ?? "",
    ]),
  );
  const counts = new Map<string, number[]>();
  return (id, level) => {
    const list = lists.get(id);
    const forms = list === undefined ? undefined : levels.get(list);
    const form = forms?.[level];
    if (list === undefined || !forms || !form) return null;
    if (form.format === "bullet" || form.format === "none")
      return { label: "", bullet: true, chinese: false };
    const count = counts.get(list) ?? [];
    counts.set(list, count);
    count[level] = (count[level] ?? form.start - 1) + 1;
    count.length = level + 1;
    const label = form.text.replace(/%(\d)/g, (_, digit) => {
      const at = Number(digit) - 1;
      return printed(count[at] ?? forms[at]?.start ?? 1, forms[at]?.format ?? "decimal");
    });
    return { label, bullet: false, chinese: /chinese|ideograph|japanese|taiwan/i.test(form.format) };
  };
}

function printed(number: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwan/i.test(format)) return inChinese(number);
  if (format === "lowerLetter" || format === "upperLetter") {
    const letter = String.fromCharCode(97 + ((number - 1) % 26));
    return format === "lowerLetter" ? letter : letter.toUpperCase();
  }
  if (format === "lowerRoman" || format === "upperRoman") {
    const roman = inRoman(number);
    return format === "upperRoman" ? roman : roman.toLowerCase();
  }
  return String(number);
}

const ROMAN = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function inRoman(number: number): string {
  const [size, sign] = ROMAN.find(([size]) => size <= number) ?? [0, ""];
  return size === 0 ? "" : sign + inRoman(number - size);
}
