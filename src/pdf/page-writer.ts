/** The items of a page in → its content stream, everything in it tagged content or an artifact. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type {
  DotItem,
  DrawItem,
  DrawnPage,
  ImageItem,
  RectItem,
  Tag,
  TextItem,
} from "../draw/display-list.ts";
import type { Colour } from "../model/design.ts";
import type { CidFont, Code } from "./cid-font.ts";
import { circle } from "./circle.ts";
import { Content } from "./content.ts";
import { spacesOf } from "./line-spaces.ts";
import { number, numbers } from "./numbers.ts";
import { codeText, hyphenReading, isWideBlank, narrowingOf, type Reading, readingOf } from "./reading.ts";

/** What a page's content needs from the file around it. */
export interface PageContext {
  font(face: string): CidFont;
  /** Resource name of a picture on this page. */
  image(key: string): string;
  /** The language that a node is in; null where content is not marked. */
  languageOf(node: number): Language | null;
  /** @returns The opening of a marked-content sequence; null where content is not marked. */
  mark(tag: Tag, reading: Reading | null): string | null;
  /** @returns The operators that set a colour for filling. */
  fill(colour: Colour): string;
}

const ARTIFACTS = {
  pagination: "/Artifact<</Type/Pagination>>BDC",
  layout: "/Artifact<</Type/Layout>>BDC",
  background: "/Artifact<</Type/Background>>BDC",
} as const;

export const artifact = (tag: keyof typeof ARTIFACTS): string => ARTIFACTS[tag];

/** Grey as one number, other colours as three. */
export function rgbFill({ rgb }: Colour): string {
  const [r, g, b] = rgb.map((value) => number(value, 3));
  return r === g && g === b ? `${r} g` : `${r} ${g} ${b} rg`;
}

/** A text, and what it is set with. */
interface SetText {
  readonly item: TextItem;
  /** What is told of all of it. */
  readonly reading: Reading | null;
  readonly font: CidFont;
  /** Horizontal, 1 natural, as the file says it. */
  readonly scale: number;
  /** How many times narrower its letters are said to be, under a matrix that makes up for it. */
  readonly narrowing: number;
}

/** @param fill The colour that a page begins with, as `fill` writes it. */
export function pageContent(page: DrawnPage, context: PageContext, fill = "0 g"): Uint8Array {
  return new PageWriter(page.height, context, fill).write(page.items);
}

class PageWriter {
  readonly #height: Pt;
  readonly #context: PageContext;
  readonly #out = new Content();
  #tag: Tag | null = null;
  #marked = false;
  #isRead = false;
  #inText = false;
  #font: CidFont | null = null;
  #size: Pt = 0;
  #setting = "";
  #colour: Colour | null = null;
  #fill: string;
  #scale = 1;
  /** How many times wider the matrix of the text makes it. */
  #widening = 1;
  /** Space behind letters and behind words, pt, as they were said last. */
  readonly #spaces = { Tc: { asked: 0, said: 0 }, Tw: { asked: 0, said: 0 } };
  /** Where the text line began that the next one counts from, hundredths of a point. */
  #lineX = 0;
  #lineY = 0;

  constructor(height: Pt, context: PageContext, fill: string) {
    this.#height = height;
    this.#context = context;
    this.#fill = fill;
  }

  write(items: readonly DrawItem[]): Uint8Array {
    for (const item of items) {
      if (item.kind === "link") continue;
      const reading = this.#readingOf(item);
      this.#open(item, this.#readingFrom(item, reading, 0));
      if (item.kind === "text") this.#text(item, reading);
      else if (item.kind === "rect") this.#rect(item);
      else if (item.kind === "dot") this.#dot(item);
      else this.#image(item);
    }
    this.#close();
    if (this.#inText) this.#out.line("ET");
    return this.#out.finish();
  }

  #readingOf(item: DrawItem): Reading | null {
    if (item.kind !== "text" || typeof item.tag !== "number") return null;
    const around = this.#context.languageOf(item.tag);
    return around && readingOf(item, around);
  }

