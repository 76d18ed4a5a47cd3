/** A line that keeps its spaces in → its badness: the room it leaves, and where it ends. */
import { perObject } from "../base/remembered.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { isHan } from "../script/char-class.ts";
import { roomShare, titleBreakCost } from "../script/title-break.ts";

/** A line of one Han: one that ends inside a phrase is better. */
const LONE_HAN = 250;
/** A line that ends inside brackets which it opens: one that ends in front of them is better. */
const IN_BRACKETS = 100;

/** How a line stands in its text. */
interface RaggedLine {
  /** Of its measure, the room it leaves; negative where it stands out. */
  readonly share: number;
  readonly isLast: boolean;
  /** Of a title: its lines are of about one width, and end where a reader would pause. */
  readonly balanced: boolean;
}

/** @param from Index of the line's first box. @param to Of the one behind its last. */
export function raggedBadness(
  paragraph: Paragraph,
  from: number,
  to: number,
  { share, isLast, balanced }: RaggedLine,
): number {
  const counts = (!isLast || balanced) && share > 0;
  const room = counts ? 100 * share ** 2 : 0;
  if (isLast) return room;
  const lone = isLoneHan(paragraph, from, to) ? LONE_HAN : 0;
  if (share < 0) return room + lone;
  const ending = lone + (opensBrackets(paragraph, from, to) ? IN_BRACKETS : 0);
  if (!balanced) return room + ending;
  // A Latin word with its marks, one Han, or one of their marks.
  const word = paragraph.boxes[to - 1]!.text;
  return roomShare(word) * room + titleBreakCost(word) + ending;
}

/** Whether a line is one Han and its marks, such as 用。 */
const isLoneHan = ({ boxes, language }: Paragraph, from: number, to: number): boolean =>
  language === "zh" &&
  to - from < 3 &&
  isHan(boxes[from]!.text) &&
  (to - from < 2 || !isHan(boxes[to - 1]!.text));

/** Whether brackets that a line opens go on behind it. */
function opensBrackets(paragraph: Paragraph, from: number, to: number): boolean {
  const innermost = openingsIn(paragraph);
  return innermost !== null && innermost[to]! >= from;
}

/**
 * In front of each box the index of that with the innermost bracket open there, −1 for none; null without brackets. A
 * cell that is tried in one long line has as many ends as letters, and from each as many beginnings.
 */
const openingsIn = perObject(({ boxes }: Paragraph): Int32Array | null => {
  if (!boxes.some(({ text }) => /[(（]/.test(text))) return null;
  const open: number[] = [];
  const innermost = new Int32Array(boxes.length + 1).fill(-1);
  boxes.forEach(({ text }, k) => {
    for (const char of text)
      if (char === "(" || char === "（") open.push(k);
      else if (char === ")" || char === "）") open.pop();
    innermost[k + 1] = open.at(-1) ?? -1;
  });
  return innermost;
});
