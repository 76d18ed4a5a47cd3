/** Neighbouring marks in → the white space between them, in em, after squeezing (标点挤压). */
import type { Em } from "../base/length.ts";
import type { ChineseRules } from "../model/design.ts";
import { type CharClass, isMark } from "./char-class.ts";

/**
 * How wide marks are set (CLREQ §3.1.6.2). `quanjiao`: one em, half an em goes where two blanks meet.
 * `tight`: all of the inner blank goes. `kaiming`: stops one em, other marks half. `banjiao`: all half.
 */
export type MarkStyle = ChineseRules["marks"];

/** Width of a character without its blanks. */
export function bodyWidth(name: CharClass): Em {
  switch (name) {
    case "opening":
    case "closing":
    case "openingQuote":
    case "closingQuote":
    case "pause":
    case "stop":
    case "interpunct":
    case "shortConnector":
    case "solidus":
      return 0.5;
    default:
      return 1;
  }
}

const hasLeft = (name: CharClass) => name === "opening" || name === "openingQuote";
const hasRight = (name: CharClass) =>
  name === "closing" || name === "closingQuote" || name === "pause" || name === "stop";

/** Blank at the left of a mark's body. */
const blankLeft = (name: CharClass, style: MarkStyle): Em =>
  hasLeft(name) && style !== "kaiming" && style !== "banjiao" ? 0.5 : 0;

/** Blank at the right of a mark's body. */
export function blankRight(name: CharClass, style: MarkStyle): Em {
  if (!hasRight(name) || style === "banjiao") return 0;
  return style === "kaiming" && name !== "stop" ? 0 : 0.5;
}

/** Which rank of squeezing a blank belongs to (CLREQ #procedures_for_inter-character_spacing_reduction). */
type BlankRank = "bracket" | "pause" | "stop";

export interface Blank {
  readonly width: Em;
  readonly rank: BlankRank;
}

const rankOf = (name: CharClass): BlankRank =>
  name === "pause" ? "pause" : name === "stop" ? "stop" : "bracket";

export const isCry = (text: string | undefined) => text === "！" || text === "？";

/** How many ！ and ？ run up to and with the character at `at`. */
export function criesUpTo(chars: readonly { readonly text: string }[], at: number): number {
  let count = 0;
  while (isCry(chars[at - count]?.text)) count += 1;
  return count;
}

/**
 * The blank between two neighbours, em, natural width, with the rank it is squeezed in.
 *
 * @param stops How many ！ and ？ run up to and with `a`; two of them fill one em (GB/T 15834 §5.1.2).
 */
export function blankBetween(
  a: { readonly class: CharClass; readonly text: string },
  b: { readonly class: CharClass; readonly text: string },
  style: MarkStyle,
  stops: number,
): Blank {
  const right = blankRight(a.class, style);
  const left = blankLeft(b.class, style);
  const rank = right > 0 ? rankOf(a.class) : "bracket";
  if (isCry(a.text) && isCry(b.text)) return { width: 0, rank };
  if (isCry(a.text) && stops > 1 && stops % 2 === 0) return { width: left, rank: "bracket" };
  // Brackets of the other script squeeze as those of its own do: (《人民日报》).
  if (a.class === "latinOpening" || b.class === "latinClosing") return { width: 0, rank };
  const gap = right + left;
  if (!isMark(a.class) || !isMark(b.class) || gap < 0.5) return { width: gap, rank };
  if (style === "tight") return { width: 0, rank };
  return { width: gap - 0.5, rank: left > 0 ? "bracket" : rank };
}
