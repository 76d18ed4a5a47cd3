/** word/numbering.xml in → the number that Word would print before a paragraph, counted as paragraphs go by. */
import { wordValue } from "./docx-styles.ts";
import { inChinese, referenceNumber } from "./headings.ts";
import { childrenOf, type Element } from "./xml.ts";

export interface Numbered {
  /** Printed before the text: 一、 or （二）; empty for bullets. */
  readonly label: string;
  readonly bullet: boolean;
  /** Whether the label is text: lists of an issue count in figures, Chinese numbers and words head something. */
  readonly isText: boolean;
  /** What counts on together: a list and its level. */
  readonly list: string;
  readonly number: number;
}

interface Level {
  readonly format: string;
  /** `%1、`: the numbers of levels and what stands around them. */
  readonly text: string;
  readonly start: number;
}

/** A list as paragraphs name it: levels that several lists may count on together, and what this one has of its own. */
interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** What the first number of a level is here, wherever the lists before it have come to. */
  readonly restarts: ReadonlyMap<number, number>;
}

const depthOf = ({ attributes }: Element, k: number): number => Number(attributes["w:ilvl"] ?? k);

const levelsIn = (parent: Element): ReadonlyMap<number, Level> =>
  new Map(
    childrenOf(parent, "w:lvl").map((level, k) => [
      depthOf(level, k),
      {
        format: wordValue(level, "w:numFmt") ?? "decimal",
        text: wordValue(level, "w:lvlText") ?? "",
        start: Number(wordValue(level, "w:start") ?? 1),
      },
    ]),
  );

/** Lists by their id; one that is made by a style has its levels where the style was made. */
function listsIn(numbering: Element): ReadonlyMap<string, List> {
  const all = childrenOf(numbering, "w:abstractNum");
  const abstracts = new Map(all.map((it) => [it.attributes["w:abstractNumId"] ?? "", it]));
  return new Map(
    childrenOf(numbering, "w:num").map((num) => {
      const abstract = wordValue(num, "w:abstractNumId") ?? "";
      const own = abstracts.get(abstract) ?? null;
      const style = wordValue(own, "w:numStyleLink");
      const made = style === null ? own : (all.find((it) => wordValue(it, "w:styleLink") === style) ?? own);
      const overrides = childrenOf(num, "w:lvlOverride");
      const levels = new Map([
        ...(made ? levelsIn(made) : []),
        ...overrides.flatMap((it) => [...levelsIn(it)]),
      ]);
      const restarts = overrides.flatMap((it, k) => {
        const start = wordValue(it, "w:startOverride");
        return start === null ? [] : [[depthOf(it, k), Number(start)] as const];
      });
      return [num.attributes["w:numId"] ?? "", { abstract, levels, restarts: new Map(restarts) }];
    }),
  );
}

/** @param numbering Null where a document numbers nothing. */
export function numberer(numbering: Element | null): (id: string, level: number) => Numbered | null {
  const lists = numbering ? listsIn(numbering) : new Map<string, List>();
  const counts = new Map<string, number[]>();
  const restarted = new Set<string>();
  return (id, level) => {
    const list = lists.get(id);
    const form = list?.levels.get(level);
    if (!list || !form) return null;
    if (form.format === "bullet" || form.format === "none") return BULLET;
    const count = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, count);
    const restart = list.restarts.get(level);
    const isFirst = restart !== undefined && !restarted.has(`${id} ${level}`);
    restarted.add(`${id} ${level}`);
    count[level] = isFirst ? restart : (count[level] ?? form.start - 1) + 1;
    count.length = level + 1;
    const label = form.text.replace(/%(\d)/g, (_, digit) => {
      const at = Number(digit) - 1;
      const above = list.levels.get(at);
      return printed(count[at] ?? above?.start ?? 1, above?.format ?? "decimal");
    });
    // 第%1条 and Article %1 say more than a number, and texts name a work by [%1].
    const isText =
      CHINESE.test(form.format) ||
      LETTERS.test(form.format) ||
      /\p{L}/u.test(form.text) ||
      referenceNumber(label) !== null;
    return { label, bullet: false, isText, list: `${list.abstract} ${level}`, number: count[level] };
  };
}

const BULLET: Numbered = { label: "", bullet: true, isText: false, list: "", number: 0 };

const CHINESE = /(?<!circle)chinese|ideograph|japanese|taiwan/i;
const LETTERS = /letter|roman/i;

function printed(number: number, format: string): string {
  if (CHINESE.test(format)) return inChinese(number);
  if (format === "lowerLetter" || format === "upperLetter") {
    const letter = String.fromCharCode(97 + ((number - 1) % 26));
    return format === "lowerLetter" ? letter : letter.toUpperCase();
  }
  if (format === "lowerRoman" || format === "upperRoman") {
    const roman = inRoman(number);
    return format === "upperRoman" ? roman : roman.toLowerCase();
  }
  const isCircled = /circle/i.test(format) && number >= 1 && number <= 20;
  return isCircled ? String.fromCodePoint(0x2460 + number - 1) : String(number);
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
