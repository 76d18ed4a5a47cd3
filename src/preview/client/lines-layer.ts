/** Pointer and keys on the lines of the pages → partners lit, places shown, sources opened. */
import type { OverlayText } from "../../draw/overlay.ts";
import type { LedPlace } from "../protocol.ts";
import {
  type FoundLine,
  isRepeated,
  offsetAt,
  placeAt,
  type SourcePlace,
  textOf,
  typedBox,
} from "./geometry.ts";
import { ledTo } from "./led-place.ts";
import { linkAt, openAddress, type Place, placeOfSign } from "./link-signs.ts";
import { focusLine, type LineOnPage, placedBox } from "./page-view.ts";
import type { Viewer } from "./viewer.ts";

export interface LinesHear {
  /** A line was chosen; the place is null where the program made it itself. */
  chosen(place: SourcePlace | null): void;
  /** The pointer or the focus is on a line, or on none. */
  pointed(found: FoundLine | null): void;
}

export class Lines {
  readonly #viewer: Viewer;
  readonly #hears: LinesHear;
  /** Number of the pair that is lit. */
  #lit: number | null = null;
  #chosen: Chosen | null = null;

  constructor(viewer: Viewer, hears: LinesHear) {
    this.#viewer = viewer;
    this.#hears = hears;
    const { element } = viewer;
    for (const event of ["pointerover", "focusin"] as const)
      element.addEventListener(event, ({ target }) => this.#light(target));
    element.addEventListener("pointerleave", () => this.#light(null));
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("keydown", (event) => this.#press(event));
    // All that is on the screen may be selected: what is copied is the pages' text.
    document.addEventListener("copy", (event) => {
      if (event.target instanceof HTMLInputElement) return;
      const text = selectedText(element);
      if (text === "" || !event.clipboardData) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    });
  }

  /** New pages or lines are there: marks go to where their lines stand now. */
  refresh(): void {
    this.#light(null);
    this.#light(this.#viewer.element.querySelector(".line:hover, .line:focus"));
    const before = this.#chosen;
    if (!before) return;
    const on = standingNow(this.#viewer, before);
    if (on) {
      const offset = before.offset + startOf(on.found) - startOf(before.found);
      this.#chosen = { ...before, found: on.found, offset };
    }
    this.#mark(on);
  }

  /** Leads to what was typed between two offsets, and marks it as chosen. None of the pages may have it. */
  show(file: string, start: number, end: number): void {
    const on = typedOn(this.#viewer, file, start, Math.max(end, start + 1));
    if (on) this.#leadTo(on, { found: on.found, offset: start, isLed: false });
  }

  /**
   * Leads to where the cursor of an editor stands, and marks all of that text.
   *
   * @returns The page's number; null where it is on none.
   */
  lead(place: LedPlace): number | null {
    const { layer, pages } = this.#viewer;
    const to = layer && ledTo(layer, place);
    if (!to) return null;
    const page = pages[to.page - 1];
    const found = page?.lines.find(({ line }) => line === to.line);
    if (!page || !found) return null;
    this.#leadTo({ page, found }, { found, offset: to.start, isLed: true });
    return page.number;
  }

  /** The text that an editor's cursor has led to is marked no more; its line stays chosen. */
  leave(): void {
    if (this.#chosen) this.#chosen = { ...this.#chosen, isLed: false };
    this.#viewer.mark("led", []);
  }

  /** Another issue: no line of it is chosen. */
  forget(): void {
    this.#chosen = null;
    this.#mark(null);
  }

  /** Lights the line and its pair; what is no line, nothing. */
  #light(target: EventTarget | null): void {
    const found = hitOf(this.#viewer, target)?.found ?? null;
    this.#hears.pointed(found);
    const pair = found?.text.pair ?? null;
    if (pair === this.#lit) return;
    this.#lit = pair;
    const lit = pair === null ? [] : this.#viewer.linesWhere(({ text }) => text.pair === pair);
    this.#viewer.mark(
      "pair",
      lit.map((on) => ({
        ...placedBox(on),
        class: on.found.text.language === found?.text.language ? "own" : "partner",
      })),
    );
  }

  #click({ target, button, clientX, ctrlKey, metaKey }: MouseEvent): void {
    // Text that was selected is not a click on a line.
    if (button !== 0 || getSelection()?.isCollapsed === false) return;
    const place = placeOfSign(target, this.#viewer.pages);
    if (place) this.#goTo(place);
    else if (!((ctrlKey || metaKey) && this.#follow(target, clientX))) this.#choose(target, clientX);
  }

  #press(event: KeyboardEvent): void {
    const { key, target } = event;
    const place = key === "Enter" ? placeOfSign(target, this.#viewer.pages) : null;
    if (place) {
      event.preventDefault();
      this.#goTo(place);
      return;
    }
    const line = lineOf(target);
    if (!line) return;
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) this.#follow(line, null);
    else if (key === "Enter") this.#choose(line, null);
    else if (key === "ArrowDown" || key === "ArrowUp") step(this.#viewer, line, key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param clientX Of the pointer; null for the keyboard, which chooses the beginning of the line. */
  #choose(target: EventTarget | null, clientX: number | null): void {
    const { layer } = this.#viewer;
    const hit = hitOf(this.#viewer, target);
    if (!hit || !layer) return;
    const { found, element } = hit;
    focusLine(element);
    const { file } = found.text;
    const offset = offsetAt(found.line, clientX === null ? found.line.x : this.#xOn(hit, clientX));
    this.#chosen = { found, offset, isLed: false };
    this.#mark(hit);
    this.#hears.chosen(file === null ? null : placeAt(layer, file, offset));
  }

  /** @returns False where there is no link. */
  #follow(target: EventTarget | null, clientX: number | null): boolean {
    const hit = hitOf(this.#viewer, target);
    const link = hit && linkAt(hit.found.line, clientX === null ? null : this.#xOn(hit, clientX));
    if (!link) return false;
    if (typeof link.target === "string") openAddress(link.target);
    else this.#goTo(link.target);
    return true;
  }

  #goTo({ page, y }: Place): void {
    const there = this.#viewer.pages[page];
    if (!there) return;
    this.#viewer.goTo(page + 1, y);
    // The keyboard, and with it the light, goes on there.
    const index = there.lines.findIndex(({ line }) => line.baseline > y && line.baseline - line.size < y + 1);
    const line = there.lineElement(index);
    if (line) focusLine(line);
  }

  /** On the page, pt. */
  #xOn({ page }: Hit, clientX: number): number {
    return (clientX - page.element.getBoundingClientRect().left) / this.#viewer.scale;
  }

  #leadTo(on: LineOnPage, chosen: Chosen): void {
    this.#chosen = chosen;
    this.#mark(on);
    this.#viewer.goToBox(placedBox(on));
  }

  #mark(on: LineOnPage | null): void {
    this.#viewer.mark("chosen", on ? [placedBox(on)] : []);
    const led =
      on && this.#chosen?.isLed ? this.#viewer.linesWhere(({ text }) => isSameText(text, on.found.text)) : [];
    this.#viewer.mark("led", led.map(placedBox));
  }
}

/** A line that was chosen, and the offset that was typed where it was. */
interface Chosen {
  readonly found: FoundLine;
  readonly offset: number;
  /** All of its text is marked: an editor's cursor has led there. */
  readonly isLed: boolean;
}

/** The text itself, rather than its entry in the contents or a running head. */
function typedOn(viewer: Viewer, file: string, start: number, end: number): LineOnPage | null {
  const typed = viewer.linesWhere(
    ({ text, line }) => text.file === file && typedBox(line, start, end) !== null,
  );
  return typed.find(({ found }) => !isRepeated(found.text)) ?? typed[0] ?? null;
}

/** A text goes on from page to page; in both languages of a pair it is two. */
const isSameText = (a: OverlayText, b: OverlayText): boolean =>
  a === b ||
  (a.pair !== null && a.pair === b.pair && a.language === b.language && isRepeated(a) === isRepeated(b));

const startOf = ({ line }: FoundLine): number => line.runs[0]?.start ?? 0;

/** The line that reads the same, the nearest in its file if there are more; else the one typed where it was. */
function standingNow(viewer: Viewer, { found, offset }: Chosen): LineOnPage | null {
  const { text, line } = found;
  const said = textOf(line);
  const away = (one: LineOnPage): number => Math.abs(startOf(one.found) - startOf(found));
  const isAlike = (one: FoundLine) =>
    one.text.file === text.file && one.text.language === text.language && textOf(one.line) === said;
  const [nearest] = [...viewer.linesWhere(isAlike)].sort((a, b) => away(a) - away(b));
  return nearest ?? (text.file === null ? null : typedOn(viewer, text.file, offset, offset + 1));
}

const lineOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".line") : null;

/** A line that the pointer or the keyboard is on. */
interface Hit extends LineOnPage {
  readonly element: HTMLElement;
}

function hitOf(viewer: Viewer, target: EventTarget | null): Hit | null {
  const element = lineOf(target);
  const section = element?.closest<HTMLElement>(".page");
  const page = section ? viewer.pages[Number(section.dataset.page) - 1] : undefined;
  const found = element && page ? page.lines[Number(element.dataset.line)] : undefined;
  return element && page && found ? { page, found, element } : null;
}

function step(viewer: Viewer, element: HTMLElement, by: 1 | -1): void {
  const all = [...viewer.element.querySelectorAll<HTMLElement>(".line")];
  const next = all[all.indexOf(element) + by];
  if (!next) return;
  focusLine(next);
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** What is selected, as it was typed: lines of one text run on, texts each begin a line. */
function selectedText(within: HTMLElement): string {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const texts = [...within.querySelectorAll(".text")].filter((text) => range.intersectsNode(text));
  return texts
    .map((text) => {
      const lines = [...text.querySelectorAll(".line")].filter((line) => range.intersectsNode(line));
      return lines
        .map((line) => selectedPart(line, range))
        .join("")
        .trimEnd();
    })
    .filter((text) => text !== "")
    .join("\n");
}

function selectedPart(line: Element, range: Range): string {
  const text = line.textContent ?? "";
  const from = line.contains(range.startContainer) ? range.startOffset : 0;
  const to = line.contains(range.endContainer) ? range.endOffset : text.length;
  return text.slice(from, to);
}
