/** The content of a page of one of our PDFs in → the display list that it was written from, but for its links. */

import type { Pt } from "../base/length.ts";
import type { DrawItem, DrawnPage, RunGlyph, Tag, TextItem } from "../draw/display-list.ts";
import type { Colour } from "../model/design.ts";
import { SOFT_HYPHEN } from "../pdf/reading.ts";
import { BadPdf } from "./bad-pdf.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { contentOf, type PdfPage } from "./page-tree.ts";
import { Parser } from "./parse.ts";
import type { FoundFont } from "./read-font.ts";
import { Name, type Parsed, Str, Word } from "./values.ts";

/** What a page's content refers to. */
export interface PageSources {
  font(name: string): FoundFont;
  /** Key of the picture that a name stands for. */
  image(name: string): string;
  /** Node that a marked sequence belongs to. */
  owner(mcid: number): number | undefined;
}

/** @throws BadPdf where something stands on the page that this program does not write. */
export function readPage(pdf: OpenPdf, page: PdfPage, sources: PageSources): DrawnPage {
  const [left, bottom, right, top] = pdf.numbers(pdf.get(page.dict, "MediaBox"));
  if (left !== 0 || bottom !== 0 || !(right! > 0) || !(top! > 0)) throw new BadPdf("no-size");
  const reader = new PageReader(pdf, top!, sources);
  reader.read(new Parser(contentOf(pdf, page)));
  return { width: right!, height: top!, items: reader.items };
}

const BLACK = rgb(0, 0, 0);

/** Files for readers name red, green and blue alone; ink is what they come to. */
function rgb(r: number, g: number, b: number): Colour {
  const black = 1 - Math.max(r, g, b);
  const ink = (value: number) => (black === 1 ? 0 : (1 - value - black) / (1 - black));
  return { rgb: [r, g, b], cmyk: [ink(r), ink(g), ink(b), black], spot: null, share: 1 };
}

interface Box {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

/** The glyphs of a text, while it is read. */
interface Shown {
  readonly glyphs: RunGlyph[];
  readonly xs: Pt[];
  readonly pen: Pt;
}

class PageReader {
  readonly items: DrawItem[] = [];
  readonly #pdf: OpenPdf;
  readonly #height: Pt;
  readonly #sources: PageSources;
  #operands: Parsed[] = [];
  readonly #tags: Tag[] = [];
  /** Whether what is shown is a hyphen that a line's end added, which goes on where the text before it ended. */
  #isAdded = false;
  #colour = BLACK;
  #font: { readonly found: FoundFont; readonly size: Pt } | null = null;
  #scale = 1;
  /** How many times wider the matrix of the text makes it: letters set apart are scaled down as often. */
  #widening = 1;
  /** Letter space, pt before the scale. */
  #tracking = 0;
  /** Space behind word spaces of one byte, pt before the scale. */
  #wordSpace = 0;
  /** Where the text line began, from the page's bottom left. */
  #line = { x: 0, y: 0 };
  /** What was shown on that line, and where the pen stands behind it; null for nothing. */
  #shown: Shown | null = null;
  /** Unit square of the next image. */
  #square: Box | null = null;
  #rects: Box[] = [];
  #curve: number[] = [];

  constructor(pdf: OpenPdf, height: Pt, sources: PageSources) {
    this.#pdf = pdf;
    this.#height = height;
    this.#sources = sources;
  }

  read(parser: Parser): void {
    while (!parser.atEnd) {
      const value = parser.next();
      if (!(value instanceof Word)) this.#operands.push(value);
      else {
        this.#do(value.word);
        this.#operands = [];
      }
    }
  }

  #do(operator: string): void {
    const n = this.#numbers();
    switch (operator) {
      case "q":
      case "Q":
      case "ET":
        return;
      case "BT":
        this.#begins(0, 0);
        this.#widening = 1;
        return;
      case "BDC":
        this.#tags.push(this.#tag());
        this.#isAdded = this.#tellsOfHyphen();
        return;
      case "EMC":
        this.#tags.pop();
        this.#isAdded = false;
        return;
      case "g":
        this.#colour = rgb(n[0]!, n[0]!, n[0]!);
        return;
      case "rg":
        this.#colour = rgb(n[0]!, n[1]!, n[2]!);
        return;
      case "Tf":
        this.#font = { found: this.#sources.font(this.#name()), size: n[0]! };
        return;
      case "Tz":
        this.#scale = n[0]! / 100;
        return;
      case "Tc":
        this.#tracking = n[0]!;
        return;
      case "Tw":
        this.#wordSpace = n[0]!;
        return;
      case "Td":
        this.#begins(this.#line.x + this.#widening * n[0]!, this.#line.y + n[1]!);
        return;
      case "Tm":
        if (n[1] !== 0 || n[2] !== 0 || n[3] !== 1) throw new BadPdf("unknown-operator", operator);
        this.#widening = n[0]!;
        this.#begins(n[4]!, n[5]!);
        return;
      case "Tj":
      case "TJ":
        this.#show();
        return;
      case "cm":
        this.#square = this.#box(n[4]!, n[5]!, n[0]!, n[3]!);
        return;
      case "Do":
        this.#image();
        return;
      case "re":
        this.#rects.push(this.#box(n[0]!, n[1]!, n[2]!, n[3]!));
        return;
      case "m":
        this.#curve = [...n];
        return;
      case "c":
        this.#curve.push(...n);
        return;
      case "f":
        this.#fill();
        return;
      default:
        throw new BadPdf("unknown-operator", operator);
    }
  }

