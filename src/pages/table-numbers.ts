/** The texts of a column's cells in → how much of each stands in front of its decimal point, if they are numbers. */
import type { Inline } from "../model/inline.ts";

/** Sign and currency, digits in groups, decimals, and what is counted: −1,234.5 万. */
const NUMBER = /^((?:[-+−–±~≈<>≤≥]\s?)?[¥￥$€£]?\d+(?:[,，\s]\d{3})*)(?:\.\d+)?\s*(\D{0,8})$/u;

/** What stands where there is no number. */
const NONE = /^(?:[-–—−]{1,2}|…{1,2}|\/|n\/?a\.?|无)$/iu;

/** References to notes, which stand behind a number raised, are none of it. */
const typed = ({ runs }: Inline): string =>
  runs
    .filter(({ mark }) => mark.position !== "superscript")
    .map(({ text }) => text)
    .join("")
    .trim();

/** Whether a cell is a number, or stands for one that there is not. */
export function isNumber(cell: Inline): boolean {
  const text = typed(cell);
  return NUMBER.test(text) || NONE.test(text);
}

const length = (text: string): number => text.replace(/\s/gu, "").length;

/**
 * @param cells Those below the head; null where a cell is empty.
 * @returns Characters in front of the point in each, spaces left out; null where the column has anything but numbers of
 *   one kind. Digits of numbers without decimals all stand in front of it, and so does a dash for none.
 */
export function wholePlaces(cells: readonly (Inline | null)[]): readonly number[] | null {
  const units = new Set<string>();
  const places: number[] = [];
  let count = 0;
  for (const cell of cells) {
    const text = cell ? typed(cell) : "";
    const found = NUMBER.exec(text);
    if (found) {
      count += 1;
      units.add(found[2]!);
    } else if (text !== "" && !NONE.test(text)) return null;
    places.push(length(found ? found[1]! : text));
  }
  // A share of all may stand without its sign; two units are two kinds of number.
  units.delete("");
  return count > 0 && units.size <= 1 ? places : null;
}
