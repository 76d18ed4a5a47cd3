/** A broken paragraph in → its lines with every glyph at its place, justified or ragged. */
import type { Em, Pt } from "../base/length.ts";
import { hang } from "../inline/boxes.ts";
import type { Box, BoxGlyph, Seam, SeamGlyph } from "../inline/paragraph.ts";
import { type Breaks, type BrokenParagraph, measureOf } from "./break-lines.ts";
import { fitTables } from "./fit-tables.ts";
import type { LineRun, LineShape, SetLine } from "./line.ts";
import { type Fit, fitLine, lettersOf, naturalWidth, seamWidth, weight } from "./line-fit.ts";

/** @param breaks One of the paragraph's: best, shorter or longer. */
export const setLines = (broken: BrokenParagraph, breaks: Breaks): readonly SetLine[] =>
  breaks.ends.map((_, line) => setLine(broken, breaks, line));

/** What a reader copies of a line, known without setting it. */
export function textOfLine({ paragraph }: BrokenParagraph, { ends }: Breaks, line: number): string {
  const { seams, tail } = paragraph;
  const from = line === 0 ? 0 : ends[line - 1]!;
  const to = ends[line]!;
  let text = "";
  for (let k = from; k < to; k++) {
    if (k > from) text += seams[k]!.space?.text ?? "";
    text += paragraph.textOf ? paragraph.textOf(k) : paragraph.boxes[k]!.text;
  }
  const after = seams[to];
  return text + ((after ? (after.hyphen ?? after.space) : tail)?.text ?? "");
}

const KEPT: Fit = { ...weight(), shares: [] };

/** @param line Its number from 0. */
export function setLine(
  { paragraph, rules, shape }: BrokenParagraph,
  { ends }: Breaks,
  line: number,
): SetLine {
  const from = line === 0 ? 0 : ends[line - 1]!;
  const to = ends[line]!;
  const tables = fitTables(paragraph, rules);
  const { boxes, starts, seams } = paragraph;
  const measure = measureOf(shape, from);
  const after = seams[to];
  const isLast = after === undefined || after.kind === "newline";
  const justified = shape.align === "justify";
  const natural = naturalWidth(tables, from, to);
  const fit =
    justified || natural > measure ? fitLine(tables, from, to, measure, isLast || !justified) : KEPT;
  const { scale, tracking } = lettersOf(fit, rules);
  const left = shape.measure - measure + offset(shape, measure - natural) - boxes[from]!.hangLeft;
  const runs = new RunBuilder(scale, tracking);
  let x = left;
  let [seamBefore, wide]: [Seam | null, Pt] = [null, 0];
  for (let k = from; k < to; k++) {
    const seam = seams[k]!;
    if (k > from) {
      if (seam.space) runs.space(seam.space, x, boxes[k]!.link);
      // Alike seams are one object, and often follow each other.
      if (seam !== seamBefore) wide = seamWidth(seam, fit, rules);
      seamBefore = seam;
      x += wide;
    }
    const box = boxes[k]!;
    runs.box(box, x, starts[k]!, paragraph.ends[k]!);
    x += box.latin ? box.width * scale + box.glyphs.length * box.size * tracking : box.width;
  }
  // Behind a line's last letter stands nothing that it could be kept apart from.
  const last = boxes[to - 1]!;
  if (last.latin && !after?.hyphen) x -= last.size * tracking;
  // What ends a line and takes no room in it: the hyphen of a divided word, or the space it broke at.
  const next = (boxes[to] ?? last).link;
  if (after?.hyphen) {
    runs.space(after.hyphen, x, next);
    x += after.hyphen.width * scale - hang(after.hyphen.text, after.hyphen.width);
  } else {
    const space = after ? after.space : paragraph.tail;
    if (space) runs.space(space, x, next);
  }
  const stretch = fit.shares.length > 0 ? measure - natural : 0;
  const hyphened = after?.hyphened ?? false;
  return { runs: runs.finish(), left, right: x, hyphened, stretch, badness: fit.badness };
}

function offset(shape: LineShape, room: Pt): Pt {
  if (room <= 0 || shape.align === "justify" || shape.align === "left") return 0;
  return shape.align === "right" ? room : room / 2;
}

/** A run that still grows. */
type OpenRun = Omit<LineRun, "glyphs" | "xs" | "end"> & {
  glyphs: readonly BoxGlyph[];
  xs: readonly Pt[];
  end: number;
};

/** Of the run that grows: lists of its own would be made anew again and again. */
const GLYPHS: BoxGlyph[] = [];
const XS: Pt[] = [];

/** Gathers neighbouring boxes of one look into runs. */
class RunBuilder {
  readonly #scale: number;
  readonly #tracking: Em;
  readonly #runs: OpenRun[] = [];
  #count = 0;

  constructor(scale: number, tracking: Em) {
    this.#scale = scale;
    this.#tracking = tracking;
  }

  box(box: Box, x: Pt, start: number, end: number): void {
    const scale = box.latin ? this.#scale : 1;
    const run = this.#run(box, scale, x, box, start, end);
    const shift = x - run.x;
    const tracking = box.latin ? this.#tracking * box.size : 0;
    const { glyphs, origins } = box;
    for (let k = 0; k < glyphs.length; k++) {
      GLYPHS[this.#count] = glyphs[k]!;
      XS[this.#count++] = shift + origins[k]! * scale + k * tracking;
    }
  }

  /**
   * A space or a hyphen joins the run before it, so that words stay whole for readers; one of another face stands alone.
   *
   * @param link Of the box behind it, or of the last one: between two boxes of one link it is of that link.
   */
  space(glyph: SeamGlyph, x: Pt, link: string | null): void {
    const last = this.#runs.at(-1);
    const same = last && last.face === glyph.face && last.size === glyph.size;
    const scale = same ? last.scale : this.#scale;
    const at = last?.end ?? 0;
    const alone = () => ({ link: last?.link === link ? link : null, dotted: false });
    const run = same ? last : this.#run(glyph, scale, x, alone(), at, at);
    GLYPHS[this.#count] = glyph;
    XS[this.#count++] = x - run.x;
  }

  finish(): readonly LineRun[] {
    this.#close();
    return this.#runs;
  }

  #close(): void {
    const last = this.#runs.at(-1);
    if (!last) return;
    last.glyphs = GLYPHS.slice(0, this.#count);
    last.xs = XS.slice(0, this.#count);
    this.#count = 0;
  }

  #run(
    look: { readonly face: string; readonly size: Pt; readonly colour: LineRun["colour"] },
    scale: number,
    x: Pt,
    { link, dotted }: Pick<LineRun, "link" | "dotted">,
    start: number,
    end: number,
  ): OpenRun {
    const last = this.#runs.at(-1);
    if (
      last &&
      last.face === look.face &&
      last.size === look.size &&
      last.scale === scale &&
      last.colour === look.colour &&
      last.link === link &&
      last.dotted === dotted
    ) {
      last.end = end;
      return last;
    }
    const { face, size, colour } = look;
    this.#close();
    const made: OpenRun = { face, size, scale, colour, link, dotted, x, glyphs: GLYPHS, xs: XS, start, end };
    this.#runs.push(made);
    return made;
  }
}
