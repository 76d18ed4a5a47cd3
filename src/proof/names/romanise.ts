/** A Chinese name and the readings of its characters in → how it may be written in Latin letters. */
import type { Readings } from "../rule.ts";
import { capitalised } from "../text.ts";
import { surnameOf } from "./zh-names.ts";

/** Readings that a character has as a surname alone; others are read as they are elsewhere. */
const AS_SURNAME: Readonly<Record<string, readonly string[]>> = {
  单: ["shan"],
  曾: ["zeng"],
  解: ["xie"],
  仇: ["qiu"],
  区: ["ou"],
  盖: ["ge", "gai"],
  朴: ["piao"],
  查: ["zha"],
  翟: ["zhai", "di"],
  尉迟: ["yuchi"],
  任: ["ren"],
  华: ["hua"],
  纪: ["ji"],
  乐: ["yue", "le"],
  冼: ["xian"],
  覃: ["qin", "tan"],
  薄: ["bo"],
  缪: ["miao"],
  宁: ["ning"],
  车: ["che"],
  石: ["shi"],
  沈: ["shen"],
  万: ["wan"],
  长孙: ["zhangsun"],
};

export interface Romanised {
  /** Surname and given name in lower case, one for each reading; `ü` as such. */
  readonly surnames: readonly string[];
  readonly given: readonly string[];
}

const product = (parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (made, part) => made.flatMap((head) => part.map((next) => head + next)),
    [""],
  );

export function romanise(name: string, readings: Readings): Romanised {
  const surname = surnameOf(name);
  const of = (text: string) => product([...text].map(readings));
  return { surnames: AS_SURNAME[surname] ?? of(surname), given: of(name.slice(surname.length)) };
}

/** As GB/T 28039 writes it: surname first, the given name in one word; ü as ü or, in passports, yu. */
export function written({ surnames, given }: Romanised): string {
  const [surname, first] = [surnames[0] ?? "", given[0] ?? ""];
  return `${capitalised(surname)} ${capitalised(first)}`;
}

/** A part of a name as it is compared: letters alone, ü in one form. */
export const folded = (part: string): string => part.toLowerCase().replace(/[-'’ ]/g, "");

/** GB/T 28039 allows YU for ü in capitals; u without its dots is how many passports have it. */
export const spellings = (part: string): readonly string[] =>
  part.includes("ü") ? [part, part.replace("ü", "yu"), part.replace("ü", "u")] : [part];

/** Typed for want of the letter ü. */
export const typedWithV = (part: string): string => part.replace(/ü/g, "v");

/** Letters to change, add or drop to make one word of another. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