  #numbers(): readonly number[] {
    return this.#operands.filter((value): value is number => typeof value === "number");
  }

  /** A text line begins at a place. */
  #begins(x: Pt, y: Pt): void {
    this.#line = { x, y };
    this.#shown = null;
  }

  #name(): string {
    const [value] = this.#operands;
    return value instanceof Name ? value.name : "";
  }

  #box(x: Pt, y: Pt, width: Pt, height: Pt): Box {
    return { x, y: this.#height - y - height, width, height };
  }

  #tag(): Tag {
    const [, properties] = this.#operands;
    if (this.#name() === "Artifact") {
      const type = this.#pdf.name(properties, "Type");
      return type === "Pagination" ? "pagination" : type === "Background" ? "background" : "layout";
    }
    const mcid = this.#pdf.get(properties, "MCID");
    const owner = typeof mcid === "number" ? this.#sources.owner(mcid) : undefined;
    if (owner === undefined) throw new BadPdf("unowned-content");
    return owner;
  }

  #tellsOfHyphen(): boolean {
    const told = this.#pdf.get(this.#operands[1], "ActualText");
    return told instanceof Str && told.text === SOFT_HYPHEN;
  }

  get #owner(): Tag {
    const tag = this.#tags.at(-1);
    if (tag === undefined) throw new BadPdf("unmarked-content");
    return tag;
  }

  #show(): void {
    if (!this.#font) throw new BadPdf("no-font");
    const { found, size } = this.#font;
    const { glyphs, xs, pen: start }: Shown = this.#shown ?? { glyphs: [], xs: [], pen: 0 };
    const isNew = glyphs.length === 0;
    const scale = this.#scale * this.#widening;
    const em = size * scale;
    let pen = start;
    for (const part of this.#operands.flat(1) as readonly Parsed[]) {
      if (typeof part === "number") pen -= (part / 1000) * em;
      if (!(part instanceof Str)) continue;
      for (const { code, cid, isWordSpace } of found.codes.read(part.bytes)) {
        const advance = found.face.advance(cid);
        glyphs.push({
          gid: cid,
          y: 0,
          width: advance * size,
          text: this.#isAdded ? SOFT_HYPHEN : found.text(code),
        });
        xs.push(pen);
        pen += advance * em + (this.#tracking + (isWordSpace ? this.#wordSpace : 0)) * scale;
      }
    }
    this.#shown = { glyphs, xs, pen };
    if (!isNew || glyphs.length === 0) return;
    const item: TextItem = {
      kind: "text",
      face: found.face.id,
      size,
      scale,
      colour: this.#colour,
      x: this.#line.x,
      baseline: this.#height - this.#line.y,
      glyphs,
      xs,
      tag: this.#owner,
      typed: null,
    };
    this.items.push(item);
  }

  #image(): void {
    if (!this.#square) throw new BadPdf("no-place");
    const image = this.#sources.image(this.#name());
    this.items.push({ kind: "image", image, ...this.#square, tag: this.#owner });
    this.#square = null;
  }

  /** Rectangles as they are; curves are circles, which their first point and their widest say. */
  #fill(): void {
    const about = { colour: this.#colour, tag: this.#owner };
    for (const box of this.#rects) this.items.push({ kind: "rect", ...box, ...about });
    if (this.#curve.length > 0) {
      const [right, middle] = this.#curve;
      const left = Math.min(...this.#curve.filter((_, k) => k % 2 === 0));
      const radius = (right! - left) / 2;
      this.items.push({ kind: "dot", x: right! - radius, y: this.#height - middle!, radius, ...about });
    }
    this.#rects = [];
    this.#curve = [];
  }
}
