/** Pointer and keys on the lines of the pages → partners lit, places shown, sources opened. */
import type { OverlayText } from "../../draw/overlay.ts";
import type { LedPlace } from "../protocol.ts";
import type { SourcePlace } from "./geometry.ts";
import { type FoundLine, isRepeated, lineBox, offsetAt, placeAt, textOf, typedBox } from "./geometry.ts";
import { ledTo } from "./led-place.ts";
import { linkAt, openAddress, type Place, placeOfSign } from "./link-signs.ts";
import { focusLine, type PageView } from "./page-view.ts";
import type { Viewer } from "./viewer.ts";

export interface LinesHear {
  /** A line was chosen; the place is null where the program made it itself. */
  chosen(place: SourcePlace | null): void;
  /** The pointer or the focus is on a line, or on none. */
  pointed(found: FoundLine | null): void;
}

export interface Lines {
  /** New pages or lines are there: marks go to where their lines stand now. */
  refresh(): void;
  /** Leads to what was typed between two offsets, and marks it as chosen. None of the pages may have it. */
  show(file: string, start: number, end: number): void;
  /**
   * Leads to where the cursor of an editor stands, and marks all of that text.
   *
   * @returns The page's number; null where it is on none.
   */
  lead(place: LedPlace): number | null;
  /** The text that an editor's cursor has led to is marked no more; its line stays chosen. */
  leave(): void;
  /** Another issue: no line of it is chosen. */
  forget(): void;
}