  /** What is told from a glyph on, where a wide blank follows it: of both, of what stands behind, and of blanks behind that. */
  #readingFrom(item: DrawItem, reading: Reading | null, from: number): Reading | null {
    if (item.kind !== "text" || typeof item.tag !== "number") return reading;
    if (reading !== null && reading.text !== null) return reading;
    if (!isWideBlank(item, from + 1)) return hyphenReading(item, reading, from) ?? reading;
    const told = item.glyphs.slice(from, blanksEnd(item, from + 1)).map((glyph) => glyph.text);
    return { text: told.join(""), language: reading?.language ?? null };
  }

  /**
   * Neighbours of one tag share a sequence, but for those of which something is told; sequences of text stand
   * inside one text object.
   */
  #open(item: DrawItem, reading: Reading | null): void {
    const { tag } = item;
    const isText = item.kind === "text";
    if (tag !== this.#tag || isText !== this.#inText || reading !== null || this.#isRead) this.#close();
    if (isText !== this.#inText) {
      this.#out.line(isText ? "BT" : "ET");
      this.#inText = isText;
      this.#widening = 1;
      this.#lineX = 0;
      this.#lineY = 0;
    }
    if (this.#tag !== null) return;
    const mark = this.#context.mark(tag, reading);
    this.#isRead = reading !== null;
    if (mark !== null) this.#out.line(mark);
    this.#marked = mark !== null;
    this.#tag = tag;
  }

  #close(): void {
    if (this.#tag !== null && this.#marked) this.#out.line("EMC");
    this.#tag = null;
  }

  #useColour(colour: Colour): void {
    if (colour === this.#colour) return;
    this.#colour = colour;
    const fill = this.#context.fill(colour);
    if (fill !== this.#fill) this.#out.line(fill);
    this.#fill = fill;
  }

  #rect({ x, y, width, height, colour }: RectItem): void {
    this.#useColour(colour);
    this.#out.line(`${numbers(x, this.#height - y - height, width, height)} re f`);
  }

  #dot({ x, y, radius, colour }: DotItem): void {
    this.#useColour(colour);
    this.#out.line(`${circle(x, this.#height - y, radius).join("\n")} f`);
  }

  #image({ image, x, y, width, height }: ImageItem): void {
    const place = numbers(width, 0, 0, height, x, this.#height - y - height);
    this.#out.line(`q ${place} cm /${this.#context.image(image)} Do Q`);
  }

  #text(item: TextItem, reading: Reading | null): void {
    const font = this.#context.font(item.face);
    font.setIn(item.size);
    if (font !== this.#font || item.size !== this.#size) {
      const setting = `/${font.name} ${number(item.size)} Tf`;
      if (setting !== this.#setting) this.#out.line(setting);
      this.#font = font;
      this.#size = item.size;
      this.#setting = setting;
    }
    const scale = Math.round(item.scale * 10000) / 10000;
    const isTold = reading !== null && reading.text !== null;
    const narrowing = isTold ? narrowingOf(item) : 1;
    const said = scale / narrowing;
    if (said !== this.#scale) this.#out.line(`${number(said * 100, 4)} Tz`);
    this.#scale = said;
    this.#useColour(item.colour);
    const { glyphs } = item;
    const text: SetText = { item, reading, font, scale, narrowing };
    // Faces with a word space of one byte have no Han.
    const asksBlanks = this.#marked && !isTold && font.space === null;
    let from = 0;
    for (let i = 1; i <= glyphs.length; i++) {
      const isLevel = i < glyphs.length && glyphs[i]!.y === glyphs[from]!.y;
      if (!isLevel) {
        this.#show(text, from, i);
        from = i;
      } else if (asksBlanks && isWideBlank(item, i)) {
        if (i - 1 > from) {
          this.#show(text, from, i - 1);
          this.#open(item, this.#readingFrom(item, reading, i - 1));
        }
        from = blanksEnd(item, i);
        this.#show(text, i - 1, from);
        if (from < glyphs.length) this.#open(item, this.#readingFrom(item, reading, from));
        i = from;
      }
    }
  }

  /**
   * Glyphs `from`..`to` − 1, of one height: where their widths and the spaces set do not lead to the next one, an
   * adjustment does.
   */
  #show({ item, reading, font, scale, narrowing }: SetText, from: number, to: number): void {
    const { glyphs, xs } = item;
    const unit = (item.size * scale) / 1000;
    for (let i = from; i < to; i++) CODES[i - from] = font.use(glyphs[i]!.gid, codeText(glyphs[i]!.text));
    const spaces = spacesOf(xs, from, to, CODES, font.space, unit);
    const tracking = this.#spaceOf("Tc", (spaces.letter * item.size) / 1000);
    const word = font.space === null ? 0 : this.#spaceOf("Tw", (spaces.word * item.size) / 1000);
    this.#move(item.x + xs[from]!, this.#height - item.baseline - glyphs[from]!.y, narrowing);
    const out = this.#out;
    const hyphen = this.#marked ? hyphenReading(item, reading, to - 1) : null;
    const last = hyphen === null ? to : to - 1;
    let pen = xs[from]!;
    for (let at = from, end = last > from ? last : to; at < to; at = end, end = to) {
      if (at === last && at > 0) this.#open(item, hyphen);
      out.breakLine();
      const start = out.length;
      let isAdjusted = false;
      let isOpen = false;
      for (let i = at; i < end; i++) {
        const x = xs[i]!;
        // Adjustments are whole thousandths of an em; what is less goes into the next one.
        if (Math.abs(pen - x) >= unit) {
          const adjust = Math.round((pen - x) / unit);
          if (isOpen) out.close();
          isOpen = false;
          if (!isAdjusted) out.insert(start, "[");
          isAdjusted = true;
          out.integer(adjust);
          pen -= adjust * unit;
        }
        if (!isOpen) out.open();
        isOpen = true;
        const code = CODES[i - from]!;
        out.inString(code.bytes);
        pen += code.width * unit + (tracking + (code === font.space ? word : 0)) * scale;
      }
      out.close();
      out.text(isAdjusted ? "]TJ" : "Tj");
    }
  }

  /** Sets the space behind letters or words where another one is in force. @returns It as the file says it, pt. */
  #spaceOf(operator: "Tc" | "Tw", space: Pt): Pt {
    const inForce = this.#spaces[operator];
    if (space === inForce.asked) return inForce.said;
    const said = number(space, 4);
    if (Number(said) !== inForce.said) this.#out.line(`${said} ${operator}`);
    inForce.asked = space;
    inForce.said = Number(said);
    return inForce.said;
  }

  /** Places are counted from line to line in whole hundredths, so that no error adds up. */
  #move(x: Pt, y: Pt, widening: number): void {
    const nextX = Math.round(x * 100);
    const nextY = Math.round(y * 100);
    const out = this.#out;
    out.breakLine();
    const isMatrix = widening !== 1 || this.#widening !== 1;
    if (isMatrix) out.text(`${widening} 0 0 1 `);
    out.hundredths(isMatrix ? nextX : nextX - this.#lineX);
    out.text(" ");
    out.hundredths(isMatrix ? nextY : nextY - this.#lineY);
    out.text(isMatrix ? " Tm" : " Td");
    this.#widening = widening;
    this.#lineX = nextX;
    this.#lineY = nextY;
  }
}

/** @returns Index of the first glyph behind a wide blank, its neighbour, and the wide blanks that follow that. */
function blanksEnd(item: TextItem, blank: number): number {
  let end = blank + 2;
  while (isWideBlank(item, end)) end += 2;
  return end;
}

/** Written over for every line. */
const CODES: Code[] = [];
