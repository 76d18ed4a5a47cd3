/** Lines that one build set → the same in the next. */
import type { Paragraph } from "../inline/paragraph.ts";
import type { Breaks, BrokenParagraph } from "./break-lines.ts";
import type { SetLine } from "./line.ts";
import type { LineRules } from "./ranks.ts";
import { setLine } from "./set-lines.ts";

interface Kept {
  readonly boxes: Paragraph["boxes"];
  readonly rules: LineRules;
  /** By number; those that were asked for. */
  readonly lines: SetLine[];
}

/** For an issue that is set again and again: a line that no edit touched keeps its glyphs, as the same objects. */
export class KeptLines {
  readonly #known = new WeakMap<Breaks, Kept>();

  /** See `setLine`. */
  line(broken: BrokenParagraph, breaks: Breaks, number: number): SetLine {
    const { lines } = this.#of(broken, breaks);
    const line = lines[number] ?? setLine(broken, breaks, number);
    lines[number] = line;
    return line;
  }

  #of({ paragraph, rules }: BrokenParagraph, breaks: Breaks): Kept {
    const { boxes } = paragraph;
    const known = this.#known.get(breaks);
    if (known?.boxes === boxes && known.rules === rules) return known;
    const made = { boxes, rules, lines: [] };
    this.#known.set(breaks, made);
    return made;
  }
}

/** A line from those that are kept, or set anew where none are. */
export const lineFrom = (kept: KeptLines | null, broken: BrokenParagraph, breaks: Breaks, number: number) =>
  kept ? kept.line(broken, breaks, number) : setLine(broken, breaks, number);