export function followLines(viewer: Viewer, hears: LinesHear): Lines {
  let lit: number | null = null;
  let chosen: Chosen | null = null;

  const light = (found: FoundLine | null) => {
    hears.pointed(found);
    const pair = found?.text.pair ?? null;
    if (pair === lit) return;
    lit = pair;
    for (const page of viewer.pages)
      page.mark(
        "pair",
        pair === null
          ? []
          : page.lines
              .filter(({ text }) => text.pair === pair)
              .map(({ text, line }) => ({
                box: lineBox(line),
                class: text.language === found?.text.language ? "own" : "partner",
              })),
      );
  };
  const choose = (target: EventTarget | null, clientX: number | null) => {
    const hit = hitOf(viewer, target);
    if (!hit || !viewer.layer) return;
    const { page, found, element } = hit;
    focusLine(element);
    const { file } = found.text;
    const x = clientX === null ? found.line.x : xOn(hit, clientX);
    chosen = { found, offset: offsetAt(found.line, x), isLed: false };
    mark({ page, found });
    hears.chosen(file === null ? null : placeAt(viewer.layer, file, chosen.offset));
  };
  const goTo = ({ page, y }: Place) => {
    const there = viewer.pages[page];
    if (!there) return;
    viewer.goTo(page + 1, y);
    // The keyboard, and with it the light, goes on there.
    const index = there.lines.findIndex(({ line }) => line.baseline > y && line.baseline - line.size < y + 1);
    const line = there.lineElement(index);
    if (line) focusLine(line);
  };
  /** @returns False where there is no link. */
  const follow = (target: EventTarget | null, clientX: number | null): boolean => {
    const hit = hitOf(viewer, target);
    const link = hit && linkAt(hit.found.line, clientX === null ? null : xOn(hit, clientX));
    if (!link) return false;
    if (typeof link.target === "string") openAddress(link.target);
    else goTo(link.target);
    return true;
  };
  const xOn = ({ page }: Hit, clientX: number): number =>
    (clientX - page.element.getBoundingClientRect().left) / viewer.scale;
  const mark = (on: LineOnPage | null) => {
    for (const page of viewer.pages) {
      page.mark("chosen", page === on?.page ? [{ box: lineBox(on.found.line) }] : []);
      const led = on && chosen?.isLed ? page.lines.filter(({ text }) => isSameText(text, on.found.text)) : [];
      page.mark(
        "led",
        led.map(({ line }) => ({ box: lineBox(line) })),
      );
    }
  };

  const { element } = viewer;
  // All that is on the screen may be selected: what is copied is the pages' text.
  document.addEventListener("copy", (event) => {
    if (event.target instanceof HTMLInputElement) return;
    const text = selectedText(element);
    if (text === "" || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });
  element.addEventListener("pointerover", (event) => light(hitOf(viewer, event.target)?.found ?? null));
  element.addEventListener("pointerleave", () => light(null));
  element.addEventListener("focusin", (event) => light(hitOf(viewer, event.target)?.found ?? null));
  element.addEventListener("click", (event) => {
    // Text that was selected is not a click on a line.
    if (event.button !== 0 || getSelection()?.isCollapsed === false) return;
    const place = placeOfSign(event.target, viewer.pages);
    if (place) goTo(place);
    else if (!((event.ctrlKey || event.metaKey) && follow(event.target, event.clientX)))
      choose(event.target, event.clientX);
  });
  element.addEventListener("keydown", (event) => {
    const place = event.key === "Enter" ? placeOfSign(event.target, viewer.pages) : null;
    if (place) {
      event.preventDefault();
      return goTo(place);
    }
    const line = lineOf(event.target);
    if (!line) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) follow(line, null);
    else if (event.key === "Enter") choose(line, null);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      step(viewer, line, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    refresh: () => {
      light(null);
      light(hitOf(viewer, element.querySelector(".line:hover, .line:focus"))?.found ?? null);
      if (!chosen) return;
      const on = standingNow(viewer, chosen);
      mark(on);
      if (on)
        chosen = {
          ...chosen,
          found: on.found,
          offset: chosen.offset + startOf(on.found) - startOf(chosen.found),
        };
    },
    show: (file, start, end) => {
      const on = typedOn(viewer, file, start, Math.max(end, start + 1));
      if (!on) return;
      chosen = { found: on.found, offset: start, isLed: false };
      mark(on);
      const box = lineBox(on.found.line);
      viewer.goTo(on.page.number, box.y, box);
    },
    lead: (place) => {
      const to = viewer.layer && ledTo(viewer.layer, place);
      const page = to && viewer.pages[to.page - 1];
      const found = page?.lines.find(({ line }) => line === to.line);
      if (!page || !found) return null;
      chosen = { found, offset: to.start, isLed: true };
      mark({ page, found });
      const box = lineBox(found.line);
      viewer.goTo(page.number, box.y, box);
      return page.number;
    },
    leave: () => {
      if (chosen) chosen = { ...chosen, isLed: false };
      for (const page of viewer.pages) page.mark("led", []);
    },
    forget: () => {
      chosen = null;
      mark(null);
    },
  };
}

/** A line that was chosen, and the offset that was typed where it was. */
interface Chosen {
  readonly found: FoundLine;
  readonly offset: number;
  /** All of its text is marked: an editor's cursor has led there. */
  readonly isLed: boolean;
}

interface LineOnPage {
  readonly page: PageView;
  readonly found: FoundLine;
}

const allLines = ({ pages }: Viewer): readonly LineOnPage[] =>
  pages.flatMap((page) => page.lines.map((found) => ({ page, found })));

/** The text itself, rather than its entry in the contents or a running head. */
function typedOn(viewer: Viewer, file: string, start: number, end: number): LineOnPage | null {
  const typed = allLines(viewer).filter(
    ({ found }) => found.text.file === file && typedBox(found.line, start, end),
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
  const [nearest] = allLines(viewer)
    .filter((one) => one.found.text.file === text.file && one.found.text.language === text.language)
    .filter((one) => textOf(one.found.line) === said)
    .sort((a, b) => away(a) - away(b));
  return nearest ?? (text.file === null ? null : typedOn(viewer, text.file, offset, offset + 1));
}

const lineOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".line") : null;

interface Hit {
  readonly page: PageView;
  readonly found: FoundLine;
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
