/** A page in → its place in the document: the picture, its lines as text over it, and what is drawn over both. */
import type { Overlay, OverlayLine, OverlayPage } from "../../draw/overlay.ts";
import { make, shape } from "./dom.ts";
import { type Box, type FoundLine, lineBox, linesOf, type PlacedBox, textOf } from "./geometry.ts";
import { linkSigns, nameSigns } from "./link-signs.ts";
import type { LayerName } from "./settings.ts";
import { LOCALE, say } from "./words.ts";

const LEVEL: Readonly<Record<string, number>> = { H1: 1, H2: 2, H3: 3, H4: 4 };

let pen: CanvasRenderingContext2D | null = null;

/** How wide the browser sets a text in the lines' own face at 10 px. */
function naturalWidth(text: string): number {
  pen ??= document.createElement("canvas").getContext("2d")!;
  pen.font = "10px serif";
  return pen.measureText(text).width / 10;
}

export class PageView {
  readonly element: HTMLElement;
  /** The picture that is shown: of which page, and at how many pixels to a point. */
  shown: { readonly hash: string; readonly scale: number } | null = null;
  /** What the page should look like now. */
  hash = "";
  readonly number: number;
  /** Of the trim, pt. */
  width = 0;
  height = 0;
  lines: readonly FoundLine[] = [];
  /** Changed lines that were not in sight since. */
  unseen: readonly OverlayLine[] = [];
  readonly #text = make("div", { class: "lines" });
  readonly #drawn: SVGElement = shape("svg", { class: "drawn", "aria-hidden": "true" });
  readonly #groups = new Map<string, SVGElement>();
  #canvas: HTMLCanvasElement = document.createElement("canvas");
  /** The page whose lines stand in the text layer. */
  #written = "";

