/** The items of a page in → its content stream, everything in it tagged content or an artifact. */
import type { Pt } from "../base/length.ts";
import type {
  DotItem,
  DrawItem,
  DrawnPage,
  ImageItem,
  PlacedGlyph,
  RectItem,
  Tag,
  TextItem,
} from "../draw/display-list.ts";
import type { Colour } from "../model/design.ts";
import type { CidFont } from "./cid-font.ts";
import { hex4, number, numbers } from "./numbers.ts";

/** What a page's content needs from the file around it. */
export interface PageContext {
  font(face: string): CidFont;
  /** Resource name of a picture on this page. */
  image(key: string): string;
  /** @returns The number of a new marked-content sequence of a node. */
  mark(node: number): number;
}

const ARTIFACTS = {
  pagination: "/Artifact <</Type /Pagination>> BDC",
  layout: "/Artifact <</Type /Layout>> BDC",
  background: "/Artifact <</Type /Background>> BDC",
} as const;

export function pageContent(page: DrawnPage, context: PageContext): string {
  return new PageWriter(page.height, context).write(page.items);
}

class PageWriter {
  readonly #height: Pt;
  readonly #context: PageContext;
  readonly #out: string[] = [];
  #tag: Tag | null = null;
  #inText = false;
  #font = "";
  #fill = "";
  #scale = 1;

  constructor(height: Pt, context: PageContext) {
    this.#height = height;
    this.#context = context;
  }

  write(items: readonly DrawItem[]): string {
    for (const item of items) {
      if (item.kind === "link") continue;
      this.#open(item.tag, item.kind === "text");
      if (item.kind === "text") this.#text(item);
      else if (item.kind === "rect") this.#rect(item);
      else if (item.kind === "dot") this.#dot(item);
      else this.#image(item);
    }
    this.#close();
    return this.#out.join("\n");
  }

  /** Neighbours of one tag share a sequence; text objects and sequences never straddle each other. */
  #open(tag: Tag, isText: boolean): void {
    if (tag !== this.#tag) {
      this.#close();
      this.#out.push(
        typeof tag === "number" ? `/P <</MCID ${this.#context.mark(tag)}>> BDC` : ARTIFACTS[tag],
      );
      this.#tag = tag;
    }
    if (isText === this.#inText) return;
    this.#out.push(isText ? "BT" : "ET");
    this.#inText = isText;
  }

  #close(): void {
    if (this.#tag === null) return;
    if (this.#inText) this.#out.push("ET");
    this.#inText = false;
    this.#out.push("EMC");
    this.#tag = null;
  }

  #colour({ rgb }: Colour): void {
    const fill = `${numbers(...rgb)} rg`;
    if (fill !== this.#fill) this.#out.push(fill);
    this.#fill = fill;
  }

  #rect({ x, y, width, height, colour }: RectItem): void {
    this.#colour(colour);
    this.#out.push(`${numbers(x, this.#height - y - height, width, height)} re f`);
  }

  /** Four curves; .5523 of the radius makes them a circle to a part in four thousand. */
  #dot({ x, y, radius: r, colour }: DotItem): void {
    this.#colour(colour);
    const [cx, cy, k] = [x, this.#height - y, 0.5523 * r];
    const curve = (...points: readonly number[]) => `${numbers(...points)} c`;
    this.#out.push(
      `${numbers(cx + r, cy)} m`,
      curve(cx + r, cy + k, cx + k, cy + r, cx, cy + r),
      curve(cx - k, cy + r, cx - r, cy + k, cx - r, cy),
      curve(cx - r, cy - k, cx - k, cy - r, cx, cy - r),
      `${curve(cx + k, cy - r, cx + r, cy - k, cx + r, cy)} f`,
    );
  }

  #image({ image, x, y, width, height }: ImageItem): void {
    const place = numbers(width, 0, 0, height, x, this.#height - y - height);
    this.#out.push(`q ${place} cm /${this.#context.image(image)} Do Q`);
  }

  #text(item: TextItem): void {
    const font = this.#context.font(item.face);
    const setting = `/${font.name} ${number(item.size)} Tf`;
    if (setting !== this.#font) this.#out.push(setting);
    this.#font = setting;
    if (item.scale !== this.#scale) this.#out.push(`${number(item.scale * 100)} Tz`);
    this.#scale = item.scale;
    this.#colour(item.colour);
    let from = 0;
    for (let i = 1; i <= item.glyphs.length; i++) {
      if (i < item.glyphs.length && item.glyphs[i]!.y === item.glyphs[from]!.y) continue;
      this.#show(item, font, item.glyphs.slice(from, i));
      from = i;
    }
  }

  /** Glyphs of one height: where their widths do not lead to the next one, an adjustment does. */
  #show(item: TextItem, font: CidFont, glyphs: readonly PlacedGlyph[]): void {
    const first = glyphs[0]!;
    const unit = (item.size * item.scale) / 1000;
    const start = item.x + first.x;
    let array = "";
    let codes = "";
    let pen = first.x;
    for (const glyph of glyphs) {
      // Adjustments are whole thousandths of an em; what rounding leaves goes into the next one.
      const adjust = Math.round((pen - glyph.x) / unit);
      if (adjust !== 0) {
        if (codes) array += `<${codes}>`;
        array += adjust;
        codes = "";
        pen -= adjust * unit;
      }
      codes += hex4(font.code(glyph.gid, glyph.text));
      pen += font.width(glyph.gid) * unit;
    }
    array += `<${codes}>`;
    const place = numbers(start, this.#height - item.baseline - first.y);
    this.#out.push(`1 0 0 1 ${place} Tm`, `[${array}] TJ`);
  }
}
