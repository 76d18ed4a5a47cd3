/** Lines that one build set → the same in the next, with the places where they are typed now. */
import type { Paragraph } from "../inline/paragraph.ts";
import type { Breaks, BrokenParagraph } from "./break-lines.ts";
import type { SetLine } from "./line.ts";
import type { LineRules } from "./ranks.ts";
import { setLine } from "./set-lines.ts";

interface Kept {
  readonly boxes: Paragraph["boxes"];
  readonly rules: LineRules;
  /** Where the paragraph's first box was typed when they were set. */
  readonly start: number;
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
    const start = paragraph.starts[0] ?? 0;
    const known = this.#known.get(breaks);
    const isSame = known?.boxes === boxes && known.rules === rules;
    if (isSame && known.start === start) return known;
    const lines = isSame ? known.lines.map((line) => moved(line, start - known.start)) : [];
    const made = { boxes, rules, start, lines };
    this.#known.set(breaks, made);
    return made;
  }
}

/** A line from those that are kept, or set anew where none are. */
export const lineFrom = (kept: KeptLines | null, broken: BrokenParagraph, breaks: Breaks, number: number) =>
  kept ? kept.line(broken, breaks, number) : setLine(broken, breaks, number);

const moved = (line: SetLine, by: number): SetLine => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, start: run.start + by, end: run.end + by })),
});