  constructor(number: number) {
    this.number = number;
    this.element = make("section", { class: "page", "data-page": number });
    this.#canvas.setAttribute("aria-hidden", "true");
    this.element.append(this.#canvas, this.#drawn, this.#text);
    this.name();
  }

  name(): void {
    this.element.setAttribute("aria-label", `${say("page")} ${this.number}`);
    nameSigns(this.#text);
  }

  size(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.element.style.setProperty("--w", String(width));
    this.element.style.setProperty("--h", String(height));
    this.#drawn.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }

  /** The new picture takes the old one's place in one step. */
  show(canvas: HTMLCanvasElement, hash: string, scale: number): void {
    canvas.setAttribute("aria-hidden", "true");
    this.#canvas.replaceWith(canvas);
    this.#canvas = canvas;
    this.shown = { hash, scale };
    this.element.dataset.shown = hash;
  }

  /** Of the picture. */
  get pixels(): number {
    return this.shown ? this.#canvas.width * this.#canvas.height : 0;
  }

  /** The picture goes, to be drawn again when the page comes near. */
  forget(): void {
    if (!this.shown) return;
    // Its memory is free at once, not when somebody tidies up.
    this.#canvas.width = 0;
    this.#canvas.height = 0;
    this.shown = null;
    delete this.element.dataset.shown;
  }

  /** Lines that stand where they stood keep their elements, and with them focus and selection. */
  write(page: OverlayPage): void {
    this.lines = linesOf(page);
    if (this.#written === this.hash) return;
    this.#written = this.hash;
    const focused = this.#text.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.line
      : undefined;
    let index = 0;
    this.#text.replaceChildren(
      ...page.texts.map((text) => {
        const level = text.type === null ? undefined : LEVEL[text.type];
        const role = level === undefined ? (text.type === null ? "note" : "paragraph") : "heading";
        const paragraph = make("div", {
          class: "text",
          lang: LOCALE[text.language],
          role,
          "aria-level": level,
          // Names made of lines would be parted between them.
          "aria-label": level === undefined ? null : text.lines.map(shownOf).join("").trim(),
        });
        const first = index;
        for (const line of text.lines) {
          paragraph.append(lineElement(line, index, text.pair));
          index += 1;
        }
        // Behind the lines, so that they part no words.
        paragraph.append(...linkSigns(text, first));
        return paragraph;
      }),
    );
    nameSigns(this.#text);
    this.#text.querySelector(".line")?.setAttribute("tabindex", "0");
    const again = focused === undefined ? null : this.lineElement(Number(focused));
    if (again) focusLine(again);
  }

  lineElement(index: number): HTMLElement | null {
    return this.#text.querySelector<HTMLElement>(`[data-line="${index}"]`);
  }

  /** Boxes of one meaning; they replace those of the same meaning before. */
  mark(meaning: string, boxes: readonly { readonly box: Box; readonly class?: string }[]): void {
    this.#groups.get(meaning)?.remove();
    if (boxes.length === 0) return;
    const group = shape("g", { class: meaning });
    for (const { box, class: name } of boxes) {
      const { x, y, width, height } = box;
      group.append(shape("rect", { x, y, width, height, rx: 0.8, ...(name ? { class: name } : {}) }));
    }
    this.#put(meaning, group);
  }

  #put(meaning: string, group: SVGElement): void {
    this.#groups.get(meaning)?.remove();
    this.#groups.set(meaning, group);
    if (GROUNDS.has(meaning)) this.#drawn.prepend(group);
    else this.#drawn.append(group);
  }

  layers(overlay: Overlay, page: OverlayPage, wanted: readonly LayerName[]): void {
    for (const name of ["grid", "columns", "glue"] as const) {
      this.#groups.get(name)?.remove();
      if (!wanted.includes(name)) continue;
      const group = shape("g", { class: name });
      group.append(...{ grid: gridOf, columns: columnsOf, glue: glueOf }[name](overlay, page));
      this.#put(name, group);
    }
  }

  /** Lines that changed light up, and stay so until they are seen. */
  freshen(lines: readonly OverlayLine[]): void {
    this.unseen = lines;
    this.mark(
      "fresh",
      lines.map((line) => ({ box: lineBox(line) })),
    );
  }

  /** What lies between two heights of the page, pt, is in sight: changed lines there fade. */
  see(from: number, to: number): void {
    const group = this.#groups.get("fresh");
    if (this.unseen.length === 0 || !group) return;
    const isIn = ({ baseline }: OverlayLine): boolean => baseline > from && baseline < to;
    const seen = [...group.querySelectorAll("rect:not(.seen)")].filter((_, k) => isIn(this.unseen[k]!));
    this.unseen = this.unseen.filter((line) => !isIn(line));
    if (seen.length === 0) return;
    for (const rect of seen) rect.classList.add("seen");
    window.setTimeout(() => {
      for (const rect of seen) rect.remove();
      if (group.childElementCount === 0) group.remove();
    }, FRESH);
  }
}

/** A line, and the page that it is on. */
export interface LineOnPage {
  readonly page: PageView;
  readonly found: FoundLine;
}

export const placedBox = ({ page, found }: LineOnPage): PlacedBox => ({
  page: page.number,
  box: lineBox(found.line),
});

/**
 * The keyboard goes to a line, and comes back to it on its page. A line that can be focused is a stop of its own to a
 * screen reader, which would break its paragraph there: the others can not.
 */
export function focusLine(line: HTMLElement): void {
  const before = line.closest(".lines")?.querySelectorAll<HTMLElement>("[tabindex]:not(.go)") ?? [];
  line.setAttribute("tabindex", "0");
  line.focus({ preventScroll: true });
  for (const one of before) if (one !== line) one.removeAttribute("tabindex");
}

/** Full colours that lie under what is marked on them. */
const GROUNDS: ReadonlySet<string> = new Set(["pair", "fresh", "led"]);

/** How long changed lines are marked once they are seen, ms; the style sheet fades them in the same time. */
const FRESH = 2400;

/** Hyphens that line ends added are no text. */
const shownOf = (line: OverlayLine): string => textOf(line).replaceAll("\u00ad", "");

function lineElement(line: OverlayLine, index: number, pair: number | null): HTMLElement {
  const text = shownOf(line);
  const { x, y, width, height } = lineBox(line);
  const natural = naturalWidth(text.trimEnd()) * line.size;
  // Without a role the words of a paragraph are one text, also those that a line end divides.
  const element = make("span", { class: "line", "data-line": index, "data-pair": pair, role: "none" }, text);
  const { style } = element;
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.fontSize = `${line.size}px`;
  style.lineHeight = `${height}px`;
  style.height = `${height}px`;
  // Every line of a text begins where the text does, and is moved to its place from there.
  style.width = `${natural}px`;
  style.marginRight = `${-natural}px`;
  if (natural > 0) style.transform = `scaleX(${width / natural})`;
  return element;
}

/** Rows of the grid, the baselines that lines stand on, and the edges of the type area. */
function gridOf({ grid }: Overlay, page: OverlayPage): readonly SVGElement[] {
  const made: SVGElement[] = [];
  for (let y = grid.top; y <= grid.bottom + 0.01; y += grid.pitch)
    made.push(shape("line", { x1: 0, x2: page.width, y1: y, y2: y, class: "row" }));
  for (const { lines, type } of page.texts)
    for (const { x, baseline, width } of type === null ? [] : lines)
      made.push(shape("line", { x1: x, x2: x + width, y1: baseline, y2: baseline, class: "baseline" }));
  return made;
}

function columnsOf({ columns, grid }: Overlay, { width, height }: OverlayPage): readonly SVGElement[] {
  const left = Math.min(...columns.map(({ x }) => x));
  const right = Math.max(...columns.map((column) => column.x + column.width));
  return [
    ...columns.map((column) =>
      shape("rect", { x: column.x, y: grid.top, width: column.width, height: grid.bottom - grid.top }),
    ),
    ...[left, right].map((x) => shape("line", { x1: x, x2: x, y1: 0, y2: height })),
    ...[grid.top, grid.bottom].map((y) => shape("line", { x1: 0, x2: width, y1: y, y2: y })),
  ];
}

/** Stretch at which the colour is full: a twelfth of the line's width. */
const FULL = 1 / 12;

/** Red lines are loose, blue ones tight; what is set ill is outlined. */
function glueOf(_: Overlay, page: OverlayPage): readonly SVGElement[] {
  return linesOf(page)
    .filter(({ line }) => Math.abs(line.stretch) > 0.0005)
    .map(({ line }) => {
      const { x, y, width, height } = lineBox(line);
      const strength = Math.min(1, Math.abs(line.stretch) / FULL) * 0.55 + 0.06;
      const name = `${line.stretch > 0 ? "loose" : "tight"}${line.badness > 100 ? " ill" : ""}`;
      return shape("rect", { x, y, width, height, class: name, "fill-opacity": strength });
    });
}
